"""Colleagues who were locked out, for whom somebody already vouched."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from ...accounts.models import Appointment, Recovery
from ..people import appointments, me


def to_confirm(request: HttpRequest, now: datetime) -> list[Recovery]:
    """Those I may confirm: of my organisation, or of the house for an administrator."""
    user = me(request)
    waiting = list(
        Recovery.objects.visible_to(user, now)
        .open(now)
        .filter(confirmed_by=None)
        .exclude(user=user)
        .exclude(asked_by=user)
        .select_related("user")
    )
    theirs = Appointment.objects.holding(timezone.localdate(now)).filter(
        user__in={recovery.user_id for recovery in waiting}
    )
    where = set(theirs.values_list("user", "house", "organisation"))
    return [
        recovery
        for recovery in waiting
        if any(
            recovery.house_id == mine.house_id and is_near(recovery, mine, where)
            for mine in appointments(request)
        )
    ]


def is_near(
    recovery: Recovery, mine: Appointment, where: set[tuple[UUID, UUID, UUID]]
) -> bool:
    """Appointed in this house; and, but for an administrator, for my organisation."""
    if mine.is_(Appointment.Role.ADMINISTRATOR):
        return any(each[:2] == (recovery.user_id, mine.house_id) for each in where)
    return (recovery.user_id, mine.house_id, mine.organisation_id) in where
