"""Forms of recommendations: writing one, and answering it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...accounts.models import House, Organisation
from ...evaluation.models import Finding, Recommendation, Response, Study
from ...evaluation.partners import partners_of, role_names
from ..forms import ThingForm
from ..house.fields import DayInput
from .conversation_forms import shortly
from .writing_together import WritesTogether


class RecommendationForm(WritesTogether, ThingForm):
    """What to do better, said to whom, why, and on which findings."""

    said_to = forms.ChoiceField(
        label=gettext_lazy("Said to"),
        help_text=gettext_lazy(
            "One organisation, or all partners of a house together: then its office "
            "answers."
        ),
        error_messages={"required": gettext_lazy("Choose to whom it is said.")},
    )
    rests_on = forms.MultipleChoiceField(
        label=gettext_lazy("Rests on these findings"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "At least one of them has to be final before it is offered."
        ),
    )

    class Meta:
        model = Recommendation
        fields = ["subject", "words", "why"]
        widgets = {
            "words": forms.Textarea(attrs={"rows": 4}),
            "why": forms.Textarea(attrs={"rows": 4}),
        }
        labels = {
            "subject": gettext_lazy("Subject"),
            "words": gettext_lazy("What you recommend"),
            "why": gettext_lazy("Why"),
        }
        help_texts = {
            "words": gettext_lazy("One thing that somebody can begin with."),
        }
        error_messages = {"subject": {"required": gettext_lazy("Choose a subject.")}}

    field_order = ("subject", "said_to", "words", "why", "rests_on")

    def __init__(
        self, *args: Any, study: Study, findings: list[Finding], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.addressees = addressees(study)
        self.known = {str(each.number): each for each in findings}
        fields: dict[str, Any] = self.fields
        fields["said_to"].choices = [
            ("", _("Choose …")),
            *((key, name) for key, (name, _house, _whose) in self.addressees.items()),
        ]
        fields["rests_on"].choices = [
            (key, shortly(each) if each.final_at else unsettled(each))
            for key, each in self.known.items()
        ]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if said := data.get("said_to"):
            _name, house, whose = self.addressees[said]
            self.instance.house, self.instance.addressee = house, whose
        return data

    def said_in(self, thing: Any, name: str) -> Any:
        if name == "said_to":
            return self.key_of(thing)
        if name == "rests_on":
            return [str(each.number) for each in thing.findings.all()]
        return super().said_in(thing, name)

    @property
    def chosen(self) -> list[Finding]:
        return [self.known[each] for each in self.cleaned_data.get("rests_on", [])]

    def key_of(self, recommendation: Recommendation) -> str:
        """Which of the choices this one was said to."""
        said = (recommendation.house_id, recommendation.addressee_id)
        return next(
            key
            for key, (_name, house, whose) in self.addressees.items()
            if (house.pk, whose.pk if whose else None) == said
        )


def unsettled(finding: Finding) -> str:
    return _("%(finding)s (not final yet)") % {"finding": shortly(finding)}


Addressee = tuple[str, House, Organisation | None]


def addressees(study: Study) -> dict[str, Addressee]:
    """By a number that says nothing: of each house all together, and each of its
    organisations by what it does; those that somebody is appointed for."""
    there = partners_of(study, timezone.localdate()).order_by()
    asked = set(there.values_list("organisation", flat=True))
    found: dict[str, Addressee] = {}
    rows = list(study.houses.select_related("house"))
    for number, row in enumerate(rows, start=1):
        house = row.house
        before = f"{house.name}: " if len(rows) > 1 else ""
        found[str(number)] = (f"{before}{_('all partners together')}", house, None)
        organisations = list(house.organisations.all())
        names = role_names(organisations)
        known = sorted(organisations, key=lambda each: names[each.pk])
        for place, each in enumerate(known, start=1):
            if each.pk in asked:
                key = f"{number}-{place}"
                found[key] = (f"{before}{names[each.pk]}", house, each)
    return found


class ResponseForm(ThingForm):
    """Adopt, adapt or decline; why, and by when."""

    class Meta:
        model = Response
        fields = ["says", "words", "on"]
        widgets = {
            "says": forms.RadioSelect,
            "words": forms.Textarea(attrs={"rows": 4}),
            "on": DayInput,
        }
        labels = {
            "says": gettext_lazy("What does your organisation say?"),
            "words": gettext_lazy("Why, or how"),
            "on": gettext_lazy("Done by"),
        }
        help_texts = {
            "words": gettext_lazy("Needed when you adapt it or decline it."),
            "on": gettext_lazy("Needed when you adopt it or adapt it."),
        }
        error_messages = {
            "says": {"required": gettext_lazy("Choose one of the answers.")}
        }

    needed_by_choice = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        says: Any = self.fields["says"]
        says.choices = Response.Says.choices
