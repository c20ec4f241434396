"""How an intervention goes: approved, going on, clashing, and what came of it."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.plan import (
    approve_intervention,
    record_conflict,
    record_progress,
    record_result,
)
from ...casework.models import Conflict, Intervention, Progress, Result
from ...dossiers.models import Seat
from ..dossiers.circle_fields import CircleFields
from ..dossiers.correcting import REWRITTEN
from ..dossiers.deeds import ask
from ..dossiers.entries import Entry
from ..dossiers.records import chain_of
from ..dossiers.table import at_the_table
from ..forms import PlainForm, ThingForm, begin
from .decisions import on_the_plan
from .parked import back_to, day, text
from .question_fields import QuestionFields

if TYPE_CHECKING:
    AnyChoice = forms.ModelChoiceField[Any]
else:
    AnyChoice = forms.ModelChoiceField

REWRITTEN["progress"] = ("words",)
REWRITTEN["result"] = ("why",)
REWRITTEN["conflict"] = ("why", "settled")


class ProgressForm(QuestionFields, ThingForm):
    """How it goes, and how one knows: assumed, said by the doer, or confirmed."""

    class Meta:
        model = Progress
        fields = ("known", "seen_on", "words")
        widgets = {"known": forms.RadioSelect, "seen_on": day(), "words": text(4)}
        help_texts = {
            "known": _(
                "Assumed: nobody looked. Said by who does it: only they say so. "
                "Confirmed: somebody of another organisation saw it."
            )
        }

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of = self.instance.of_intervention
        does_it = of.owner.organisation_id == seat.organisation_id
        other = Progress.Known.CONFIRMED if does_it else Progress.Known.CLAIMED
        cast("forms.ChoiceField", self.fields["known"]).choices = [
            each for each in Progress.Known.choices if each[0] != other
        ]


class ResultForm(QuestionFields, ThingForm):
    """What came of it, at its review."""

    class Meta:
        model = Result
        fields = ("came", "why")
        widgets = {"came": forms.RadioSelect, "why": text(4)}
        help_texts = {
            "came": _(
                "No effect, harm or not carried out are answers too: from these one "
                "learns most."
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["came"]).choices = Result.Came.choices


class InterventionChoice(AnyChoice):
    def label_from_instance(self, intervention: Intervention) -> str:
        return f"{intervention.reference}: {intervention.deed}"


class ConflictForm(QuestionFields, CircleFields, ThingForm):
    """Two interventions that work against each other."""

    class Meta:
        model = Conflict
        fields = ("other", "why", "settled")
        field_classes = {"other": InterventionChoice}
        widgets = {"why": text(3), "settled": text(2)}
        labels = {"other": _("With which other intervention")}
        help_texts = {
            "settled": _("Leave it empty while it is open: then it stays in sight.")
        }

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        seen = Intervention.objects.visible_to(seat, now).current()
        seen = seen.filter(withdrawal=None).exclude(pk=self.instance.one_id)
        cast("InterventionChoice", self.fields["other"]).queryset = seen


def intervention_or_404(seat: Seat, now: datetime, record: UUID) -> Entry:
    found = chain_of(seat, now, record)
    if found.record.kind != Intervention.KIND:
        raise Http404
    return found


def asked_of(
    request: HttpRequest,
    seat: Seat,
    form: Any,
    found: Entry,
    **around: Any,
) -> HttpResponse:
    """The form, beside the intervention that it is about."""
    return ask(
        request,
        seat,
        form,
        template="casework/beside_form.html",
        action=Action.RECORD_READ,
        about=found.record,
        back=on_the_plan(seat.dossier_id, found.record.reference),
        entry=found,
        **around,
    )


@at_the_table
def progress(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """How it goes; who confirmed it stands beside it."""
    found = intervention_or_404(seat, now, record)
    form = begin(
        request,
        ProgressForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=record,
        seat=seat,
        instance=Progress(of_intervention=cast("Intervention", found.said)),
        initial={"seen_on": timezone.localdate(now).isoformat()},
    )
    if request.method == "POST" and form.carries_out(
        record_progress, form.instance, by=seat, now=now
    ):
        return back_to(request, seat, found.record.reference)
    return asked_of(
        request,
        seat,
        form,
        found,
        title=_("How %(reference)s goes") % {"reference": found.record.reference},
        button=_("Record"),
    )


@at_the_table
def result(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """What came of it; said by who did it, or by whoever chairs."""
    found = intervention_or_404(seat, now, record)
    said = cast("Intervention", found.said)
    require(
        seat.chairs or seat.organisation_id == said.owner.organisation_id,
        "result.record",
    )
    form = begin(
        request,
        ResultForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=record,
        instance=Result(of_intervention=said),
    )
    if request.method == "POST" and form.carries_out(
        record_result, form.instance, by=seat, now=now
    ):
        return back_to(request, seat, found.record.reference)
    return asked_of(
        request,
        seat,
        form,
        found,
        title=_("What came of %(reference)s") % {"reference": found.record.reference},
        button=_("Record"),
    )


@at_the_table
def clash(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """Two interventions that are at odds; open until it is said how it was settled."""
    found = intervention_or_404(seat, now, record)
    form = begin(
        request,
        ConflictForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=record,
        seat=seat,
        now=now,
        instance=Conflict(one=cast("Intervention", found.said)),
    )
    if request.method == "POST" and form.is_said(record_conflict, form.instance):
        return back_to(request, seat, form.instance.reference)
    return asked_of(
        request,
        seat,
        form,
        found,
        title=_("What %(reference)s clashes with")
        % {"reference": found.record.reference},
        button=_("Record"),
    )


@at_the_table
def approve(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """A second person stands behind it, after reading all of it."""
    found = intervention_or_404(seat, now, record)
    said = cast("Intervention", found.said)
    require(said.may_be_approved_by(seat), "intervention.approve")
    form = begin(
        request, PlainForm, house=seat.dossier.house, dossier=seat.dossier, about=record
    )
    if request.method == "POST" and form.carries_out(
        approve_intervention, said, by=seat, now=now
    ):
        messages.success(
            request,
            _("You approved %(reference)s.") % {"reference": found.record.reference},
        )
        return redirect(on_the_plan(seat.dossier_id, found.record.reference))
    return asked_of(
        request,
        seat,
        form,
        found,
        title=_("Approve %(reference)s") % {"reference": found.record.reference},
        lead=_(
            "You stand behind it for another organisation: it is in proportion, "
            "nothing lighter will do, and you saw what harm it may do."
        ),
        button=_("Approve"),
    )
