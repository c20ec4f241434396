"""Planning what is done: voluntary support asks little, what intrudes asks all."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.plan import (
    correct_intervention,
    exit_criteria,
    plan_intervention,
)
from ...casework.models import Decision, Factor, FactorList, Goal, Intervention
from ...dossiers.models import Circle, Seat
from ..dossiers.anew import beside_theirs, moved_on
from ..dossiers.circle_fields import CircleFields
from ..dossiers.correcting import ANEW
from ..dossiers.deeds import ask
from ..dossiers.records import chain_of, record_or_404
from ..dossiers.table import at_the_table
from ..forms import ThingForm, begin
from .decisions import on_the_plan
from .parked import back_to, day, line, text
from .question_fields import QuestionFields

if TYPE_CHECKING:
    AnyChoice = forms.ModelChoiceField[Any]
    FactorsChoice = forms.ModelMultipleChoiceField[Factor]
else:
    AnyChoice = forms.ModelChoiceField
    FactorsChoice = forms.ModelMultipleChoiceField

ANEW["intervention"] = "casework:plan-anew"
ASKED = (
    "towards",
    "weight",
    "deed",
    "owner",
    "on_violence",
    "starts_on",
    "review_on",
    "effect",
    "seen_by",
    "offered",
    "decided_in",
)
OF_WHAT_INTRUDES = ("power", "proportionate", "lighter", "harm")


class GoalChoice(AnyChoice):
    def label_from_instance(self, goal: Goal) -> str:
        return f"{goal.get_domain_display()}: {goal.text} ({goal.reference})"


class OwnerChoice(AnyChoice):
    def label_from_instance(self, seat: Seat) -> str:
        return f"{seat.who} ({seat.organisation.name})"


class DecisionChoice(AnyChoice):
    def label_from_instance(self, decision: Decision) -> str:
        told = f"{decision.reference}: {decision.outcome}"
        return f"{told} ({_('provisional')})" if decision.is_provisional else told


class FactorChoice(FactorsChoice):
    def label_from_instance(self, factor: Factor) -> str:
        return f"{factor.get_theme_display()}: {factor.name(get_language() or 'nl')}"


class InterventionFields(QuestionFields, ThingForm):
    """What is done, on what, to which end, by whom and until when."""

    factors = FactorChoice(
        queryset=Factor.objects.none(),
        label=_("On which factors this works"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Intervention
        fields: tuple[str, ...] = (*ASKED, *OF_WHAT_INTRUDES)
        field_classes = {
            "towards": GoalChoice,
            "owner": OwnerChoice,
            "decided_in": DecisionChoice,
        }
        widgets = {
            "weight": forms.RadioSelect,
            "deed": text(2),
            "on_violence": text(2),
            "starts_on": day(),
            "review_on": day(),
            "effect": text(2),
            "seen_by": text(2),
            "offered": text(2),
            "power": line(),
            "proportionate": text(2),
            "lighter": text(2),
            "harm": text(2),
            "why_changed": text(2),
        }
        labels = {
            "towards": _("Towards which goal"),
            "weight": _("What kind of intervention"),
            "owner": _("Who does it"),
        }
        help_texts = {
            "weight": _(
                "What intrudes on somebody's life is also asked on which power, why "
                "nothing lighter will do, and what harm it may do."
            ),
            "harm": _("To the person, to those around them, to another intervention."),
            "offered": _("To whom was it offered, when, and what did they answer?"),
        }

    def offer(self, seat: Seat, now: datetime) -> None:
        """Only what this seat hears, and who sits at this table now."""
        choices = cast("dict[str, Any]", self.fields)
        choices["weight"].choices = Intervention.Weight.choices
        goals = Goal.objects.visible_to(seat, now).current().filter(withdrawal=None)
        choices["towards"].queryset = goals.order_by("domain", "recorded_at")
        choices["owner"].queryset = (
            Seat.objects.visible_to(seat, now)
            .taken(now)
            .select_related("organisation", "user", "dossier")
        )
        decisions = Decision.objects.visible_to(seat, now).current()
        choices["decided_in"].queryset = decisions.filter(withdrawal=None).order_by(
            "-recorded_at"
        )
        lists = FactorList.objects.active_in(seat.dossier.house)
        choices["factors"].queryset = Factor.objects.filter(list__in=lists)

    @property
    def first(self) -> list[forms.BoundField]:
        """What is asked of every intervention."""
        order = [*ASKED[:4], "factors", *ASKED[4:]]
        return [self[name] for name in order]

    @property
    def of_what_intrudes(self) -> list[forms.BoundField]:
        return [self[name] for name in OF_WHAT_INTRUDES]

    @property
    def last(self) -> list[forms.BoundField]:
        above = {*ASKED, *OF_WHAT_INTRUDES, "factors"}
        return [field for field in self if field.name not in above]

    @property
    def asks_all(self) -> bool:
        return bool(
            self["weight"].value() == Intervention.Weight.INTRUSIVE
            or any(field.errors for field in self.of_what_intrudes)
        )


class InterventionForm(CircleFields, InterventionFields):
    """A new intervention, and who hears it."""

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        self.offer(seat, now)


class AnewForm(InterventionFields):
    """The whole intervention anew; who hears it stays as it was."""

    class Meta(InterventionFields.Meta):
        fields = (*ASKED, *OF_WHAT_INTRUDES, "why_changed")
        labels = InterventionFields.Meta.labels | {
            "why_changed": _("Why it is corrected")
        }

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(seat, now)


@at_the_table
def plan(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """One intervention, towards one goal."""
    form = begin(
        request,
        InterventionForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
        initial={"towards": request.GET.get("doel", "")},
    )
    if request.method == "POST" and form.is_said(say, form.instance, form=form):
        return back_to(request, seat, form.instance.reference)
    return ask(
        request,
        seat,
        form,
        title=_("Plan an intervention"),
        button=_("Record"),
        template="casework/intervention_form.html",
        back=on_the_plan(seat.dossier_id),
        lacks_exit=not exit_criteria(seat, now).exists(),
        lacks_goal=not form.fields["towards"].queryset.exists(),  # type: ignore[attr-defined]
    )


def say(
    intervention: Intervention,
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
    form: InterventionForm,
) -> Intervention:
    works_on = form.cleaned_data["factors"]
    return plan_intervention(intervention, works_on, by=by, circle=circle, now=now)


@at_the_table
def plan_anew(
    request: HttpRequest, seat: Seat, now: datetime, record: UUID
) -> HttpResponse:
    """A correction, or another day; what stood there stays to be seen."""
    asked, old = record_or_404(seat, now, record), chain_of(seat, now, record)
    if old.record.kind != Intervention.KIND:
        raise Http404
    require(old.record.may_be_corrected_by(seat), "record.correct")
    posted = request.method == "POST"
    if elsewhere := moved_on(request, old, record, "casework:plan-anew"):
        return elsewhere
    form = begin(
        request,
        AnewForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=asked.pk,
        seat=seat,
        now=now,
        initial=None if posted else words_of(cast("Intervention", old.said)),
    )
    if posted and form.carries_out(
        lambda: correct_intervention(
            form.instance,
            form.cleaned_data["factors"],
            Intervention.objects.select_related("dossier", "circle").get(pk=record),
            by=seat,
            now=now,
        )
    ):
        return back_to(request, seat, form.instance.reference)
    return ask(
        request,
        seat,
        form,
        title=_("Correct %(reference)s") % {"reference": old.record.reference},
        lead=_(
            "What you write here takes the place of what stood there. The earlier day "
            "stays to be seen. An intrusive measure is approved anew."
        ),
        button=_("Record the correction"),
        template="casework/intervention_form.html",
        action=Action.RECORD_READ,
        about=old.record,
        back=on_the_plan(seat.dossier_id, old.record.reference),
        **beside_theirs(form, old, seat, now, record, "casework:plan-anew"),
    )


def words_of(said: Intervention) -> dict[str, Any]:
    """What stands there now; of a goal or decision that was said anew, the latest."""
    told = {name: getattr(said, name) for name in (*ASKED, *OF_WHAT_INTRUDES)}
    for name in ("towards", "decided_in"):
        thing = told[name]
        while thing is not None and thing.is_superseded:
            thing = thing.superseded_by
        told[name] = thing and thing.pk
    told["owner"] = said.owner_id
    return told | {"factors": [each.pk for each in said.factors.all()]}
