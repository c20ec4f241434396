"""Making a link for a guest, and ending it."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.guest_questions import (
    Halves,
    ask_guest,
    ask_sentence,
    can_be_asked,
    end_link,
    in_pairs,
)
from ...casework.models import Agreement, Expectation, GuestQuestion
from ...dossiers.models import Note, Record, Seat
from ..dossiers.circle_fields import CircleFields
from ..dossiers.deeds import ask
from ..dossiers.seats import other_seat_or_404
from ..dossiers.table import at_the_table, purpose_of
from ..drafts import uuid_or_404
from ..forms import ThingForm, begin
from ..reading import show


class SentenceForm(CircleFields, ThingForm):
    """One sentence of one's own, and who hears it besides the guest."""

    class Meta:
        model = Note
        fields = ("text",)
        labels = {"text": _("One sentence to ask")}
        help_texts = {
            "text": _(
                "The guest reads this sentence and nothing else. Name nobody who need "
                "not be named."
            )
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 3, "dir": "auto"})}


class Askable(NamedTuple):
    """What waits for an answer of this guest."""

    record: Record
    kind: Promise
    words: str


@at_the_table
def ask_one(
    request: HttpRequest, seat: Seat, now: datetime, other: UUID
) -> HttpResponse:
    """Choose the one thing to ask; the link and its code are shown once."""
    guest = guest_or_404(seat, other, now)
    require(seat.records_for_others, "guest.ask")
    form = begin(
        request,
        SentenceForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=guest.pk,
        seat=seat,
        now=now,
    )
    if chosen := request.POST.get("record"):
        about = heard_or_404(seat, uuid_or_404(chosen), now)
        try:
            return made(request, seat, ask_guest(about, guest, by=seat, now=now))
        except ValidationError as wrong:
            messages.error(request, " ".join(wrong.messages))
            return redirect("guests:ask", seat.dossier_id, guest.pk)
    if request.method == "POST" and form.is_said(
        lambda note, **how: ask_sentence(note, guest, **how), form.instance
    ):
        return made(request, seat, form.done)
    return ask(
        request,
        seat,
        form,
        title=_("Ask a guest one thing"),
        button=_("Make a link and a code"),
        template="guests/ask_form.html",
        back=reverse("dossiers:seats", args=[seat.dossier_id]),
        guest=guest,
        askable=askable(seat, guest, now),
        days=seat.dossier.house.rule("guest-link-days", timezone.localdate(now)),
    )


def askable(seat: Seat, guest: Seat, now: datetime) -> list[Askable]:
    """What was asked of the guest's organisation and waits for an answer."""
    of_them = Q(of=guest.organisation_id)
    theirs = Q(owner_organisation=guest.organisation_id)
    expectations = (
        Expectation.objects.visible_to(seat, now).unanswered().filter(of_them)
    )
    agreements = (
        Agreement.objects.visible_to(seat, now).open().filter(theirs, reply=None)
    )
    found = [
        *(Askable(each, _("expectation"), each.text or "") for each in expectations),
        *(Askable(each, _("agreement"), each.deed or "") for each in agreements),
    ]
    return [each for each in found if can_be_asked(each.record, guest)]


def made(request: HttpRequest, seat: Seat, halves: Halves) -> HttpResponse:
    """Both halves, this once: neither is kept."""
    address = reverse("guests:door", args=[halves.word])
    return show(
        request,
        "guests/made.html",
        {
            "dossier": seat.dossier,
            "seat": seat,
            "question": halves.question,
            "guest": halves.question.guest,
            "address": request.build_absolute_uri(address),
            "code": in_pairs(halves.code),
            "back": reverse("dossiers:seats", args=[seat.dossier_id]),
        },
        action=Action.DOSSIER_READ,
        by=seat,
        about=seat.dossier,
        purpose=purpose_of(request),
    )


@at_the_table
def end(request: HttpRequest, seat: Seat, now: datetime, asked: UUID) -> HttpResponse:
    """From now on the link opens nothing."""
    question = (
        GuestQuestion.objects.visible_to(seat, now)
        .filter(pk=asked)
        .select_related("about__dossier__house", "guest")
        .first()
    )
    if question is None:
        raise Http404
    try:
        end_link(question, by=seat, now=now)
    except ValidationError as wrong:
        messages.error(request, " ".join(wrong.messages))
    else:
        messages.success(request, _("Ended. The link opens nothing any more."))
    return redirect("dossiers:seats", seat.dossier_id)


def guest_or_404(seat: Seat, other: UUID, now: datetime) -> Seat:
    found = other_seat_or_404(seat, other, now)
    if not found.is_guest:
        raise Http404
    return found


def heard_or_404(seat: Seat, record: UUID, now: datetime) -> Record:
    found = (
        Record.objects.visible_to(seat, now)
        .filter(pk=record)
        .select_related("dossier__house", "circle", "organisation")
        .first()
    )
    if found is None:
        raise Http404
    return found
