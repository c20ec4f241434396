"""A dossier in short, to take along: what this seat hears of it and what still stands.

First a page that says what goes along and asks for what; then the file. Its line is
committed before it leaves, with that purpose and with how much stands on it.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from ...audit.actions import Action
from ...documents.paper import Paper
from ...dossiers.models import Seat
from ...dossiers.references import fresh
from ..dossiers.addresses import of_dossier
from ..dossiers.parts import DECISION
from ..dossiers.table import at_the_table, purpose_of
from ..papers import DOCX, PDF, Form, language, sent, words
from ..reading import leave_line, show
from .summed import Summed, summed
from .summed_parts import parts_of
from .use_marks import WARNING, use_marks

PURPOSE = "doel"


@at_the_table
def summary(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """What goes along, by how much there is of each; and the question for what."""
    there = summed(seat, now)
    today = purpose_of(request)
    return show(
        request,
        "casework/summary.html",
        {
            "dossier": seat.dossier,
            "seat": seat,
            "there": there.counted,
            "marks": len(use_marks(there.records, seat=seat, moment=now)),
            "purposes": list(enumerate(purposes(seat, today, now))),
            "today": today,
            "back": f"{of_dossier(seat.dossier_id)}?deel={DECISION}",
        },
        action=Action.DOSSIER_READ,
        by=seat,
        about=seat.dossier,
        purpose=today,
        count=there.texts,
    )


@at_the_table
def pdf(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """To read or print."""
    return taken(request, seat, now, PDF)


@at_the_table
def docx(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """To work in."""
    return taken(request, seat, now, DOCX)


def taken(request: HttpRequest, seat: Seat, now: datetime, form: Form) -> HttpResponse:
    """The file; neither its name nor its address tells anything."""
    purpose = purpose_asked(request, seat, now)
    there, number = summed(seat, now), fresh("X", 6)
    content = form.setting(
        paper_of(there, seat, now, purpose, number), seat.dossier.house
    )
    leave_line(
        Action.DOCUMENT_TAKEN,
        by=seat,
        about=seat.dossier,
        purpose=purpose,
        count=there.texts,
        reason=number,
    )
    return sent(content, f"{seat.dossier.number}-{number}", form)


def purposes(seat: Seat, today: str, now: datetime) -> list[str]:
    """Those of the house; and that of today, should it no longer be one of them."""
    try:
        named = list(seat.dossier.house.rule("purposes", timezone.localdate(now)))
    except ValidationError:
        named = []
    return named if today in named else [today, *named]


def purpose_asked(request: HttpRequest, seat: Seat, now: datetime) -> str:
    """The one that was chosen, by its place in the list; else that of today."""
    today = purpose_of(request)
    chosen = request.GET.get(PURPOSE, "")
    if not chosen:
        return today
    named = dict(enumerate(purposes(seat, today, now)))
    if not chosen.isdecimal() or int(chosen) not in named:
        raise Http404
    return named[int(chosen)]


def paper_of(
    there: Summed, seat: Seat, now: datetime, purpose: str, number: str
) -> Paper:
    """Set for this seat, at this moment."""
    marks = [each.words for each in use_marks(there.records, seat=seat, moment=now)]
    return Paper(
        title=_("Summary of %(number)s") % {"number": seat.dossier.number},
        house=seat.dossier.house.name,
        number=seat.dossier.number,
        language=language(),
        confidential=True,
        made_for=f"{seat.who}, {seat.organisation.name}",
        made_at=timezone.localtime(now),
        export_number=number,
        words=words(),
        marks=(str(WARNING), *marks) if marks else (),
        parts=parts_of(there, seat, now, purpose),
    )
