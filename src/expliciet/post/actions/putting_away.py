"""Putting away what one has seen."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ...accounts.models import User
from ...audit import trail
from ...audit.actions import Action
from ...audit.trail import Actor
from ..models import Notice


@transaction.atomic
def put_away(
    notices: Collection[UUID] | None, *, by: User, now: datetime, as_: Actor
) -> int:
    """These notices of one's own, or all of them; how many still lay there.

    A notice of somebody else is not there to be put away. `as_` is the capacity in
    which it is done, for the line.
    """
    unread = Notice.objects.visible_to(by, timezone.localdate(now)).unread()
    if notices is not None:
        unread = unread.filter(pk__in=notices)
    count = unread.update(read_at=now)
    if count:
        trail.record(Action.NOTICES_READ, by=as_, count=count)
    return count
