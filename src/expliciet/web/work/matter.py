"""One thing of one's own page: its text opens where it stands, and is answered there.

Without JavaScript the same stands on a page of its own.
"""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.models import Record, Seat
from ..dossiers.addresses import of_dossier
from ..dossiers.records import chain_of
from ..dossiers.table import at_the_table, purpose_of
from ..reading import show
from .answer_forms import DEEDS, Answering, answer_form, may_answer, owed_by


@at_the_table
def matter(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """What it says, and what this seat may answer; or the answer, given."""
    found = chain_of(seat, now, record)
    said = found.said
    owed = owed_by(said, seat, now)
    form: Answering | None = None
    if request.method == "POST":
        form = sent(request, said, seat, now)
        if form.say(now):
            return answered(request, found.record, form)
    elif owed:
        form = answer_form(request, owed, said, seat, now)
    in_part = bool(getattr(request, "htmx", False))
    return show(
        request,
        "work/_matter.html" if in_part else "work/matter.html",
        {
            "dossier": seat.dossier,
            "seat": seat,
            "entry": found,
            "form": form,
            "owed": owed,
            "there": of_dossier(seat.dossier_id),
        },
        action=Action.RECORD_READ,
        by=seat,
        about=found.record,
        purpose=purpose_of(request),
        count=found.lines,
        status=422 if form is not None and form.is_bound else 200,
    )


def sent(request: HttpRequest, said: Record, seat: Seat, now: datetime) -> Answering:
    """The form that was sent; whose it is not to answer is refused."""
    known = DEEDS.get(said.kind, ())
    asked = request.POST.get("deed", "")
    deed = asked if asked in known else next(iter(known), "")
    require(may_answer(deed, said, seat), "work.answer")
    return answer_form(request, deed, said, seat, now)


def answered(request: HttpRequest, record: Record, form: Answering) -> HttpResponse:
    """Said in the place of what was asked; or on the way back to one's own page."""
    if getattr(request, "htmx", False):
        context = {"record": record, "words": form.done_words}
        return render(request, "work/_answered.html", context)
    messages.success(request, f"{record.reference}: {form.done_words}")
    return redirect("opening")
