"""Proposing a study: what it asks, of which dossiers, read by whom, until when."""

from collections.abc import Iterable
from typing import Any, NamedTuple, cast

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
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
from ..people import acting_or_404, appointments, me
from ..reading import show
from .directing import AsksHouse, directing

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
QUESTIONS = forms.Textarea(attrs={"rows": 3, "dir": "auto"})
ONE_A_LINE = _("One question a line. Leave empty where the study does not look.")
GROUPS = (
    (
        _("What it is for, and for whom"),
        (
            *("where", "name", "commissioner"),
            *("asks_interpretation", "asks_scaling", "asks_cooperation", "follows"),
        ),
    ),
    (
        _("What it looks at"),
        ("begins_on", "until", "state", "level", "choosing", "most", "others"),
    ),
    (_("Why it is allowed, and until when"), ("ground", "ends_on")),
    (_("Who carries it out"), ("lead", "coders")),
)
"""The questions of the form that belong together, under what they are about."""


class Group(NamedTuple):
    """Questions under one heading."""

    title: str | Promise
    fields: list[forms.BoundField]


class StudyForm(AsksHouse, ThingForm):
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

    field_order = tuple(name for _title, names in GROUPS for name in names)

    def __init__(self, *args: Any, directing: list[Appointment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_house(directing)
        user, houses = directing[0].user, [each.house for each in directing]
        fields = cast("dict[str, Any]", self.fields)
        self.people = evaluators()
        names = [(str(pk), user.name) for pk, user in self.people.items()]
        fields["lead"].choices = [("", _("Choose …")), *names]
        fields["coders"].choices = names
        fields["others"].queryset = House.objects.all()
        if len(houses) == 1:
            fields["others"].queryset = House.objects.exclude(pk=houses[0].pk)
        if not fields["others"].queryset.exists():
            del fields["others"]
        fields["level"].queryset = levels_of(houses)
        fields["level"].empty_label = _("any level")
        if len(houses) > 1:
            fields["level"].label_from_instance = lambda level: (
                f"{level.house.name}: {level.name}"
            )
        fields["follows"].queryset = Study.objects.decided_by(user, timezone.now())
        fields["follows"].label_from_instance = lambda study: study.name
        fields["follows"].empty_label = _("no earlier study")

    @property
    def groups(self) -> list[Group]:
        """As far as they are asked: not every house has another beside it."""
        return [
            Group(title, [self[name] for name in names if name in self.fields])
            for title, names in GROUPS
        ]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        level = said.get("level")
        is_known = "where" not in self.errors
        if level and is_known and level.house_id != self.by.house_id:
            self.add_error("level", _("This level is of another house."))
        return said

    @property
    def other_houses(self) -> Iterable[House]:
        found: Iterable[House] = self.cleaned_data.get("others", ())
        return found

    @property
    def researchers(self) -> dict[User, str]:
        """Who reads, and who of them leads."""
        chosen = dict.fromkeys(
            self.cleaned_data["coders"], StudyMember.Task.CODER.value
        )
        chosen[self.cleaned_data["lead"]] = StudyMember.Task.LEAD.value
        return {self.people[pk]: task for pk, task in chosen.items()}


def levels_of(houses: list[House]) -> "QuerySet[Level]":
    """As they hold today."""
    today = timezone.localdate()
    held = [Level.objects.holding(each, today).values("pk") for each in houses]
    found = Level.objects.filter(pk__in=[row["pk"] for rows in held for row in rows])
    return found.select_related("house").order_by("house", "order")


def evaluators(study: Study | None = None) -> dict[str, User]:
    """Whoever is appointed as evaluator today, in a house of this study; in any house
    where there is no study yet. By name."""
    appointed = Appointment.objects.holding(timezone.localdate()).in_role(
        Appointment.Role.EVALUATOR
    )
    if study:
        appointed = appointed.filter(house__in=study.houses.values("house"))
    found = User.objects.filter(pk__in=appointed.order_by().values("user"))
    return {
        str(user.pk): user for user in sorted(found, key=lambda each: each.name or "")
    }


def propose(request: HttpRequest) -> HttpResponse:
    """For the process director; nothing can be read before both offices said yes."""
    now = timezone.now()
    there = directing(appointments(request))
    here = there[0] if there else acting_or_404(request)
    require(bool(there), "study.make")
    here.house.unlock()
    for study in Study.objects.decided_by(me(request), now):
        study.unlock_cover()
    study = Study()
    study.unlock_cover()
    form = begin(request, StudyForm, house=here.house, instance=study, directing=there)
    if request.method == "POST" and form.carries_out(
        lambda: make_study(
            study, form.other_houses, form.researchers, by=form.by, now=now
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
