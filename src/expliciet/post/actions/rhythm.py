"""In which rhythm somebody is written to."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ...accounts.actions.sessions import home_of
from ...accounts.models import House, User
from ...accounts.rhythm import Rhythm, next_mail
from ...audit import trail
from ...audit.actions import Action
from ..models import Delivery, Notice

NEVER_LATER = (Notice.Kind.SECURITY, Notice.Kind.RECOVERY)
"""Whoever may have lost an account hears it at once, whatever was chosen."""
RULE = "mail-rhythm"


def moments(
    users: Iterable[User], kind: str, house: UUID | None, now: datetime
) -> dict[UUID, datetime | None]:
    """When each of these may hear of something that happens now; None for no mail.

    What somebody chose for themselves goes before the rule of the house.
    """
    usual = None
    found: dict[UUID, datetime | None] = {}
    for user in users:
        rhythm = Rhythm.AT_ONCE.value if kind in NEVER_LATER else user.mail_rhythm
        if not rhythm:
            usual = usual or usual_in(house, now)
            rhythm = usual
        found[user.pk] = next_mail(rhythm, now)
    return found


def usual_in(house: UUID | None, now: datetime) -> str:
    """What holds for whoever chose nothing: the rule of the house it is about."""
    here = House.objects.filter(pk=house).first() if house else None
    if here is None:
        return Rhythm.AT_ONCE.value
    return str(here.rule(RULE, timezone.localdate(now)))


@transaction.atomic
def choose_rhythm(user: User, rhythm: str, *, now: datetime) -> User:
    """From now on, and for what waits in the outbox already.

    Who wants no mail any more still finds everything on their own page.
    """
    user.mail_rhythm = rhythm
    others = {field.name for field in user._meta.fields} - {"mail_rhythm"}
    user.full_clean(exclude=others)
    user.save(update_fields=["mail_rhythm"])
    waiting = Delivery.objects.filter(
        notice__user=user, state=Delivery.State.WAITING, attempts=0
    ).exclude(notice__kind__in=NEVER_LATER)
    for delivery in waiting.select_related("notice"):
        at = moments([user], delivery.notice.kind, delivery.notice.house, now)[user.pk]
        if at is None:
            delivery.delete()
        else:
            delivery.next_at = at
            delivery.save(update_fields=["next_at"])
    trail.record(
        Action.PREFERENCE_SET, by=user, about=user, at=home_of(user, now), rule="mail"
    )
    return user
