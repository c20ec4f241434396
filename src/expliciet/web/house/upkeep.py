"""What runs by itself: the clock, the keys, and the guard of the trail."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...accounts.models import House
from ...audit import guard
from ...audit.actions import Action
from ...audit.models import Head, Line
from ...post.models import Errand
from ...vault.models import Epoch
from ..reading import show
from .visiting import MANAGING, visit_or_404


class Work(NamedTuple):
    """One errand of the clock, in words."""

    errand: Errand
    words: str
    is_late: bool


class TrailState(NamedTuple):
    """Whether the trail can be relied on."""

    is_guarded: bool
    unsealed: int
    """Lines written, not yet numbered and chained."""
    head: Head | None
    """The last signed word about the chain of this house."""


@require_safe
def upkeep(request: HttpRequest, house: UUID) -> HttpResponse:
    visit = visit_or_404(request, house, *MANAGING)
    return show(
        request,
        "house/upkeep.html",
        {
            "visit": visit,
            "work": (done := work(timezone.now())),
            "stands_still": not any(each.errand.well_at for each in done),
            "epochs": list(Epoch.objects.order_by("-number")),
            "trail": trail_state(visit.house),
        },
        action=Action.HOUSE_READ,
        by=visit.by,
        about=visit.house,
    )


def work(now: datetime) -> list[Work]:
    """Everything the clock does here, and whether it still does."""
    return [
        Work(errand, errand.label, errand.is_late(now))
        for errand in Errand.objects.known()
    ]


def trail_state(house: House) -> TrailState:
    return TrailState(
        is_guarded=guard.names() <= guard.present(),
        unsealed=Line.objects.of_house(house.id).unsealed().count(),
        head=Head.objects.filter(house=house.id).order_by("-size").first(),
    )
