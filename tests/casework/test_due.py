"""The clock tells people that the day of something of theirs has come."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from expliciet.casework.actions.agreements import agree, claim
from expliciet.casework.actions.due import remind_of_due
from expliciet.casework.actions.expectations import expect
from expliciet.casework.models import Agreement, Claim, Expectation
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Circle, Dossier, Seat
from expliciet.post.models import Notice
from tests.factories import Table, earlier_today

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def table() -> Table:
    return Table(now=earlier_today())


def agreed(table: Table, owner: Seat, days: int = 3) -> Agreement:
    now = table.tick()
    made = Agreement(
        deed="belt school (verzonnen)",
        owner=owner,
        due_on=in_days(days),
        done_when="gesprek gepland",
    )
    circle = circle_for(owner, Circle.Kind.TABLE, now)
    return agree(made, by=owner, circle=circle, now=now)


def told() -> list[tuple[object, object]]:
    due = Notice.objects.filter(kind=Notice.Kind.DUE)
    return list(due.values_list("user", "about"))


def later(days: int) -> object:
    return timezone.localtime() + timedelta(days=days)


def test_who_promised_is_told_once_on_the_day(table: Table) -> None:
    police = table.seat("police")
    made = agreed(table, police)
    assert remind_of_due(later(2)) == 0  # type: ignore[arg-type]
    assert remind_of_due(later(3)) == 1  # type: ignore[arg-type]
    assert remind_of_due(later(3)) == remind_of_due(later(4)) == 0  # type: ignore[arg-type]
    assert told() == [(police.user_id, made.pk)]


def test_what_is_done_is_not_asked_for_any_more(table: Table) -> None:
    police = table.seat("police")
    made = agreed(table, police)
    done = Claim(agreement=made, done_on=in_days(0), words="gebeld")
    claim(done, by=police, now=table.tick())
    assert remind_of_due(later(5)) == 0  # type: ignore[arg-type]


def test_an_expectation_reminds_who_hears_it_of_that_organisation(
    table: Table,
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    second = table.seat("police")
    now = table.tick()
    expect(
        Expectation(of=police.organisation, text="belt school", answer_by=in_days(3)),
        by=town,
        circle=circle_for(town, Circle.Kind.TABLE, now),
        now=now,
    )
    late = table.seat("police")
    remind_of_due(later(3))  # type: ignore[arg-type]
    assert {user for user, _about in told()} == {police.user_id, second.user_id}
    assert late.user_id not in {user for user, _about in told()}


def test_who_left_the_table_is_not_told(table: Table) -> None:
    police = table.seat("police")
    agreed(table, police)
    Seat.objects.filter(pk=police.pk).update(left_at=timezone.now())
    assert remind_of_due(later(5)) == 0  # type: ignore[arg-type]


def test_a_review_reminds_who_chairs(table: Table) -> None:
    table.seat("police")
    Dossier.objects.update(review_on=in_days(0))
    assert remind_of_due(timezone.now()) == 2
    chairs = {table.chair.user_id, table.substitute.user_id}
    assert {user for user, _about in told()} == chairs
