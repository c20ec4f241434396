"""The rows of the form of a decision, and what stands in them when it is said anew."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms
from django.forms import BoundField
from django.forms.boundfield import BoundWidget
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...casework.models import Consideration, Decision, Reached, Statement

MAY_ANSWER: tuple[tuple[str, Any], ...] = (("", ""),)


class OptionRow(NamedTuple):
    """One way to go: the words, whether it was chosen, or why not."""

    number: int
    text: BoundField
    dropped: BoundField
    chosen: BoundWidget

    @property
    def errors(self) -> list[str]:
        return [*self.text.errors, *self.dropped.errors]

    @property
    def is_typed(self) -> bool:
        return bool(self.text.value() or self.dropped.value() or self.errors)


class ConsiderationRow(NamedTuple):
    """One argument: whose, for or against, the words, and on which statements."""

    number: int
    organisation: BoundField
    side: BoundField
    text: BoundField
    facts: BoundField

    @property
    def errors(self) -> list[str]:
        fields = (self.organisation, self.side, self.text, self.facts)
        return [str(error) for field in fields for error in field.errors]

    @property
    def is_typed(self) -> bool:
        return bool(self.text.value() or self.errors)


class ReachedRow(NamedTuple):
    """One organisation of the core: how it was reached, and what it said."""

    organisation: Organisation
    how: BoundField
    said: BoundField

    @property
    def errors(self) -> list[str]:
        return [*self.how.errors, *self.said.errors]


def option_fields(number: int) -> dict[str, forms.Field]:
    return {
        f"option_{number}": words(_("option"), 2_000),
        f"dropped_{number}": words(_("why not"), 2_000),
    }


def consideration_fields(
    number: int, there: Iterable[Organisation]
) -> dict[str, forms.Field]:
    names = ((str(each.pk), each.name) for each in there)
    return {
        f"organisation_{number}": forms.ChoiceField(
            label=_("whose"), required=False, choices=(*MAY_ANSWER, *names)
        ),
        f"side_{number}": forms.ChoiceField(
            label=_("for or against"),
            required=False,
            choices=(*MAY_ANSWER, *Consideration.Side.choices),
        ),
        f"consideration_{number}": words(_("consideration"), 2_000),
        f"facts_{number}": forms.CharField(
            label=_("on which statements"),
            required=False,
            max_length=200,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        ),
    }


def reached_fields(organisation: Organisation) -> dict[str, forms.Field]:
    return {
        f"how_{organisation.pk.hex}": forms.ChoiceField(
            label=_("how"),
            required=False,
            choices=(*MAY_ANSWER, *Reached.How.choices),
        ),
        f"said_{organisation.pk.hex}": words(_("what they said"), 2_000),
    }


def words(label: Any, longest: int) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=longest,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )


def as_typed(said: Decision, stands: Iterable[Statement]) -> dict[str, Any]:
    """The parts of a decision as they would stand in the form, to be said anew."""
    standing = {each.pk for each in stands}
    typed: dict[str, Any] = {
        "rests_on": [each.pk for each in said.rests_on.all() if each.pk in standing],
        "deciders": [each.seat_id for each in said.deciders.all()],
    }
    for number, option in enumerate(said.options.all(), 1):
        typed[f"option_{number}"] = option.text
        typed[f"dropped_{number}"] = option.why_dropped or ""
        if option.is_chosen:
            typed["chosen"] = str(number)
    for number, one in enumerate(said.considerations.all(), 1):
        typed[f"organisation_{number}"] = str(one.organisation_id)
        typed[f"side_{number}"] = one.side
        typed[f"consideration_{number}"] = one.text
        rests = [each.reference for each in one.rests_on.all() if each.pk in standing]
        typed[f"facts_{number}"] = ", ".join(rests)
    for each in said.reacheds.all():
        typed[f"how_{each.organisation_id.hex}"] = each.how
        typed[f"said_{each.organisation_id.hex}"] = each.said or ""
    return typed
