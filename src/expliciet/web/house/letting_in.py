"""Letting a colleague in: an account, an appointment, and a first password."""

import secrets
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ...accounts.actions.people import appoint, let_in, may_manage_people
from ...accounts.models import Appointment, User
from ...accounts.refusal import require
from ...audit.actions import Action
from ..forms import begin
from ..reading import show
from .appointment_form import AppointmentForm
from .granting import granting
from .visiting import MANAGING, Role, Visit, visit_or_404

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without what is misread on paper: i and l and 1, o and 0."""


class NewColleagueForm(AppointmentForm):
    """Who it is, and for whom they act here."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        help_text=gettext_lazy(
            "Of their own organisation, and used by nobody else. Who has an account "
            "in another house keeps that one, and is appointed here."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=settings.LANGUAGES, initial="nl"
    )
    field_order = ("name", "email", "language")


@require_http_methods(["GET", "HEAD", "POST"])
@granting
def add(request: HttpRequest, house: UUID) -> HttpResponse:
    """A new colleague. The first password is shown once, on the page that follows."""
    visit = visit_or_404(request, house, *MANAGING)
    by = visit.acting(Role.ADMINISTRATOR)
    require(may_manage_people(visit.house, by), "user.add")
    form = begin(
        request,
        NewColleagueForm,
        house=visit.house,
        about=visit.house.id,
        of=visit.house,
    )
    if request.method == "POST" and form.is_valid():
        answer = let_in_or_appoint(request, visit, form, by)
        if answer is not None:
            return answer
    return show(
        request,
        "house/person_new.html",
        {"visit": visit, "form": form},
        action=Action.HOUSE_READ,
        by=by,
        about=visit.house,
        status=422 if form.is_bound else 200,
    )


def let_in_or_appoint(
    request: HttpRequest, visit: Visit, form: NewColleagueForm, by: Appointment
) -> HttpResponse | None:
    """The page that follows; None where something was wrong."""
    said, appointment = form.cleaned_data, form.appointment
    email = User.objects.normalize_email(said["email"])
    known = User.objects.filter(email=email).first()
    if known is not None:
        appointment.user = known
        if not form.carries_out(appoint, appointment, by=by):
            return None
        messages.success(
            request,
            _("This person had an account, and signs in with it as before."),
        )
        return redirect("house:person", visit.house.id, known.id)
    user = User(email=email, name=said["name"], language=said["language"])
    word = first_password()
    if not form.carries_out(let_in, user, word, appointment, by=by, now=timezone.now()):
        return None
    return show(
        request,
        "house/let_in.html",
        {"visit": visit, "colleague": user, "word": word},
        action=Action.HOUSE_READ,
        by=by,
        about=visit.house,
    )


def first_password() -> str:
    """Four groups of five: easy to read out, too long to guess."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))
    return "-".join(groups)
