"""The form of an agreement: one deed, one owner, one day, and how one will see it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...casework.models import Agreement
from ...dossiers.models import Seat
from ...rules.actors import Party
from ..dossiers.circle_fields import CircleFields
from ..forms import ThingForm
from .grounds import GroundChoice
from .interventions import OwnerChoice
from .parked import day, line, text
from .question_fields import QuestionFields
from .questions import Laid, Typed, asks

WHAT = ("deed", "owner")
WHO_ELSE = ("function", "owner_organisation")
WHEN = ("due_on", "trigger", "trigger_days")
HOW = ("done_when", "with_others", "because_of", "why")
ASKED = (*WHAT, *WHO_ELSE, *WHEN, *HOW)


class AgreementFields(QuestionFields, ThingForm):
    """Who does what by when, and in what one will see that it is done."""

    because_of = GroundChoice(label=_("Follows from"))

    class Meta:
        model = Agreement
        fields: tuple[str, ...] = ASKED
        field_classes = {"owner": OwnerChoice}
        widgets = {
            "deed": text(2),
            "function": line(),
            "due_on": day(),
            "trigger": line(),
            "done_when": text(2),
            "why": text(2),
            "with_others": forms.CheckboxSelectMultiple,
            "why_changed": text(2),
        }
        labels = {
            "deed": _("What will be done"),
            "owner": _("Who does it"),
            "function": _("Function"),
            "owner_organisation": _("Of which organisation"),
            "due_on": _("By which day"),
            "trigger": _("When this happens"),
            "trigger_days": _("Then within how many days"),
            "done_when": _("In what does one see that it is done"),
            "with_others": _("Who helps"),
            "why": _("Why"),
        }
        help_texts = {
            "deed": _("One deed: ‘calls the school about the timetable’."),
            "owner": _(
                "One person, who answers for it; others may help. Whoever is named "
                "accepts it, and until then it is an expectation."
            ),
            "done_when": _("‘A talk is planned and everybody has the date.’"),
            "with_others": _("One pulls; these help."),
        }

    def offer(self, seat: Seat, now: datetime) -> None:
        """Only who sits at this table now, and what this seat hears."""
        choices = cast("dict[str, Any]", self.fields)
        seats = Seat.objects.visible_to(seat, now).taken(now)
        choices["owner"].queryset = seats.select_related(
            "organisation", "user", "dossier"
        )
        here = Organisation.objects.filter(
            pk__in=seats.order_by().values("organisation")
        )
        choices["owner_organisation"].queryset = here.order_by("name")
        choices["owner_organisation"].required = False
        choices["with_others"].queryset = here.order_by("name")
        cast("GroundChoice", choices["because_of"]).offer(seat, now)
        self.ask_one_of_both()

    def ask_one_of_both(self) -> None:
        """A person unless a function was typed; a day unless something comes first."""
        for asked, instead, words in (
            ("owner", "function", Agreement.WHO_LACKS),
            ("due_on", "trigger", Agreement.WHEN_LACKS),
        ):
            self.fields[asked].required = not self[instead].value()
            self.fields[asked].error_messages["required"] = words

    def clean(self) -> dict[str, Any]:
        """Somebody by name, or a function of an organisation: one of both."""
        told = super().clean() or self.cleaned_data
        if told.get("owner"):
            if told.get("function"):
                self.add_error(
                    "function",
                    _("You chose a person above. Leave this empty, or the other."),
                )
        elif told.get("function") and not told.get("owner_organisation"):
            self.add_error("owner_organisation", _("Choose whose function this is."))
        return told

    def group(self, names: Iterable[str]) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    @property
    def what(self) -> list[forms.BoundField]:
        return self.group(WHAT)

    @property
    def who_else(self) -> list[forms.BoundField]:
        return self.group(WHO_ELSE)

    @property
    def on_day(self) -> list[forms.BoundField]:
        return self.group(WHEN[:1])

    @property
    def after_something(self) -> list[forms.BoundField]:
        return self.group(WHEN[1:])

    @property
    def how(self) -> list[forms.BoundField]:
        return self.group(HOW)

    @property
    def last(self) -> list[forms.BoundField]:
        return [each for each in self if each.name not in ASKED]

    @property
    def names_a_function(self) -> bool:
        return any(each.value() or each.errors for each in self.who_else)

    @property
    def waits_for_something(self) -> bool:
        return any(each.value() or each.errors for each in self.after_something)


class AgreementForm(CircleFields, AgreementFields):
    """A new agreement, and who hears it."""

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        self.offer(seat, now)


class AgreementAnewForm(AgreementFields):
    """The whole agreement anew; who hears it stays as it was."""

    class Meta(AgreementFields.Meta):
        fields = (*ASKED, "why_changed")
        labels = AgreementFields.Meta.labels | {
            "why_changed": _("Why it becomes otherwise")
        }

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(seat, now)


@asks("casework:agree", "casework:agree-anew")
def laid_out(typed: Typed) -> Iterable[Laid]:
    """The agreement as the checker knows it; who, by when and done when are asked."""
    if not typed("deed"):
        return
    named = "x" if typed("owner") else ""
    owner = Party(named, typed("function"), "")
    words = {
        "deed": typed("deed"),
        "owner": owner if named or typed("function") else None,
        "due": typed.day("due_on"),
        "trigger": typed("trigger"),
        "done_when": typed("done_when"),
    }
    places = {"deed": "deed", "owner": "owner", "due": "due_on"}
    yield Laid("agreement", words, places | {"done_when": "done_when"})
