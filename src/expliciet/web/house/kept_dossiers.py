"""What a house keeps: numbers, dates and holds, for whoever guards them."""

from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...audit.actions import Action
from ...dossiers.models import Dossier, Hold
from ..people import me
from ..reading import show
from .visiting import GUARDING, visit_or_404


class Kept(NamedTuple):
    dossier: Dossier
    hold: Hold | None
    """The one that is looked at again last, while it holds."""
    is_over: bool


@require_safe
def kept_dossiers(request: HttpRequest, house: UUID) -> HttpResponse:
    """No names, no content: whoever looks here has no seat."""
    visit, now = visit_or_404(request, house, *GUARDING), timezone.now()
    user, today = me(request), timezone.localdate(now)
    holds: dict[UUID, Hold] = {}
    held_here = Hold.objects.visible_to(user, today).holding(now)
    for hold in held_here.filter(dossier__house=visit.house):
        held = holds.get(hold.dossier_id)
        if held is None or held.review_on < hold.review_on:
            holds[hold.dossier_id] = hold
    found = [
        Kept(dossier, holds.get(dossier.id), dossier.is_over(now))
        for dossier in Dossier.objects.guarded_by(user, today).filter(house=visit.house)
    ]
    return show(
        request,
        "house/kept_dossiers.html",
        {
            "visit": visit,
            "kept": found,
            "held": sum(1 for each in found if each.hold),
            "over": sum(1 for each in found if each.is_over),
        },
        action=Action.HOUSE_READ,
        by=visit.acting(*GUARDING),
        about=visit.house,
        count=max(1, len(found)),
    )
