"""Picking a factor and reading it in facts; and saying that an instrument was used."""

from datetime import datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.factors import (
    earlier_reading,
    read_factor,
    record_assessment,
)
from ...casework.models import Assessment, Factor, FactorList, FactorReading
from ...dossiers.models import Circle, Seat
from ..dossiers.addresses import of_dossier
from ..dossiers.circle_fields import CircleFields
from ..dossiers.correcting import ANEW, REWRITTEN
from ..dossiers.deeds import ask
from ..dossiers.parts import READING
from ..dossiers.records import chain_of
from ..dossiers.table import at_the_table, purpose_of
from ..forms import ThingForm, begin
from ..reading import show
from .factors import PROTECTIVE, RISK
from .question_fields import QuestionFields
from .resting import StatementChoice, statements_for

ANEW["factor_reading"] = "casework:read-anew"
REWRITTEN["assessment"] = ("assessor", "conclusion", "limits")


class Pick(NamedTuple):
    """The factors of one theme in the lists that this house uses."""

    label: str | Promise
    factors: list[Factor]


class FactorReadingForm(QuestionFields, CircleFields, ThingForm):
    """What is read, in what, and who hears it."""

    rests_on = StatementChoice(
        label=_("On which statements this rests"),
        help_text=_("What was brought in and still stands. None fits? Bring it in."),
    )

    class Meta:
        model = FactorReading
        fields = ("read", "argument", "why_changed")
        widgets = {
            "read": forms.RadioSelect,
            "argument": forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
            "why_changed": forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        }
        labels = {"why_changed": _("What changed since your last reading")}
        help_texts = {
            "read": _("Unknown is an answer too: then everybody sees what is lacking."),
            "argument": _(
                "What was seen, by whom and when? A reading without a fact is a guess."
            ),
        }

    field_order = ("read", "argument", "rests_on", "why_changed", "hears", "named")

    def __init__(
        self, *args: Any, seat: Seat, now: datetime, is_again: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        cast(
            "forms.ChoiceField", self.fields["read"]
        ).choices = FactorReading.Read.choices
        cast("StatementChoice", self.fields["rests_on"]).queryset = statements_for(
            seat, now
        )
        if not is_again:
            del self.fields["why_changed"]


@at_the_table
def pick(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Every factor that may be read, by theme; nothing here is filled in."""
    lists = FactorList.objects.active_in(seat.dossier.house)
    factors = list(Factor.objects.filter(list__in=lists).select_related("list"))
    return show(
        request,
        "casework/factors.html",
        {
            "dossier": seat.dossier,
            "seat": seat,
            "risk": [picked(theme, factors) for theme in RISK],
            "protective": [picked(theme, factors) for theme in PROTECTIVE],
            "lists": lists,
        },
        action=Action.DOSSIER_READ,
        by=seat,
        about=seat.dossier,
        purpose=purpose_of(request),
    )


def picked(theme: Factor.Theme, factors: list[Factor]) -> Pick:
    return Pick(theme.label, [each for each in factors if each.theme == theme])


@at_the_table
def read(request: HttpRequest, seat: Seat, now: datetime, factor: UUID) -> HttpResponse:
    """What one reads of it, and in what; a later reading replaces one's earlier one."""
    lists = FactorList.objects.active_in(seat.dossier.house)
    found = (
        Factor.objects.filter(pk=factor, list__in=lists).select_related("list").first()
    )
    if found is None:
        raise Http404
    earlier = earlier_reading(found, by=seat, now=now)
    form = begin(
        request,
        FactorReadingForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=found.pk,
        seat=seat,
        now=now,
        is_again=earlier is not None,
        instance=FactorReading(factor=found),
    )
    if request.method == "POST" and form.is_said(say, form.instance, form=form):
        messages.success(
            request,
            _("Recorded as %(reference)s.") % {"reference": form.instance.reference},
        )
        return redirect(on_the_part(seat, form.instance.reference))
    return ask(
        request,
        seat,
        form,
        title=found.name(get_language() or "nl"),
        lead=found.meaning(get_language() or "nl"),
        button=_("Record what you read"),
        template="casework/factor_form.html",
        factor=found,
        earlier=earlier and chain_of(seat, now, earlier.pk),
    )


def say(
    reading: FactorReading,
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
    form: FactorReadingForm,
) -> FactorReading:
    return read_factor(
        reading, form.cleaned_data["rests_on"], by=by, circle=circle, now=now
    )


@at_the_table
def read_anew(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """A reading is corrected by reading the same factor again."""
    found = chain_of(seat, now, record)
    if found.record.kind != FactorReading.KIND:
        raise Http404
    require(found.record.may_be_corrected_by(seat), "record.correct")
    factor = cast("FactorReading", found.said).factor_id
    return redirect("casework:read-factor", seat.dossier_id, factor)


class AssessmentForm(CircleFields, ThingForm):
    class Meta:
        model = Assessment
        fields = ("instrument", "assessed_on", "assessor", "conclusion", "limits")
        widgets = {
            "assessed_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "assessor": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            "conclusion": forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
            "limits": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        }
        help_texts = {
            "conclusion": _("In the words of the assessor; no scores and no items."),
            "limits": _("What it cannot say, and how long it holds."),
        }


@at_the_table
def assess(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Name, date, assessor, conclusion and limits; nothing of the instrument (S20)."""
    form = begin(
        request,
        AssessmentForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(record_assessment, form.instance):
        messages.success(
            request,
            _("Recorded as %(reference)s.") % {"reference": form.instance.reference},
        )
        return redirect(on_the_part(seat, form.instance.reference))
    return ask(
        request,
        seat,
        form,
        title=_("Record an assessment"),
        lead=_(
            "That a licensed instrument was used, by whom, and what came of it. The "
            "instrument itself and its items stay with who may use them."
        ),
        button=_("Record"),
    )


def on_the_part(seat: Seat, reference: str) -> str:
    page = of_dossier(seat.dossier_id)
    return f"{page}?deel={READING}#{reference}"
