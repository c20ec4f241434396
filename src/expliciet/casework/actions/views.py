"""Writing down how the person sees it."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...audit.actions import Action
from ...dossiers.actions.recording import say
from ...dossiers.models import Circle, Seat
from ..models import View


def record_view(view: View, *, by: Seat, circle: Circle, now: datetime) -> View:
    """How the person sees it, or why that was not asked (S63)."""
    if view.given_on and view.given_on > timezone.localdate(now):
        raise ValidationError({"given_on": _("Choose today or a day before.")})
    return say(view, by=by, circle=circle, action=Action.VIEW_RECORDED, now=now)
