"""The mirror: what one's organisation gave, got, owes and is owed; for itself alone."""

from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...accounts.models import Appointment, Organisation
from ...audit.actions import Action
from ...casework.mirror import SHOWN, mirror
from ..people import appointments, me
from ..reading import show


class Choice(NamedTuple):
    """One of one's own organisations, and its mirror."""

    organisation: Organisation
    address: str
    is_here: bool


@require_safe
def look(request: HttpRequest, organisation: UUID | None = None) -> HttpResponse:
    """References, kinds, dates and parties; a text opens in its dossier.

    Only of an organisation for which one is appointed, and over the tables where one
    sits for it oneself. Any other organisation has no such page.
    """
    now, own = timezone.now(), own_appointments(request)
    by = next(
        (each for each in own if organisation in (None, each.organisation_id)), None
    )
    if by is None:
        raise Http404
    seen = mirror(me(request), by.organisation, now)
    return show(
        request,
        "work/mirror.html",
        {
            "organisation": by.organisation,
            "choices": choices(own, by),
            "seen": seen,
            "most": SHOWN,
            "today": timezone.localdate(now),
        },
        action=Action.MIRROR_READ,
        by=by,
        about=by.organisation,
        count=max(1, sum(len(each) for each in seen)),
    )


def own_appointments(request: HttpRequest) -> list[Appointment]:
    """One for each organisation for which somebody sits at tables."""
    found: dict[UUID, Appointment] = {}
    for each in appointments(request):
        if each.is_(*Appointment.AT_TABLES):
            found.setdefault(each.organisation_id, each)
    return list(found.values())


def choices(own: list[Appointment], here: Appointment) -> list[Choice]:
    if len(own) < 2:
        return []
    return [
        Choice(
            each.organisation,
            reverse("mirror:of", args=[each.organisation_id]),
            each == here,
        )
        for each in own
    ]
