"""The forms with which a recommendation becomes something, and is seen to be done."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, HouseRule, WorkingAgreement
from ...evaluation.models import AdoptionStep, Recommendation, SolutionDirection
from ..forms import PlainForm, ThingForm
from ..house.fields import DayInput

if TYPE_CHECKING:
    OneOf = forms.ModelChoiceField[Any]
else:
    OneOf = forms.ModelChoiceField

WORDS = forms.Textarea(attrs={"rows": 5, "dir": "auto"})


class Directions(OneOf):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.number}. {obj.words}"


class Agreements(OneOf):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.text)[:120]


class Rules(OneOf):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.known.label}: {obj.value} ({obj.source})"


class AdoptForm(PlainForm):
    """As an agreement that the partners answer; or the rule that was changed since."""

    needed_by_choice = True
    owner: Any = forms.ModelChoiceField(
        label=_("Who takes it up"),
        queryset=None,
        error_messages={"required": _("Choose who takes it up.")},
    )
    way = forms.ChoiceField(
        label=_("It becomes"),
        choices=[
            ("agreement", _("a working agreement that partners answer")),
            ("rule", _("a house rule, which was changed since")),
        ],
        widget=forms.RadioSelect,
        initial="agreement",
    )
    subject = forms.ChoiceField(
        label=_("About"),
        choices=WorkingAgreement.Subject.choices,
        initial=WorkingAgreement.Subject.EACH_OTHER,
    )
    text = forms.CharField(
        label=_("What we agree"),
        help_text=_(
            "In plain words: who does what, by when, and what if it does not work "
            "out. No cases and no names of people."
        ),
        required=False,
        max_length=4_000,
        widget=WORDS,
    )
    supersedes = Agreements(
        label=_("In the place of"),
        queryset=None,
        required=False,
        empty_label=_("no other agreement"),
    )
    review_on = forms.DateField(
        label=_("Look again on"), required=False, widget=DayInput
    )
    house_rule = Rules(
        label=_("Which rule was changed"),
        help_text=_(
            "Rules that were changed after the answer stand here. Change one first, "
            "under Administration."
        ),
        queryset=None,
        required=False,
    )
    direction = Directions(
        label=_("From which direction of a learning session"),
        queryset=None,
        required=False,
        empty_label=_("none"),
    )

    def __init__(
        self, *args: Any, of: Recommendation, by: Appointment, now: datetime, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        house, today = by.house, timezone.localdate(now)
        answer = of.response
        sets: dict[str, Any] = {
            "owner": house.organisations.filter(is_active=True),
            "supersedes": WorkingAgreement.objects.current()
            .visible_to(by.user, today)
            .filter(house=house),
            "house_rule": HouseRule.objects.filter(
                house=house, set_at__gt=answer.at if answer else now
            ),
            "direction": SolutionDirection.objects.filter(
                recommendation=of, taken_off_at=None, session__house=house
            ).select_related("session"),
        }
        for name, found in sets.items():
            cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = found
        if not sets["direction"].exists():
            del self.fields["direction"]

    @property
    def first(self) -> list[forms.BoundField]:
        """What is asked of an agreement and of a rule."""
        return [
            self[each] for each in ("direction", "owner", "way") if each in self.fields
        ]

    @property
    def of_agreement(self) -> list[forms.BoundField]:
        return [self[each] for each in ("subject", "text", "supersedes", "review_on")]

    def clean(self) -> None:
        said = self.cleaned_data
        if said.get("way") == "rule":
            if not said.get("house_rule"):
                self.add_error("house_rule", _("Choose the rule that was changed."))
            return
        if not said.get("text"):
            self.add_error("text", _("Write what you agree."))
        if not said.get("review_on") and "review_on" not in self.errors:
            self.add_error("review_on", _("Choose a day to look at it again."))

    def agreement(self) -> WorkingAgreement | None:
        said = self.cleaned_data
        if said["way"] == "rule":
            return None
        return WorkingAgreement(
            subject=said["subject"],
            text=said["text"],
            review_on=said["review_on"],
            supersedes=said["supersedes"],
        )


class ClaimForm(ThingForm):
    """What shows that it is done."""

    class Meta:
        model = AdoptionStep
        fields = ("words",)
        widgets = {"words": forms.Textarea(attrs={"rows": 4, "dir": "auto"})}
        labels = {"words": _("What shows it")}
        help_texts = {
            "words": _("So that another organisation can see it too. No cases.")
        }


class JudgeForm(ThingForm):
    """Seen, or not seen yet; and where one looked."""

    says = forms.ChoiceField(
        label=_("Do you see it?"),
        choices=[
            (AdoptionStep.Says.CONFIRMED, _("yes, we see it")),
            (AdoptionStep.Says.NOT_SEEN, _("not seen yet")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )

    class Meta:
        model = AdoptionStep
        fields = ("says", "words")
        widgets = {"words": forms.Textarea(attrs={"rows": 4, "dir": "auto"})}
        labels = {"words": _("Where you saw it, or what you still miss")}
