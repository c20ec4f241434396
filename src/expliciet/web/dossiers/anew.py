"""Saying something anew when another did so meanwhile: nothing typed is lost."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from ...dossiers.actions.recording import Overtaken
from ...dossiers.models import Seat
from ..forms import Conversation
from .deeds import by_then
from .entries import Entry
from .records import chain_of


def moved_on(
    request: HttpRequest, old: Entry, record: UUID, route: str
) -> HttpResponse | None:
    """To where it stands now, when what was opened was taken back or said anew.

    What was sent is never led away: it is looked at where it was typed.
    """
    if request.method == "POST":
        return None
    if old.record.is_withdrawn:
        return redirect("dossiers:record", old.record.dossier_id, old.record.pk)
    if old.record.pk != record:
        return redirect(route, old.record.dossier_id, old.record.pk)
    return None


def beside_theirs(
    form: Conversation, old: Entry, seat: Seat, now: datetime, record: UUID, route: str
) -> dict[str, Any]:
    """What stood there; or what another made of it meanwhile, and where to go on."""
    if not isinstance(form.wrong, Overtaken):
        return {"old": old, "theirs": None, "onward": None}
    theirs = chain_of(seat, by_then(form.wrong.theirs, now), record)
    onward = reverse(route, args=[seat.dossier_id, theirs.record.pk])
    return {"old": None, "theirs": theirs, "onward": onward}
