"""A stretch of the calendar that words point to, before anything is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from .time import Role, TimeAsk


class Leaning(Enum):
    """Which way a date without a year is looked for."""

    AHEAD = auto()
    BACK = auto()
    NEAR = auto()


class Setting(NamedTuple):
    """From where words of time are read."""

    today: date
    next_meeting: date | None = None
    days_off: Collection[date] | None = None
    leaning: Leaning = Leaning.AHEAD
    bare: bool = True
    """No *op*, *vóór* or *uiterlijk* went before."""
    dates_only: bool = False
    """The words before promise a date (*uiterlijk*), so *vr* and *de 15e* are one."""


class Moment(NamedTuple):
    """The days from `first` up to and including `last`, told by words up to `end`."""

    end: int
    first: date | None = None
    last: date | None = None
    role: Role = Role.POINT
    asks: TimeAsk | None = None
    closes: bool = False
    """Names an end itself: *vóór eind januari* is still 31 January."""
    lasting: bool = False
    """Says how long, not when: *de komende twee weken*."""
    ranged: bool = False
    """From one day to another: *3 t/m 5 december*."""


Reader = Callable[[str, int, Setting], Moment | None]


def on(end: int, day: date) -> Moment:
    """One day."""
    return Moment(end, day, day)


def vague(end: int) -> Moment:
    """Words that no calendar knows."""
    return Moment(end, role=Role.VAGUE, asks=TimeAsk.VAGUE)


def impossible(end: int) -> Moment:
    """A day that does not exist."""
    return Moment(end, asks=TimeAsk.IMPOSSIBLE)
