"""What a seat hears, in one question: of every record when and by whom, and no word.

From these rows follow what is new, when something changed, who does not hear it, and
which kinds there are at all. The words themselves are asked for by their own query,
which decides again what may be seen.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple, Self
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from ...dossiers.models import Passing, Record, Seat
from ...dossiers.models.circle import CircleMember
from ...dossiers.models.record import kinds


class Told(NamedTuple):
    """One record that this seat hears, without its words."""

    pk: UUID
    kind: str
    recorded_at: datetime
    seat: UUID
    organisation: UUID
    circle_kind: str
    corrects: UUID | None
    overtaken_at: datetime | None
    """When a later record took its place."""
    withdrawn_at: datetime | None
    withdrawn_by: UUID | None
    passed_at: datetime | None
    """When it was passed on to this seat's organisation."""
    heard_at: datetime
    """When it first came to this seat: said to it, or else passed on."""

    @property
    def moments(self) -> Iterator[datetime]:
        """When it changed what this seat hears."""
        yield self.heard_at
        if self.passed_at:
            yield self.passed_at
        if self.withdrawn_at:
            yield self.withdrawn_at

    def is_before(self, seat: Seat) -> bool:
        """Said before somebody sat down who hears from then on."""
        return seat.hears_from > self.recorded_at

    def stands(self, moment: datetime) -> bool:
        """Heard by then, and no later record had taken its place."""
        return self.heard_at <= moment and (
            self.overtaken_at is None or self.overtaken_at > moment
        )


FIELDS = (
    *("pk", "kind", "recorded_at", "seat", "organisation", "circle__kind"),
    *("supersedes", "superseded_by__recorded_at"),
    *("withdrawal__at", "withdrawal__by", "passed_at"),
)
AT = FIELDS.index("recorded_at")


class Hearing(NamedTuple):
    """All that one seat hears at a moment, the earliest first."""

    seat: Seat
    now: datetime
    told: list[Told]

    @property
    def counted(self) -> list[Told]:
        """Without the kinds that are read where they stand, and counted nowhere."""
        silent = {name for name, kind in kinds().items() if not kind.COUNTED}
        return [each for each in self.told if each.kind not in silent]

    def standing(self, *kinds: str, moment: datetime | None = None) -> list[Told]:
        """Those of these kinds in whose place nothing came; withdrawn ones too."""
        at = moment or self.now
        return [each for each in self.told if each.kind in kinds and each.stands(at)]

    def has(self, *kinds: str) -> bool:
        """Whether there is anything to ask about these kinds."""
        return any(each.kind in kinds for each in self.told)

    @classmethod
    def of(cls, seat: Seat, now: datetime) -> Self:
        return cls(seat, now, told_to(seat, now))


def hearing(seat: Seat, now: datetime) -> Hearing:
    """What this seat hears at the moment of this request; asked once for one page.

    It lies with the seat that the request found, and goes with it.
    """
    known: Hearing | None = getattr(seat, "_hearing", None)
    if known is None or known.now != now:
        known = Hearing.of(seat, now)
        seat._hearing = known  # type: ignore[attr-defined]
    return known


def told_to(seat: Seat, now: datetime) -> list[Told]:
    """One row for each record that this seat hears."""
    ours = CircleMember.objects.filter(
        circle=OuterRef("circle"), organisation=seat.organisation_id
    )
    passed = Passing.objects.filter(
        record=OuterRef("pk"), organisation=seat.organisation_id, at__lte=now
    )
    rows = (
        Record.objects.visible_to(seat, now)
        .order_by("recorded_at", "pk")
        .annotate(is_ours=Exists(ours), passed_at=Subquery(passed.values("at")[:1]))
        .values_list("is_ours", *FIELDS)
    )
    return [row(seat, is_ours, *facts) for is_ours, *facts in rows]


def row(seat: Seat, is_ours: bool, *facts: Any) -> Told:
    """The same, and when it came to this seat."""
    told = Told._make((*facts, facts[AT]))
    if is_ours and told.recorded_at >= seat.hears_from:
        return told
    return told._replace(heard_at=told.passed_at or told.recorded_at)
