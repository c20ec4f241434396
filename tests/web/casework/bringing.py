"""Typing a contribution, and bringing one in without a screen."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from expliciet.casework.actions.contributions import record_contribution
from expliciet.casework.models import Contribution, Statement
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Circle, Seat
from tests.factories import Table

NECESSITY = "zijn woorden gaan over het stadhuis (verzonnen)"


def yesterday() -> date:
    return timezone.localdate() - timedelta(days=1)


def header(**other: Any) -> dict[str, Any]:
    """A header as somebody types it."""
    return {
        "source": "wijkagent (verzonnen)",
        "obtained": "gesprek op straat",
        "seen_on": yesterday().isoformat(),
        "reliability": "direct",
        "use": "table",
        "ground": "law",
    } | other


def line(
    number: int, text: str, kind: str = "fact", domain: str = "conduct", **other: str
) -> dict[str, str]:
    """One line as somebody types it."""
    typed = {"kind": kind, "domain": domain, "text": text} | other
    return {f"{name}_{number}": words for name, words in typed.items()}


def fact(text: str = "Hij plakte drie stickers.", domain: str = "conduct") -> Statement:
    return Statement(kind="fact", domain=domain, text=text)


def bring_in(
    table: Table,
    by: Seat,
    *statements: Statement,
    circle: str = Circle.Kind.TABLE,
    **other: Any,
) -> Contribution:
    """Something brought in by this seat, in this circle."""
    now = table.tick()
    told = header(seen_on=yesterday(), necessity=NECESSITY) | other
    return record_contribution(
        Contribution(**told),
        statements or [fact()],
        by=by,
        circle=circle_for(by, circle, now),
        now=now,
    )
