"""One thing on somebody's own page: what it is, of which dossier, whose, and by when.

References, kinds, dates and parties; never a word of a case. Ordered by day, whatever
it is and whoever it is of.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise

from ...dossiers.models import Seat
from .ages import age

Words = str | Promise
SHOWN = 12
"""So many stand on the page at once; the others one tap further."""


class Row(NamedTuple):
    """One thing that is asked of me, or that I wait for."""

    what: str
    """Tells kinds apart for a program; `kind` says it to people."""
    kind: Words
    seat: Seat
    """From which seat it is seen: the one who looks has no other at that table."""
    record: UUID | None = None
    reference: str = ""
    party: str = ""
    """The organisation on the other side."""
    party_id: UUID | None = None
    person: UUID | None = None
    """The one person it is asked of, where it is one person's."""
    day: date | None = None
    since: date | None = None
    deed: Words = ""
    route: str = "work:matter"
    place: str = ""
    """Where it stands, for what has no route of its own; otherwise it is looked up only
    for what is shown."""
    opens: bool = False
    """Its text opens where it stands, and is answered there."""
    in_one_tap: bool = False
    age: str = ""
    is_past: bool = False
    for_whom: str = ""
    """The colleague whose work it is, while they are away."""
    away: str = ""
    """That who owes it is away, until when, and who takes over."""

    @property
    def address(self) -> str:
        if self.place:
            return self.place
        dossier = self.seat.dossier_id
        about = [dossier, self.record] if self.record else [dossier]
        there = reverse(self.route, args=about)
        return f"{there}?terug=werk" if self.route == "casework:reading" else there

    @property
    def when(self) -> date:
        """Where it stands among the others: what waits longest comes first."""
        return self.day or self.since or date.max

    def on(self, today: date) -> "Row":
        """With how long it takes already."""
        begun = self.day if self.day and self.day <= today else self.since
        return self._replace(
            age=age(begun, today) if begun else "",
            is_past=self.day is not None and self.day < today,
        )


class Rows(NamedTuple):
    """What fits on the page, and how many there are besides."""

    shown: list[Row]
    more: int

    @property
    def total(self) -> int:
        return len(self.shown) + self.more


def in_order(rows: Iterable[Row], now: datetime, *, whole: bool = False) -> Rows:
    """By day; all of them only for whoever asks."""
    found = sorted(rows, key=lambda row: (row.when, row.reference))
    shown = found if whole else found[:SHOWN]
    today = timezone.localdate(now)
    return Rows([row.on(today) for row in shown], len(found) - len(shown))
