"""One page that goes along when an impasse is taken further, for who was not there."""

from datetime import datetime
from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from ...audit.actions import Action
from ...casework.models import Impasse
from ...dossiers.models import Seat
from ..dossiers.entries import Entry
from ..dossiers.table import at_the_table, purpose_of
from ..reading import show
from .impasses import impasse_or_404
from .stuck import Standing, tab_of

FITS = 2_600
"""So many characters fit on one page with its headings; more takes a second one."""


@at_the_table
def note(request: HttpRequest, seat: Seat, now: datetime, record: UUID) -> HttpResponse:
    """The question, where everybody stands and what is asked: for paper."""
    found = impasse_or_404(seat, now, record)
    where = cast("list[Standing]", found.more["standings"])
    return show(
        request,
        "casework/impasse_note.html",
        {
            "dossier": seat.dossier,
            "house": seat.dossier.house,
            "seat": seat,
            "now": now,
            "entry": found,
            "said": cast("Impasse", found.said),
            "is_long": length(found, where) > FITS,
            "back": tab_of(seat, found.record.reference),
        },
        action=Action.IMPASSE_NOTE_TAKEN,
        by=seat,
        about=found.record,
        purpose=purpose_of(request),
        count=1 + len(where),
    )


def length(entry: Entry, where: list[Standing]) -> int:
    stage = entry.more["stage"]
    words = [*entry.words.values(), *(each.latest.words or "" for each in where)]
    return sum(map(len, words)) + len(stage.note or "" if stage else "")
