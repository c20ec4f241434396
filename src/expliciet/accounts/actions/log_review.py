"""Reading the lines of a whole house: who may, and why they say they do."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...audit import trail
from ...audit.actions import Action
from ...audit.purposes import Purpose
from ..models import Appointment
from ..refusal import require


@transaction.atomic
def state_review_purpose(purpose: str, words: str, *, by: Appointment) -> Purpose:
    """A log reviewer says what for; only the four purposes of the law count (S51)."""
    require(by.is_(Appointment.Role.LOG_REVIEWER), "trail.read")
    if purpose not in Purpose.values:
        raise ValidationError({"purpose": _("Choose a purpose from the list.")})
    trail.record(
        Action.PURPOSE_STATED, by=by, about=by.house, purpose=purpose, reason=words
    )
    return Purpose(purpose)
