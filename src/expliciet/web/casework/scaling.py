"""Moving the approach to a level: every criterion answered, and nothing calculated."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.levels import current_level, scale
from ...casework.models import Level, Met, Scaling, Statement
from ...dossiers.models import Circle, Seat
from ..dossiers.circle_fields import CircleFields
from ..dossiers.deeds import ask
from ..dossiers.entries import SAID_ONCE
from ..dossiers.table import at_the_table, purpose_of
from ..forms import ThingForm, begin
from ..house.fields import DayInput
from ..reading import show
from .levels import tab_of
from .question_fields import QuestionFields
from .resting import CHANGED, StatementChoice, statements_for

SAID_ONCE.add(Scaling.KIND)


class Asked(NamedTuple):
    """One criterion in the form: met or not, in what one sees it, and statements."""

    criterion: str
    met: forms.BoundField
    evidence: forms.BoundField
    rests_on: forms.BoundField


class ScalingForm(QuestionFields, CircleFields, ThingForm):
    """Every criterion of one level; the direction is said, and nothing calculated."""

    class Meta:
        model = Scaling
        fields = ("direction", "reason", "review_on")
        widgets = {
            "direction": forms.RadioSelect,
            "reason": forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
            "review_on": DayInput(),
        }
        help_texts = {
            "reason": _("What changed, and why this level fits what is known now."),
        }

    def __init__(
        self, *args: Any, seat: Seat, now: datetime, level: Level, **kwargs: Any
    ) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        self.level = level
        direction = cast("forms.ChoiceField", self.fields["direction"])
        direction.choices = Scaling.Direction.choices
        self.fields["review_on"].help_text = _(
            "At this level the table looks again within %(days)d days."
        ) % {"days": level.review_days}
        statements = list(statements_for(seat, now))
        for number, _criterion in enumerate(level.criteria, 1):
            self.fields |= fields_of(number, statements)

    @property
    def asked(self) -> list[Asked]:
        return [
            Asked(
                criterion,
                self[f"met_{number}"],
                self[f"evidence_{number}"],
                self[f"rests_on_{number}"],
            )
            for number, criterion in enumerate(self.level.criteria, 1)
        ]

    @property
    def head(self) -> list[forms.BoundField]:
        return [self["direction"], self["reason"], self["review_on"]]

    @property
    def foot(self) -> list[forms.BoundField]:
        return [self[name] for name in ("hears", "named") if name in self.fields]

    def criteria(self) -> list[Met]:
        return [
            Met(
                criterion=criterion,
                met=self.cleaned_data[f"met_{number}"],
                evidence=self.cleaned_data[f"evidence_{number}"],
            )
            for number, criterion in enumerate(self.level.criteria, 1)
        ]

    def rests_on(self) -> dict[str, list[Statement]]:
        return {
            criterion: list(
                Statement.objects.filter(
                    pk__in=self.cleaned_data[f"rests_on_{number}"],
                    contribution__dossier=self.seat.dossier_id,
                )
            )
            for number, criterion in enumerate(self.level.criteria, 1)
        }


def fields_of(number: int, statements: list[Statement]) -> dict[str, forms.Field]:
    label = StatementChoice().label_from_instance
    return {
        f"met_{number}": forms.ChoiceField(
            label=_("Is this so"),
            choices=Met.Is.choices,
            widget=forms.RadioSelect,
            error_messages={
                "required": _("Answer this criterion: unknown is an answer too.")
            },
        ),
        f"evidence_{number}": forms.CharField(
            label=_("In what do you see that"),
            max_length=2_000,
            widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
            error_messages={
                "required": _("Say in what you see it, or what you would need to know.")
            },
        ),
        f"rests_on_{number}": forms.MultipleChoiceField(
            label=_("On which statements this rests"),
            required=False,
            choices=[(str(each.pk), label(each)) for each in statements],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": CHANGED},
        ),
    }


@at_the_table
def ladder(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """The levels of this house with their criteria; one is chosen to answer them."""
    holding = current_level(seat, now)
    return show(
        request,
        "casework/ladder.html",
        {
            "dossier": seat.dossier,
            "seat": seat,
            "levels": levels_of(seat, now),
            "holding": holding.level if holding else None,
            "back": tab_of(seat),
        },
        action=Action.DOSSIER_READ,
        by=seat,
        about=seat.dossier,
        purpose=purpose_of(request),
    )


@at_the_table
def step(request: HttpRequest, seat: Seat, now: datetime, level: UUID) -> HttpResponse:
    """Move the approach to this level, with every criterion answered."""
    found = next((each for each in levels_of(seat, now) if each.pk == level), None)
    if found is None:
        raise Http404
    require(seat.records_for_others, "scaling.record")
    holding = current_level(seat, now)
    last = timezone.localdate(now) + timedelta(days=found.review_days)
    form = begin(
        request,
        ScalingForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=found.pk,
        instance=Scaling(level=found),
        initial={
            "review_on": last.isoformat(),
            "direction": direction_to(found, holding),
        },
        seat=seat,
        now=now,
        level=found,
    )
    if request.method == "POST" and form.is_said(moved, form.instance, form=form):
        messages.success(
            request,
            _("Recorded as %(reference)s.") % {"reference": form.instance.reference},
        )
        return redirect(tab_of(seat, form.instance.reference))
    return ask(
        request,
        seat,
        form,
        title=_("To the level ‘%(level)s’") % {"level": found.name},
        lead=_(
            "Answer every criterion with what you see. Nothing is added up: the table "
            "decides, and says why now."
        ),
        button=_("Record the step"),
        template="casework/scaling_form.html",
        back=tab_of(seat),
        level=found,
        holding=holding.level if holding else None,
    )


def moved(
    scaling: Scaling, *, by: Seat, circle: Circle, now: datetime, form: ScalingForm
) -> Scaling:
    return scale(
        scaling,
        form.criteria(),
        by=by,
        circle=circle,
        now=now,
        rests_on=form.rests_on(),
    )


def levels_of(seat: Seat, now: datetime) -> list[Level]:
    today = timezone.localdate(now)
    return list(Level.objects.holding(seat.dossier.house, today))


def direction_to(level: Level, holding: Scaling | None) -> str:
    """Which way this level lies; nothing where the approach has no level yet."""
    if holding is None:
        return ""
    if level.order == holding.level.order:
        return Scaling.Direction.STAY
    higher = level.order > holding.level.order
    return Scaling.Direction.UP if higher else Scaling.Direction.DOWN
