"""Agreements and expectations as a table makes them, in the fewest words."""

from datetime import date
from typing import Any

from expliciet.casework.actions.agreements import agree
from expliciet.casework.actions.expectations import expect
from expliciet.casework.models import Agreement, Expectation
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Circle, Seat
from tests.casework.approach import in_days
from tests.factories import Table


def promise(owner: Seat | None, by_day: date | None = None, **more: Any) -> Agreement:
    """An agreement as it is filled in, not made yet."""
    said = {
        "deed": "belt de school",
        "owner": owner,
        "due_on": by_day or in_days(5),
        "done_when": "een gesprek is gepland",
    }
    return Agreement(**(said | more))


def agreed(
    table: Table,
    owner: Seat,
    by: Seat | None = None,
    *,
    circle: str = Circle.Kind.TABLE,
    **more: Any,
) -> Agreement:
    """Made by this seat, or by the owner, who then accepted it by saying so."""
    now, by = table.tick(), by or owner
    there = circle_for(by, circle, now)
    return agree(promise(owner, **more), by=by, circle=there, now=now)


def expected(
    table: Table,
    by: Seat,
    of: Seat,
    *,
    circle: str = Circle.Kind.TABLE,
    **more: Any,
) -> Expectation:
    now = table.tick()
    said = {"text": "meldt verzuim binnen twee dagen", "answer_by": in_days(3)}
    return expect(
        Expectation(of=of.organisation, **(said | more)),
        by=by,
        circle=circle_for(by, circle, now),
        now=now,
    )
