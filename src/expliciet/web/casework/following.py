"""Following the talk from one's own place, and on the wall."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from ...audit.actions import Action
from ...dossiers.models import Seat
from ..dossiers.table import at_the_table, purpose_of
from ..people import me
from ..reading import show
from .agenda_items import item_or_404
from .conducting import growing, steps
from .marks import Mark, mark_of
from .said_in_meeting import so_far


def since(request: HttpRequest, pk: UUID, item: UUID) -> HttpResponse:
    """Whether anything changed that this seat hears; and if so, the record anew.

    Asked every other second by each who follows: unchanged costs four questions,
    writes nothing, and keeps no session alive.
    """
    now = timezone.now()
    mark = mark_of(me(request), pk, item, now)
    if mark is None:
        raise Http404
    if request.headers.get("If-None-Match") == f'"{mark}"':
        response = HttpResponse(status=304)
    else:
        response = changed(request, pk=pk, item=item, mark=mark)
    response.headers["ETag"] = f'"{mark}"'
    return response


@at_the_table
def changed(
    request: HttpRequest, seat: Seat, now: datetime, item: UUID, mark: Mark
) -> HttpResponse:
    """The record as it is by then; what comes in meanwhile is for the next look."""
    found = item_or_404(seat, now, item)
    told = so_far(found, seat, now)
    return show(
        request,
        "casework/_growing.html",
        growing(seat, found, told, mark, now),
        action=Action.DOSSIER_READ,
        by=seat,
        about=found,
        purpose=purpose_of(request),
        count=max(1, len(told.said)),
    )


@at_the_table
def beamer(request: HttpRequest, seat: Seat, now: datetime, item: UUID) -> HttpResponse:
    """For the wall: what the whole table heard, in big letters, and nothing else."""
    found = item_or_404(seat, now, item)
    told = so_far(found, seat, now, shared=True)
    return show(
        request,
        "casework/beamer.html",
        {
            "dossier": found.dossier,
            "item": found,
            "seat": seat,
            "steps": steps(found, now),
            "so_far": told,
            "now": now,
        },
        action=Action.DOSSIER_READ,
        by=seat,
        about=found,
        purpose=purpose_of(request),
        count=max(1, len(told.said)),
    )
