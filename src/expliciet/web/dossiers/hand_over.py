"""Handing one's seat to a colleague, with what is still open."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...dossiers.actions.seats import hand_over
from ...dossiers.models import HandOver, Seat
from ...dossiers.models.hand_over import StillOpen, still_open
from ..forms import PlainForm, begin
from .deeds import ask
from .inviting import colleagues, why
from .table import at_the_table


class HandOverForm(PlainForm):
    user = forms.ChoiceField(
        label=_("To whom"),
        help_text=_("A colleague of your organisation who does not sit here yet."),
        error_messages={"invalid_choice": _("Choose somebody from the list.")},
    )
    why = why(_("For instance: takes over this area from 1 March."))
    summary = forms.CharField(
        label=_("Where we stand"),
        help_text=_("What your successor must know to go on tomorrow."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    open_ends = forms.CharField(
        label=_("What is still open, and by when"),
        help_text=_("What you promised, what you wait for, and who expects it."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: Any, found: list[Appointment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {str(each.pk): each for each in found}
        names = [(pk, each.user.name or "") for pk, each in self.found.items()]
        choices = [("", _("Choose …")), *names]
        cast("forms.ChoiceField", self.fields["user"]).choices = choices

    def successor(self) -> Seat:
        chosen = self.found[self.cleaned_data["user"]]
        return Seat(user=chosen.user, why=self.cleaned_data["why"])

    def words(self) -> HandOver:
        said = self.cleaned_data
        return HandOver(summary=said["summary"], open_ends=said["open_ends"])


@at_the_table
def give(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """One's own seat, to a colleague who hears what one heard oneself."""
    ours = [
        each
        for each in colleagues(seat, now)
        if each.organisation_id == seat.organisation_id
    ]
    left = still_open(seat, now)
    form = begin(
        request,
        HandOverForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        initial={"open_ends": in_words(left)},
        found=ours,
    )
    if request.method == "POST" and form.carries_out(
        lambda: hand_over(form.successor(), form.words(), by=seat, now=now)
    ):
        messages.success(
            request, _("Handed over. The table is closed to you from now on.")
        )
        return redirect("dossiers:list")
    return ask(
        request,
        seat,
        form,
        title=_("Hand your seat over"),
        lead=_(
            "Your successor hears what you heard, gets your role and mandate, and "
            "reads what you write here. You see nothing of this dossier from then on."
        ),
        button=_("Hand over and leave"),
        template="dossiers/hand_over_form.html",
        back=reverse("dossiers:seats", args=[seat.dossier_id]),
        left=left,
        nobody=not ours,
    )


def in_words(left: StillOpen) -> str:
    """What the dossier itself knows to be open, to begin with."""
    day = left.review_on.strftime("%d-%m-%Y")
    return str(_("%(day)s: review of this dossier") % {"day": day})
