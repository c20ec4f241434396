"""What the clock does for this room."""

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..audit import trail
from ..audit.actions import Action
from ..audit.trail import CLOCK, Whereabouts
from ..post.errands import DAY, errand
from .models import Draft


@errand("drafts", every=DAY, label=_("throw away drafts whose end has come"))
@transaction.atomic
def drop_drafts(now: datetime) -> int:
    """What was typed and not said, past its end: gone, with a line for each house."""
    ended = list(Draft.objects.ended(timezone.localdate(now)).select_for_update())
    Draft.objects.filter(pk__in=[draft.pk for draft in ended]).delete()
    for house, count in Counter(draft.house_id for draft in ended).items():
        trail.record(
            Action.DRAFT_DROPPED, by=CLOCK, at=Whereabouts(house=house), count=count
        )
    return len(ended)
