"""The minutes of one item in one circle: reading them, and saying whether it is so."""

from datetime import datetime
from typing import cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.meetings import leads_item
from ...casework.actions.minutes import answer_by, answer_minutes
from ...casework.models import Minutes, Receipt
from ...dossiers.models import Seat
from ..dossiers.correcting import ANEW
from ..dossiers.deeds import REFUSED, by_then
from ..dossiers.entries import Entry
from ..dossiers.table import at_the_table, purpose_of
from ..forms import ThingForm, begin
from ..reading import show
from . import minuted
from .minuted import Person, lines_of, minutes_of, minutes_or_404

ANEW["minutes"] = "casework:minutes-text"
WHOLE = "volledig"
"""The switch that shows all that was recorded, and not the lists alone."""


class ReceiptForm(ThingForm):
    """It was otherwise, and what; that it is so takes one tap and no words."""

    needed_by_choice = True

    class Meta:
        model = Receipt
        fields = ("words",)
        widgets = {"words": forms.Textarea(attrs={"rows": 3, "dir": "auto"})}
        labels = {"words": _("What was otherwise?")}
        help_texts = {
            "words": _(
                "Name the line, and say how it was. Whoever hears these minutes reads "
                "it, with what becomes of it."
            )
        }

    def clean_words(self) -> str:
        """Who says that it is so says nothing more; typed words stay a draft."""
        if self.instance.says == Receipt.Says.SO:
            return ""
        return str(self.cleaned_data["words"])


@at_the_table
def one(request: HttpRequest, seat: Seat, now: datetime, record: UUID) -> HttpResponse:
    """The minutes; and the answer of whoever hears them, given where they stand."""
    found = minutes_or_404(seat, now, record)
    minutes = minutes_of(found)
    form = begin(
        request,
        ReceiptForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=minutes.pk,
        instance=Receipt(seat=seat, says=what(request)),
    )
    if request.method == "POST":
        require(minutes.circle.holds(seat.organisation_id), "minutes.answer")
        form.instance.minutes = answered(found, record)
        if form.carries_out(answer_minutes, form.instance, by=seat, now=now):
            return thanked(request, seat, found, form)
        if form.wrong:
            found = minutes_or_404(seat, by_then(found.record, now), record)
    return shown(request, seat, now, found, form)


def what(request: HttpRequest) -> str:
    """The button of one tap; everything else is a change that somebody asks."""
    is_so = request.POST.get("says") == Receipt.Says.SO
    return Receipt.Says.SO if is_so else Receipt.Says.OTHERWISE


def answered(found: Entry, record: UUID) -> Minutes:
    """The very version that was on the screen of whoever answers."""
    for each in (found, *found.earlier):
        if each.record.pk == record:
            return minutes_of(each)
    return minutes_of(found)


def thanked(
    request: HttpRequest, seat: Seat, found: Entry, form: ReceiptForm
) -> HttpResponse:
    if form.instance.says == Receipt.Says.SO:
        words = _("%(reference)s: you said that it is so.")
    else:
        words = _("%(reference)s: your change stands with it. Somebody decides on it.")
    messages.success(request, words % {"reference": found.record.reference})
    if request.POST.get("terug") == "werk":
        return redirect("opening")
    return redirect("casework:minutes", seat.dossier_id, found.record.pk)


def shown(
    request: HttpRequest, seat: Seat, now: datetime, found: Entry, form: ReceiptForm
) -> HttpResponse:
    minutes, persons = minutes_of(found), minuted.people(minutes_of(found), now)
    lines = lines_of(minutes, seat, now)
    *lists, besides = minuted.grouped(lines)
    whole = WHOLE in request.GET
    until = answer_by(minutes)
    stands = minuted.stands(minutes, persons, until, now)
    leads = leads_item(minutes.item, seat, now)
    return show(
        request,
        "casework/minutes.html",
        {
            "dossier": seat.dossier,
            "house": seat.dossier.house,
            "seat": seat,
            "now": now,
            "entry": found,
            "minutes": minutes,
            "meeting": minutes.item.meeting,
            "there": minuted.there(minutes.item),
            "groups": [*lists, besides] if whole else lists,
            "whole": whole,
            "more": len(besides.lines) + bool(found.words.get("text")),
            "persons": persons,
            "mine": mine(persons, seat),
            "may_answer": may_answer(minutes, persons, seat),
            "stands": stands,
            "answer_by": until,
            "leads": leads,
            "may_establish": leads and seat.chairs and not minutes.item.is_going_on,
            "changes": minuted.changes(found, now),
            "others": minuted.beside(minutes, seat, now),
            "form": form,
            "back": reverse("dossiers:detail", args=[seat.dossier_id]),
        },
        action=Action.RECORD_READ,
        by=seat,
        about=found.record,
        purpose=purpose_of(request),
        count=found.lines + len(lines),
        status=REFUSED if form.is_bound else 200,
    )


def mine(persons: list[Person], seat: Seat) -> Person | None:
    return next((each for each in persons if each.seat.pk == seat.pk), None)


def may_answer(minutes: Minutes, persons: list[Person], seat: Seat) -> bool:
    """Mine to answer, and not answered yet; nobody answers what was established."""
    here = mine(persons, seat)
    return bool(here and here.receipt is None and not minutes.is_established)


def to(name: str, minutes: Minutes, *about: UUID) -> str:
    args = cast("list[UUID]", [minutes.dossier_id, minutes.pk, *about])
    return reverse(f"casework:{name}", args=args)
