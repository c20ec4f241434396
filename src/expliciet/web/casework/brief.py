"""Up to date in two minutes: one page for one seat, on its way to the table."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from ...audit.actions import Action
from ...casework.models import (
    AgendaItem,
    Agreement,
    Decision,
    Expectation,
    Interpretation,
)
from ...dossiers.models import Record, Seat
from ..dossiers.asks import asking_of
from ..dossiers.entries import Entry, entries
from ..dossiers.table import at_the_table, purpose_of
from ..reading import show
from .agenda_items import item_or_404
from .as_text import is_done, resting
from .use_marks import WARNING, use_marks

KINDS = (Decision.KIND, Agreement.KIND, Expectation.KIND, Interpretation.KIND)
AT_MOST = 8
"""So many of each fit on one page; the others stand in the dossier."""


@at_the_table
def brief(request: HttpRequest, seat: Seat, now: datetime, item: UUID) -> HttpResponse:
    """Since the time before: decided, agreed, expected of you, asked; for paper too."""
    found = item_or_404(seat, now, item)
    before = talk_before(found)
    since = before.begun if before else None
    heard = standing(seat, now)
    decided = [each for each in of(heard, Decision.KIND) if is_since(each, since)]
    agreed = mine_first(seat, of(heard, Agreement.KIND), since)
    expected = [each for each in of(heard, Expectation.KIND) if is_asked(each, seat)]
    read = of(heard, Interpretation.KIND)[-1:]
    shown = [
        *(*decided[-AT_MOST:], *agreed[:AT_MOST]),
        *(*expected[:AT_MOST], *read),
    ]
    waiting = [one for find in asking_of(seat, now) for one in find(seat, now)]
    return show(
        request,
        "casework/brief.html",
        {
            "dossier": seat.dossier,
            "house": seat.dossier.house,
            "seat": seat,
            "item": found,
            "meeting": found.meeting,
            "now": now,
            "today": timezone.localdate(now),
            "before": before.item.meeting if before else None,
            "decided": decided[-AT_MOST:],
            "agreed": [(each, is_ours(each, seat)) for each in agreed[:AT_MOST]],
            "expected": expected[:AT_MOST],
            "read": read[0] if read else None,
            "waiting": waiting[:AT_MOST],
            "more": sum(
                max(0, len(each) - AT_MOST)
                for each in (decided, agreed, expected, waiting)
            ),
            "warning": WARNING,
            "marks": use_marks(all_of(shown), seat=seat, moment=now),
            "back": reverse("meetings:one", args=[found.meeting_id]),
        },
        action=Action.DOSSIER_READ,
        by=seat,
        about=found,
        purpose=purpose_of(request),
        count=max(1, len(shown)),
    )


class Before:
    """The time before that this dossier was spoken of."""

    def __init__(self, item: AgendaItem, begun: datetime) -> None:
        self.item, self.begun = item, begun


def talk_before(item: AgendaItem) -> Before | None:
    """In the meeting this one goes on from, or else the last one before it."""
    earlier = (
        AgendaItem.objects.filter(
            dossier=item.dossier_id,
            meeting__begins_at__lt=item.meeting.begins_at,
            steps__isnull=False,
        )
        .exclude(pk=item.pk)
        .distinct()
        .select_related("meeting")
        .prefetch_related("steps")
        .order_by("meeting__begins_at", "pk")
    )
    found = list(earlier)
    chosen = [each for each in found if each.meeting_id == item.meeting.follows_id]
    last = (chosen or found)[-1:]
    if not last:
        return None
    return Before(last[0], min(step.began_at for step in last[0].steps.all()))


def standing(seat: Seat, now: datetime) -> list[Entry]:
    """What stands now of these kinds, as this seat hears it; in the order of time."""
    heard = Record.objects.visible_to(seat, now).current()
    found = entries(
        heard.filter(kind__in=KINDS, withdrawal=None).with_voice(),
        seat=seat,
        moment=now,
    )
    return sorted(found.values(), key=lambda each: each.record.recorded_at)


def of(heard: Iterable[Entry], kind: str) -> list[Entry]:
    return [each for each in heard if each.record.kind == kind]


def is_since(each: Entry, since: datetime | None) -> bool:
    return since is None or each.record.recorded_at >= since


def is_ours(each: Entry, seat: Seat) -> bool:
    said = cast("Agreement", each.said)
    return said.owner_organisation_id == seat.organisation_id


def mine_first(seat: Seat, agreed: list[Entry], since: datetime | None) -> list[Entry]:
    """What is open of ours whenever it was agreed, then what others agreed since."""
    ours = [each for each in agreed if is_ours(each, seat) and not is_done(each)]
    there = {each.record.pk for each in ours}
    others = [
        each for each in agreed if is_since(each, since) and each.record.pk not in there
    ]
    return ours + others


def is_asked(each: Entry, seat: Seat) -> bool:
    said = cast("Expectation", each.said)
    answered = said.answered_by(each.moment) is not None
    return said.of_id == seat.organisation_id and not answered


def all_of(shown: Iterable[Entry]) -> list[Record]:
    """Each with what it follows from: the limits of both go along."""
    found: list[Any] = []
    for each in shown:
        found += resting(each)
    return found
