"""The plan on an axis of time: what is done, from its first day to its review.

A bar tells days, and whether it waits for a second person or came to its end; how it
goes stands in the table below, in words.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple, cast

from django.utils.text import Truncator

from ...casework.models import Intervention
from ..dossiers.entries import Entry
from .drawn import LEFT, RIGHT, WIDTH, Month, Scale, midnight, months, noon

TOP, ROW, FOOT = 12, 34, 26
LABEL = 22
GOES_ON, WAITS, ENDED = "bar bar--goes-on", "bar bar--waits", "bar bar--ended"


class Bar(NamedTuple):
    """One intervention; and the days on which it was to be looked at before."""

    y: int
    x: int
    width: int
    look: str
    reference: str
    deed: str
    earlier: list[int]

    @property
    def middle(self) -> int:
        return self.y + ROW // 2

    @property
    def is_ended(self) -> bool:
        return self.look == ENDED

    @property
    def top(self) -> int:
        return self.middle - 7


class Axis(NamedTuple):
    """All that a template needs to draw it."""

    height: int
    foot: int
    bars: list[Bar]
    months: list[Month]
    now_x: int
    first: date
    last: date
    width: int = WIDTH
    left: int = LEFT
    right: int = WIDTH - RIGHT


def draw_plan(found: Sequence[Entry], at: datetime) -> Axis | None:
    """Of what this seat may read, in the order of the tables; or nothing to draw."""
    read = [each for each in found if each.is_readable]
    if not read:
        return None
    told = [cast("Intervention", each.said) for each in read]
    begin = min(midnight(each.starts_on) for each in told)
    end = max(noon(each.review_on) for each in told)
    scale = Scale(min(begin, at), max(end, at))
    bars = [bar(each, place, scale) for place, each in enumerate(read)]
    foot = TOP + ROW * len(bars)
    return Axis(
        height=foot + FOOT,
        foot=foot,
        bars=bars,
        months=months(scale),
        now_x=scale.x(at),
        first=min(each.starts_on for each in told),
        last=max(each.review_on for each in told),
    )


def bar(entry: Entry, place: int, scale: Scale) -> Bar:
    said = cast("Intervention", entry.said)
    begin, end = scale.x(midnight(said.starts_on)), scale.x(noon(said.review_on))
    return Bar(
        y=TOP + ROW * place,
        x=begin,
        width=max(end - begin, 3),
        look=look(entry),
        reference=entry.record.reference,
        deed=Truncator(" ".join((said.deed or "").split())).chars(LABEL),
        earlier=[scale.x(noon(day)) for day in entry.more["earlier_days"]],
    )


def look(entry: Entry) -> str:
    if entry.more["results"]:
        return ENDED
    return WAITS if entry.more["waits_for_approval"] else GOES_ON
