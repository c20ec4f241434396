"""The timeline: everything this seat hears on one line of time, and turning it back.

It shows kinds, dates and parties; the words are read where they stand.
"""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ...casework.models import (
    Closure,
    Decision,
    Impasse,
    Informing,
    Meeting,
    Resolution,
    Result,
    Review,
    Scaling,
)
from ...dossiers.models import Dossier, Record, Seat
from ...dossiers.models.record import RecordQuerySet, kinds
from ..dossiers import moments
from ..dossiers.addresses import of_dossier
from ..dossiers.frame import seats_at
from ..dossiers.moments import spelled
from ..dossiers.parts import TIMELINE, Shown, part, part_of
from ..dossiers.sheets import sheet
from ..dossiers.table import at_the_table
from ..dossiers.told import hearing
from .drawn import Drawing, draw

A_PAGE = 50

LANES: dict[str, tuple[Promise, tuple[str, ...]]] = {
    "brought": (
        _("Brought in"),
        ("contribution", "other_use", "note", "attachment", "person", "hand_over"),
    ),
    "read": (
        _("Interpretation"),
        (
            *("round", "reading", "interpretation", "dissent"),
            *("factor_reading", "assessment", "view"),
        ),
    ),
    "decided": (_("Decisions"), ("decision", "advice", "act", "idea")),
    "level": (_("Phase and level"), ("heading", "scaling", "exit_criterion")),
    "done": (
        _("Interventions"),
        ("goal", "intervention", "progress", "result", "conflict"),
    ),
    "met": (_("Meetings"), ("minutes", "open_point")),
    "together": (_("Working together"), ()),
    "stuck": (_("Stuck"), ("impasse",)),
    "reviewed": (_("Reviews"), ("review", "informing", "closure")),
}
"""The lanes from top to bottom; a kind that stands in none is working together."""
LANE_OF = {kind: lane for lane, (_label, those) in LANES.items() for kind in those}

DETAILS: Mapping[str, tuple[str, Mapping[Any, Any]]] = {
    "scaling": ("scaling__direction", dict(Scaling.Direction.choices)),
    "heading": ("heading__phase", dict(Dossier.Phase.choices)),
    "review": ("review__outcome", dict(Review.Outcome.choices)),
    "informing": ("informing__state", dict(Informing.State.choices)),
    "closure": ("closure__outcome", dict(Closure.Outcome.choices)),
    "result": ("result__came", dict(Result.Came.choices)),
    "minutes": ("minutes__item__meeting__kind", dict(Meeting.Kind.choices)),
    "decision": ("decision__way", dict(Decision._meta.get_field("way").choices or ())),
}
"""What is told of a kind besides its name: words of a fixed list, never of the case."""


STUCK = (
    *("impasse__since", "impasse__decide_by"),
    *("impasse__resolution__at", "impasse__resolution__how"),
)


class Event(NamedTuple):
    """One thing that happened, without its words."""

    record: UUID
    reference: str
    kind: str
    at: datetime
    organisation: str
    is_correction: bool
    withdrawn_at: datetime | None
    detail: str
    starts_on: date | None = None
    ends_on: date | None = None
    """An intervention goes on from a day until its review; an impasse until its end."""

    @property
    def lane(self) -> str:
        return LANE_OF.get(self.kind, "together")

    @property
    def lane_name(self) -> Promise:
        return LANES[self.lane][0]

    @property
    def name(self) -> str:
        return capfirst(str(kinds()[self.kind]._meta.verbose_name))


class Turn(NamedTuple):
    """The slider: at which of the moments one looks, and the days to go to."""

    last: int
    here: int
    words: str
    """Each moment as people say it, with a bar between; for the slider to tell."""
    days: list[tuple[date, str]]


@part(TIMELINE, _("Timeline"), "casework/tijdlijn.html")
def timeline(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: list[Seat],
) -> Shown:
    """What happened, by lane; as a drawing and as a table that says the same."""
    heard = Record.objects.visible_to(seat, now)
    known = heard.known_to(seat, moment) if moment else heard
    found = events(known, moment or now)
    page = sheet(request, found[::-1], A_PAGE)
    lanes = {lane: str(label) for lane, (label, _those) in LANES.items()}
    drawing: Drawing | None = draw(found, lanes, moment or now) if found else None
    context = {
        "drawing": drawing,
        "page": page,
        "turn": turning(moments.changes(hearing(seat, now), seats), moment, now),
    }
    return Shown(context, len(found))


def events(heard: RecordQuerySet[Record], at: datetime) -> list[Event]:
    """One query, however much happened; what was withdrawn later stands there whole."""
    fields = {kind: field for kind, (field, _words) in DETAILS.items()}
    rows = heard.order_by("recorded_at", "pk").values(
        *("pk", "reference", "kind", "recorded_at", "organisation__name"),
        *("supersedes", "withdrawal__at", "scaling__level__name"),
        *("intervention__starts_on", "intervention__review_on"),
        *STUCK,
        *fields.values(),
    )
    return [event(row, fields, at) for row in rows]


def event(row: Mapping[str, Any], fields: Mapping[str, str], at: datetime) -> Event:
    kind = row["kind"]
    told = row[fields[kind]] if kind in fields else ""
    detail = str(DETAILS[kind][1].get(told, "")) if told else ""
    if level := row["scaling__level__name"]:
        detail = f"{detail}: {level}"
    starts_on, ends_on = row["intervention__starts_on"], row["intervention__review_on"]
    if kind == Impasse.KIND and row["supersedes"] is None:
        starts_on, ends_on, detail = as_long_as_stuck(row, at)
    withdrawn = row["withdrawal__at"]
    return Event(
        record=row["pk"],
        reference=row["reference"],
        kind=kind,
        at=row["recorded_at"],
        organisation=row["organisation__name"],
        is_correction=row["supersedes"] is not None,
        withdrawn_at=withdrawn if withdrawn and withdrawn <= at else None,
        detail=detail,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def as_long_as_stuck(row: Mapping[str, Any], at: datetime) -> tuple[date, date, str]:
    """From the day it began until it ended; or until now, when it goes on."""
    since, ended_at = row["impasse__since"], row["impasse__resolution__at"]
    if ended_at and ended_at <= at:
        ended = str(dict(Resolution.How.choices)[row["impasse__resolution__how"]])
        return since, timezone.localdate(ended_at), ended
    return since, max(row["impasse__decide_by"], timezone.localdate(at)), ""


# --- turning back -------------------------------------------------------------------


def turning(there: list[datetime], moment: datetime | None, now: datetime) -> Turn:
    """The moments at which something changed, and on which days those were."""
    here = max(bisect_right(there, moment or now) - 1, 0)
    here_and_then = [timezone.localtime(each) for each in there]
    last = {each.date(): each for each in here_and_then}
    told = {day: date_format(day, "SHORT_DATE_FORMAT") for day in last}
    words = "|".join(f"{told[each.date()]} {each:%H:%M}" for each in here_and_then)
    days = [(day, spelled(each)) for day, each in last.items()]
    return Turn(max(len(there) - 1, 0), here, words, days[::-1])


@at_the_table
def turn(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """From a place on the slider to the dossier as it was known then."""
    name = request.GET.get("deel", TIMELINE)
    there = moments.changes(hearing(seat, now), seats_at(seat, now))
    asked = request.GET.get("stap", str(len(there)))
    if part_of(name) is None or not (asked.isascii() and asked.isdigit()):
        raise Http404
    step = int(asked[:9])
    to: dict[str, str] = {"deel": name}
    if step < len(there) - 1:
        to["op"] = spelled(there[step])
    return redirect(f"{of_dossier(seat.dossier_id)}?{urlencode(to)}")
