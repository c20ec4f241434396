"""A notice in the outbox, in the transaction of what it is about."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from ...accounts.models import User
from ...accounts.terms import months_later
from ..models import Delivery, Notice
from .rhythm import moments

KEPT_MONTHS = 3


def notify(
    kind: Notice.Kind,
    to: Iterable[User],
    *,
    now: datetime,
    house: UUID | None = None,
    dossier: UUID | None = None,
    about: UUID | None = None,
) -> list[Notice]:
    """Tell these people that there is something of this kind; the worker sends it,
    each in the rhythm of their own.

    Not committed, not told: a notice stands or falls with what it is about.
    """
    ends_on = months_later(timezone.localdate(now), KEPT_MONTHS)
    notices = [
        Notice(
            user=user,
            kind=kind,
            house=house,
            dossier=dossier,
            about=about,
            at=now,
            ends_on=ends_on,
        )
        for user in {user.id: user for user in to}.values()
        if user.is_active
    ]
    Notice.objects.bulk_create(notices)
    when = moments([notice.user for notice in notices], kind, house, now)
    Delivery.objects.bulk_create(
        [
            Delivery(notice=notice, next_at=at)
            for notice in notices
            if (at := when[notice.user_id])
        ]
    )
    return notices
