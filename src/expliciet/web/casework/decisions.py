"""Recording a decision; and saying it anew: corrected, or confirmed by the quorum."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.decisions import (
    correct_decision,
    lacking_for_quorum,
    record_decision,
)
from ...casework.models import Decision, Interpretation
from ...dossiers.models import Circle, Seat
from ..dossiers.addresses import of_dossier
from ..dossiers.anew import beside_theirs, moved_on
from ..dossiers.circle_fields import CircleFields
from ..dossiers.correcting import ANEW
from ..dossiers.deeds import ask
from ..dossiers.parts import DECISION
from ..dossiers.records import chain_of, record_or_404
from ..dossiers.table import at_the_table
from ..forms import ThingForm, begin
from .decision_fields import DecisionFields
from .decision_rows import as_typed
from .question_fields import QuestionFields
from .resting import statements_for

ANEW["decision"] = "casework:decide-anew"
OWN = (
    "question",
    "outcome",
    "why",
    "is_procedural",
    "way",
    "where",
    "decided_on",
    "review_on",
    "advice_to",
)


class SaidForm(QuestionFields, DecisionFields, ThingForm):
    """What was decided, and everything that it consists of."""

    class Meta:
        model = Decision
        fields: tuple[str, ...] = OWN
        widgets = {
            "question": forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
            "outcome": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            "why": forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
            "why_changed": forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
            "where": forms.RadioSelect,
            "decided_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "review_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "advice_to": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        }
        labels = {
            "question": _("Which question was answered"),
            "outcome": _("What was decided"),
            "why": _("What tipped the balance"),
            "is_procedural": _("This is only about how we work"),
            "way": _("How it was decided"),
            "where": _("Where it was decided"),
            "advice_to": _("Advice to another body"),
            "why_changed": _("Why it is decided anew, or corrected"),
        }
        help_texts = {
            "is_procedural": _(
                "Who chairs, when we meet. Then options, reasons and a review date "
                "are not asked; and that is said with the decision."
            ),
            "why": _("Which fact or argument made the difference?"),
            "why_changed": _(
                "Both stay to be seen, by whoever could read the first. Confirmed with "
                "the quorum? Say so here."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["where"]).choices = Decision.Where.choices


class DecisionForm(SaidForm, CircleFields):
    """A new decision, and who hears it."""


class AnewForm(SaidForm):
    """The whole decision anew; whoever heard it hears this too."""

    class Meta(SaidForm.Meta):
        fields = (*OWN, "why_changed")


class Quorum(NamedTuple):
    """Who must decide along before it is no longer provisional."""

    asked: list[str]
    not_here: list[str]
    """Nobody of these sits at the table: whatever is decided now is provisional."""


@at_the_table
def decide(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """The table decided: between which options, why, by whom and how."""
    require(seat.records_for_others, "decision.record")
    form = begin(
        request,
        DecisionForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
        initial={"decided_on": timezone.localdate(now).isoformat()},
    )
    if request.method == "POST" and form.is_said(say, form.instance, form=form):
        return recorded(request, seat, form, now)
    return ask(
        request,
        seat,
        form,
        title=_("Record a decision"),
        lead=_(
            "Begin where you like, with the outcome too: what you type is kept. "
            "Recording asks for the options and for what tipped the balance."
        ),
        button=_("Record the decision"),
        template="casework/decision_form.html",
        back=on_the_plan(seat.dossier_id),
        quorum=quorum_at(seat, form, now),
        is_judged=is_judged(seat, now),
    )


def say(
    decision: Decision, *, by: Seat, circle: Circle, now: datetime, form: DecisionForm
) -> Decision:
    return record_decision(decision, **parts(form), by=by, circle=circle, now=now)


def parts(form: SaidForm) -> dict[str, Any]:
    """What a decision consists of, as it was typed."""
    return {
        "options": form.options,
        "considerations": form.considerations,
        "grounds": form.grounds,
        "deciders": list(form.cleaned_data["deciders"]),
        "reached": form.reached,
        "statements": list(form.cleaned_data["rests_on"]),
    }


@at_the_table
def decide_anew(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """In the place of what stood there: a correction, or the quorum confirms it."""
    asked, old = record_or_404(seat, now, record), chain_of(seat, now, record)
    if old.record.kind != Decision.KIND:
        raise Http404
    require(
        seat.records_for_others and old.record.may_be_corrected_by(seat),
        "record.correct",
    )
    posted = request.method == "POST"
    if elsewhere := moved_on(request, old, record, "casework:decide-anew"):
        return elsewhere
    form = anew(request, seat, now, asked.pk, cast("Decision", old.said))
    if posted and form.carries_out(
        lambda: correct_decision(
            form.instance,
            Decision.objects.select_related("dossier", "circle").get(pk=record),
            **parts(form),
            by=seat,
            now=now,
        )
    ):
        return recorded(request, seat, form, now)
    return ask(
        request,
        seat,
        form,
        title=_("Decide %(reference)s anew") % {"reference": old.record.reference},
        lead=_(
            "What you write here takes the place of what stood there. Both stay to be "
            "seen, and who hears it is told."
        ),
        button=_("Record the decision"),
        template="casework/decision_form.html",
        action=Action.RECORD_READ,
        about=old.record,
        back=on_the_plan(seat.dossier_id, old.record.reference),
        quorum=quorum_at(seat, form, now),
        is_judged=True,
        **beside_theirs(form, old, seat, now, record, "casework:decide-anew"),
    )


def anew(
    request: HttpRequest, seat: Seat, now: datetime, about: UUID, said: Decision
) -> AnewForm:
    return begin(
        request,
        AnewForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=about,
        seat=seat,
        now=now,
        spoke=spoke(said),
        initial=None if request.method == "POST" else words_of(said, seat, now),
    )


def words_of(said: Decision, seat: Seat, now: datetime) -> dict[str, Any]:
    told = {name: getattr(said, name) for name in OWN}
    return told | as_typed(said, statements_for(seat, now))


def spoke(said: Decision) -> Iterable[Organisation]:
    """Whose arguments stand in it, and who was reached."""
    yield from (one.organisation for one in said.considerations.all())
    yield from (one.organisation for one in said.reacheds.all())


def recorded(
    request: HttpRequest, seat: Seat, form: SaidForm, now: datetime
) -> HttpResponse:
    """Back to the decision; and where it is provisional, said for whom it waits."""
    decision = form.instance
    told = gettext("Recorded as %(reference)s.") % {"reference": decision.reference}
    if decision.is_provisional:
        told += " " + provisional(decision, form.cleaned_data["deciders"], seat, now)
    messages.success(request, told)
    return redirect(on_the_plan(seat.dossier_id, decision.reference))


def provisional(
    decision: Decision, deciders: Iterable[Seat], seat: Seat, now: datetime
) -> str:
    if decision.where == Decision.Where.OUTSIDE:
        return gettext("It is provisional, because it was taken outside a meeting.")
    lacking = lacking_for_quorum(deciders, seat, now)
    return gettext("It is provisional: %(who)s did not decide along.") % {
        "who": ", ".join(function_name(each) for each in lacking)
    }


def quorum_at(seat: Seat, form: SaidForm, now: datetime) -> Quorum:
    asked = seat.dossier.house.rule("quorum", timezone.localdate(now))
    here = {each.organisation.function for each in form.sitting}
    return Quorum(
        [function_name(each) for each in asked],
        [function_name(each) for each in asked if each not in here],
    )


def function_name(function: str) -> str:
    named: Promise | str = Organisation.FIXED.get(function, function)
    return str(named)


def is_judged(seat: Seat, now: datetime) -> bool:
    """Something was read in the facts together, before it is decided on (S29)."""
    seen = Interpretation.objects.visible_to(seat, now)
    return seen.filter(withdrawal=None).exists()


def on_the_plan(dossier: UUID, place: str = "") -> str:
    page = f"{of_dossier(dossier)}?deel={DECISION}"
    return f"{page}#{place}" if place else page
