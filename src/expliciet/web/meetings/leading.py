"""What whoever leads a meeting does with the whole of it."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, User
from ...audit.actions import Action
from ...casework.actions.meetings import (
    CALLING,
    call_off,
    end_meeting,
    hand_over_meeting,
)
from ...casework.models import AgendaItem, Meeting
from ...dossiers.models import Seat
from ..casework.agenda_items import did
from ..dossiers.deeds import REFUSED
from ..forms import PlainForm
from ..people import me
from ..reading import show
from .finding import address, capacity, led


class UserChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, user: User) -> str:
        return str(user.name)


class HandOverForm(PlainForm):
    """Who chairs from now on, and who keeps the record."""

    chair = UserChoice(label=_("Who chairs from now on?"), queryset=User.objects.none())
    recorder = UserChoice(
        label=_("Who keeps the record from now on?"), queryset=User.objects.none()
    )

    def __init__(self, *args: Any, offered: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("chair", "recorder"):
            field = cast("UserChoice", self.fields[name])
            field.queryset, field.empty_label = offered, None


def candidates(meeting: Meeting, me_: User, now: datetime) -> Any:
    """Who leads, or keeps the record of, the tables of this meeting that I see; while
    there are none, whoever may call one in this house. The action looks at all."""
    mine = AgendaItem.objects.visible_to(me_, now).filter(meeting=meeting)
    tables = set(mine.values_list("dossier", flat=True))
    if tables:
        leading = Seat.objects.filter(
            dossier__in=tables, role__in=[*Seat.CHAIRS, Seat.Role.SECRETARY]
        ).active(now)
        who: Any = leading.values("user")
    else:
        today = timezone.localdate(now)
        office = Appointment.objects.holding(today).in_role(*CALLING)
        who = office.filter(house=meeting.house_id).values("user")
    known = User.objects.filter(pk__in=who) | User.objects.filter(
        pk__in=[meeting.chair_id, meeting.recorder_id]
    )
    return known.order_by("name")


def hand_over(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Both in one act, also halfway."""
    now = timezone.now()
    found = led(request, meeting, now)
    by = capacity(request, found.house)
    form = HandOverForm(
        request.POST if request.method == "POST" else None,
        initial={"chair": found.chair_id, "recorder": found.recorder_id},
        offered=candidates(found, me(request), now),
    )
    if request.method == "POST" and form.carries_out(
        lambda: hand_over_meeting(
            found,
            form.cleaned_data["chair"],
            form.cleaned_data["recorder"],
            by=by,
            now=now,
        )
    ):
        messages.success(request, _("Handed over."))
        return redirect(address(found))
    return show(
        request,
        "meetings/hand_over.html",
        {"form": form, "meeting": found, "back": address(found)},
        action=Action.MEETING_READ,
        by=by,
        about=found,
        status=REFUSED if form.is_bound else 200,
    )


def call_off_page(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Asked once more first: whoever was asked gets a notice."""
    now = timezone.now()
    found = led(request, meeting, now)
    by = capacity(request, found.house)
    if request.method == "POST":
        if did(request, lambda: call_off(found, by=by, now=now)):
            messages.success(request, _("Called off. Whoever was asked is told."))
        return redirect(address(found))
    return show(
        request,
        "meetings/call_off.html",
        {"meeting": found, "back": address(found)},
        action=Action.MEETING_READ,
        by=by,
        about=found,
    )


def end(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Everybody stands up; what was not spoken of stays open."""
    now = timezone.now()
    found = led(request, meeting, now)
    by = capacity(request, found.house)
    if did(request, lambda: end_meeting(found, by=by, now=now)):
        messages.success(request, _("The meeting has ended."))
    return redirect(address(found))
