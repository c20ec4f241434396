"""The sheet for on the table: one page of blank lines, for who meets with paper (N30).

Of the case it holds references and days, and not a word.
"""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...audit.actions import Action
from ...casework.models import AgendaItem, Agreement, Expectation, OpenPoint
from ...dossiers.models import Circle, Seat
from ...dossiers.references import fresh
from ..dossiers.entries import CIRCLES
from ..dossiers.table import at_the_table, purpose_of
from ..reading import Look, show_all
from .agenda_items import item_or_404

CIRCLES_ASKED = {"": Circle.Kind.TABLE, "kern": Circle.Kind.CORE}
FITS = 14
"""So many references fit beside the blank lines on one page."""
DECISIONS, AGREEMENTS, EXPECTATIONS = range(1, 5), range(1, 7), range(1, 4)


class Open(NamedTuple):
    """One thing that is still open: what kind, which one, and by when."""

    kind: Promise
    reference: str
    day: date | None


@at_the_table
def sheet(request: HttpRequest, seat: Seat, now: datetime, item: UUID) -> HttpResponse:
    """To print before the meeting; it gets a number of its own, and is given back."""
    found = item_or_404(seat, now, item)
    kind = CIRCLES_ASKED.get(request.GET.get("kring", ""))
    if kind is None or (kind == Circle.Kind.CORE and not seat.organisation.is_core):
        raise Http404
    number, open_ = fresh("B", 6), still_open(seat, now, kind)
    return show_all(
        request,
        "casework/table_sheet.html",
        {
            "dossier": seat.dossier,
            "house": seat.dossier.house,
            "seat": seat,
            "now": now,
            "item": found,
            "meeting": found.meeting,
            "circle": CIRCLES[kind],
            "number": number,
            "asked": asked(found),
            "phases": [AgendaItem.Phase(each).label for each in AgendaItem.TALK],
            "open": open_[:FITS],
            "more": len(open_) - FITS,
            "decisions": DECISIONS,
            "agreements": AGREEMENTS,
            "expectations": EXPECTATIONS,
            "other": other_sheet(seat, kind),
            "back": reverse("dossiers:detail", args=[seat.dossier_id]),
        },
        [
            Look(
                Action.DOCUMENT_TAKEN,
                seat,
                found,
                purpose=purpose_of(request),
                count=1 + len(open_[:FITS]),
                reason=number,
            )
        ],
    )


def asked(item: AgendaItem) -> list[Seat]:
    """Who is asked for it, to tick off who is there."""
    found = item.attendances.select_related("seat__user", "seat__organisation")
    return [each.seat for each in found.order_by("seat__organisation__name", "pk")]


def other_sheet(seat: Seat, kind: str) -> str:
    """The sheet of the other circle, for who is in both; to others there is none."""
    if not seat.organisation.is_core:
        return ""
    return "?kring=kern" if kind == Circle.Kind.TABLE else "?"


def still_open(seat: Seat, now: datetime, kind: str) -> list[Open]:
    """What this circle left open last time, as this seat hears it; soonest first."""
    agreements = Agreement.objects.visible_to(seat, now).open()
    expectations = Expectation.objects.visible_to(seat, now).current()
    points = OpenPoint.objects.visible_to(seat, now).open()
    unanswered = expectations.filter(answer=None, withdrawal=None)
    found = [
        Open(name, reference, day)
        for name, heard, field in (
            (_("agreement"), agreements, "due_on"),
            (_("expectation"), unanswered, "answer_by"),
        )
        for reference, day in heard.filter(circle__kind=kind).values_list(
            "reference", field
        )
    ]
    left = points.filter(circle__kind=kind).values_list("reference", flat=True)
    found += [Open(_("open point"), reference, None) for reference in left]
    return sorted(found, key=lambda one: (one.day or date.max, one.reference))
