"""The word of an office on a study; and choosing its dossiers once all said yes."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit.actions import Action
from ...evaluation.actions.studies import draw_dossiers, say_on_study
from ...evaluation.models import StudyApproval
from ...evaluation.models.study import DECIDING
from ..dossiers.deeds import REFUSED
from ..forms import ThingForm, begin
from ..reading import show
from .studying import Concerned, concerning


class WordForm(ThingForm):
    """Yes with its circles, or no; and why."""

    says = forms.TypedChoiceField(
        label=_("May this study look?"),
        choices=[("yes", _("yes, it may look")), ("no", _("no"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Say yes or no.")},
    )

    class Meta:
        model = StudyApproval
        fields = ("says", "with_core", "with_named", "why")
        widgets = {"why": forms.Textarea(attrs={"rows": 3, "dir": "auto"})}
        labels = {"why": _("Why")}
        help_texts = {
            "with_core": _(
                "What was said to the whole table is included; this too only where "
                "both offices say so."
            ),
            "with_named": _("What an organisation kept to itself never is."),
            "why": _("On what ground, and what you looked at. The study keeps it."),
        }


@concerning
def decide(request: HttpRequest, who: Concerned, now: datetime) -> HttpResponse:
    """For the process director and the privacy officer of a house in it."""
    deciding = [each for each in who.capacities if each.is_(*DECIDING)]
    require(bool(deciding), "study.decide")
    by = next((each for each in deciding if str(each.pk) == asked(request)), None)
    by = by or deciding[0]
    house = who.study.houses.filter(house=by.house_id).first()
    if house is None:
        raise Http404
    word = StudyApproval(at_house=house)
    form = begin(request, WordForm, house=by.house, about=who.study.pk, instance=word)
    if request.method == "POST" and form.carries_out(
        lambda: say_on_study(word, by=by, now=now)
    ):
        messages.success(request, _("Your word stands with the study."))
        return redirect("evaluation:study", who.study.pk)
    return show(
        request,
        "evaluation/decide.html",
        {
            "study": who.study,
            "form": form,
            "by": by,
            "readers": list(
                who.study.members.filter(left_at=None).select_related("user")
            ),
            "others": [each for each in deciding if each != by],
        },
        action=Action.STUDY_READ,
        by=by,
        about=who.study,
        status=REFUSED if form.is_bound else 200,
    )


def asked(request: HttpRequest) -> str:
    """As which office somebody speaks who holds more than one."""
    return request.GET.get("als", "")


@require_POST
@concerning
def draw(request: HttpRequest, who: Concerned, now: datetime) -> HttpResponse:
    """Once, by the rule of the study."""
    by = who.acting(Appointment.Role.PROCESS_DIRECTOR)
    try:
        draw_dossiers(who.study, by=by, now=now)
    except ValidationError as wrong:
        messages.error(request, wrong.messages[0])
    else:
        messages.success(
            request, _("Chosen. Now each is masked by whoever leads its table.")
        )
    return redirect("evaluation:study", who.study.pk)
