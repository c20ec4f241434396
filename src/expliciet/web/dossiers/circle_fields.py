"""The part of a form that asks who will hear what is about to be said."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...dossiers.actions.circles import circle_for, organisations_at
from ...dossiers.models import Circle, Seat
from ...dossiers.models.circle import fingerprint
from ..forms import Conversation

if TYPE_CHECKING:
    Asking = Conversation
else:
    Asking = object

Kind = Circle.Kind
Choices = list[tuple[str, SafeString]]

WHO_CAN_READ = _(
    "Can be read later by: whom you choose here; the person it is about, who asks for "
    "it; an evaluator, with names masked; a court."
)
TABLE_CHANGED = _(
    "Who sits at this table changed while you wrote. Read again who would hear this, "
    "and choose. Nothing was recorded and your text still stands here."
)


class CircleFields(forms.Form, Asking):
    """For a form through which a seat says something.

    `class NoteForm(CircleFields, ThingForm)`; hand `seat` and `now` to `begin`, and
    let `is_said` do it: `form.is_said(record_note, form.instance)`.

    Nothing is chosen beforehand: with whom one shares is a decision. What is chosen
    are the organisations that were shown, so nobody who sat down meanwhile hears it
    unseen.
    """

    hears = forms.ChoiceField(
        label=_("Who hears this"),
        help_text=WHO_CAN_READ,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose who hears this."),
            "invalid_choice": TABLE_CHANGED,
        },
    )
    named = forms.MultipleChoiceField(
        label=_("With whom"),
        help_text=_("Your own organisation always hears it too."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": TABLE_CHANGED},
    )

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seat, self.now = seat, now
        seated = sorted(organisations_at(seat, now), key=lambda each: each.name)
        self.seated = seated
        others = [each for each in seated if each.pk != seat.organisation_id]
        fields = cast("dict[str, forms.ChoiceField]", self.fields)
        fields["hears"].choices = circles_of(seat, seated)
        fields["named"].choices = [(str(each.pk), each.name) for each in others]
        if not others:
            del self.fields["named"]
        ours = [name for name in ("hears", "named") if name in self.fields]
        self.order_fields([*(name for name in self.fields if name not in ours), *ours])

    def circle(self) -> Circle:
        """The circle that was chosen, if the table is still as it was shown."""
        chosen: str = self.cleaned_data["hears"]
        kind, _dot, mark = chosen.partition(".")
        named = [UUID(each) for each in self.cleaned_data.get("named") or ()]
        field = "named" if kind == Kind.NAMED else "hears"
        try:
            circle = circle_for(self.seat, kind, self.now, named)
        except ValidationError as wrong:
            raise ValidationError({field: wrong}) from wrong
        if not circle.fingerprint.startswith(mark):
            raise ValidationError({"hears": TABLE_CHANGED})
        return circle

    def is_said(self, action: Callable[..., Any], thing: Any, **more: Any) -> bool:
        """Whether it was said, in the circle chosen; otherwise the form says what was
        wrong. A circle that is new is made in the same breath, or not at all."""

        @transaction.atomic
        def say() -> Any:
            circle = self.circle()
            return action(thing, by=self.seat, circle=circle, now=self.now, **more)

        return self.carries_out(say)


def circles_of(seat: Seat, seated: Iterable[Organisation]) -> Choices:
    """The circles in which this seat can speak, and who hears it there."""
    everybody = list(seated)
    core = [each for each in everybody if each.is_core]
    own = [seat.organisation]
    offered = [(str(Kind.OWN), labelled(_("Only your own organisation"), own))]
    if seat.organisation_id in {each.pk for each in core}:
        offered.append((choice(Kind.CORE, core), labelled(_("The core"), core)))
    offered.append(
        (
            choice(Kind.TABLE, everybody),
            labelled(_("Everybody at this table"), everybody),
        )
    )
    if len(everybody) > 1:
        offered.append((str(Kind.NAMED), labelled(_("Whom I name here"), ())))
    return offered


def choice(kind: str, heard_by: Iterable[Organisation]) -> str:
    """A circle as a form sends it: its kind, and which organisations were shown."""
    members = sorted(each.pk for each in heard_by)
    return f"{kind}.{fingerprint(kind, members)[:16]}"


def labelled(words: Promise, heard_by: Iterable[Organisation]) -> SafeString:
    """A circle, and the names of who will hear it."""
    names = ", ".join(each.name for each in heard_by)
    return format_html('{} <span class="hearers">{}</span>', words, names)
