"""Taking a dossier off the roster of a meeting."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.meetings import leads_item, take_off_roster
from ...dossiers.models import Seat
from ..dossiers.table import at_the_table, purpose_of
from ..reading import show
from .agenda_items import did, item_or_404


@at_the_table
def take_off(
    request: HttpRequest, seat: Seat, now: datetime, item: UUID
) -> HttpResponse:
    """Asked once more first: whoever was asked gets a notice."""
    found = item_or_404(seat, now, item)
    require(leads_item(found, seat, now), "meeting.take_off_roster")
    back = reverse("meetings:one", args=[found.meeting_id])
    if request.method == "POST":
        if did(request, lambda: take_off_roster(found, by=seat, now=now)):
            messages.success(request, _("It stands on the roster no longer."))
        return redirect(back)
    return show(
        request,
        "casework/take_off.html",
        {
            "dossier": seat.dossier,
            "seat": seat,
            "item": found,
            "meeting": found.meeting,
            "back": back,
        },
        action=Action.DOSSIER_READ,
        by=seat,
        about=found,
        purpose=purpose_of(request),
    )
