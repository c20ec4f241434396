"""Two who change the same thing at once: the second reads the first (V14)."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format

from ..forms import Conversation

if TYPE_CHECKING:
    Base = Conversation
else:
    Base = object


class WritesTogether(Base):
    """A form that carries a mark of what its writer read; `read` for its action.

    Whoever was overtaken keeps what was typed, with what stands there now beside it.
    Sent once more, it takes that place.
    """

    instance: Any
    data: Any
    theirs: list[tuple[str, str]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theirs = []
        if self.instance._state.adding:
            return
        self.stands = self.instance.as_read()
        self.fields["read"] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=self.stands
        )

    @property
    def read(self) -> str:
        return str(self.cleaned_data.get("read") or self.stands)

    def take(self, wrong: ValidationError) -> None:
        super().take(wrong)
        if getattr(wrong, "code", "") != "unread":
            return
        now = type(self.instance)._default_manager.get(pk=self.instance.pk)
        self.data = self.data.copy()
        self.data["read"] = now.as_read()
        self.theirs = [
            (str(field.label), told(field.field, value))
            for field in self.visible_fields()
            if (value := self.said_in(now, field.name)) is not None
            and told(field.field, value)
            != told(field.field, self.cleaned_data.get(field.name))
        ]

    def said_in(self, thing: Any, name: str) -> Any:
        """What another wrote in this field; None where it is no part of the text."""
        return getattr(thing, name, None)


def told(field: forms.Field, value: Any) -> str:
    """A value of a field in the words of its choices."""
    if hasattr(value, "all"):
        value = list(value.all())
    if isinstance(value, list | tuple):
        return ", ".join(told(field, each) for each in value)
    known = {str(key): str(name) for key, name in getattr(field, "choices", ())}
    key = str(getattr(value, "pk", value) or "")
    if hasattr(value, "isoformat"):
        return date_format(value, "SHORT_DATE_FORMAT")
    return known.get(key, "\n".join(key.splitlines()))
