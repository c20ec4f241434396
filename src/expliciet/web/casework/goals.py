"""What must be so for the approach to end, and where somebody should get to."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from ...casework.actions.levels import agree_exit
from ...casework.actions.plan import set_goal
from ...casework.life_domains import LifeDomain
from ...casework.models import ExitCriterion, Goal
from ...dossiers.models import Seat
from ..dossiers.circle_fields import CircleFields
from ..dossiers.correcting import REWRITTEN
from ..dossiers.table import at_the_table
from ..forms import ThingForm
from .parked import said_in_a_circle, text
from .question_fields import QuestionFields

REWRITTEN["goal"] = REWRITTEN["exit_criterion"] = ("text", "seen_by")


class ExitForm(QuestionFields, CircleFields, ThingForm):
    class Meta:
        model = ExitCriterion
        fields = ("text", "seen_by")
        widgets = {"text": text(2), "seen_by": text(2)}
        labels = {"text": _("What must be so for this approach to end")}
        help_texts = {"seen_by": _("By whom, where, since when and for how long?")}


class GoalForm(CircleFields, ThingForm):
    class Meta:
        model = Goal
        fields = ("domain", "text", "seen_by")
        widgets = {"domain": forms.RadioSelect, "text": text(2), "seen_by": text(2)}
        labels = {"text": _("Where this person gets to")}
        help_texts = {
            "text": _(
                "Say what there will be, not what must stop: ‘He has work that he "
                "keeps’ and not ‘He no longer hangs around’."
            )
        }

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        cast("forms.ChoiceField", self.fields["domain"]).choices = LifeDomain.choices


@at_the_table
def agree(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Agreed before the first intervention."""
    return said_in_a_circle(
        request,
        seat,
        now,
        ExitForm,
        agree_exit,
        title=_("An exit criterion"),
        lead=_(
            "When is this approach done? Agreed before the first intervention, so that "
            "everybody knows what it works towards."
        ),
    )


@at_the_table
def aim(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """A goal, phrased positively, in one domain of somebody's life."""
    return said_in_a_circle(request, seat, now, GoalForm, set_goal, title=_("A goal"))
