"""T15, V14: two at once around a talk. One wins, and the other is told."""

from datetime import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.conducting import go_on
from expliciet.casework.actions.minutes import (
    answer_minutes,
    establish,
    make_minutes,
)
from expliciet.casework.actions.open_points import settle
from expliciet.casework.models import (
    AgendaItem,
    Established,
    Minutes,
    Receipt,
    Settled,
)
from expliciet.dossiers.models import Seat
from tests.casework.meeting import Phase, talking
from tests.casework.test_open_points import left_open
from tests.factories import Table
from tests.proofs.racing import as_in_a_request, lost, race, won

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engines]

ROUNDS = range(4)


def fits(wrong: Exception) -> bool:
    return isinstance(wrong, ValidationError | Refused)


def made(table: Table, item: AgendaItem) -> Minutes:
    return make_minutes(item, by=table.chair, now=table.tick())[0]


def test_of_two_answers_of_one_seat_to_minutes_one_stands() -> None:
    """N16: what was said first."""
    table = Table()
    police = table.seat("police")
    item = talking(table, police)
    for number in ROUNDS:
        table.note(table.chair, f"nog iets {number} (verzonnen)")
        minutes = made(table, item)

        def answers(seat: Seat, now: datetime, minutes: Minutes = minutes) -> Any:
            here = Minutes.objects.get(pk=minutes.pk)
            said = Receipt(minutes=here, seat=seat, says=Receipt.Says.SO)
            return answer_minutes(said, by=seat, now=now)

        deed = as_in_a_request(police, answers, table.tick())
        outcomes = race(deed, deed)
        assert len(won(outcomes)) == 1
        assert all(map(fits, lost(outcomes)))
        assert Receipt.objects.filter(minutes=minutes).count() == 1


def test_what_two_make_of_one_talk_is_one_set_of_minutes() -> None:
    table = Table()
    item = talking(table)
    for number in ROUNDS:
        table.note(table.chair, f"nog iets {number} (verzonnen)")

        def makes(seat: Seat, now: datetime) -> Any:
            return make_minutes(AgendaItem.objects.get(pk=item.pk), by=seat, now=now)

        deed = as_in_a_request(table.chair, makes, table.tick())
        outcomes = race(deed, deed)
        assert all(map(fits, lost(outcomes)))
        assert Minutes.objects.current().filter(item=item).count() == 1


def test_minutes_are_established_once() -> None:
    table = Table()
    item = talking(table)
    minutes = made(table, item)
    go_on(item, Phase.DONE, by=table.chair, now=table.tick())
    for seat in (table.chair, table.substitute):
        said = Receipt(minutes=minutes, seat=seat, says=Receipt.Says.SO)
        answer_minutes(said, by=seat, now=table.tick())

    def stands(seat: Seat, now: datetime) -> Any:
        return establish(Minutes.objects.get(pk=minutes.pk), by=seat, now=now)

    deed = as_in_a_request(table.chair, stands, table.tick())
    outcomes = race(deed, deed)
    assert len(won(outcomes)) == 1
    assert all(map(fits, lost(outcomes)))
    assert Established.objects.count() == 1


def test_an_open_point_is_settled_once() -> None:
    table = Table()
    police = table.seat("police")
    for _round in ROUNDS:
        point = left_open(table, police)

        def settles(seat: Seat, now: datetime, point: Any = point) -> Any:
            return settle(Settled(about=point, why="vervalt"), by=seat, now=now)

        outcomes = race(
            as_in_a_request(police, settles, table.tick()),
            as_in_a_request(table.chair, settles, table.tick()),
        )
        assert len(won(outcomes)) == 1
        assert all(map(fits, lost(outcomes)))
        assert Settled.objects.filter(about=point).count() == 1


def test_two_who_lead_go_on_to_one_phase() -> None:
    """The clock has one step for it."""
    table = Table()
    item = talking(table)

    def goes_on(seat: Seat, now: datetime) -> Any:
        there = AgendaItem.objects.get(pk=item.pk)
        return go_on(there, Phase.DECIDE, by=seat, now=now)

    deed = as_in_a_request(table.chair, goes_on, table.tick())
    outcomes = race(deed, deed)
    assert all(map(fits, lost(outcomes)))
    assert item.steps.filter(phase=Phase.DECIDE).count() == 1
