"""Making and ending the secret address of one's own calendar."""

from datetime import datetime

from django.db import transaction

from ...audit import trail
from ...audit.actions import Action
from ..models import CalendarAddress, User
from ..models.calendar_address import hashed
from .factors import lock
from .sessions import home_of


@transaction.atomic
def make_calendar_address(user: User, secret: str, *, now: datetime) -> CalendarAddress:
    """A new address, behind a fresh secret; the one before it leads nowhere."""
    lock(user)
    CalendarAddress.objects.filter(user=user, ended_at=None).update(ended_at=now)
    address = CalendarAddress(user=user, secret_hash=hashed(secret), made_at=now)
    address.save(force_insert=True)
    at = home_of(user, now)
    trail.record(Action.CALENDAR_OPENED, by=user, about=address, at=at)
    return address


@transaction.atomic
def end_calendar_address(user: User, *, now: datetime) -> int:
    """From now on the address leads nowhere; how many were open."""
    lock(user)
    ended = CalendarAddress.objects.filter(user=user, ended_at=None).update(
        ended_at=now
    )
    if ended:
        trail.record(Action.CALENDAR_ENDED, by=user, about=user, at=home_of(user, now))
    return ended
