"""What a linked dossier shows here by reference, to whoever sits at both tables."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from ...audit.actions import Action
from ...dossiers.models import Record, Seat, Shown
from ...dossiers.models.seat import COMMON
from ...vault.keyring import unlock
from ..reading import Look
from .entries import Entry, entries


def shown_here(
    seat: Seat, now: datetime, moment: datetime | None
) -> tuple[list[Entry], list[Look]]:
    """The records, each read from one's own seat in its own dossier, and their lines.

    Only those rows are unlocked; the rest of the linked dossier stays closed.
    """
    if seat.user is None:
        return [], []
    shown = Shown.objects.visible_to(seat.user, now).filter(dossier=seat.dossier_id)
    if moment:
        shown = shown.filter(at__lte=moment)
    wanted = dict(shown.values_list("record", "record__dossier"))
    if not wanted:
        return [], []
    found: list[Entry] = []
    looks: list[Look] = []
    for there in seats_there(seat, now, wanted.values()):
        ids = {pk for pk, dossier in wanted.items() if dossier == there.dossier_id}
        records = read_there(there, now, moment, ids)
        open_rows(there, records)
        for entry in entries(records, seat=there, moment=moment or now).values():
            entry.is_shown_from = there.dossier.number
            found.append(entry)
            looks.append(Look(Action.RECORD_READ, there, entry.record))
    return found, looks


def seats_there(seat: Seat, now: datetime, dossiers: Iterable[UUID]) -> list[Seat]:
    seats = Seat.objects.filter(user=seat.user_id, dossier__in=set(dossiers))
    seats = seats.active(now)
    return list(seats.select_related("dossier", "organisation", "user"))


def read_there(
    there: Seat, now: datetime, moment: datetime | None, ids: set[UUID]
) -> list[Record]:
    """These records, and what corrected them since: a reference follows the record."""
    heard = Record.objects.visible_to(there, now)
    if moment:
        heard = Record.objects.as_of(moment, there, now)
    found: dict[UUID, Record] = {}
    seeking = Q(pk__in=ids)
    while records := list(heard.filter(seeking).with_voice()):
        found.update((record.pk, record) for record in records)
        seeking = Q(supersedes__in=[record.pk for record in records])
    return list(found.values())


def open_rows(there: Seat, records: Iterable[Record]) -> None:
    for record in records:
        unlock(record.dossier_id, [str(record.circle_id)], [record.pk])
        if record.on_behalf_of_id:
            unlock(there.dossier_id, [COMMON], [record.on_behalf_of_id])
