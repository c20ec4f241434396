"""The agenda of a meeting on paper: when, where, in which order; of a case nothing.

It is made for whoever takes it: of a table where they do not sit it tells no more than
that there is one, and how long it takes (F42).
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...accounts.models import Appointment
from ...audit.actions import Action
from ...casework.models import AgendaItem, Meeting
from ...documents.paper import Block, Facts, Grid, Paper, Paragraph, Part
from ...dossiers.references import fresh
from ..papers import DOCX, PDF, Form, language, sent, words
from ..people import me
from ..reading import leave_line
from .finding import capacity, meeting_or_404


def pdf(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """To print, or to read on the way."""
    return taken(request, meeting, PDF)


def docx(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """To send along with an invitation of one's own."""
    return taken(request, meeting, DOCX)


def taken(request: HttpRequest, meeting: UUID, form: Form) -> HttpResponse:
    """The file; its line is committed before it leaves."""
    now = timezone.now()
    found = meeting_or_404(request, meeting, now)
    by, number = capacity(request, found.house), fresh("X", 6)
    mine = set(
        AgendaItem.objects.visible_to(me(request), now)
        .filter(meeting=found)
        .values_list("pk", flat=True)
    )
    content = form.setting(agenda_of(found, mine, by, number, now), found.house)
    leave_line(
        Action.DOCUMENT_TAKEN,
        by=by,
        about=found,
        count=max(1, len(mine)),
        reason=number,
    )
    return sent(content, f"agenda-{number}", form)


def agenda_of(
    meeting: Meeting, mine: set[UUID], by: Appointment, number: str, now: datetime
) -> Paper:
    """As its page stands now; without the working name of any dossier."""
    begins = timezone.localtime(meeting.begins_at)
    day = date_format(begins, "SHORT_DATE_FORMAT")
    return Paper(
        title=_("Agenda of %(day)s") % {"day": day},
        house=meeting.house.name,
        number="",
        language=language(),
        confidential=True,
        made_for=f"{by.user.name}, {by.organisation.name}",
        made_at=timezone.localtime(now),
        export_number=number,
        words=words(),
        parts=(
            Part(_("The meeting"), blocks=(Facts(facts(meeting)),)),
            Part(_("Roster"), blocks=roster(meeting, mine)),
        ),
    )


def facts(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    begins = timezone.localtime(meeting.begins_at)
    told = [
        (_("House"), meeting.house.name),
        (_("Kind"), str(meeting.get_kind_display())),
        (_("Day"), date_format(begins, "l j F Y")),
        (_("Time"), date_format(begins, "H:i")),
        (_("Place"), meeting.place or _("not said yet")),
        (_("Chair"), meeting.chair.name),
        (_("Keeps the record"), meeting.recorder.name),
    ]
    if meeting.called_off_at:
        told.append((_("How far"), _("called off")))
    elif meeting.ended_at:
        told.append((_("How far"), _("ended")))
    return tuple(told)


def roster(meeting: Meeting, mine: set[UUID]) -> tuple[Block, ...]:
    """In order on the clock; which dossier it is, only where one sits."""
    rows, begins = [], meeting.begins_at
    items = meeting.items.select_related("dossier").order_by("order", "pk")
    for at, item in enumerate(items, start=1):
        seen = item.pk in mine
        what = item.dossier.number if seen else _("shielded")
        clock = date_format(timezone.localtime(begins), "H:i")
        rows.append((str(at), clock, what, minutes(item.minutes)))
        begins += timedelta(minutes=item.minutes)
    if not rows:
        return (Paragraph(_("Nothing stands on the roster yet")),)
    headers = (_("Item"), _("Time"), _("Dossier"), _("Takes"))
    ends = date_format(timezone.localtime(begins), "H:i")
    told: list[Block] = [
        Grid("", headers, tuple(rows)),
        Paragraph(_("Ends about %(at)s.") % {"at": ends}),
    ]
    if len(mine) < len(rows):
        told.append(
            Paragraph(
                _(
                    "Shielded: of a table where you do not sit. You see that there is "
                    "one, and how long it takes."
                )
            )
        )
    return tuple(told)


def minutes(count: int) -> str:
    told = ngettext("%(minutes)s minute", "%(minutes)s minutes", count)
    return told % {"minutes": count}
