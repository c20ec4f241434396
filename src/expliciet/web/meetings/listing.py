"""Coming meetings, and the last ones that were."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ...accounts.models import Appointment
from ...audit.actions import Action
from ...audit.trail import Whereabouts
from ...casework.models import Meeting
from ..people import acting, acting_or_404, me
from ..reading import Look, show_all
from .ahead import Listed, with_mine
from .finding import capacity

PAST = 8


def listing(request: HttpRequest) -> HttpResponse:
    """When, what kind, where, and what I answered; of a case no word."""
    user, now = me(request), timezone.now()
    acting_as = acting(request, *Appointment.AT_TABLES) or acting_or_404(request)
    seen = Meeting.objects.visible_to(user, now).select_related("house")
    ahead = seen.ahead(now)
    before = seen.exclude(pk__in=ahead.values("pk")).order_by("-begins_at", "pk")
    found = [*ahead, *before[:PAST]]
    for house in {each.house_id: each.house for each in found}.values():
        house.unlock()
    rows = with_mine(found, user, now)
    came = {each.pk for each in found if not each.is_over} & set(
        ahead.values_list("pk", flat=True)
    )
    return show_all(
        request,
        "meetings/list.html",
        {
            "coming": [row for row in rows if row.meeting.pk in came],
            "past": [row for row in rows if row.meeting.pk not in came],
            "may_call": acting(request, *Appointment.AT_TABLES) is not None,
            "today": timezone.localdate(now),
        },
        looks(request, rows, acting_as),
    )


def looks(
    request: HttpRequest, rows: list[Listed], acting_as: Appointment
) -> list[Look]:
    """A line in the chain of every house of which something is shown; at least one."""
    houses = {row.meeting.house_id: row.meeting.house for row in rows}
    if not houses:
        here = Whereabouts(house=acting_as.house_id)
        return [Look(Action.MEETINGS_LISTED, acting_as, at=here)]
    return [
        Look(
            Action.MEETINGS_LISTED,
            capacity(request, house),
            at=Whereabouts(house=pk),
            count=sum(row.meeting.house_id == pk for row in rows),
        )
        for pk, house in houses.items()
    ]
