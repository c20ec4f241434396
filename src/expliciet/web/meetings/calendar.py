"""One meeting for the calendar of one's own machine: when and where, and no content."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from ...audit.actions import Action
from ...audit.models import Line
from ...casework.models import Meeting
from ..reading import leave_line
from ..work.icalendar import Event, written
from .ahead import minutes_of
from .finding import capacity, meeting_or_404

MOVED = (
    Action.MEETING_CHANGED,
    Action.MEETING_CALLED_OFF,
    Action.ROSTER_ARRANGED,
    Action.PUT_ON_ROSTER,
)
AN_HOUR = 60


def calendar(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """The same event each time; changed or called off it is that event, later on."""
    now = timezone.now()
    found = meeting_or_404(request, meeting, now)
    name = _("Meeting, %(house)s") % {"house": found.house.name}
    body = written([event(found, name)], name=name, now=now)
    leave_line(Action.MEETING_TAKEN, by=capacity(request, found.house), about=found)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="overleg.ics"'
    response["Cache-Control"] = "no-store"
    return response


def event(meeting: Meeting, summary: str) -> Event:
    """As long as its roster takes; an hour while nothing stands on it."""
    lasts = timedelta(minutes=minutes_of(meeting) or AN_HOUR)
    return Event(
        f"{meeting.pk}-meeting@expliciet",
        timezone.localtime(meeting.begins_at),
        timezone.localtime(meeting.begins_at + lasts),
        summary,
        place=meeting.place or "",
        is_called_off=meeting.called_off_at is not None,
        sequence=times_moved(meeting),
    )


def times_moved(meeting: Meeting) -> int:
    """How often it was changed, as the log tells; so a program knows the latest."""
    lines = Line.objects.filter(object_id=meeting.pk, action__in=MOVED[:3])
    items = meeting.items.values_list("pk", flat=True)
    put = Line.objects.filter(object_id__in=list(items), action=MOVED[3])
    return lines.count() + put.count()
