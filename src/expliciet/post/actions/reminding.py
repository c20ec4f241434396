"""Reminding people of what they promised to look at again."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ...accounts.models import Appointment, User, WorkingAgreement
from ..models import Notice
from .notices import notify


def remind_of_working_agreements(now: datetime) -> int:
    """Tell the process directors of a house which agreements are to be looked at.

    Once for each agreement and each director, for as long as that notice is kept; how
    many were told.
    """
    today = timezone.localdate(now)
    return sum(
        remind(agreement, now) for agreement in WorkingAgreement.objects.due(today)
    )


@transaction.atomic
def remind(agreement: WorkingAgreement, now: datetime) -> int:
    told = Notice.objects.filter(
        kind=Notice.Kind.AGREEMENT_DUE, about=agreement.pk
    ).values("user")
    directors = (
        Appointment.objects.filter(house=agreement.house_id)
        .holding(timezone.localdate(now))
        .in_role(Appointment.Role.PROCESS_DIRECTOR)
    )
    untold = User.objects.filter(pk__in=directors.values("user")).exclude(pk__in=told)
    return len(
        notify(
            Notice.Kind.AGREEMENT_DUE,
            untold,
            now=now,
            house=agreement.house_id,
            about=agreement.pk,
        )
    )
