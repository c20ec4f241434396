"""Searching in one dossier: everything one may read is opened and looked through."""

import unicodedata
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ...audit.actions import Action
from ...dossiers.models import Record, Seat
from ..reading import show
from .entries import Entry, entries
from .frame import seats_at
from .parts import IMAGE
from .table import at_the_table, purpose_of
from .whole import whole

LONGEST = 200


@at_the_table
def search(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """What holds all these words; asked by POST, so that no address keeps them."""
    asked = request.POST.get("woorden", "")[:LONGEST].strip()
    if request.method != "POST" or not asked:
        return redirect("dossiers:detail", pk=seat.dossier_id)
    heard = Record.objects.visible_to(seat, now)
    words = [folded(word) for word in asked.split()]
    found = [
        entry
        for entry in entries(heard.with_voice(), seat=seat, moment=now).values()
        if all(word in told(entry) for word in words)
    ]
    context: dict[str, Any] = {
        **whole(request, seat, now, part=IMAGE, seats=seats_at(seat, now)),
        "asked": asked,
        "found": found[::-1],
    }
    return show(
        request,
        "dossiers/search.html",
        context,
        action=Action.SEARCHED,
        by=seat,
        about=seat.dossier,
        purpose=purpose_of(request),
        count=len(found),
    )


def told(entry: Entry) -> str:
    """All that can be found of a record: its reference, who says it, what it says."""
    return folded(
        " ".join(
            (
                entry.record.reference,
                entry.record.organisation.name,
                *entry.words.values(),
                *(entry.said.texts_within if entry.is_readable else ()),
                *(entry.more.get("texts", ()) if entry.is_readable else ()),
            )
        )
    )


def folded(words: str) -> str:
    """In small letters and without accents: for finding, never for showing."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
