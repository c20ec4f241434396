"""What every form at a table shares: it is shown from a seat, and leaves a line."""

from datetime import datetime
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

from ...audit.actions import Action
from ...dossiers.models import Record, Seat
from ..forms import Conversation
from ..reading import show
from .addresses import of_dossier
from .table import purpose_of

REFUSED = 422


def by_then(theirs: Record, now: datetime) -> datetime:
    """Late enough to see what somebody else recorded after this request began."""
    return max(now, theirs.recorded_at)


def ask(
    request: HttpRequest,
    seat: Seat,
    form: Conversation,
    *,
    title: str | Promise,
    button: str | Promise,
    lead: str | Promise = "",
    template: str = "dossiers/deed_form.html",
    back: str = "",
    action: Action = Action.DOSSIER_READ,
    about: models.Model | None = None,
    **context: Any,
) -> HttpResponse:
    """The form, with around it what one must know; or again, with what was wrong.

    Who sits here and what the dossier is called is content, so a line comes first.
    """
    context |= {
        "dossier": seat.dossier,
        "seat": seat,
        "form": form,
        "title": title,
        "button": button,
        "lead": lead,
        "back": back or of_dossier(seat.dossier_id),
    }
    return show(
        request,
        template,
        context,
        action=action,
        by=seat,
        about=about or seat.dossier,
        purpose=purpose_of(request),
        status=REFUSED if form.is_bound else 200,
    )
