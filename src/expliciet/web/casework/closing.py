"""Ending the approach, with a promise that somebody looks again; and the card."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.levels import close_dossier
from ...casework.actions.plan import exit_criteria
from ...casework.models import Closure
from ...dossiers.models import Seat
from ...dossiers.models.seat import COMMON
from ...vault.keyring import unlock
from ..dossiers.addresses import of_dossier
from ..dossiers.deeds import ask
from ..dossiers.entries import SAID_ONCE
from ..dossiers.table import at_the_table, purpose_of, with_the_card
from ..forms import ThingForm, begin
from ..house.fields import DayInput
from ..reading import show
from .handing_card import keepers_now
from .question_fields import QuestionFields

SAID_ONCE.add(Closure.KIND)

if TYPE_CHECKING:
    OneSeat = forms.ModelChoiceField[Seat]
    ManySeats = forms.ModelMultipleChoiceField[Seat]
else:
    OneSeat = forms.ModelChoiceField
    ManySeats = forms.ModelMultipleChoiceField


def named(seat: Seat) -> str:
    return f"{seat.who} ({seat.organisation.name})"


class OneAtTheTable(OneSeat):
    def label_from_instance(self, seat: Seat) -> str:
        return named(seat)


class ManyAtTheTable(ManySeats):
    def label_from_instance(self, seat: Seat) -> str:
        return named(seat)


class ClosureForm(QuestionFields, ThingForm):
    """Everything that is asked of an end; what happens by it is agreed to."""

    aftercare_by = OneAtTheTable(
        queryset=Seat.objects.none(),
        label=_("Who looks again"),
        help_text=_("They keep the after-care card."),
        required=False,
    )
    named = ManyAtTheTable(
        queryset=Seat.objects.none(),
        label=_("Who keeps the after-care card besides"),
        help_text=_("Only who needs it: they see the card and nothing else."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agreed = forms.BooleanField(
        label=_("I know that all seats end, and that only the card can be read then."),
        error_messages={"required": _("Read what happens, and tick this.")},
    )

    class Meta:
        model = Closure
        fields = (
            "outcome",
            "why",
            "criteria",
            "remaining",
            "aftercare",
            "aftercare_by",
            "look_on",
            "signs",
            "call",
            "person_told",
            "reporter_told",
        )
        widgets = {
            "outcome": forms.RadioSelect,
            "look_on": DayInput(),
            "call": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            **{
                name: forms.Textarea(attrs={"rows": rows, "dir": "auto"})
                for name, rows in (
                    ("why", 4),
                    ("criteria", 4),
                    ("remaining", 3),
                    ("aftercare", 3),
                    ("signs", 3),
                    ("person_told", 2),
                    ("reporter_told", 2),
                )
            },
        }
        help_texts = {
            "criteria": _("Go through what you agreed beforehand, one by one."),
            "remaining": _("Say so too when there are none."),
            "look_on": _("Not asked when the person died or was wrongly taken in."),
            "signs": _("In deeds that somebody can see. They stand on the card."),
            "call": _("A name or function with a number that is answered."),
        }

    def __init__(self, *args: Any, seats: QuerySet[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcome = cast("forms.ChoiceField", self.fields["outcome"])
        outcome.choices = Closure.Outcome.choices
        with_account = seats.exclude(user=None)
        cast("OneAtTheTable", self.fields["aftercare_by"]).queryset = with_account
        cast("ManyAtTheTable", self.fields["named"]).queryset = with_account
        self.order_fields([*self.Meta.fields, "named", "agreed"])


@at_the_table
def close(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Whoever chairs ends the approach; the seats end with it, their own included."""
    require(seat.chairs, "dossier.close")
    seats = Seat.objects.filter(dossier=seat.dossier_id).taken(now)
    form = begin(
        request,
        ClosureForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seats=seats.select_related("user", "organisation"),
    )
    if request.method == "POST" and form.carries_out(
        lambda: close_dossier(
            form.instance, form.cleaned_data["named"], by=seat, now=now
        )
    ):
        messages.success(request, _("Closed. This is the after-care card."))
        return redirect("casework:card", seat.dossier_id)
    return ask(
        request,
        seat,
        form,
        title=_("End the approach"),
        button=_("End the approach for good"),
        template="casework/closure_form.html",
        back=of_dossier(seat.dossier_id),
        exit_criteria=list(exit_criteria(seat, now).order_by("recorded_at")),
        sitting=list(seats.select_related("organisation", "user")),
    )


@with_the_card
def card(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """The after-care card: who looks again, when, on which signs, whom to call."""
    closure = (
        Closure.objects.visible_to(seat, now)
        .select_related(*Closure.BESIDE)
        .order_by("-recorded_at")
        .first()
    )
    if closure is None:
        raise Http404
    keepers = keepers_of(closure)
    return show(
        request,
        "casework/card.html",
        {
            "dossier": seat.dossier,
            "closure": closure,
            "keepers": keepers,
            "now_kept_by": keepers_now(seat, now),
        },
        action=Action.RECORD_READ,
        by=seat,
        about=closure,
        purpose=purpose_of(request),
    )


def keepers_of(closure: Closure) -> list[Seat]:
    """Who is named on the card, opened as far as their names."""
    seats = list(closure.named.select_related("user", "organisation"))
    rows: list[UUID] = [each.pk for each in seats]
    if closure.aftercare_by_id:
        rows.append(closure.aftercare_by_id)
    unlock(closure.dossier_id, [COMMON], rows)
    return seats
