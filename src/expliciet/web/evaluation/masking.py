"""Masking a dossier for a study, looking at what it became, and releasing it."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.models import Seat
from ...dossiers.models.record import kinds
from ...evaluation.actions.releasing import (
    hand_masks,
    hide_by_hand,
    mask_dossier,
    release_dossier,
    take_back,
    unlock_for_masking,
)
from ...evaluation.hiding import Looked, looked_at
from ...evaluation.models import HandMask, StudyDossier, StudyText
from ..dossiers.deeds import REFUSED
from ..dossiers.table import at_the_table, purpose_of
from ..forms import ThingForm
from ..reading import show
from ..templatetags.words import spoken


class Piece(NamedTuple):
    """Some words of a masked text; in doubt, or plain."""

    words: str
    why: str = ""


class Masked(NamedTuple):
    """One masked text, cut where something still looks like a name or a number."""

    text: StudyText
    kind: str
    pieces: list[Piece]
    doubts: int


class Doubt(NamedTuple):
    """Words that may point to somebody, why, and the text they stand in first."""

    words: str
    why: str
    number: int


class HideForm(ThingForm):
    """Words to hide everywhere in this dossier, and what stands in their place.

    Two short fields, and no draft: it would keep what has to be hidden.
    """

    class Meta:
        model = HandMask
        fields = ("hides", "shown_as")
        widgets = {
            "hides": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            "shown_as": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        }
        labels = {"hides": _("Hide these words"), "shown_as": _("Show instead")}
        help_texts = {
            "hides": _("As they stand below; hidden in every text of this dossier."),
            "shown_as": _("A role or a kind: person-3, school-1, place."),
        }


@at_the_table
def mask(request: HttpRequest, seat: Seat, now: datetime, study: UUID) -> HttpResponse:
    """Whoever leads this table masks it, reads what it became, and hides more."""
    chosen = chosen_or_404(seat, study)
    hiding = HandMask(study_dossier=chosen)
    form = HideForm(request.POST or None, instance=hiding)
    if request.method == "POST" and "mask" in request.POST:
        try:
            mask_dossier(chosen, by=seat, now=now)
        except ValidationError as wrong:
            messages.error(request, wrong.messages[0])
        else:
            messages.success(request, _("Masked. Read what it became."))
        return redirect("evaluation:mask", study, seat.dossier_id)
    if request.method == "POST" and form.carries_out(
        lambda: hide_by_hand(hiding, by=seat, now=now)
    ):
        messages.success(request, _("Hidden in every text of this dossier."))
        return redirect("evaluation:mask", study, seat.dossier_id)
    looked, unread = looked_at(chosen, seat, hand_masks(chosen))
    return show(
        request,
        "evaluation/mask.html",
        {
            "study": chosen.study,
            "chosen": chosen,
            "dossier": seat.dossier,
            "seat": seat,
            "now": now,
            "form": form,
            "masked": [cut(each) for each in looked],
            "in_doubt": in_doubt(looked),
            "unread": unread,
            "by_hand": list(chosen.hand_masks.all()),
        },
        action=Action.STUDY_READ,
        by=seat,
        about=chosen,
        purpose=purpose_of(request),
        count=max(1, len(looked)),
        status=REFUSED if form.is_bound else 200,
    )


def chosen_or_404(seat: Seat, study: UUID) -> StudyDossier:
    """This dossier in this study, for whoever leads its table; unlocked."""
    found = (
        StudyDossier.objects.filter(
            study=study, dossier=seat.dossier_id, study__drawn_at__isnull=False
        )
        .select_related("study", "dossier")
        .first()
    )
    if found is None:
        raise Http404
    require(seat.chairs, "study.release")
    found.study.unlock_cover()
    unlock_for_masking(found)
    return found


def cut(looked: Looked) -> Masked:
    """A text, with a mark at everything that still asks to be looked at."""
    place = 0
    pieces: list[Piece] = []
    for found in looked.findings:
        pieces.append(Piece(looked.words[place : found.start]))
        pieces.append(Piece(found.words, spoken(found.why)))
        place = found.end
    pieces.append(Piece(looked.words[place:]))
    kind = kinds()[looked.text.kind]._meta.verbose_name
    return Masked(looked.text, str(kind), pieces, len(looked.findings))


def in_doubt(looked: list[Looked]) -> list[Doubt]:
    """Each of these words once, in the order of reading."""
    first: dict[str, Doubt] = {}
    for each in looked:
        for found in each.findings:
            doubt = Doubt(found.words, spoken(found.why), each.text.number)
            first.setdefault(found.words, doubt)
    return list(first.values())


@require_POST
@at_the_table
def release(
    request: HttpRequest, seat: Seat, now: datetime, study: UUID
) -> HttpResponse:
    """From now on the researchers read it."""
    chosen = chosen_or_404(seat, study)
    try:
        release_dossier(chosen, by=seat, now=now)
    except ValidationError as wrong:
        messages.error(request, wrong.messages[0])
        return redirect("evaluation:mask", study, seat.dossier_id)
    messages.success(request, _("Released. Researchers read the masked texts now."))
    return redirect("evaluation:study", study)


@require_POST
@at_the_table
def back(request: HttpRequest, seat: Seat, now: datetime, study: UUID) -> HttpResponse:
    """Nobody reads it in this study any more."""
    chosen = chosen_or_404(seat, study)
    try:
        take_back(chosen, by=seat, now=now)
    except ValidationError as wrong:
        messages.error(request, wrong.messages[0])
    else:
        messages.success(request, _("Taken back. Nobody reads it any more."))
    return redirect("evaluation:study", study)
