"""Signing in by picking a person: where everything is made up, and nowhere else."""

from itertools import groupby
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ...accounts.models import Appointment, User
from ...demo import doors
from ..accounts.entering import enter
from ..house.roles import IN_A_SENTENCE

DEMO = "demo"
"""How somebody who was picked proved who they are: not."""


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def pick(request: HttpRequest) -> HttpResponse:
    """The people of the fictional house, by organisation; one tap and one is in."""
    if not doors.are_open():
        raise Http404
    people = doors.people(timezone.localdate())
    going = request.POST.get("next", request.GET.get("next", ""))
    if request.method == "POST":
        enter(request, picked(request, people), DEMO)
        return redirect(going if is_ours(request, going) else "opening")
    context = {"partners": by_organisation(people), "next": going}
    return render(request, "demo/picking.html", context)


def picked(request: HttpRequest, people: list[Appointment]) -> User:
    """The one whose button was pressed; 404 for anybody who is not on the page."""
    try:
        chosen = UUID(request.POST.get("person", ""))
    except ValueError:
        raise Http404 from None
    for appointment in people:
        if appointment.user_id == chosen:
            return appointment.user
    raise Http404


def by_organisation(people: list[Appointment]) -> list[dict[str, object]]:
    """Per organisation who acts for it, with what their role means in a sentence."""
    return [
        {
            "organisation": organisation,
            "people": [
                {
                    "appointment": appointment,
                    "may": IN_A_SENTENCE[appointment.role],
                }
                for appointment in appointments
            ],
        }
        for organisation, appointments in groupby(
            people, key=lambda appointment: appointment.organisation
        )
    ]


def is_ours(request: HttpRequest, address: str) -> bool:
    return url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
