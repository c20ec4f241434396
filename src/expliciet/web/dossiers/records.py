"""One record: reading it, and finding it with all its versions."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from ...audit.actions import Action
from ...dossiers.models import Record, Seat
from ..house.vocabulary import vocabulary_of
from ..reading import show
from .addresses import of_dossier
from .entries import Entry, entries
from .frame import seats_at
from .links import linked
from .news import part_where
from .questions import questions_about
from .table import at_the_table, purpose_of


@at_the_table
def read(request: HttpRequest, seat: Seat, now: datetime, record: UUID) -> HttpResponse:
    """One record with all that it corrected; an earlier version leads to the latest."""
    found = chain_of(seat, now, record)
    return show(
        request,
        "dossiers/record.html",
        {
            "dossier": seat.dossier,
            "seat": seat,
            "entry": found,
            "questions": questions_about(found),
            "may_act": True,
            "links": linked(seat, now),
            "vocabulary": vocabulary_of(seat.dossier.house, now),
            "back": of_dossier(
                seat.dossier_id,
                found.record.reference,
                part_where(found.record.kind),
            ),
        },
        action=Action.RECORD_READ,
        by=seat,
        about=found.record,
        purpose=purpose_of(request),
        count=found.lines,
    )


def record_or_404(seat: Seat, now: datetime, record: UUID) -> Record:
    found = Record.objects.visible_to(seat, now).filter(pk=record).with_voice().first()
    if found is None:
        raise Http404
    return found


def chain_of(seat: Seat, now: datetime, record: UUID) -> Entry:
    """The latest version of a record, with what it corrected; or no such page."""
    found = record_or_404(seat, now, record)
    heard = Record.objects.visible_to(seat, now).with_voice()
    chain = {found.pk: found}
    while later := heard.filter(supersedes__in=chain).exclude(pk__in=chain).first():
        chain[later.pk] = later
    earlier = found.supersedes_id
    while earlier and (before := heard.filter(pk=earlier).first()):
        chain[before.pk] = before
        earlier = before.supersedes_id
    sitting = [each for each in seats_at(seat, now) if each.is_taken(now)]
    tops = entries(chain.values(), seat=seat, moment=now, seats=sitting)
    return next(iter(tops.values()))
