"""Leaving a stall signal as it is for now: why, and until when."""

from datetime import datetime, timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...casework.actions.signals import leave_so
from ...casework.models import LeftSo
from ...casework.signals import at_this_seat
from ...dossiers.models import Seat
from ..dossiers.deeds import ask
from ..dossiers.table import at_the_table
from ..forms import ThingForm, begin
from ..house.fields import DayInput
from .signalled import Speaking, leaves, tab_of, where


class LeaveSoForm(ThingForm):
    class Meta:
        model = LeftSo
        fields = ("why", "until")
        labels = {
            "why": _("Why do you leave this so?"),
            "until": _("Until when?"),
        }
        help_texts = {
            "why": _("Somebody who reads this next month must be able to follow it."),
            "until": _("After this day the signal speaks again."),
        }
        widgets = {
            "why": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            "until": DayInput(),
        }


@at_the_table
def leave(request: HttpRequest, seat: Seat, now: datetime, mark: UUID) -> HttpResponse:
    """Whoever may speak for more than themselves leaves it so; it stays to be seen."""
    signal = next((one for one in at_this_seat(seat, now) if one.mark == mark), None)
    if signal is None:
        raise Http404
    require(mark in leaves([signal], seat), "signal.leave")
    today = timezone.localdate(now)
    most = seat.dossier.house.rule("signal-left-days", today)
    form = begin(
        request,
        LeaveSoForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=mark,
        instance=LeftSo(mark=mark),
    )
    form.fields["until"].widget.attrs |= {
        "min": (today + timedelta(days=1)).isoformat(),
        "max": (today + timedelta(days=most)).isoformat(),
    }
    if request.method == "POST" and form.carries_out(
        leave_so, form.instance, by=seat, now=now
    ):
        messages.success(
            request,
            _("Left so. On %(day)s you look again; why stands with the signal.")
            % {"day": date_format(form.instance.until, "SHORT_DATE_FORMAT")},
        )
        return redirect(tab_of(seat.dossier_id))
    return ask(
        request,
        seat,
        form,
        title=_("Leave this so for now"),
        lead=_(
            "Leaving something on purpose is a choice too, when it says why and until "
            "when. Whoever hears what stands still reads it here."
        ),
        button=_("Leave it so"),
        template="casework/leave_so_form.html",
        back=tab_of(seat.dossier_id),
        speaking=Speaking(signal, where(signal), may_leave=False),
    )
