"""Telling the person that they are discussed: whether, how, and with which words."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ...audit.actions import Action
from ...casework.actions.levels import record_informing
from ...casework.models import Informing
from ...dossiers.models import Seat
from ..dossiers.circle_fields import CircleFields
from ..dossiers.correcting import REWRITTEN
from ..dossiers.deeds import ask
from ..dossiers.table import at_the_table, purpose_of
from ..forms import ThingForm, begin
from ..house.fields import DayInput
from ..reading import show
from .levels import tab_of
from .question_fields import QuestionFields

REWRITTEN["informing"] = ("whom", "words")


class InformingForm(QuestionFields, CircleFields, ThingForm):
    """Informed, postponed or refused; a blank is no answer."""

    class Meta:
        model = Informing
        fields = ("state", "whom", "told_on", "ground", "words", "review_on")
        widgets = {
            "state": forms.RadioSelect,
            "whom": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            "told_on": DayInput(),
            "words": forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
            "review_on": DayInput(),
        }
        help_texts = {
            "whom": _("The person; for somebody under 18 the parents too."),
            "told_on": _("Only when they were told."),
            "ground": _("Only when telling waits, or is refused."),
            "words": _("Told by whom, how, and what they said; or why not, in facts."),
            "review_on": _("When telling waits or is refused: that does not stay so."),
        }

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        state = cast("forms.ChoiceField", self.fields["state"])
        state.choices = Informing.State.choices


@at_the_table
def tell(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Whoever told the person says so; or the table says why that waits."""
    form = begin(
        request,
        InformingForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(record_informing, form.instance):
        messages.success(
            request,
            _("Recorded as %(reference)s.") % {"reference": form.instance.reference},
        )
        return redirect(tab_of(seat, form.instance.reference))
    return ask(
        request,
        seat,
        form,
        title=_("Telling the person"),
        lead=_(
            "Somebody who is discussed is told so, unless a ground stands against it. "
            "There is a letter and a guide for the talk; nothing of the case is in "
            "them."
        ),
        button=_("Record"),
        template="casework/informing_form.html",
        back=tab_of(seat),
    )


@at_the_table
def letter(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """A plain letter to print: who, why, which rights, whom to call."""
    return on_paper(request, seat, "casework/letter.html")


@at_the_table
def guide(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """What to say in the talk, in which order, and what not."""
    return on_paper(request, seat, "casework/guide.html")


def on_paper(request: HttpRequest, seat: Seat, template: str) -> HttpResponse:
    """With the name of the house, and nothing of the dossier: not even its number."""
    return show(
        request,
        template,
        {"house": seat.dossier.house, "back": tab_of(seat)},
        action=Action.DOSSIER_READ,
        by=seat,
        about=seat.dossier,
        purpose=purpose_of(request),
    )
