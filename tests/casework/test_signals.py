"""Stall signals: what stands still, which days say so, who is told (N9, F59, F60)."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from expliciet.accounts.house_rules import KNOWN
from expliciet.accounts.models import HouseRule
from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.expectations import answer_expectation
from expliciet.casework.actions.impasses import resolve, take_further
from expliciet.casework.actions.plan import record_result
from expliciet.casework.actions.signals import leave_so, tell_of_stalls
from expliciet.casework.models import (
    Answer,
    LeftSo,
    Resolution,
    Result,
    SignalTold,
    Step,
)
from expliciet.casework.signals import Signal, at_tables_of, at_this_seat
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Circle, Dossier, Seat
from expliciet.post.models import Notice
from expliciet.rules.course import course_rules
from tests.casework import reading, stalling
from tests.casework.stalling import after, codes, later, seen
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


@pytest.fixture
def table() -> Table:
    return Table()


def of_code(code: str, seat: Seat, now: object) -> Signal:
    return next(one for one in seen(seat, now) if one.rule.code == code)


def leave(signal: Signal, by: Seat, now: object, **other: object) -> LeftSo:
    told = {"why": "wij wachten op de rechter", "until": now.date() + timedelta(20)}
    return leave_so(LeftSo(mark=signal.mark, **told | other), by=by, now=now)


def test_every_term_is_a_house_rule_with_the_same_default() -> None:
    """S57: thresholds are the house's, never the program's."""
    for rule in course_rules():
        assert KNOWN[rule.term].default == rule.usual


def test_a_fresh_table_asks_nothing_but_who_is_lacking(table: Table) -> None:
    stalling.core(table)
    assert codes(table.chair, later(table, 1)) == []


def test_an_expectation_without_an_answer_speaks_after_its_day(table: Table) -> None:
    """F59: with the day it was asked and the day it was to be answered by."""
    town, police, _om = stalling.core(table)
    asked = stalling.expected(table, town, police)
    assert codes(police, later(table, 21), of=asked) == []
    assert codes(police, later(table, 22), of=asked) == ["EX301"]
    signal = of_code("EX301", police, later(table, 22))
    assert [each.what for each in signal.days] == ["asked", "answer_by"]
    assert signal.since == after(table, 7)
    answer = Answer(expectation=asked, says="no", words="geen mandaat")
    answer_expectation(answer, by=police, now=table.tick())
    assert codes(police, later(table, 22), of=asked) == []


def test_the_house_sets_after_how_long_it_is_asked(table: Table) -> None:
    town, police, _om = stalling.core(table)
    asked = stalling.expected(table, town, police)
    HouseRule.objects.create(
        house=table.house,
        name="signal-answer-days",
        value=2,
        source="verzonnen besluit",
        source_date=after(table, -1),
        valid_from=after(table, -1),
        set_at=table.now,
    )
    assert codes(police, later(table, 9), of=asked) == []
    assert codes(police, later(table, 10), of=asked) == ["EX301"]


def test_an_agreement_that_moved_twice_speaks_and_shows_each_day(table: Table) -> None:
    """F60: the same matter again and again."""
    _town, police, _om = stalling.core(table)
    made = stalling.agreed(table, police)
    once = stalling.moved(table, made, 14)
    assert codes(police, later(table, 1), of=once) == []
    twice = stalling.moved(table, once, 30)
    signal = of_code("EX302", police, later(table, 1))
    assert signal.record == twice.pk
    assert [each.day for each in signal.days] == [after(table, n) for n in (7, 14, 30)]


def test_another_view_speaks_until_it_is_dealt_with(table: Table) -> None:
    town, police, om = stalling.core(table)
    decision = stalling.decided(table, [town, police, om])
    open_, dealt = (
        reading.otherwise(table, decision, police),
        reading.otherwise(table, decision, town, handled="wij kijken er weer naar"),
    )
    assert codes(om, later(table, 43), of=open_) == ["EX303"]
    assert codes(om, later(table, 43), of=dealt) == []
    withdraw(decision, by=table.chair, why="verzonnen", now=table.tick())
    assert codes(om, later(table, 43), of=open_) == []


def test_a_clash_speaks_while_both_interventions_run(table: Table) -> None:
    """S32."""
    town, police, _om = stalling.core(table)
    one, other = stalling.planned(table, town), stalling.planned(table, police)
    clash = stalling.clashing(table, one, other)
    assert codes(town, later(table, 15), of=clash) == ["EX304"]
    over = Result(of_intervention=one, came="reached", why="hij werkt")
    record_result(over, by=table.chair, now=table.tick())
    assert codes(town, later(table, 15), of=clash) == []


def test_progress_that_nobody_else_confirms_speaks(table: Table) -> None:
    """N4: assumed, claimed, confirmed."""
    town, police, _om = stalling.core(table)
    planned = stalling.planned(table, town)
    stalling.going(table, planned, police)
    stalling.going(table, planned, town, "claimed")
    assert codes(town, later(table, 43), of=planned) == ["EX306"]
    stalling.going(table, planned, police, "confirmed")
    assert codes(town, later(table, 43), of=planned) == []


def test_an_empty_chair_of_a_core_partner_speaks_and_names_the_partner(
    table: Table,
) -> None:
    _town, police, _om = stalling.core(table)
    end_seat(police, by=table.chair, why="andere baan", now=table.tick())
    assert codes(table.chair, later(table, 14)) == []
    signal = of_code("EX307", table.chair, later(table, 15))
    assert signal.which == "police"
    assert [each.what for each in signal.days] == ["left"]
    table.seat("police")
    assert codes(table.chair, later(table, 15)) == []


def test_a_guest_keeps_the_chair_of_a_core_partner(table: Table) -> None:
    for function in ("municipality", "police"):
        table.seat(function)
    table.guest("prosecution")
    assert codes(table.chair, later(table, 15)) == []


def test_somebody_whose_appointment_ended_sits_there_no_longer(table: Table) -> None:
    _town, police, _om = stalling.core(table)
    appointment = police.user.appointments.get()
    appointment.until = after(table, 1)
    appointment.save()
    signal = of_code("EX307", table.chair, later(table, 16))
    assert [(each.what, each.day) for each in signal.days] == [
        ("left", after(table, 1))
    ]


def test_an_advice_waits_for_the_other_body(table: Table) -> None:
    """S26."""
    seats = stalling.core(table)
    advice = stalling.decided(table, seats, advice_to="de driehoek")
    plain = stalling.decided(table, seats)
    assert codes(seats[0], later(table, 43), of=advice) == ["EX308"]
    assert codes(seats[0], later(table, 43), of=plain) == []


def test_a_level_that_is_not_decided_on_again_speaks(table: Table) -> None:
    """S40: whoever decided must decide again."""
    stalling.core(table)
    step = stalling.stepped(table)
    assert codes(table.chair, later(table, 44), of=step) == []
    assert codes(table.chair, later(table, 45), of=step) == ["EX309"]


def test_a_round_speaks_while_closed_and_again_when_nobody_reads_together(
    table: Table,
) -> None:
    """N9: readings that stay side by side."""
    town, police, _om = stalling.core(table)
    fact = reading.brought_in(table, police)
    asked = reading.opened(table)
    reading.written(table, asked, town)
    assert codes(town, later(table, 18), of=asked) == ["EX310"]
    reading.revealed(table, asked)
    assert codes(town, later(table, 18), of=asked) == []
    assert codes(town, later(table, 29), of=asked) == ["EX311"]
    reading.read_together(table, [fact])
    assert codes(town, later(table, 29), of=asked) == []


def test_an_impasse_speaks_past_the_day_of_its_latest_stage(table: Table) -> None:
    """S38, S39: it ends with a resolution, and not with time."""
    town, police, _om = stalling.core(table)
    impasse = stalling.stuck(table, police)
    assert codes(town, later(table, 7), of=impasse) == []
    assert codes(town, later(table, 8), of=impasse) == ["EX312"]
    step = Step(
        impasse=impasse,
        stage="third_eye",
        to_whom="buurhuis",
        note="vraag",
        decide_by=after(table, 20),
    )
    take_further(step, by=table.chair, now=table.tick())
    assert codes(town, later(table, 20), of=impasse) == []
    assert codes(town, later(table, 21), of=impasse) == ["EX312"]
    told = Resolution(impasse=impasse, how="agreed", words="samen")
    resolve(told, by=table.chair, now=table.tick())
    assert codes(town, later(table, 21), of=impasse) == []


def test_a_review_that_is_late_and_a_silent_dossier_speak(table: Table) -> None:
    """S43, F59."""
    stalling.core(table)
    assert codes(table.chair, later(table, 56)) == []
    assert codes(table.chair, later(table, 57)) == ["EX313"]
    assert set(codes(table.chair, later(table, 105))) == {"EX305", "EX313"}


def test_a_closed_dossier_asks_nothing(table: Table) -> None:
    Dossier.objects.update(phase=Dossier.Phase.CLOSED)
    chair = Seat.objects.select_related("dossier__house").get(pk=table.chair.pk)
    assert seen(chair, later(table, 300)) == []


def test_nobody_is_told_by_a_signal_what_they_do_not_hear(table: Table) -> None:
    """T4, V1: said between two, and silent for the others; also by what ends it."""
    town, police, om = stalling.core(table)
    moments = [later(table, days) for days in (22, 57, 58)]
    table.now += timedelta(days=1)
    before = [marks(om, each) for each in moments]
    asked = stalling.expected(table, town, police, circle=Circle.Kind.NAMED)
    assert codes(town, moments[-1], of=asked) == ["EX301"]
    assert [marks(om, each) for each in moments] == before
    leave(of_code("EX301", police, moments[-1]), table_word(town), moments[-1])
    assert [marks(om, each) for each in moments] == before


def marks(seat: Seat, now: object) -> list[tuple[object, object]]:
    return [(one.mark, one.left_until) for one in seen(seat, now)]


def table_word(seat: Seat) -> Seat:
    """The same seat, now with the mandate to commit its organisation."""
    Seat.objects.filter(pk=seat.pk).update(mandate=Seat.Mandate.COMMIT)
    return Seat.objects.select_related("dossier__house").get(pk=seat.pk)


def test_leaving_it_so_silences_it_until_the_day_and_no_longer(table: Table) -> None:
    """N9: with a reason, and with a line."""
    town, police, om = stalling.core(table)
    asked = stalling.expected(table, town, police)
    now = later(table, 22)
    left = leave(of_code("EX301", table.chair, now), table.chair, now)
    assert (left.rule, left.about_id, left.circle_id) == (
        "EX301",
        asked.pk,
        asked.circle_id,
    )
    assert codes(om, now, of=asked) == []
    assert of_code("EX301", om, now).left_until == left.until
    assert codes(om, now + timedelta(days=20), of=asked) == []
    assert codes(om, now + timedelta(days=21), of=asked) == ["EX301"]


def test_taking_it_back_makes_it_speak_again(table: Table) -> None:
    town, police, _om = stalling.core(table)
    asked = stalling.expected(table, town, police)
    now = later(table, 22)
    left = leave(of_code("EX301", table.chair, now), table.chair, now)
    withdraw(left, by=table.chair, why="toch niet", now=now + timedelta(minutes=1))
    assert codes(police, now + timedelta(minutes=2), of=asked) == ["EX301"]


@pytest.mark.parametrize(
    "wrong", [{"why": ""}, {"until": None}, {"mark": UUID(int=7)}], ids=str
)
def test_leaving_it_so_says_why_and_until_when(
    table: Table, wrong: dict[str, object]
) -> None:
    town, police, _om = stalling.core(table)
    stalling.expected(table, town, police)
    now = later(table, 22)
    signal = of_code("EX301", table.chair, now)
    told = {"mark": signal.mark, "why": "zo", "until": now.date() + timedelta(3)}
    with pytest.raises(ValidationError):
        leave_so(LeftSo(**told | wrong), by=table.chair, now=now)


@pytest.mark.parametrize("days", [0, 61])
def test_it_is_left_for_as_long_as_the_house_allows(table: Table, days: int) -> None:
    stalling.core(table)
    now = later(table, 57)
    signal = of_code("EX313", table.chair, now)
    until = timezone.localdate(now) + timedelta(days=days)
    with pytest.raises(ValidationError) as wrong:
        leave(signal, table.chair, now, until=until)
    assert "until" in wrong.value.message_dict


def test_who_may_only_speak_leaves_nothing_so(table: Table) -> None:
    town, *_others = stalling.core(table)
    now = later(table, 57)
    with pytest.raises(Refused):
        leave(of_code("EX313", town, now), town, now)


def test_another_day_makes_another_signal(table: Table) -> None:
    """What was left so was that; what came since is asked about again."""
    _town, police, _om = stalling.core(table)
    made = stalling.moved(table, stalling.agreed(table, police), 14)
    twice = stalling.moved(table, made, 30)
    now = table.tick()
    leave(of_code("EX302", table.chair, now), table.chair, now)
    assert codes(table.chair, table.tick(), of=twice) == []
    table.now = table.now + timedelta(days=1)
    thrice = stalling.moved(table, twice, 60)
    assert codes(table.chair, table.tick(), of=thrice) == ["EX302"]


def test_at_all_tables_one_reads_what_each_seat_reads(table: Table) -> None:
    """One question for all tables tells what each seat would be told."""
    stalling.core(table)
    other = Table(house=table.house)
    police = other.seat("police")
    stalling.expected(other, other.seat("municipality"), police)
    stalling.stuck(other, police)
    now = max(later(table, 60), later(other, 60))
    for each in (table, other):
        user = each.chair.user
        assert user
        told = sorted(one.mark for one in at_tables_of(user, now))
        assert told == sorted(one.mark for one in seen(each.chair, now))
        assert told
    assert police.user
    assert list(at_tables_of(police.user, now)) == []


def test_it_is_found_once_for_one_look_at_a_dossier(table: Table) -> None:
    stalling.core(table)
    now = later(table, 57)
    first = at_this_seat(table.chair, now)
    with CaptureQueriesContext(connection) as asked:
        assert at_this_seat(table.chair, now) == first
    assert len(asked) == 0


def test_who_leads_is_told_once_and_without_a_word(table: Table) -> None:
    """N15: a notice without content; not every day, and not to others."""
    town, police, _om = stalling.core(table)
    stalling.expected(table, town, police)
    now = later(table, 22)
    assert tell_of_stalls(now) == 1
    notice = Notice.objects.get(kind=Notice.Kind.STALLED)
    assert (notice.user, notice.dossier) == (table.chair.user, table.dossier.pk)
    assert tell_of_stalls(now) == 0
    assert tell_of_stalls(now + timedelta(days=1)) == 0
    assert tell_of_stalls(now + timedelta(days=40)) == 1, "by then more stands still"


def test_what_was_left_so_is_told_again_when_its_day_has_passed(table: Table) -> None:
    town, police, _om = stalling.core(table)
    stalling.expected(table, town, police)
    now = later(table, 22)
    tell_of_stalls(now)
    leave(of_code("EX301", table.chair, now), table.chair, now)
    assert tell_of_stalls(now + timedelta(days=1)) == 0
    assert not SignalTold.objects.exists()
    assert tell_of_stalls(now + timedelta(days=21)) == 1


def test_many_tables_make_one_notice(table: Table) -> None:
    stalling.core(table)
    appointment = table.director
    other = Table(house=table.house)
    seat = Seat(
        user=appointment.user,
        organisation=appointment.organisation,
        role=Seat.Role.PROCESS_DIRECTOR,
        why="leidt ook deze",
    )
    from expliciet.dossiers.actions.seats import invite

    invite(seat, by=other.chair, now=other.tick())
    now = max(later(table, 60), later(other, 60))
    tell_of_stalls(now)
    told = Notice.objects.filter(kind=Notice.Kind.STALLED, user=appointment.user)
    assert [(each.dossier, each.house) for each in told] == [(None, table.house.pk)]
    assert SignalTold.objects.filter(user=appointment.user).count() > 1


def test_the_run_asks_as_much_of_one_dossier_as_of_many(table: Table) -> None:
    """Questions to the database grow with who leads, not with what they lead."""
    stalling.core(table)
    user = table.chair.user
    assert user

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            list(at_tables_of(user, later(table, 60)))
        return len(queries)

    one = asked()
    for _number in range(3):
        other = Table(house=table.house)
        Seat.objects.filter(pk=other.chair.pk).update(user=user)
    assert asked() == one
