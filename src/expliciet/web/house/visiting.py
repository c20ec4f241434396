"""Which house somebody looks into, and in which capacity."""

from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from ...accounts.models import Appointment, House
from ..people import appointments, route_name

Role = Appointment.Role
MANAGING = (Role.ADMINISTRATOR, Role.PROCESS_DIRECTOR, Role.PRIVACY_OFFICER)
GUARDING = (Role.PROCESS_DIRECTOR, Role.PRIVACY_OFFICER)
"""Who guards terms and holds, and decides on house rules."""


class Choice(NamedTuple):
    """A house one may turn to, and the same page about it."""

    house: House
    address: str
    is_here: bool


class Visit(NamedTuple):
    """One house, as somebody appointed there comes in."""

    house: House
    capacities: list[Appointment]
    choices: list[Choice]
    """Every house where one may come; empty where there is nothing to choose."""

    @property
    def by(self) -> Appointment:
        """The capacity in which one looks."""
        return self.capacities[0]

    def acting(self, *roles: str) -> Appointment:
        """The first of these roles that one has; without one, an action refuses."""
        fitting = (each for role in roles for each in self.capacities if each.is_(role))
        return next(fitting, self.by)

    def is_(self, *roles: str) -> bool:
        return any(each.role in roles for each in self.capacities)


def visit_or_404(request: HttpRequest, asked: UUID | None, *roles: str) -> Visit:
    """The house that was asked for, or the first; unlocked what it shares.

    Without an appointment there (in one of these roles) it does not exist.
    """
    fitting = [
        each for each in appointments(request) if not roles or each.role in roles
    ]
    houses = {each.house_id: each.house for each in fitting}
    house = houses.get(asked) if asked else next(iter(houses.values()), None)
    if house is None:
        raise Http404
    house.unlock()
    request.visited = house  # type: ignore[attr-defined]
    return Visit(
        house,
        [each for each in appointments(request) if each.house_id == house.id],
        choices(request, list(houses.values()), house),
    )


def choices(request: HttpRequest, houses: list[House], here: House) -> list[Choice]:
    if len(houses) < 2 or request.method != "GET":
        return []
    name = PAGES.get(route_name(request), "")
    return [
        Choice(house, reverse(name, args=[house.id]), house == here)
        for house in houses
        if name
    ]


PAGES = {
    "house:how-we-work": "house:how-we-work-in",
    "house:how-we-work-in": "house:how-we-work-in",
    "house:loaded-words": "house:loaded-words-in",
    "house:loaded-words-in": "house:loaded-words-in",
    "house:administration": "house:administration-of",
    "house:administration-of": "house:administration-of",
    "house:trail": "house:trail",
}
"""Pages on which one turns to another house, and the address that names a house."""
