"""The timeline as a drawing: lanes, marks and months, in whole numbers for an SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone
from django.utils.formats import date_format

if TYPE_CHECKING:
    from .timeline import Event

WIDTH, LEFT, RIGHT = 1_000, 150, 20
TOP, LANE, FOOT = 10, 38, 28
MOST_MONTHS = 9


class Mark(NamedTuple):
    """One thing that happened: whole, a correction, or withdrawn."""

    x: int
    look: str


class Span(NamedTuple):
    """An intervention, from its first day to its review."""

    x: int
    width: int


class Month(NamedTuple):
    x: int
    label: str


@dataclass
class Lane:
    label: str
    y: int
    marks: list[Mark] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)


class Drawing(NamedTuple):
    """All a template needs to draw it."""

    height: int
    foot: int
    lanes: list[Lane]
    months: list[Month]
    now_x: int
    first: datetime
    last: datetime
    width: int = WIDTH
    left: int = LEFT
    right: int = WIDTH - RIGHT


class Scale(NamedTuple):
    """From a moment to a place on the line."""

    first: datetime
    last: datetime

    def x(self, at: datetime) -> int:
        whole = (self.last - self.first) / timedelta(seconds=1) or 1
        part = min(max((at - self.first) / timedelta(seconds=1) / whole, 0), 1)
        return LEFT + round(part * (WIDTH - LEFT - RIGHT))


def draw(found: Sequence["Event"], lanes: Mapping[str, str], at: datetime) -> Drawing:
    """Each thing at its moment, and interventions as long as they go on."""
    ends = [noon(each.ends_on) for each in found if each.ends_on]
    first = min(each.at for each in found)
    scale = Scale(first, max([at, *ends]))
    rows = {
        name: Lane(label, TOP + LANE * place + LANE // 2)
        for place, (name, label) in enumerate(lanes.items())
    }
    for each in found:
        lane = rows[each.lane]
        lane.marks.append(Mark(scale.x(each.at), look(each)))
        if each.starts_on and each.ends_on and each.withdrawn_at is None:
            begin, end = scale.x(noon(each.starts_on)), scale.x(noon(each.ends_on))
            lane.spans.append(Span(begin, max(end - begin, 2)))
    foot = TOP + LANE * len(rows)
    return Drawing(
        height=foot + FOOT,
        foot=foot,
        lanes=list(rows.values()),
        months=months(scale),
        now_x=scale.x(at),
        first=scale.first,
        last=scale.last,
    )


def look(event: "Event") -> str:
    if event.withdrawn_at:
        return "mark mark--gone"
    return "mark mark--open" if event.is_correction else "mark"


def months(scale: Scale) -> list[Month]:
    """The first of a month, not more of them than can be read."""
    day = timezone.localdate(scale.first).replace(day=1)
    found: list[date] = []
    while day <= timezone.localdate(scale.last):
        found.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    each = -(-len(found) // MOST_MONTHS)
    return [
        Month(scale.x(midnight(day)), date_format(day, "M Y"))
        for day in found[::each]
        if midnight(day) >= scale.first
    ]


def noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
