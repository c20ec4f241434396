"""What changed between two moments: what came, was corrected, was withdrawn."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ...audit.actions import Action
from ...dossiers.models import Record, Seat
from ...dossiers.models.record import kinds
from ..dossiers import moments
from ..dossiers.addresses import of_dossier
from ..dossiers.frame import seats_at
from ..dossiers.parts import TIMELINE
from ..dossiers.table import at_the_table, purpose_of
from ..reading import show

A_WEEK = timedelta(days=7)


class Changed(NamedTuple):
    """One record that came, changed or was taken back; without its words."""

    record: Record
    name: str
    at: datetime
    was_passed_on: bool = False
    """Said before the first moment, and heard by this seat only after it."""


@at_the_table
def between(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """As this seat could know it at either moment, and may still see now."""
    since, until = asked(request, seat, now)
    heard = Record.objects.visible_to(seat, now).select_related(
        "organisation", "supersedes", "withdrawal"
    )
    then = heard.known_to(seat, since).values("pk")
    known = heard.known_to(seat, until).order_by("recorded_at")
    new = [changed(each, since) for each in known.exclude(pk__in=then)]
    gone = known.current(until).filter(withdrawal__at__gt=since)
    seats = seats_at(seat, now)
    context = {
        "dossier": seat.dossier,
        "seat": seat,
        "since": since,
        "until": until,
        "now": now,
        "came": [each for each in new if each.record.supersedes_id is None],
        "corrected": [each for each in new if each.record.supersedes_id],
        "withdrawn": [
            Changed(each, name_of(each), each.withdrawal.at)
            for each in gone.filter(withdrawal__at__lte=until)
        ],
        "joined": within(since, until, ((each, each.joined_at) for each in seats)),
        "left": within(since, until, ((each, each.left_at) for each in seats)),
        "back": f"{of_dossier(seat.dossier_id)}?deel={TIMELINE}",
    }
    return show(
        request,
        "casework/between.html",
        context,
        action=Action.DOSSIER_READ_AS_OF,
        by=seat,
        about=seat.dossier,
        purpose=purpose_of(request),
        count=len(new),
    )


def asked(request: HttpRequest, seat: Seat, now: datetime) -> tuple[datetime, datetime]:
    """The two moments in the address, the earlier one first; since the last visit, or
    since a week, where nothing was asked."""
    usual = (seat.visited_before(now) or now - A_WEEK, now)
    try:
        told = [
            min(moments.read(words), now) if words else other
            for words, other in zip(
                (request.GET.get("van", ""), request.GET.get("tot", "")),
                usual,
                strict=True,
            )
        ]
    except moments.Unreadable:
        messages.error(
            request, _("That is no moment we can read. Choose a day and a time.")
        )
        return usual
    return min(told), max(told)


def changed(record: Record, since: datetime) -> Changed:
    return Changed(
        record, name_of(record), record.recorded_at, record.recorded_at <= since
    )


def name_of(record: Record) -> str:
    return capfirst(str(kinds()[record.kind]._meta.verbose_name))


def within(
    since: datetime, until: datetime, seats: Iterable[tuple[Seat, datetime | None]]
) -> list[tuple[Seat, datetime]]:
    return [(seat, at) for seat, at in seats if at and since < at <= until]
