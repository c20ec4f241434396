"""The table: who sits there and sat there; another role or mandate, and an end."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.actions.seats import change_seat, end_seat
from ...dossiers.models import Seat
from ..forms import PlainForm, ThingForm, begin
from ..guests.waiting import asked_of_guests
from ..reading import show
from .deeds import ask
from .inviting import ROLES
from .table import at_the_table, purpose_of


def seated(seat: Seat, now: datetime) -> QuerySet[Seat]:
    """Who sits at this table now, by organisation."""
    return (
        Seat.objects.visible_to(seat, now)
        .taken(now)
        .select_related("user", "organisation", "invited_by__user")
        .order_by("organisation__name", "organisation", "joined_at", "id")
    )


@at_the_table
def table(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Everybody who sits here, why, and with which mandate; and who sat here before."""
    before = (
        Seat.objects.visible_to(seat, now)
        .filter(left_at__lte=now)
        .select_related("user", "organisation")
        .order_by("-left_at", "id")
    )
    context = {
        "dossier": seat.dossier,
        "seat": seat,
        "now": now,
        "seats": seated(seat, now),
        "before": before,
        "asked_of_guests": asked_of_guests(seat, now),
    }
    return show(
        request,
        "dossiers/seats.html",
        context,
        action=Action.DOSSIER_READ,
        by=seat,
        about=seat.dossier,
        purpose=purpose_of(request),
    )


class SeatForm(ThingForm):
    """Another role or mandate."""

    class Meta:
        model = Seat
        fields = ("role", "mandate")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        has = self.instance.role, self.instance.get_role_display()
        role = cast("forms.ChoiceField", self.fields["role"])
        role.choices = ROLES if has in ROLES else [*ROLES, has]


@at_the_table
def change(
    request: HttpRequest, seat: Seat, now: datetime, other: UUID
) -> HttpResponse:
    """Another role or mandate for somebody at this table; never for oneself."""
    theirs = other_seat_or_404(seat, other, now)
    require(seat.chairs and theirs.pk != seat.pk, "seat.change")
    form = begin(
        request,
        SeatForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=other,
        instance=theirs,
    )
    if request.method == "POST" and form.carries_out(
        change_seat, theirs, by=seat, now=now
    ):
        messages.success(request, _("Changed, and everybody at the table can see it."))
        return redirect("dossiers:seats", pk=seat.dossier_id)
    return ask(
        request,
        seat,
        form,
        title=_("Another role or mandate"),
        lead=who_for(theirs),
        button=_("Change"),
        back=reverse("dossiers:seats", args=[seat.dossier_id]),
    )


class EndForm(PlainForm):
    left_why = forms.CharField(
        label=_("Why it ends"),
        help_text=_("Everybody at the table reads this. For instance: another post."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@at_the_table
def end(request: HttpRequest, seat: Seat, now: datetime, other: UUID) -> HttpResponse:
    """A seat ends, with the reason: one's own, or by whoever chairs."""
    theirs = other_seat_or_404(seat, other, now)
    own = theirs.pk == seat.pk
    require(seat.chairs or own, "seat.end")
    form = begin(
        request, EndForm, house=seat.dossier.house, dossier=seat.dossier, about=other
    )
    if request.method == "POST" and form.carries_out(
        lambda: end_seat(theirs, form.cleaned_data["left_why"], by=seat, now=now)
    ):
        if own:
            messages.success(request, _("You left the table. It is closed to you now."))
            return redirect("dossiers:list")
        messages.success(request, _("This seat ended. From now on it sees nothing."))
        return redirect("dossiers:seats", pk=seat.dossier_id)
    return ask(
        request,
        seat,
        form,
        title=_("Leave this table") if own else _("End a seat"),
        lead=_(
            "From the moment you send this you see nothing of this dossier any more. "
            "What you said stays. This cannot be undone; whoever chairs can invite "
            "you anew."
        )
        if own
        else who_for(theirs),
        button=_("Leave") if own else _("End this seat"),
        template="dossiers/end_form.html",
        back=reverse("dossiers:seats", args=[seat.dossier_id]),
        own=own,
        theirs=theirs,
    )


def other_seat_or_404(seat: Seat, other: UUID, now: datetime) -> Seat:
    """Somebody who sits at the same table now; an ended seat is nobody's any more."""
    found = seated(seat, now).filter(pk=other).select_related("dossier__house").first()
    if found is None:
        raise Http404
    return found


def who_for(seat: Seat) -> str:
    return f"{seat.who}, {seat.organisation}"
