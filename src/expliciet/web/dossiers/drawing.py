"""A working name is drawn, and drawn again, while the rest of a form stays as it is."""

from typing import Any, TypeVar

from django import forms

from ..forms import Conversation

DRAW = "draw"
"""The button that draws another name instead of sending the form."""

F = TypeVar("F", bound=Conversation)


def as_typed(form: F, **instead: Any) -> F:
    """The same form with what was typed in it, not looked at yet, and this instead."""
    typed = {
        name: field.widget.value_from_datadict(form.data, form.files, name)
        for name, field in form.fields.items()
        if not isinstance(field, forms.FileField)
    }
    form.initial = {**form.initial, **typed, **instead}
    form.is_bound = False
    return form
