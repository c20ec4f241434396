"""What stands still at all tables that one leads: dates and places, no words of a case.

Sorted by date and no other way. Nothing here is about a person, and nothing adds up
what a partner lets lie.
"""

from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ...accounts.models import Appointment
from ...audit.actions import Action
from ...audit.trail import Whereabouts
from ...casework.signals import Signal, at_tables_of, in_order
from ...dossiers.models import Dossier
from ..dossiers.listing import actor
from ..dossiers.sheets import kept, sheet
from ..people import acting_or_404, me
from ..reading import Look, show_all
from .signalled import tab_of

A_PAGE = 60


class Still(NamedTuple):
    """One signal, and at which table."""

    signal: Signal
    dossier: Dossier
    address: str


def everywhere(request: HttpRequest) -> HttpResponse:
    """The longest first; what is left so on purpose stands below, with until when."""
    user, now = me(request), timezone.now()
    acting_as = acting_or_404(request, *Appointment.AT_TABLES)
    found = sorted(at_tables_of(user, now), key=in_order)
    page = sheet(request, [one for one in found if not one.is_silent], A_PAGE)
    left = [one for one in found if one.is_silent][:A_PAGE]
    here = dossiers_of([*page, *left])
    speaking, silent = at_each(page, here), at_each(left, here)
    return show_all(
        request,
        "casework/standing_still.html",
        {
            "page": page,
            "kept": kept(request),
            "speaking": speaking,
            "silent": silent,
        },
        looks(request, [*speaking, *silent], acting_as),
    )


def dossiers_of(found: list[Signal]) -> dict[UUID, Dossier]:
    return Dossier.objects.in_bulk({one.dossier for one in found})


def at_each(found: Any, here: dict[UUID, Dossier]) -> list[Still]:
    return [Still(one, here[one.dossier], tab_of(one.dossier)) for one in found]


def looks(
    request: HttpRequest, shown: list[Still], acting_as: Appointment
) -> list[Look]:
    """A line in the chain of every house of which something is shown; at least one."""
    count: dict[Any, int] = {acting_as.house_id: 0} if not shown else {}
    for each in shown:
        house = each.dossier.house_id
        count[house] = count.get(house, 0) + 1
    return [
        Look(
            Action.SIGNALS_LISTED,
            actor(request, house) or acting_as,
            at=Whereabouts(house=house),
            count=number,
        )
        for house, number in count.items()
    ]
