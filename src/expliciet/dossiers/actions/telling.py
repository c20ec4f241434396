"""Telling everybody who could read something that it changed (S52, Wpg 4(4))."""

from datetime import datetime

from ...accounts.models import User
from ...post.actions.notices import notify
from ...post.models import Notice
from ..models import Record, Seat


def tell_hearers(record: Record, kind: str, *, but: Seat, now: datetime) -> None:
    """A notice to everybody at the table whose organisation hears this record."""
    hearing = record.circle.member_ids() | set(
        record.passings.values_list("organisation", flat=True)
    )
    seats = (
        Seat.objects.filter(dossier=record.dossier_id, organisation__in=hearing)
        .active(now)
        .exclude(pk=but.pk)
        .select_related("user", "dossier")
    )
    hearers = [
        seat.user
        for seat in seats
        if seat.user and Record.objects.visible_to(seat, now).filter(pk=record.pk)
    ]
    tell(hearers, kind, record, now)


def tell(users: list[User], kind: str, record: Record, now: datetime) -> None:
    notify(
        Notice.Kind(kind),
        users,
        now=now,
        house=record.dossier.house_id,
        dossier=record.dossier_id,
        about=record.id,
    )
