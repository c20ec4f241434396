"""How the value of a house rule is shown, and how it is asked for."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy

from ...accounts.house_rules import Known, functions, lines, rhythm, yes_or_no
from ...accounts.models import House, Organisation
from ...accounts.rhythm import Rhythm

LISTS = (lines, functions)
VALUE = gettext_lazy("Value")
ANSWERS = (("yes", gettext_lazy("yes")), ("no", gettext_lazy("no")))


def in_words(value: Any, known: Known) -> Any:
    """A list of lines, or one line with its unit; None where there is no value."""
    if value is None:
        return None
    if known.look is functions:
        return [str(Organisation.FIXED.get(each, each)) for each in value]
    if known.look is lines:
        return list(value)
    if known.look is yes_or_no:
        return str(dict(ANSWERS)[value])
    if known.look is rhythm:
        return str(Rhythm(value).label)
    return f"{value} {known.unit}"


def asked_for(known: Known, house: House, now_held: Any) -> forms.Field:
    """The field that fits this rule: lines, functions to tick, yes or no, a number."""
    if known.look is functions:
        return forms.MultipleChoiceField(
            label=VALUE,
            choices=choices_of(house, now_held),
            widget=forms.CheckboxSelectMultiple,
        )
    if known.look is yes_or_no:
        return forms.ChoiceField(label=VALUE, choices=ANSWERS, widget=forms.RadioSelect)
    if known.look is rhythm:
        return forms.ChoiceField(
            label=VALUE, choices=Rhythm.choices, widget=forms.RadioSelect
        )
    widget = (
        forms.Textarea(attrs={"rows": 8})
        if known.look is lines
        else forms.NumberInput(attrs={"inputmode": "numeric"})
    )
    return forms.CharField(label=VALUE, help_text=str(known.unit), widget=widget)


def choices_of(house: House, now_held: Any) -> list[tuple[str, str]]:
    """The functions of this house, and what the rule names now."""
    fixed = {
        each: str(name)
        for each, name in Organisation.FIXED.items()
        if each != Organisation.OFFICE
    }
    others = [*house.rule("functions", timezone.localdate()), *(now_held or [])]
    return list((fixed | {each: each for each in others if each not in fixed}).items())


def as_typed(value: Any, known: Known) -> Any:
    """The value as somebody would type or tick it."""
    if value is None:
        return ""
    if known.look is lines:
        return "\n".join(value)
    return list(value) if known.look is functions else str(value)
