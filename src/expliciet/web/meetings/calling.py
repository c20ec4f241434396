"""Calling a meeting, and giving it another time or place."""

from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, House
from ...audit.actions import Action
from ...audit.trail import Whereabouts
from ...casework.actions.meetings import CALLING, call_meeting, change_meeting
from ...casework.models import Meeting
from ..dossiers.deeds import REFUSED
from ..dossiers.opening import house_asked
from ..forms import ThingForm, begin
from ..people import acting, acting_or_404, appointments, me
from ..reading import show
from .finding import address, capacity, led

A_YEAR = timedelta(days=366)


class BeforeChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the meetings that were, by its kind and moment."""

    def label_from_instance(self, meeting: Meeting) -> str:
        at = timezone.localtime(meeting.begins_at)
        told = date_format(at, "j M Y H:i")
        return f"{capfirst(meeting.get_kind_display())}, {told}"


class MeetingForm(ThingForm):
    """What kind, when, where, and which meeting it goes on from."""

    day = forms.DateField(
        label=_("Day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose the day of the meeting.")},
    )
    time = forms.TimeField(
        label=_("Time"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Choose when it begins.")},
    )
    follows = BeforeChoice(
        label=_("Goes on from"),
        queryset=Meeting.objects.none(),
        required=False,
        empty_label=_("no earlier meeting"),
        help_text=_("What was agreed there is laid beside each dossier."),
    )

    class Meta:
        model = Meeting
        fields = ("kind", "place", "follows")
        widgets = {
            "kind": forms.RadioSelect,
            "place": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        }
        labels = {"kind": _("What kind of meeting?"), "place": _("Place")}
        help_texts = {
            "place": _(
                "A room or an address; it goes along into calendars, so write nothing "
                "of a case here."
            ),
        }
        error_messages = {"kind": {"required": _("Choose what kind it is.")}}

    field_order = ("kind", "day", "time", "place", "follows")

    def __init__(self, *args: Any, offered: Any, regular: bool, **kw: Any) -> None:
        super().__init__(*args, **kw)
        kind = cast("forms.ChoiceField", self.fields["kind"])
        kind.choices = [
            (value, capfirst(label))
            for value, label in Meeting.Kind.choices
            if regular or value != Meeting.Kind.REGULAR
        ]
        cast("BeforeChoice", self.fields["follows"]).queryset = offered
        if not offered.exists():
            del self.fields["follows"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("day") and typed.get("time"):
            at = datetime.combine(typed["day"], typed["time"])
            self.instance.begins_at = timezone.make_aware(at)
        return typed

    def take(self, wrong: ValidationError) -> None:
        """What is wrong with the moment stands at its day."""
        if "begins_at" in getattr(wrong, "error_dict", {}):
            wrong.error_dict["day"] = wrong.error_dict.pop("begins_at")
        super().take(wrong)


def before(request: HttpRequest, house: House, now: datetime) -> Any:
    """Meetings of the last year that took place, the last one first."""
    return (
        Meeting.objects.visible_to(me(request), now)
        .filter(house=house, called_off_at=None)
        .filter(begins_at__lt=now, begins_at__gt=now - A_YEAR)
        .defer("place")
        .order_by("-begins_at", "pk")
    )


def call(request: HttpRequest) -> HttpResponse:
    """Whoever calls it chairs it and keeps its record, until they hand that over."""
    now = timezone.now()
    house = house_asked(request)
    by = acting(request, *CALLING, house=house) or acting_or_404(
        request, *Appointment.AT_TABLES, house=house
    )
    by.house.unlock()
    form = begin(
        request,
        MeetingForm,
        house=by.house,
        initial={"time": "10:00"},
        offered=before(request, by.house, now),
        regular=by.is_(*CALLING),
    )
    if request.method == "POST" and form.carries_out(
        call_meeting, form.instance, by=by, now=now
    ):
        messages.success(request, _("The meeting is called. Put dossiers on its list."))
        return redirect(address(form.instance))
    return show(
        request,
        "meetings/call.html",
        {"form": form, "houses": elsewhere(request, by.house)},
        action=Action.MEETINGS_LISTED,
        by=by,
        at=Whereabouts(house=by.house_id),
        status=REFUSED if form.is_bound else 200,
    )


def elsewhere(request: HttpRequest, house: House) -> list[House]:
    """Other houses where one sits at tables, and may call a meeting."""
    held = [each for each in appointments(request) if each.is_(*Appointment.AT_TABLES)]
    return list(
        {one.house_id: one.house for one in held if one.house != house}.values()
    )


def change(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Another time, place or kind; whoever was asked is told."""
    now = timezone.now()
    found = led(request, meeting, now)
    by = capacity(request, found.house)
    at = timezone.localtime(found.begins_at)
    form = begin(
        request,
        MeetingForm,
        house=found.house,
        about=found.pk,
        initial={
            "kind": found.kind,
            "day": at.date(),
            "time": f"{at:%H:%M}",
            "place": found.place,
            "follows": found.follows_id,
        },
        instance=found,
        offered=before(request, found.house, now).exclude(pk=found.pk),
        regular=by.is_(*CALLING) or found.kind == Meeting.Kind.REGULAR,
    )
    if request.method == "POST" and form.carries_out(
        change_meeting, form.instance, by=by, now=now
    ):
        messages.success(request, _("Changed. Whoever was asked is told."))
        return redirect(address(found))
    return show(
        request,
        "meetings/change.html",
        {"form": form, "meeting": found, "back": address(found)},
        action=Action.MEETING_READ,
        by=by,
        about=found,
        status=REFUSED if form.is_bound else 200,
    )
