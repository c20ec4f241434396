"""What the clock does for this room: it reminds, and decides nothing."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ..post.errands import DAY, errand
from .actions.due import remind_of_due
from .actions.reminding import remind_of_impasses
from .actions.signals import tell_of_stalls


@errand("impasses", every=DAY, label=_("remind of impasses whose day has passed"))
def impasses(now: datetime) -> int:
    return remind_of_impasses(now)


@errand("due", every=DAY, label=_("remind people of what has its day"))
def due(now: datetime) -> int:
    return remind_of_due(now)


@errand("signals", every=DAY, label=_("look what stands still, and tell who leads"))
def signals(now: datetime) -> int:
    """Every table once a day; each signal is told once."""
    return tell_of_stalls(now)
