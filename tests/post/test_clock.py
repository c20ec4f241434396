"""The clock: what is due, once, each on its own, and seen when it stands still."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, transaction

from expliciet.accounts.actions.houses import found_house
from expliciet.accounts.models import House
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.post import errands
from expliciet.post.actions.clock import take, turn
from expliciet.post.errands import HOUR, MINUTE, errand
from expliciet.post.models import Errand
from expliciet.post.models.errand import HELD, LATE
from tests.post.outbox import NOW
from tests.proofs.racing import race

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


@pytest.fixture(autouse=True)
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A clock with three errands of the test: `sums` by the hour, two that talk."""
    monkeypatch.setattr(errands, "_known", {})
    ran: list[str] = []

    @errand("sums", every=HOUR, label="rekent")
    def sums(now: datetime) -> int:
        ran.append("sums")
        return 3

    @errand("hums", every=MINUTE, label="neuriet", silent=True)
    def hums(now: datetime) -> int:
        ran.append("hums")
        return 1

    return ran


def clock_lines() -> list[Line]:
    return list(Line.objects.filter(action=Action.CLOCK_RAN))


def test_what_is_due_is_done_once(ran: list[str]) -> None:
    assert [done.work.name for done in turn(NOW)] == ["sums", "hums"]
    assert turn(NOW) == []
    assert ran == ["sums", "hums"]


def test_each_comes_back_at_its_own_time(ran: list[str]) -> None:
    turn(NOW)
    turn(NOW + MINUTE)
    assert ran == ["sums", "hums", "hums"]
    turn(NOW + HOUR)
    assert ran[3:] == ["sums", "hums"]


def test_a_turn_leaves_one_line_and_none_when_only_the_silent_ones_ran() -> None:
    turn(NOW)
    turn(NOW + MINUTE)
    (line,) = clock_lines()
    assert (line.role, line.count, line.user) == ("clock", 1, None)


def test_one_that_fails_does_not_stop_the_others(ran: list[str]) -> None:
    @errand("falls", every=HOUR, label="valt")
    def falls(now: datetime) -> int:
        ran.append("falls")
        raise ValueError("de naam van een verzonnen persoon")

    @errand("last", every=HOUR, label="sluit af")
    def last(now: datetime) -> int:
        ran.append("last")
        return 0

    done = turn(NOW)
    assert [each.trouble for each in done] == ["", "", "ValueError", ""]
    assert ran[-1] == "last"
    kept = Errand.objects.get(name="falls")
    assert (kept.trouble, kept.well_at, kept.held_until) == ("ValueError", None, None)


def test_what_failed_is_not_half_done_and_is_tried_again_soon(ran: list[str]) -> None:
    """T24, V20: and nothing of what went wrong is kept but its kind."""

    @errand("falls", every=HOUR, label="valt")
    @transaction.atomic
    def falls(now: datetime) -> int:
        ran.append("falls")
        found_house(House(name=f"Half {len(ran)}"), now=now)
        if ran.count("falls") == 1:
            raise DatabaseError("kanarie")
        return 1

    turn(NOW)
    assert not House.objects.exists()
    assert turn(NOW + timedelta(seconds=30)) == []
    turn(NOW + MINUTE)
    assert House.objects.count() == 1
    assert Errand.objects.get(name="falls").trouble == ""


def test_whoever_falls_over_holds_it_for_a_while_and_not_for_ever(
    ran: list[str],
) -> None:
    held = Errand.objects.create(name="sums")
    assert take(held, NOW)
    turn(NOW + HELD - MINUTE)
    assert "sums" not in ran
    turn(NOW + HELD)
    assert "sums" in ran


def test_who_took_too_long_does_not_let_go_of_what_is_no_longer_theirs(
    ran: list[str],
) -> None:
    @errand("slow", every=HOUR, label="traag")
    def slow(now: datetime) -> int:
        taken_over = Errand.objects.get(name="slow")
        assert take(taken_over, now + HELD)
        return 7

    turn(NOW)
    kept = Errand.objects.get(name="slow")
    assert kept.held_until == NOW + 2 * HELD
    assert (kept.count, kept.well_at) == (0, None)


@pytest.mark.parametrize("jump", [timedelta(days=3_650), timedelta(hours=1)])
def test_a_clock_that_ran_ahead_does_not_make_errands_wait_for_it(
    ran: list[str], jump: timedelta
) -> None:
    turn(NOW + jump)
    turn(NOW)
    assert ran == ["sums", "hums"] * 2
    lying = Errand.objects.get(name="sums")
    assert take(lying, NOW + jump)
    turn(NOW + MINUTE)
    assert ran.count("sums") == 3


def test_two_machines_whose_clocks_differ_a_little_take_turns(ran: list[str]) -> None:
    turn(NOW + 5 * MINUTE)
    turn(NOW)
    assert ran == ["sums", "hums"]


def test_a_clock_that_stands_still_is_seen() -> None:
    assert [errand.name for errand in Errand.objects.overdue(NOW)] == ["sums", "hums"]
    turn(NOW)
    assert Errand.objects.overdue(NOW + 2 * MINUTE + LATE) == []
    late = Errand.objects.overdue(NOW + 3 * MINUTE + LATE)
    assert [(errand.name, errand.label) for errand in late] == [("hums", "neuriet")]


def test_an_errand_that_no_longer_exists_is_neither_due_nor_late() -> None:
    old = Errand.objects.create(name="vroeger")
    assert not old.is_due(NOW)
    assert not old.is_late(NOW)
    assert old.label == "vroeger"
    assert "vroeger" not in [errand.name for errand in Errand.objects.known()]


def test_two_errands_of_one_name_are_refused_at_the_start() -> None:
    with pytest.raises(ImproperlyConfigured):

        @errand("sums", every=HOUR, label="rekent anders")
        def other(now: datetime) -> int:
            return 0


@pytest.mark.django_db(transaction=True)
def test_two_ticks_at_once_do_the_work_once(ran: list[str]) -> None:
    """T15: on either engine, with a row of its own or without one yet."""
    for _ in range(5):
        Errand.objects.all().delete()
        ran.clear()
        outcomes = race(lambda: turn(NOW), lambda: turn(NOW), lambda: turn(NOW))
        assert sorted(ran) == ["hums", "sums"], outcomes
    assert len(clock_lines()) == 5
