"""Who sits at a table for the core partners, and since when nobody does.

Whoever sits at a table sees who sits, and sat, there; so does every signal about it.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from ...accounts.models import Appointment, Organisation
from ...dossiers.models import Dossier, Seat
from ...dossiers.models.seat import SeatQuerySet
from ...rules import Course, Day
from .matters import Matter

CORE = (Organisation.MUNICIPALITY, Organisation.POLICE, Organisation.PROSECUTION)
"""The partners without whom a table decides nothing; the house itself leads."""
RUNNING = (Dossier.Phase.CONFERENCE, Dossier.Phase.MONITORING)

Seats = dict[tuple[UUID, str], list[dict[str, Any]]]


def read(seen: SeatQuerySet, now: datetime) -> Seats:
    """The seats of core partners, by dossier and function; one question."""
    appointed = Appointment.objects.filter(
        user=OuterRef("user"), organisation=OuterRef("organisation")
    )
    last = appointed.order_by(F("until").desc(nulls_first=True))
    seats = (
        seen.filter(organisation__function__in=CORE)
        .exclude(role=Seat.Role.AFTERCARE)
        .annotate(
            is_here=Exists(Seat.objects.filter(pk=OuterRef("pk")).active(now))
            | Q(user=None, left_at=None),
            until=Subquery(last.values("until")[:1]),
        )
        .order_by("joined_at")
        .values(
            "dossier",
            "organisation__function",
            "joined_at",
            "left_at",
            "is_here",
            "until",
        )
    )
    found: Seats = defaultdict(list)
    for seat in seats:
        found[seat["dossier"], seat["organisation__function"]].append(dict(seat))
    return found


def matters(dossier: Dossier, seats: Seats, today: date) -> Iterator[Matter]:
    """One for each core partner, while the approach goes on."""
    if dossier.phase not in RUNNING:
        return
    for function in CORE:
        days = [Day("opened", timezone.localdate(dossier.opened_at))]
        for seat in seats.get((dossier.pk, function), ()):
            if seat["is_here"]:
                days.append(Day("seated", timezone.localdate(seat["joined_at"])))
            elif ended := last_day(seat, today):
                days.append(Day("left", ended))
        yield Matter(Course("core_seat", tuple(days), today), which=function)


def last_day(seat: dict[str, Any], today: date) -> date | None:
    """When it ended; or when the appointment did that it rested on."""
    if seat["left_at"]:
        return timezone.localdate(seat["left_at"])
    until: date | None = seat["until"]
    return until if until and until < today else None
