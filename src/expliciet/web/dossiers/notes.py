"""A note: saying something at the table, in one's own words."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ...dossiers.actions.notes import record_note
from ...dossiers.models import Circle, Note, Seat
from ..forms import ThingForm, begin
from .addresses import of_dossier
from .circle_fields import CircleFields
from .deeds import ask
from .table import at_the_table

if TYPE_CHECKING:
    SeatChoice = forms.ModelChoiceField[Seat]
else:
    SeatChoice = forms.ModelChoiceField


class GuestChoice(SeatChoice):
    def label_from_instance(self, guest: Seat) -> str:
        return f"{guest.who} ({guest.organisation.name})"


class NoteForm(CircleFields, ThingForm):
    """What is said, for whom, and who hears it."""

    on_behalf_of = GuestChoice(
        queryset=Seat.objects.none(),
        label=_("Said by"),
        help_text=_("For a guest, who writes nothing here: it stands in their name."),
        required=False,
        empty_label=_("me, for my own organisation"),
    )

    class Meta:
        model = Note
        fields = ("text",)
        labels = {"text": _("What do you want to say?")}
        help_texts = {
            "text": _(
                "What did you see or hear yourself, and when? Tell apart what you know "
                "and what you think."
            )
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 8, "dir": "auto"})}

    def __init__(self, *args: Any, seat: Seat, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, seat=seat, now=now, **kwargs)
        guests = guests_of(seat, now)
        if not guests:
            del self.fields["on_behalf_of"]
            return
        cast("GuestChoice", self.fields["on_behalf_of"]).queryset = guests


def guests_of(seat: Seat, now: datetime) -> Any:
    """Whose words this seat may write down; nobody's unless it records for others."""
    if not seat.records_for_others:
        return Seat.objects.none()
    return (
        Seat.objects.visible_to(seat, now)
        .taken(now)
        .filter(user=None)
        .select_related("organisation", "dossier")
    )


@at_the_table
def add(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Something is said, in a circle."""
    form = begin(
        request,
        NoteForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(
        say, form.instance, guest=lambda: form.cleaned_data.get("on_behalf_of")
    ):
        messages.success(
            request,
            _("Recorded as %(reference)s.") % {"reference": form.instance.reference},
        )
        return redirect(of_dossier(seat.dossier_id, form.instance.reference))
    return ask(
        request,
        seat,
        form,
        title=_("A note"),
        button=_("Record"),
        template="dossiers/note_form.html",
    )


def say(note: Note, *, by: Seat, circle: Circle, now: datetime, guest: Any) -> Note:
    """For oneself, or for a guest whose organisation hears it too."""
    speaker: Seat | None = guest()
    if speaker and not circle.holds(speaker.organisation_id):
        raise ValidationError(
            {
                "hears": _(
                    "The guest does not hear this themselves. Choose a circle with "
                    "their organisation in it."
                )
            }
        )
    return record_note(note, by=by, circle=circle, now=now, on_behalf_of=speaker)
