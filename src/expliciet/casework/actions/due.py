"""Telling people that the day of something of theirs has come; never what it is."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ...accounts.models import User
from ...dossiers.models import Dossier, Heading, Seat
from ...post.actions.notices import notify
from ...post.models import Notice
from ..models import Agreement, Expectation

AT_A_TIME = 500


class Due(NamedTuple):
    """One thing whose day has come, and whose it is."""

    record: UUID
    dossier: UUID
    house: UUID
    said_at: datetime
    organisation: UUID | None
    """Everybody of it at that table who hears it; none where whoever chairs is told."""
    owner: UUID | None
    """The one seat whose it is."""

    def is_for(self, seat: Seat) -> bool:
        if self.owner is not None:
            return seat.pk == self.owner
        if self.organisation is None:
            return seat.chairs
        hears = seat.hears_from <= self.said_at
        return hears and seat.organisation_id == self.organisation


def remind_of_due(now: datetime) -> int:
    """Each thing once to each person, for as long as that notice is kept; how many
    were told. Four questions for five hundred things, and the notices."""
    today = timezone.localdate(now)
    found = [*agreements(today), *expectations(today), *reviews(today)]
    return sum(
        remind(found[begin : begin + AT_A_TIME], now)
        for begin in range(0, len(found), AT_A_TIME)
    )


@transaction.atomic
def remind(found: list[Due], now: datetime) -> int:
    told = set(
        Notice.objects.filter(
            kind=Notice.Kind.DUE, about__in=[each.record for each in found]
        ).values_list("about", "user")
    )
    seats: dict[UUID, list[Seat]] = {}
    sitting = Seat.objects.filter(dossier__in={each.dossier for each in found})
    sitting = sitting.active(now).exclude(role=Seat.Role.AFTERCARE)
    for seat in sitting.select_related("user").order_by():
        seats.setdefault(seat.dossier_id, []).append(seat)
    count = 0
    for each in found:
        whose = users(seats.get(each.dossier, ()), each)
        untold = [user for user in whose if (each.record, user.pk) not in told]
        if untold:
            count += len(
                notify(
                    Notice.Kind.DUE,
                    untold,
                    now=now,
                    house=each.house,
                    dossier=each.dossier,
                    about=each.record,
                )
            )
    return count


def users(seats: Iterable[Seat], due: Due) -> list[User]:
    return [seat.user for seat in seats if seat.user and due.is_for(seat)]


WHERE = ("pk", "dossier", "dossier__house", "recorded_at")


def agreements(today: date) -> Iterable[Due]:
    found = Agreement.objects.running().filter(
        due_on__lte=today, dossier__ends_on__gte=today
    )
    rows = found.order_by().values_list(*WHERE, "owner_organisation", "owner")
    return (Due(*row) for row in rows)


def expectations(today: date) -> Iterable[Due]:
    found = Expectation.objects.unanswered().filter(
        answer_by__lte=today, dossier__ends_on__gte=today
    )
    rows = found.order_by().values_list(*WHERE, "of")
    return (Due(pk, at, house, on, of, None) for pk, at, house, on, of in rows)


def reviews(today: date) -> Iterable[Due]:
    """By the heading that set the day: a later day is another reminder."""
    due = Dossier.objects.due(today).filter(ends_on__gte=today)
    found = Heading.objects.current().filter(dossier__in=due)
    rows = found.order_by().values_list(*WHERE)
    return (Due(pk, dossier, house, at, None, None) for pk, dossier, house, at in rows)
