"""Putting a dossier on the roster: which one, how long, and who is asked."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...audit.actions import Action
from ...casework.actions.meetings import put_on_roster
from ...casework.models import AgendaItem, Meeting
from ...dossiers.models import Dossier, Link, Seat
from ..dossiers.deeds import REFUSED
from ..forms import PlainForm
from ..people import me
from ..reading import show
from ..work.seated import seats_of
from .finding import address, capacity, led

ENDED = (Dossier.Phase.CLOSED, Dossier.Phase.REFUSED)
A_QUARTER = 15


class People(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Who sits at that table, by organisation; a guest without a name: it is sealed."""

    def label_from_instance(self, seat: Seat) -> str:
        who = seat.user.name if seat.user else _("guest")
        return f"{who}, {seat.organisation.name}"


class BesideChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, item: AgendaItem) -> str:
        return f"{item.dossier.number} {item.dossier.working_name}"


class PutForm(PlainForm):
    """How long, who is asked, and with which other item together."""

    minutes = forms.IntegerField(
        label=_("How many minutes?"),
        min_value=1,
        max_value=240,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    asked = People(
        label=_("Who is asked?"),
        queryset=Seat.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Everybody at this table. Take out who need not come."),
    )
    beside = BesideChoice(
        label=_("Together with"),
        queryset=AgendaItem.objects.none(),
        required=False,
        empty_label=_("by itself"),
        help_text=_("Of a linked dossier: both are spoken of in one go."),
    )

    def __init__(
        self, *args: Any, people: Any, linked: list[UUID], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        cast("People", self.fields["asked"]).queryset = people
        if linked:
            found = AgendaItem.objects.filter(pk__in=linked).select_related("dossier")
            cast("BesideChoice", self.fields["beside"]).queryset = found
        else:
            del self.fields["beside"]


def put(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """First which dossier; then how long, and who is asked."""
    now = timezone.now()
    found = led(request, meeting, now)
    by = capacity(request, found.house)
    offered = to_put(request, found, now)
    typed = request.POST if request.method == "POST" else request.GET
    seat = next(
        (each for each in offered if str(each.dossier_id) == typed.get("dossier")), None
    )
    context: dict[str, Any] = {
        "meeting": found,
        "offered": offered,
        "seat": seat,
        "back": address(found),
    }
    status = 200
    if seat is not None:
        form = form_of(request, found, seat, now)
        context["form"] = form
        if request.method == "POST" and form.carries_out(
            lambda: put_on_roster(
                AgendaItem(
                    meeting=found,
                    minutes=form.cleaned_data["minutes"],
                    beside=form.cleaned_data.get("beside"),
                ),
                form.cleaned_data["asked"],
                by=seat,
                now=now,
            )
        ):
            messages.success(request, _("It stands on the roster; they are asked."))
            return redirect(f"{address(found)}#rooster")
        status = REFUSED if form.is_bound else 200
    elif request.method == "POST":
        context["wrong"] = _("Choose a dossier from the list.")
        status = REFUSED
    return show(
        request,
        "meetings/put.html",
        context,
        action=Action.MEETING_READ,
        by=by,
        about=found,
        status=status,
    )


def to_put(request: HttpRequest, meeting: Meeting, now: datetime) -> list[Seat]:
    """My seats at tables of this house where I write for others, not yet on it."""
    there = set(meeting.items.values_list("dossier", flat=True))
    return sorted(
        (
            seat
            for seat in seats_of(me(request), now).values()
            if seat.records_for_others
            and seat.dossier.house_id == meeting.house_id
            and seat.dossier_id not in there
            and seat.dossier.phase not in ENDED
        ),
        key=lambda seat: (seat.dossier.review_on, seat.dossier.number),
    )


def form_of(
    request: HttpRequest, meeting: Meeting, seat: Seat, now: datetime
) -> PutForm:
    people = (
        Seat.objects.filter(dossier=seat.dossier_id)
        .taken(now)
        .exclude(role=Seat.Role.AFTERCARE)
        .select_related("user", "organisation")
        .defer("guest_name")
        .order_by("organisation__name", "pk")
    )
    return PutForm(
        request.POST if request.method == "POST" else None,
        initial={"minutes": A_QUARTER, "asked": [each.pk for each in people]},
        people=people,
        linked=linked(request, meeting, seat, now),
    )


def linked(
    request: HttpRequest, meeting: Meeting, seat: Seat, now: datetime
) -> list[UUID]:
    """Items of this meeting, of dossiers that I know to be linked with this one."""
    links = Link.objects.visible_to(me(request), now).of(seat.dossier).current()
    ends = {pk for pair in links.values_list("one", "other") for pk in pair}
    items = meeting.items.filter(dossier__in=ends - {seat.dossier_id})
    return list(items.values_list("pk", flat=True))
