"""Handing the after-care card to a colleague: the page, and who keeps it since."""

from datetime import datetime
from typing import Any, NamedTuple, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...casework.actions.card import hand_card_over
from ...dossiers.models import Seat
from ..dossiers.deeds import ask
from ..dossiers.inviting import colleagues, why
from ..dossiers.table import with_the_card
from ..forms import PlainForm, begin


class HandCardForm(PlainForm):
    user = forms.ChoiceField(
        label=_("To whom"),
        help_text=_("A colleague of your organisation who does not keep the card yet."),
        error_messages={"invalid_choice": _("Choose somebody from the list.")},
    )
    why = why(_("For instance: takes over this area from 1 March."))

    def __init__(self, *args: Any, found: list[Appointment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {str(each.pk): each for each in found}
        names = [(pk, each.user.name or "") for pk, each in self.found.items()]
        choices = [("", _("Choose …")), *names]
        cast("forms.ChoiceField", self.fields["user"]).choices = choices


@with_the_card
def give(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """The card, and the promise on it, to who takes one's place."""
    ours = [
        each
        for each in colleagues(seat, now)
        if each.organisation_id == seat.organisation_id
    ]
    form = begin(
        request,
        HandCardForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        found=ours,
    )
    if request.method == "POST" and form.carries_out(
        lambda: hand_card_over(
            form.found[form.cleaned_data["user"]],
            form.cleaned_data["why"],
            by=seat,
            now=now,
        )
    ):
        messages.success(request, _("Handed over. You do not read the card any more."))
        return redirect("dossiers:list")
    return ask(
        request,
        seat,
        form,
        title=_("Hand the after-care card over"),
        lead=_(
            "Your colleague reads the card and keeps its promise from then on. You "
            "see nothing of this dossier any more."
        ),
        button=_("Hand the card over"),
        template="casework/hand_card_form.html",
        back=reverse("casework:card", args=[seat.dossier_id]),
        nobody=not ours,
    )


class Keeper(NamedTuple):
    """Who keeps the card now, and from whom they took it over."""

    seat: Seat
    took_over_from: str


def keepers_now(seat: Seat, now: datetime) -> list[Keeper]:
    """The seats that read the card now; a card seat sees those and no other."""
    seats = Seat.objects.visible_to(seat, now).select_related(
        "user", "organisation", "invited_by__user"
    )
    keepers = [Keeper(each, before(each)) for each in seats.taken(now)]
    return sorted(keepers, key=lambda one: (one.seat.organisation.name, one.seat.who))


def before(seat: Seat) -> str:
    giver = seat.invited_by
    return giver.who if giver and giver.reads_card else ""
