"""One's own lines about one dossier: what the trail keeps of what one did here."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from ...audit.actions import Action
from ...audit.models import Line
from ...dossiers.models import Record, Seat
from ..people import me
from ..reading import show
from .frame import seats_at
from .parts import LOG
from .sheets import sheet
from .table import at_the_table, purpose_of
from .whole import whole

A_PAGE = 50


class Told(NamedTuple):
    """One line in words, with the reference of the record it is about."""

    line: Line
    reference: str

    @property
    def words(self) -> str:
        return str(Action(self.line.action).label)


@at_the_table
def log(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """What I did and saw here, the latest first."""
    mine = Line.objects.of_user(me(request).id).filter(dossier=seat.dossier_id)
    page = sheet(request, mine.order_by("-at", "-id"), A_PAGE)
    references = references_of(seat, now, list(page))
    told = [Told(line, references.get(line.object_id, "")) for line in page]
    context = whole(request, seat, now, part=LOG, seats=seats_at(seat, now))
    return show(
        request,
        "dossiers/log.html",
        {**context, "page": page, "told": told},
        action=Action.OWN_LINES_READ,
        by=seat,
        about=seat.dossier,
        purpose=purpose_of(request),
        count=len(told),
    )


def references_of(
    seat: Seat, now: datetime, lines: list[Line]
) -> dict[UUID | None, str]:
    """What this seat may still see is called by its reference; the rest is not."""
    about = {line.object_id for line in lines if line.object_id}
    seen = Record.objects.visible_to(seat, now).filter(pk__in=about)
    return dict(seen.values_list("pk", "reference"))
