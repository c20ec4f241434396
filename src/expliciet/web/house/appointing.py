"""One colleague: appointing, ending an appointment, closing an account."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from ...accounts.actions.people import (
    appoint,
    disable_user,
    end_appointment,
    manages_all_of,
    may_manage_people,
    reopen_user,
)
from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit.actions import Action
from ..forms import Conversation, PlainForm, begin
from ..reading import show
from .appointment_form import AppointmentForm
from .fields import DayInput
from .granting import granting
from .people import Colleague, colleague_or_404
from .roles import IN_A_SENTENCE
from .visiting import MANAGING, Role, Visit, visit_or_404


class LastDayForm(PlainForm):
    on = forms.DateField(
        label=gettext_lazy("Last day"),
        widget=DayInput(),
        help_text=gettext_lazy(
            "After this day every seat that rests on this appointment sees nothing "
            "any more. Dossiers keep what was said. A new appointment can always be "
            "made; this one does not come back."
        ),
    )

    def take(self, wrong: Any) -> None:
        """The action speaks of the appointment; here there is one field only."""
        self.wrong = wrong
        for complaint in wrong.messages:
            self.add_error("on", complaint)


class ClosingForm(PlainForm):
    why = forms.CharField(
        label=gettext_lazy("Why this account is closed"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Every session and every right ends at once, in every house. What this "
            "person said stays. It can be undone: an administrator opens it again."
        ),
    )


@require_safe
def person(request: HttpRequest, house: UUID, pk: UUID) -> HttpResponse:
    """What somebody is and was appointed to here."""
    visit = visit_or_404(request, house, *MANAGING)
    return page(request, visit, colleague_or_404(visit, pk))


@require_http_methods(["GET", "HEAD", "POST"])
@granting
def add(request: HttpRequest, house: UUID, pk: UUID) -> HttpResponse:
    """Another role, or another organisation."""
    visit, colleague, by = managing(request, house, pk, "appointment.add")
    form = begin(request, AppointmentForm, house=visit.house, about=pk, of=visit.house)
    if request.method == "POST" and form.is_valid():
        appointment = form.appointment
        appointment.user = colleague.user
        if form.carries_out(appoint, appointment, by=by):
            messages.success(request, _("Appointed."))
            return redirect("house:person", house, pk)
    return page(request, visit, colleague, form=form, deed="appoint")


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The last day of one appointment."""
    appointment = get_object_or_404(
        Appointment.objects.select_related("user", "organisation", "house"), pk=pk
    )
    visit, colleague, by = managing(
        request, appointment.house_id, appointment.user_id, "appointment.end"
    )
    form = begin(
        request,
        LastDayForm,
        house=visit.house,
        about=pk,
        initial={"on": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        last_day = form.cleaned_data["on"]
        if form.carries_out(end_appointment, appointment, on=last_day, by=by):
            messages.success(request, _("The last day is set."))
            return redirect("house:person", visit.house.id, colleague.user.id)
    return page(
        request, visit, colleague, form=form, deed="end", appointment=appointment
    )


@require_http_methods(["GET", "HEAD", "POST"])
@granting
def close(request: HttpRequest, house: UUID, pk: UUID) -> HttpResponse:
    """Close an account at once, with the reason."""
    visit, colleague, by = managing(request, house, pk, "user.disable")
    require(colleague.user.id != by.user_id, "user.disable.self")
    require(manages_all_of(colleague.user, by), "user.disable")
    form = begin(request, ClosingForm, house=visit.house, about=pk)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        if form.carries_out(disable_user, colleague.user, by=by, why=why):
            messages.success(request, _("This account is closed."))
            return redirect("house:person", house, pk)
    return page(request, visit, colleague, form=form, deed="close")


@require_POST
@granting
def reopen(request: HttpRequest, house: UUID, pk: UUID) -> HttpResponse:
    """Somebody comes back."""
    _visit, colleague, by = managing(request, house, pk, "user.reopen")
    reopen_user(colleague.user, by=by)
    messages.success(request, _("This account is open again."))
    return redirect("house:person", house, pk)


def managing(
    request: HttpRequest, house: UUID, pk: UUID, rule: str
) -> tuple[Visit, Colleague, Appointment]:
    """One colleague of a house, for whoever manages people there."""
    visit = visit_or_404(request, house, *MANAGING)
    colleague = colleague_or_404(visit, pk)
    by = visit.acting(Role.ADMINISTRATOR)
    require(may_manage_people(visit.house, by), rule)
    return visit, colleague, by


def page(
    request: HttpRequest,
    visit: Visit,
    colleague: Colleague,
    *,
    form: Conversation | None = None,
    deed: str = "",
    appointment: Appointment | None = None,
) -> HttpResponse:
    """Somebody's appointments, with the deed that is being done under them."""
    by = visit.acting(Role.ADMINISTRATOR)
    manages = may_manage_people(visit.house, by)
    myself = colleague.user.id == by.user_id
    return show(
        request,
        "house/person.html",
        {
            "visit": visit,
            "colleague": colleague,
            "form": form,
            "deed": deed,
            "appointment": appointment,
            "sentences": IN_A_SENTENCE,
            "may_manage": manages,
            "may_appoint": manages and not myself and colleague.user.is_active,
            "may_close": not myself and manages_all_of(colleague.user, by),
            "is_myself": myself,
        },
        action=Action.HOUSE_READ,
        by=by,
        about=colleague.user,
        at=visit.house.trail_place(),
        status=422 if form is not None and form.is_bound else 200,
    )
