"""The lines of a contribution as a form asks them: as many as somebody needs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from ...casework.actions.contributions import MOST
from ...casework.life_domains import LifeDomain
from ...casework.models import Statement
from ..forms import Conversation

if TYPE_CHECKING:
    Asking = Conversation
else:
    Asking = object

AT_FIRST = 3
FIELDS = ("kind", "domain", "text", "heard_from")
NUMBERED = re.compile(rf"(?:{'|'.join(FIELDS)})_([1-9]\d?)")
NOT_YET: tuple[tuple[str, Any], ...] = (("", _("Choose …")),)


@dataclass(frozen=True)
class Row:
    """One line of the form, with its four fields."""

    number: int
    kind: BoundField
    domain: BoundField
    text: BoundField
    heard_from: BoundField

    @property
    def fields(self) -> tuple[BoundField, ...]:
        return self.kind, self.domain, self.text, self.heard_from

    @property
    def errors(self) -> list[str]:
        return [str(error) for field in self.fields for error in field.errors]


class LineFields(forms.Form, Asking):
    """For a form that brings in statements: `class MyForm(LineFields, ThingForm)`.

    Three lines at first; each further one that was typed, or asked for with the button,
    is there too. A line without words does not count.
    """

    lines = forms.IntegerField(required=False, widget=forms.HiddenInput)
    """How many lines stand in the form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said: Mapping[str, Any] = self.data if self.is_bound else self.initial
        self.count = lines_in(said)
        self.initial["lines"] = self.count
        for number in range(1, self.count + 1):
            self.fields |= fields_of(number)

    @property
    def rows(self) -> Iterator[Row]:
        for number in range(1, self.count + 1):
            yield Row(number, *(self[f"{name}_{number}"] for name in FIELDS))

    @property
    def most(self) -> int:
        return MOST

    @property
    def may_grow(self) -> bool:
        return self.count < MOST

    def clean(self) -> dict[str, Any]:
        """Every line is looked at, so that all that lacks is said at once."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        told = self.statements()
        if not told and not any(NUMBERED.fullmatch(name) for name in self.errors):
            self.add_error("text_1", _("Write at least one statement."))
        for number, statement in told.items():
            try:
                statement.full_clean(exclude=["contribution", "order"])
            except ValidationError as wrong:
                self.complain(number, wrong)
            if statement.heard_from and statement.kind not in ("", "hearsay"):
                self.add_error(
                    f"heard_from_{number}",
                    _(
                        "You say from whom you heard this. Then it is hearsay; or "
                        "empty this field."
                    ),
                )
        return cleaned

    def complain(self, number: int, wrong: ValidationError) -> None:
        for name, complaints in wrong.error_dict.items():
            field = f"{name}_{number}"
            if field in self.fields and field not in self.errors:
                self.add_error(field, complaints)

    def statements(self) -> dict[int, Statement]:
        """The lines that say something, by number, as they were typed."""
        told: dict[int, Statement] = {}
        for number in range(1, self.count + 1):
            typed = {
                name: self.cleaned_data.get(f"{name}_{number}", "") for name in FIELDS
            }
            if typed["text"] or typed["heard_from"]:
                told[number] = Statement(**typed)
        return told


def fields_of(number: int) -> dict[str, forms.Field]:
    """The fields of one line; what is lacking is said by the statement itself."""
    return {
        f"kind_{number}": forms.ChoiceField(
            label=_("what it is"),
            required=False,
            choices=(*NOT_YET, *Statement.Kind.choices),
        ),
        f"domain_{number}": forms.ChoiceField(
            label=_("life domain"),
            required=False,
            choices=(*NOT_YET, *LifeDomain.choices),
        ),
        f"text_{number}": forms.CharField(
            label=_("statement"),
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        ),
        f"heard_from_{number}": forms.CharField(
            label=_("heard from whom"),
            required=False,
            widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        ),
    }


def lines_in(said: Mapping[str, Any]) -> int:
    """How many lines were asked for or typed in; three at least."""
    asked = str(said.get("lines") or "")
    wished = min(int(asked), MOST) if asked.isascii() and asked.isdigit() else 0
    return max(AT_FIRST, wished, *typed_in(said), 0)


def typed_in(said: Mapping[str, Any]) -> Iterable[int]:
    found = (NUMBERED.fullmatch(name) for name in said if said.get(name))
    return [int(match[1]) for match in found if match]


def as_typed(statements: Iterable[Statement]) -> dict[str, Any]:
    """Statements as they would stand in the form, to be said anew."""
    typed: dict[str, Any] = {}
    for number, statement in enumerate(statements, 1):
        typed |= {f"{name}_{number}": getattr(statement, name) or "" for name in FIELDS}
    return typed
