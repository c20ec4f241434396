"""The people of a house, and what they are appointed to."""

from collections import defaultdict
from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...accounts.models import Appointment, User
from ...audit.actions import Action
from ..reading import show
from .roles import IN_A_SENTENCE
from .visiting import MANAGING, Role, Visit, visit_or_404


class Colleague(NamedTuple):
    """Somebody, with everything they are or were appointed to here."""

    user: User
    now: list[Appointment]
    later: list[Appointment]
    before: list[Appointment]


@require_safe
def people(request: HttpRequest, house: UUID) -> HttpResponse:
    """Who acts here, for whom, in which role; and what each role means."""
    visit = visit_or_404(request, house, *MANAGING)
    found = colleagues(visit)
    return show(
        request,
        "house/people.html",
        {
            "visit": visit,
            "here": [each for each in found if each.now or each.later],
            "gone": [each for each in found if not each.now and not each.later],
            "roles": [
                (role.label, IN_A_SENTENCE[role])
                for role in Appointment.Role
                if role in IN_A_SENTENCE
            ],
            "may_manage": visit.is_(Role.ADMINISTRATOR),
        },
        action=Action.HOUSE_READ,
        by=visit.by,
        about=visit.house,
        count=max(1, len(found)),
    )


def colleagues(visit: Visit, **only: Any) -> list[Colleague]:
    """Everybody who was ever appointed in this house, by name."""
    today = timezone.localdate()
    of_each: dict[User, list[Appointment]] = defaultdict(list)
    for appointment in (
        visit.house.appointments.filter(**only)
        .select_related("user", "organisation", "house")
        .order_by("-since", "role")
    ):
        of_each[appointment.user].append(appointment)
    found = []
    for user, every in of_each.items():
        open_ = every if user.is_active else []
        ended = [each for each in every if each.until and each.until < today]
        later = [each for each in open_ if each.since > today and each not in ended]
        now = [each for each in open_ if each not in ended and each not in later]
        before = [each for each in every if each not in now and each not in later]
        found.append(Colleague(user, now, later, before))
    return sorted(found, key=lambda each: (each.user.name or "").casefold())


def colleague_or_404(visit: Visit, user: UUID) -> Colleague:
    found = colleagues(visit, user=user)
    if not found:
        raise Http404
    return found[0]
