"""Throwing away notices whose end has come."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ...audit import trail
from ...audit.actions import Action
from ...audit.trail import CLOCK
from ..models import Delivery, Notice


@transaction.atomic
def drop_notices(now: datetime) -> int:
    """Notices past their end, with what there was of a mail; how many."""
    ended = Notice.objects.ended(timezone.localdate(now))
    Delivery.objects.filter(notice__in=ended).delete()
    dropped: int = ended.delete()[0]
    if dropped:
        trail.record(Action.CLOCK_RAN, by=CLOCK, rule="notices.drop", count=dropped)
    return dropped
