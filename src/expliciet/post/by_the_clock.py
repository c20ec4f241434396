"""What the clock does for this room and for those beneath it, which know no clock."""

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..accounts.actions.keys import destroy_old_epochs, rotate_keys, second_copy
from ..accounts.models import Session
from ..audit.sealer import seal_lines, sign_heads
from ..audit.trail import CLOCK
from ..vault.models import Epoch
from .actions.delivering import deliver
from .actions.dropping import drop_notices
from .actions.reminding import remind_of_working_agreements
from .errands import DAY, HOUR, MINUTE, errand

EPOCH = timedelta(days=7)


@errand("seal", every=MINUTE, silent=True, label=_("number and chain the trail"))
def seal(now: datetime) -> int:
    return seal_lines()


@errand("mail", every=MINUTE, silent=True, label=_("send what waits in the outbox"))
def mail(now: datetime) -> int:
    return deliver(now)


@errand("heads", every=HOUR, label=_("sign the heads of the trail"))
def heads(now: datetime) -> int:
    return len(sign_heads(now))


@errand("keys", every=DAY, label=_("begin a new key epoch every week"))
def keys(now: datetime) -> int:
    """The epoch says itself how old it is, whoever began it.

    Only where a second copy is kept: a key that lies in one place is lost with it.
    """
    last = Epoch.objects.order_by("-number").first()
    if last is None or second_copy() is None or now < last.began_at + EPOCH:
        return 0
    rotate_keys(now=now, by=CLOCK)
    return 1


@errand("old-keys", every=DAY, label=_("destroy keys that no backup needs any more"))
def old_keys(now: datetime) -> int:
    return len(destroy_old_epochs(now=now, by=CLOCK))


@errand("sessions", every=HOUR, silent=True, label=_("clear away ended sessions"))
def sessions(now: datetime) -> int:
    return Session.objects.past(now).delete()[0]


@errand("attempts", every=HOUR, silent=True, label=_("forget wrong passwords"))
def attempts(now: datetime) -> int:
    """From where they were tried is kept as long as it counts, and no longer."""
    rest: timedelta = settings.AXES_COOLOFF_TIME
    return int(AccessAttempt.objects.filter(attempt_time__lt=now - rest).delete()[0])


@errand("notices", every=DAY, label=_("throw away notices whose end has come"))
def notices(now: datetime) -> int:
    return drop_notices(now)


@errand(
    "working-agreements",
    every=DAY,
    label=_("remind of working agreements that are to be looked at again"),
)
def working_agreements(now: datetime) -> int:
    return remind_of_working_agreements(now)
