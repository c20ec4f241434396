"""What was already done, what nobody tried yet, and what another body answered."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.decisions import answer_advice, park_idea, record_act
from ...casework.models import Act, Advice, Decision, Idea
from ...dossiers.models import Seat
from ..dossiers.circle_fields import CircleFields
from ..dossiers.correcting import REWRITTEN
from ..dossiers.deeds import ask
from ..dossiers.records import chain_of
from ..dossiers.table import at_the_table
from ..forms import ThingForm, begin
from .decisions import on_the_plan
from .question_fields import QuestionFields

REWRITTEN["act"] = ("deed", "power", "why")
REWRITTEN["idea"] = ("text", "when")
REWRITTEN["advice"] = ("body", "words")


def text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto"})


def day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def line() -> forms.TextInput:
    return forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})


class ActForm(QuestionFields, CircleFields, ThingForm):
    """What one's organisation did already, on its own power."""

    class Meta:
        model = Act
        fields = ("deed", "done_on", "power", "why", "why_by")
        widgets = {
            "deed": text(3),
            "done_on": day(),
            "power": line(),
            "why": text(3),
            "why_by": day(),
        }
        help_texts = {
            "power": _("The article or the mandate, and whose."),
            "why": _("Now, or by the day that you name below."),
            "why_by": _("Only when you do not say now why it could not wait."),
        }


class IdeaForm(CircleFields, ThingForm):
    """An option that nobody tried yet."""

    class Meta:
        model = Idea
        fields = ("text", "when")
        widgets = {"text": text(3), "when": text(2)}
        labels = {"when": _("When it could be of use")}


class AdviceForm(ThingForm):
    """What the other body answered; whoever heard the advice hears this."""

    class Meta:
        model = Advice
        fields = ("body", "answer", "answered_on", "words")
        widgets = {
            "body": line(),
            "answer": forms.RadioSelect,
            "answered_on": day(),
            "words": text(4),
        }
        labels = {"body": _("Who answered"), "answered_on": _("Answered on")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["answer"]).choices = Advice.Answer.choices


def said_in_a_circle(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    form_class: type[Any],
    action: Callable[..., Any],
    **around: str | Promise,
) -> HttpResponse:
    """A form through which somebody at the table says something of their own."""
    form = begin(
        request,
        form_class,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(action, form.instance):
        return back_to(request, seat, form.instance.reference)
    back = on_the_plan(seat.dossier_id)
    return ask(request, seat, form, back=back, button=_("Record"), **around)  # type: ignore[arg-type]


def back_to(request: HttpRequest, seat: Seat, reference: str) -> HttpResponse:
    messages.success(
        request, _("Recorded as %(reference)s.") % {"reference": reference}
    )
    return redirect(on_the_plan(seat.dossier_id, reference))


@at_the_table
def act(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Said after it was done, with why it could not wait; or by when that follows."""
    return said_in_a_circle(
        request,
        seat,
        now,
        ActForm,
        record_act,
        title=_("Already done"),
        lead=_(
            "What your organisation did on its own power, without a decision of this "
            "table."
        ),
    )


@at_the_table
def idea(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Parked where it is found again."""
    return said_in_a_circle(
        request,
        seat,
        now,
        IdeaForm,
        park_idea,
        title=_("Park an idea"),
        lead=_("An option that nobody tried yet, for when it could be of use."),
    )


@at_the_table
def advice(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """The other body answered; until then the decision was an advice only."""
    found = chain_of(seat, now, record)
    if found.record.kind != Decision.KIND:
        raise Http404
    require(seat.records_for_others, "advice.answer")
    decision = cast("Decision", found.said)
    form = begin(
        request,
        AdviceForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=record,
        instance=Advice(answers_to=decision),
        initial={
            "body": found.words.get("advice_to", ""),
            "answered_on": timezone.localdate(now).isoformat(),
        },
    )
    if request.method == "POST" and form.carries_out(
        answer_advice, form.instance, by=seat, now=now
    ):
        return back_to(request, seat, form.instance.reference)
    return ask(
        request,
        seat,
        form,
        title=_("The answer to %(reference)s") % {"reference": found.record.reference},
        button=_("Record the answer"),
        template="casework/beside_form.html",
        action=Action.RECORD_READ,
        about=found.record,
        back=on_the_plan(seat.dossier_id, found.record.reference),
        entry=found,
    )
