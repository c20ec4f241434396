"""One's own deadlines for the calendar of one's own machine, under a secret address.

Nobody signs in there: whoever holds the address gets kinds, references and days, and
no word of a case. A wrong address, one that ended, and one of somebody who works here
no longer cannot be told apart.
"""

from collections.abc import Iterator
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from ...accounts.models import CalendarAddress, User
from ...audit.actions import Action
from ..reading import leave_line
from .icalendar import Day, written
from .rows import Row
from .waits import Work


def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """What has a day, for whoever holds the address."""
    now = timezone.now()
    address = CalendarAddress.objects.known_by(secret)
    if address is None or not address.user.appointments_now(timezone.localdate(now)):
        raise Http404
    user = address.user
    with override(user.language):
        body = written(days_of(user), name=_("Expliciet: my deadlines"), now=now)
    leave_line(Action.CALENDAR_TAKEN, by=user, about=address)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="expliciet.ics"'
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


def days_of(user: User) -> Iterator[Day]:
    """What is asked of this person and what is theirs later, by day."""
    work = Work(user, timezone.now())
    for row in sorted([*work.asked, *work.later], key=lambda each: each.when):
        if row.day:
            yield day(row, row.day)


def day(row: Row, on: date) -> Day:
    dossier = row.seat.dossier
    told = f"{capfirst(str(row.kind))} {row.reference}".strip()
    summary = _("Expliciet: %(what)s, dossier %(number)s") % {
        "what": told,
        "number": dossier.number,
    }
    uid = f"{row.record or dossier.pk}-{row.what}@expliciet"
    return Day(uid, on, summary)
