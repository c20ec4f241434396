"""Why somebody opens a dossier today: asked once a day, before anything is shown."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from ...casework.models import AgendaItem
from ...dossiers.actions.openings import state_purpose
from ...dossiers.models import Opening, Seat
from ..forms import ThingForm
from ..people import me
from .table import seat_or_404

MEETING = re.compile(r"overleg|vergader|meeting|conference", re.IGNORECASE)
"""How a house names a purpose of preparing or holding a meeting."""


class PurposeForm(ThingForm):
    """One purpose of the list of the house, and if need be what for exactly."""

    purpose = forms.ChoiceField(
        label=_("What do you open this dossier for today?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a purpose from the list.")},
    )
    words = forms.CharField(
        label=_("Explanation"),
        help_text=_("Only if the purpose does not say it all."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    class Meta:
        model = Opening
        fields = ("purpose", "words")

    def __init__(self, *args: Any, purposes: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ChoiceField", self.fields["purpose"])
        field.choices = [(each, each) for each in purposes]


def state(request: HttpRequest, pk: UUID) -> HttpResponse:
    """State the purpose of today, and go on to where one was going."""
    now = timezone.now()
    seat = seat_or_404(request, pk, now)
    onward = ours(request.POST.get("next") or request.GET.get("next", ""), seat)
    today = timezone.localdate(now)
    if Opening.objects.filter(seat=seat).on(today).exists():
        return HttpResponseRedirect(onward)
    context: dict[str, Any] = {"dossier": seat.dossier, "onward": onward}
    try:
        purposes = seat.dossier.house.rule("purposes", today)
    except ValidationError as lacking:
        context["lacking"] = lacking.messages
        return render(request, "dossiers/purpose.html", context, status=409)
    form = PurposeForm(
        request.POST if request.method == "POST" else None,
        purposes=purposes,
        initial={
            "purpose": for_meeting(seat, purposes, today)
            or previous(me(request), purposes)
        },
    )
    if request.method == "POST" and form.carries_out(
        state_purpose, form.instance, by=seat, now=now
    ):
        return HttpResponseRedirect(onward)
    status = 422 if form.is_bound else 200
    return render(
        request, "dossiers/purpose.html", {**context, "form": form}, status=status
    )


def for_meeting(seat: Seat, purposes: list[str], today: date) -> str | None:
    """The purpose of a meeting, if this dossier is spoken of today and the house has
    one on its list: preparing it comes first."""
    named = [each for each in purposes if MEETING.search(each)]
    if not named:
        return None
    start = timezone.make_aware(datetime.combine(today, time.min))
    spoken = AgendaItem.objects.filter(
        dossier=seat.dossier_id,
        meeting__called_off_at=None,
        meeting__begins_at__gte=start,
        meeting__begins_at__lt=start + timedelta(days=1),
    )
    return named[0] if spoken.exists() else None


def previous(user: User, purposes: list[str]) -> str | None:
    """What this person last opened a dossier for, if it is still on the list."""
    last = (
        Opening.objects.filter(seat__user=user, purpose__in=purposes)
        .order_by("-at")
        .values_list("purpose", flat=True)
    )
    return last.first()


def ours(asked: str, seat: Seat) -> str:
    """Only a path of this site; anything else becomes the page of the dossier."""
    if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, None):
        return asked
    return reverse("dossiers:detail", args=[seat.dossier_id])
