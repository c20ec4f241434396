"""Deeds around a meeting, and how each is done through the actions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..casework.actions.attending import note_presence, say_attendance
from ..casework.actions.conducting import go_on
from ..casework.actions.meetings import call_meeting, put_on_roster
from ..casework.actions.minutes import answer_minutes, establish, make_minutes
from ..casework.actions.open_points import leave_open
from ..casework.models import (
    AgendaItem,
    Attendance,
    Meeting,
    Minutes,
    OpenPoint,
    Receipt,
)
from ..dossiers.models import Seat
from .deeds import TABLE, Deed, Guest, Hears, Story, Worded
from .partners import Colleague
from .playing import play
from .stage import Stage

SOON = timedelta(minutes=30)
"""A meeting of ``today`` begins so long after the house is loaded."""


@dataclass(frozen=True, kw_only=True)
class Calls(Deed):
    """Calls a meeting; `at` is written as in `weeks`, or ``today``."""

    meeting: str
    at: str
    place: str
    kind: Meeting.Kind = Meeting.Kind.REGULAR
    follows: str = ""


@dataclass(frozen=True, kw_only=True)
class PutsOn(Deed):
    """Puts this dossier on the roster, and asks these people for it."""

    meeting: str
    minutes: int
    asks: tuple[Colleague | Guest, ...]


@dataclass(frozen=True, kw_only=True)
class SaysComing(Deed):
    meeting: str
    says: Attendance.Says
    who: Colleague | Guest | None = None
    instead: Colleague | None = None


@dataclass(frozen=True, kw_only=True)
class GoesOn(Deed):
    meeting: str
    phase: AgendaItem.Phase


@dataclass(frozen=True, kw_only=True)
class SeesThere(Deed):
    """Notes who is at the table."""

    meeting: str
    there: tuple[Colleague | Guest, ...]


@dataclass(frozen=True, kw_only=True)
class LeavesOpen(Worded):
    meant: OpenPoint.Meant
    hears: Hears = TABLE
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class ReadsBack(Deed):
    """Makes the minutes, and writes down that these say: it is so."""

    meeting: str
    so: tuple[Colleague | Guest, ...]


@dataclass(frozen=True, kw_only=True)
class AnswersMinutes(Worded):
    """From one's own place; with words, what was otherwise."""

    meeting: str


@dataclass(frozen=True, kw_only=True)
class Establishes(Deed):
    meeting: str


def item_of(stage: Stage, story: Story, meeting: str) -> AgendaItem:
    return AgendaItem.objects.select_related("meeting__house", "dossier").get(
        meeting=stage.meetings[meeting], dossier=stage.dossiers[story.name]
    )


def seats_of(
    stage: Stage, story: Story, who: Iterable[Colleague | Guest]
) -> list[Seat]:
    return [stage.seat(story, each) for each in who]


def minutes_of(item: AgendaItem, by: Seat, now: datetime) -> list[Minutes]:
    heard = Minutes.objects.visible_to(by, now).current().filter(item=item)
    return list(heard.select_related("item__meeting", "circle", "dossier"))


@play.register
def _(deed: Calls, story: Story, stage: Stage, now: datetime) -> None:
    begins = (
        whole_quarter(stage.calendar.now + SOON)
        if deed.at == "today"
        else stage.calendar.moment(deed.at)
    )
    with stage.sitting(story, deed.by, now):
        meeting = call_meeting(
            Meeting(
                kind=deed.kind,
                begins_at=begins,
                place=deed.place,
                follows_id=stage.meetings.get(deed.follows),
            ),
            by=stage.appointment(deed.by),
            now=now,
        )
    stage.meetings[deed.meeting] = meeting.pk


def whole_quarter(moment: datetime) -> datetime:
    late = timedelta(
        minutes=moment.minute % 15,
        seconds=moment.second,
        microseconds=moment.microsecond,
    )
    return moment - late + timedelta(minutes=15)


@play.register
def _(deed: PutsOn, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        meeting = Meeting.objects.get(pk=stage.meetings[deed.meeting])
        put_on_roster(
            AgendaItem(meeting=meeting, minutes=deed.minutes),
            seats_of(stage, story, deed.asks),
            by=by,
            now=now,
        )


@play.register
def _(deed: SaysComing, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        seat = stage.seat(story, deed.who or deed.by)
        asked = Attendance.objects.select_related("item__meeting", "seat").get(
            item=item_of(stage, story, deed.meeting), seat=seat
        )
        asked.says = deed.says
        asked.instead = deed.instead and stage.seat(story, deed.instead)
        say_attendance(asked, by=by, now=now)


@play.register
def _(deed: GoesOn, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        go_on(item_of(stage, story, deed.meeting), deed.phase, by=by, now=now)


@play.register
def _(deed: SeesThere, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        there = seats_of(stage, story, deed.there)
        note_presence(item_of(stage, story, deed.meeting), there, by=by, now=now)


@play.register
def _(deed: LeavesOpen, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        point = OpenPoint(meant=deed.meant, text=stage.calendar.told(deed.words, now))
        circle = stage.circle(by, deed.hears, now)
        leave_open(point, by=by, circle=circle, now=now)
    stage.remember(story, deed.mark, point)


@play.register
def _(deed: ReadsBack, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        made = make_minutes(item_of(stage, story, deed.meeting), by=by, now=now)
        for minutes in made:
            hearing = minutes.circle.member_ids()
            for seat in seats_of(stage, story, deed.so):
                if seat.organisation_id in hearing:
                    said = Receipt(
                        minutes=minutes,
                        seat=seat,
                        says=Receipt.Says.SO,
                        at_table=seat.pk != by.pk,
                    )
                    answer_minutes(said, by=by, now=now)


@play.register
def _(deed: AnswersMinutes, story: Story, stage: Stage, now: datetime) -> None:
    says = Receipt.Says.OTHERWISE if deed.words else Receipt.Says.SO
    with stage.sitting(story, deed.by, now) as by:
        for minutes in minutes_of(item_of(stage, story, deed.meeting), by, now)[:1]:
            said = Receipt(
                minutes=minutes,
                seat=by,
                says=says,
                words=stage.calendar.told(deed.words, now),
            )
            answer_minutes(said, by=by, now=now)


@play.register
def _(deed: Establishes, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        for minutes in minutes_of(item_of(stage, story, deed.meeting), by, now):
            establish(minutes, by=by, now=now)
