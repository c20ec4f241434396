"""Proposing a study: what it asks, of which dossiers, read by whom, until when."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, House, User
from ...accounts.refusal import require
from ...audit.actions import Action
from ...audit.trail import Whereabouts
from ...casework.models import Level
from ...evaluation.actions.studies import make_study
from ...evaluation.models import Study, StudyMember
from ..dossiers.deeds import REFUSED
from ..forms import ThingForm, begin
from ..people import acting, acting_or_404, me
from ..reading import show

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
QUESTIONS = forms.Textarea(attrs={"rows": 3, "dir": "auto"})
ONE_A_LINE = _("One question a line. Leave empty where the study does not look.")


class StudyForm(ThingForm):
    """A study, the houses beside one's own, and who reads."""

    others = forms.ModelMultipleChoiceField(
        label=_("Other houses"),
        queryset=House.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each decides for itself whether this study may look."),
    )
    lead = forms.ChoiceField(
        label=_("Who leads the study"),
        error_messages={
            "required": _("Say who leads the study."),
            "invalid_choice": _("Choose somebody from the list."),
        },
    )
    coders = forms.MultipleChoiceField(
        label=_("Who codes as well"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Two people who code blind tell how firm the codebook is."),
    )

    class Meta:
        model = Study
        fields = (
            "name",
            "commissioner",
            "ground",
            "asks_interpretation",
            "asks_scaling",
            "asks_cooperation",
            "begins_on",
            "until",
            "state",
            "level",
            "choosing",
            "most",
            "follows",
            "ends_on",
        )
        widgets = {
            "name": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            "commissioner": forms.TextInput(
                attrs={"dir": "auto", "autocomplete": "off"}
            ),
            "ground": forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
            "asks_interpretation": QUESTIONS,
            "asks_scaling": QUESTIONS,
            "asks_cooperation": QUESTIONS,
            "begins_on": DAY,
            "until": DAY,
            "ends_on": DAY,
            "state": forms.RadioSelect,
            "choosing": forms.RadioSelect,
        }
        help_texts = {
            "name": _("No name of a person, and nothing of a case."),
            "ground": _("Where it stands that this may be looked at, and its date."),
            "asks_interpretation": ONE_A_LINE,
            "asks_scaling": ONE_A_LINE,
            "asks_cooperation": ONE_A_LINE,
            "choosing": _(
                "By rule or by chance; never by origin or belief. The seed of a draw "
                "is kept, so that anybody can repeat it."
            ),
            "most": _("Only for a draw."),
            "ends_on": _("After this day nobody reads its masked dossiers any more."),
        }

    field_order = (*Meta.fields[:10], "choosing", "most", "others", "lead", "coders")

    def __init__(self, *args: Any, by: Appointment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        fields = cast("dict[str, Any]", self.fields)
        self.people = evaluators()
        names = [(str(pk), user.name) for pk, user in self.people.items()]
        fields["lead"].choices = [("", _("Choose …")), *names]
        fields["coders"].choices = names
        fields["others"].queryset = House.objects.exclude(pk=by.house_id)
        fields["level"].queryset = Level.objects.holding(by.house, today)
        fields["level"].empty_label = _("any level")
        fields["follows"].queryset = Study.objects.decided_by(by.user, timezone.now())
        fields["follows"].label_from_instance = lambda study: study.name
        fields["follows"].empty_label = _("no earlier study")

    @property
    def researchers(self) -> dict[User, str]:
        """Who reads, and who of them leads."""
        chosen = dict.fromkeys(
            self.cleaned_data["coders"], StudyMember.Task.CODER.value
        )
        chosen[self.cleaned_data["lead"]] = StudyMember.Task.LEAD.value
        return {self.people[pk]: task for pk, task in chosen.items()}


def evaluators() -> dict[str, User]:
    """Whoever is appointed as evaluator today, in any house; by name."""
    found = User.objects.filter(
        pk__in=Appointment.objects.holding(timezone.localdate())
        .in_role(Appointment.Role.EVALUATOR)
        .values("user")
    )
    return {
        str(user.pk): user for user in sorted(found, key=lambda each: each.name or "")
    }


def propose(request: HttpRequest) -> HttpResponse:
    """For the process director; nothing can be read before both offices said yes."""
    now = timezone.now()
    by = acting(request, Appointment.Role.PROCESS_DIRECTOR)
    here = by or acting_or_404(request)
    require(by is not None, "study.make")
    here.house.unlock()
    for study in Study.objects.decided_by(me(request), now):
        study.unlock_cover()
    study = Study()
    study.unlock_cover()
    form = begin(request, StudyForm, house=here.house, instance=study, by=here)
    if request.method == "POST" and form.carries_out(
        lambda: make_study(
            study, form.cleaned_data["others"], form.researchers, by=here, now=now
        )
    ):
        messages.success(
            request,
            _("Proposed. It begins when process director and privacy officer say yes."),
        )
        return redirect("evaluation:study", study.pk)
    return show(
        request,
        "evaluation/propose.html",
        {"form": form, "house": here.house, "nobody": not form.people},
        action=Action.STUDIES_LISTED,
        by=here,
        at=Whereabouts(house=here.house_id),
        status=REFUSED if form.is_bound else 200,
    )
