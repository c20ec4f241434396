"""Finding one meeting, and in which capacity somebody looks at it."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from ...accounts.models import Appointment, House
from ...accounts.refusal import require
from ...casework.models import Meeting
from ..people import acting, acting_or_404, me


def meeting_or_404(request: HttpRequest, pk: UUID, now: datetime) -> Meeting:
    """One that this person may see; its place can be read."""
    found = (
        Meeting.objects.visible_to(me(request), now)
        .filter(pk=pk)
        .select_related("house", "chair", "recorder", "follows")
        .first()
    )
    if found is None:
        raise Http404
    found.house.unlock()
    return found


def led(request: HttpRequest, pk: UUID, now: datetime) -> Meeting:
    """The same, for who chairs it or keeps its record; somebody else is refused."""
    found = meeting_or_404(request, pk, now)
    require(found.is_led_by(me(request)), "meeting.lead")
    return found


def capacity(request: HttpRequest, house: House) -> Appointment:
    """As what one looks: at tables if one may sit there, else in another role."""
    at_tables = acting(request, *Appointment.AT_TABLES, house=house)
    return at_tables or acting_or_404(request, house=house)


def address(meeting: Meeting, name: str = "one") -> str:
    return reverse(f"meetings:{name}", args=[meeting.pk])
