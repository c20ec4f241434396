"""One meeting before it begins: the roster on the clock, and what each item needs."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ...accounts.models import Appointment
from ...audit.actions import Action
from ...casework.models import AgendaItem, Meeting
from ..people import acting, me
from ..reading import show
from ..work.seated import seats_of
from .finding import capacity, meeting_or_404
from .needs import Needs, needs_of


class Line(NamedTuple):
    """One item of the roster; without a seat no more than that there is one."""

    item: AgendaItem
    number: int
    begins: datetime
    ends: datetime
    with_number: int | None
    """The item with which it is spoken of together."""
    needs: Needs | None
    """Nothing where I do not sit: then it is shielded."""


def one(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Preparing: references, kinds, days and parties; a link opens the dossier."""
    user, now = me(request), timezone.now()
    found = meeting_or_404(request, meeting, now)
    lines = roster(request, found, now)
    mine = [line for line in lines if line.needs]
    leads = found.is_led_by(user)
    return show(
        request,
        "meetings/one.html",
        {
            "meeting": found,
            "lines": lines,
            "mine": mine,
            "shielded": len(mine) < len(lines),
            "total": sum(line.item.minutes for line in lines),
            "ends": lines[-1].ends if lines else None,
            "leads": leads,
            "may_arrange": leads and not found.is_over,
            "begun": any(line.item.has_begun for line in lines),
            "sits": acting(request, *Appointment.AT_TABLES, house=found.house),
            "today": timezone.localdate(now),
        },
        action=Action.MEETING_READ,
        by=capacity(request, found.house),
        about=found,
        count=max(1, len(mine)),
    )


def roster(request: HttpRequest, meeting: Meeting, now: datetime) -> list[Line]:
    """In order, each with when it begins if all keep to their minutes."""
    user = me(request)
    items = list(meeting.items.select_related("dossier").order_by("order", "pk"))
    seats = seats_of(user, now) if items else {}
    mine = [item for item in items if item.dossier_id in seats]
    needs = needs_of(meeting, mine, seats, user, now)
    number = {item.pk: at for at, item in enumerate(items, start=1)}
    begins, lines = meeting.begins_at, []
    for item in items:
        ends = begins + timedelta(minutes=item.minutes)
        seen = needs.get(item.pk)
        beside = number.get(item.beside_id) if seen and item.beside_id else None
        if item.beside_id and item.beside_id not in needs:
            beside = None
        lines.append(Line(item, number[item.pk], begins, ends, beside, seen))
        begins = ends
    return lines
