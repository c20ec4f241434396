"""What openly lacks something, and what became of it: N21."""

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.open_points import leave_open, settle
from expliciet.casework.models import OpenPoint, Settled
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Circle, Record, Seat
from tests.casework.promises import agreed
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def left_open(table: Table, by: Seat, circle: str = Circle.Kind.TABLE) -> OpenPoint:
    now = table.tick()
    point = OpenPoint(meant="agreement", text="iemand belt de school (verzonnen)")
    return leave_open(point, by=by, circle=circle_for(by, circle, now), now=now)


def test_a_line_that_lacks_something_stands_and_stays_open() -> None:
    table = Table()
    police = table.seat("police")
    point = left_open(table, police)
    assert list(OpenPoint.objects.open()) == [point]
    assert OpenPoint.objects.visible_to(table.chair, table.tick()).exists()


def test_it_is_settled_by_what_it_became_and_once() -> None:
    table = Table()
    police = table.seat("police")
    point, became = left_open(table, police), agreed(table, police)
    settle(
        Settled(about=point, became=Record.objects.get(pk=became.pk)),
        by=police,
        now=table.tick(),
    )
    assert not OpenPoint.objects.open().exists()
    with pytest.raises(ValidationError):
        settle(Settled(about=point, why="vervalt"), by=police, now=table.tick())


def test_it_lapses_only_with_a_reason() -> None:
    table = Table()
    point = left_open(table, table.chair)
    with pytest.raises(ValidationError):
        settle(Settled(about=point), by=table.chair, now=table.tick())
    settle(Settled(about=point, why="al gedaan"), by=table.chair, now=table.tick())


def test_only_who_said_it_or_keeps_the_record_settles_it() -> None:
    """V5: and only by what they hear themselves."""
    table = Table()
    police, youth = table.seat("police"), table.seat("jeugdwerk")
    point = left_open(table, police)
    with pytest.raises(Refused):
        settle(Settled(about=point, why="vervalt"), by=youth, now=table.tick())
    secret = agreed(table, police, circle=Circle.Kind.OWN)
    with pytest.raises(ValidationError):
        settle(
            Settled(about=point, became=Record.objects.get(pk=secret.pk)),
            by=table.chair,
            now=table.tick(),
        )


def test_what_it_became_is_of_the_kind_that_was_meant() -> None:
    table = Table()
    point, note = left_open(table, table.chair), table.note(table.chair)
    with pytest.raises(ValidationError):
        settle(Settled(about=point, became=note), by=table.chair, now=table.tick())
