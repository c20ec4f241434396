"""The partners of a house."""

from collections import Counter
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from ...accounts.actions.organisations import (
    add_organisation,
    change_organisation,
    may_manage,
)
from ...accounts.models import Appointment, House, Organisation
from ...accounts.refusal import require
from ...audit.actions import Action
from ..forms import ThingForm, begin
from ..reading import show
from .visiting import MANAGING, Visit, visit_or_404

CARING = (Appointment.Role.ADMINISTRATOR, Appointment.Role.PROCESS_DIRECTOR)


class Row(NamedTuple):
    organisation: Organisation
    people: int
    """How many are appointed for it now."""


class NewOrganisationForm(ThingForm):
    """A name and a function; the function stays, for circles rest on it."""

    class Meta:
        model = Organisation
        fields = ["name", "function"]
        help_texts = {
            "function": gettext_lazy(
                "Municipality, police, public prosecution service and the office are "
                "the core. The other functions come from the house rules. A function "
                "cannot be changed afterwards."
            )
        }

    def __init__(self, *args: Any, of: House, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        core = list(Organisation.FIXED.items())
        listed = [(name, name) for name in of.rule("functions", timezone.localdate())]
        self.fields["function"] = forms.ChoiceField(
            label=self.fields["function"].label,
            help_text=self.fields["function"].help_text,
            choices=[
                ("", ""),
                (_("core partners"), core),
                (_("other functions"), listed),
            ],
        )


class OrganisationForm(ThingForm):
    """Another name, or no longer taking part."""

    class Meta:
        model = Organisation
        fields = ["name", "is_active"]
        help_texts = {
            "is_active": gettext_lazy(
                "Without this nothing new is asked of this organisation. What it said "
                "stays, and seats and appointments end only when somebody ends them."
            )
        }


@require_safe
def organisations(request: HttpRequest, house: UUID) -> HttpResponse:
    """Who takes part, who took part, and how many people act for each."""
    visit = visit_or_404(request, house, *MANAGING)
    holding = visit.house.appointments.holding(timezone.localdate())
    pairs = set(holding.values_list("organisation", "user"))
    people = Counter(organisation for organisation, _user in pairs)
    rows = [
        Row(each, people[each.id])
        for each in visit.house.organisations.order_by("name")
    ]
    return show(
        request,
        "house/organisations.html",
        {
            "visit": visit,
            "taking_part": [row for row in rows if row.organisation.is_active],
            "left": [row for row in rows if not row.organisation.is_active],
            "may_change": visit.is_(*CARING),
        },
        action=Action.HOUSE_READ,
        by=visit.by,
        about=visit.house,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, house: UUID) -> HttpResponse:
    visit = visit_or_404(request, house, *MANAGING)
    fresh = Organisation(house=visit.house)
    by = caring(visit, fresh, "organisation.add")
    form = begin(
        request,
        NewOrganisationForm,
        house=visit.house,
        about=visit.house.id,
        instance=fresh,
        of=visit.house,
    )
    return converse(request, visit, form, add_organisation, by)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    organisation = get_object_or_404(Organisation, pk=pk)
    visit = visit_or_404(request, organisation.house_id, *MANAGING)
    by = caring(visit, organisation, "organisation.change")
    form = begin(
        request,
        OrganisationForm,
        house=visit.house,
        about=organisation.id,
        instance=organisation,
    )
    return converse(request, visit, form, change_organisation, by)


def caring(visit: Visit, organisation: Organisation, rule: str) -> Appointment:
    by = visit.acting(*CARING)
    require(may_manage(organisation, by), rule)
    return by


def converse(
    request: HttpRequest, visit: Visit, form: Any, action: Any, by: Appointment
) -> HttpResponse:
    if request.method == "POST" and form.carries_out(action, form.instance, by=by):
        messages.success(request, _("Kept."))
        return redirect("house:organisations", visit.house.id)
    return show(
        request,
        "house/organisation.html",
        {"visit": visit, "form": form, "is_new": form.instance._state.adding},
        action=Action.HOUSE_READ,
        by=by,
        about=visit.house,
        status=422 if form.is_bound else 200,
    )
