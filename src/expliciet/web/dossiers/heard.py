"""What a part of a dossier tells: as one seat hears it now, or as was known on."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from ...dossiers.models import Record, Seat
from ...dossiers.models.record import RecordQuerySet
from .entries import Entry, entries


def heard_here(
    seat: Seat, now: datetime, moment: datetime | None
) -> RecordQuerySet[Record]:
    """What this seat hears; or heard at that moment, and hears still."""
    heard = Record.objects.visible_to(seat, now)
    return heard.known_to(seat, moment) if moment else heard


def told_here(
    wanted: Q,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: Iterable[Seat],
) -> dict[UUID, Entry]:
    """An entry for each thing wanted, with what is new since this seat was here.

    At an earlier moment nothing is new. `seats` are those at this table.
    """
    return entries(
        heard_here(seat, now, moment).filter(wanted).with_voice(),
        seat=seat,
        moment=moment or now,
        since=None if moment else seat.visited_before(now),
        seats=[each for each in seats if each.is_taken(now)],
    )


def of_kind(kind: str, told: Iterable[Entry]) -> list[Entry]:
    return [each for each in told if each.record.kind == kind]
