"""Saying why one looks."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..models import Opening, Seat


@transaction.atomic
def state_purpose(opening: Opening, *, by: Seat, now: datetime) -> Opening:
    """The purpose for which this seat opens the dossier today; once a day."""
    require(by.is_active(now), "dossier.open_for_purpose")
    today = timezone.localdate(now)
    opening.seat, opening.day, opening.at = by, today, now
    if opening.purpose not in by.dossier.house.rule("purposes", today):
        raise ValidationError({"purpose": _("Choose a purpose from the list.")})
    opening.full_clean(validate_constraints=False)
    try:
        with transaction.atomic():
            opening.save(force_insert=True)
    except IntegrityError:  # another window was first: that purpose counts
        return Opening.objects.get(seat=by, day=today)
    trail.record(
        Action.PURPOSE_STATED,
        by=by,
        about=opening,
        purpose=opening.purpose[:60],
        reason=opening.words or "",
    )
    return opening
