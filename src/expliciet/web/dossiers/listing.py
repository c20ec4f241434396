"""The dossiers at whose tables one sits."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...audit.actions import Action
from ...audit.trail import Actor, Whereabouts
from ...dossiers.models import Dossier, Seat
from ...dossiers.models.seat import SeatQuerySet
from ..people import acting, acting_or_404, appointments, me
from ..reading import Look, show_all
from .sheets import kept, sheet

A_PAGE = 60
SOON = timedelta(days=31)


class Filter(forms.Form):
    """What to show of the list; in the address, so that it can be returned to."""

    q = forms.CharField(label=_("Number or working name"), required=False)
    fase = forms.ChoiceField(
        label=_("Phase"),
        choices=[("", _("every phase")), *Dossier.Phase.choices],
        required=False,
    )
    binnenkort = forms.BooleanField(
        label=_("Review within a month, or overdue"), required=False
    )

    def narrow(self, seats: SeatQuerySet, today: date) -> SeatQuerySet:
        """Those seats whose dossier fits; a filter that means nothing shows all."""
        asked = self.cleaned_data if self.is_valid() else {}
        if words := asked.get("q"):
            seats = seats.filter(
                Q(dossier__number__icontains=words)
                | Q(dossier__working_name__icontains=words)
            )
        if phase := asked.get("fase"):
            seats = seats.filter(dossier__phase=phase)
        if asked.get("binnenkort"):
            seats = seats.filter(dossier__review_on__lte=today + SOON)
        return seats

    @property
    def is_used(self) -> bool:
        return any(self.data.get(name) for name in self.fields)


def listing(request: HttpRequest) -> HttpResponse:
    """Number, working name, phase, regime, review, your role, and what is new.

    In the order of their review, the first one first; there is no other order.
    """
    user, now = me(request), timezone.now()
    acting_as = acting_or_404(request, *Appointment.AT_TABLES)
    today = timezone.localdate(now)
    mine = Seat.objects.of(user).active(now)
    asked = Filter(request.GET)
    seats = (
        asked.narrow(mine, today)
        .with_news(now)
        .select_related("dossier", "organisation")
        .order_by("dossier__review_on", "dossier__number")
    )
    page = sheet(request, seats, A_PAGE)
    return show_all(
        request,
        "dossiers/list.html",
        {
            "page": page,
            "filter": asked,
            "today": today,
            "may_open": acting(request, Appointment.Role.PROCESS_DIRECTOR),
            "kept": kept(request),
        },
        looks(request, list(page), acting_as),
    )


def looks(
    request: HttpRequest, shown: list[Seat], acting_as: Appointment
) -> list[Look]:
    """A line in the chain of every house of which something is shown; at least one."""
    count: dict[Any, int] = {acting_as.house_id: 0} if not shown else {}
    for seat in shown:
        count[seat.dossier.house_id] = count.get(seat.dossier.house_id, 0) + 1
    return [
        Look(
            Action.DOSSIERS_LISTED,
            actor(request, house) or acting_as,
            at=Whereabouts(house=house),
            count=number,
        )
        for house, number in count.items()
    ]


def actor(request: HttpRequest, house: Any) -> Actor | None:
    """The capacity in which one sits at tables of that house."""
    for appointment in appointments(request):
        if appointment.house_id == house and appointment.is_(*Appointment.AT_TABLES):
            return appointment
    return None
