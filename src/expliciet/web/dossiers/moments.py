"""Moments of one dossier: the one asked for, and those at which something changed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from ...dossiers.models import Seat
from .told import Hearing

PRECISE = "%Y-%m-%dT%H:%M:%S.%fZ"


class Unreadable(ValueError):
    """What was asked for is not a moment."""


def asked(request: HttpRequest, now: datetime) -> datetime | None:
    """The moment in the address (`op`), or None for now.

    A day means its end, a minute means its end, and a moment to come is now.
    """
    words = request.GET.get("op", "").strip()
    if not words:
        return None
    moment = read(words)
    return moment if moment < now else None


def read(words: str) -> datetime:
    try:
        if day := parse_date(words):
            return ours(datetime.combine(day, time.max))
        moment = parse_datetime(words)
    except ValueError:
        raise Unreadable(words) from None
    if moment is None:
        raise Unreadable(words)
    if timezone.is_aware(moment):
        return moment
    if len(words) <= len("2026-01-01T12:00"):
        moment += timedelta(minutes=1) - timedelta(microseconds=1)
    return ours(moment)


def ours(moment: datetime) -> datetime:
    """A moment on the clock of Amsterdam."""
    try:
        return timezone.make_aware(moment)
    except OverflowError:
        raise Unreadable(str(moment)) from None


def spelled(moment: datetime) -> str:
    """For in an address."""
    return moment.astimezone(UTC).strftime(PRECISE)


class Steps(NamedTuple):
    """The moments before and after the one shown at which something changed."""

    before: str
    after: str


def steps(there: list[datetime], now: datetime, moment: datetime | None) -> Steps:
    """Where to go from here; the last moment is now itself, and has no after."""
    here = bisect_right(there, moment or now) - 1
    later = bisect_right(there, moment) if moment else len(there)
    return Steps(
        spelled(there[here - 1]) if here > 0 else "",
        spelled(there[later]) if later < len(there) - 1 else "",
    )


def changes(heard: Hearing, seats: Iterable[Seat]) -> list[datetime]:
    """When what this seat hears changed: said, passed on, taken back, sat, left."""
    found = {
        *(moment for each in heard.told for moment in each.moments),
        *(each.joined_at for each in seats),
        *(each.left_at for each in seats if each.left_at),
    }
    there = sorted(found)
    begin = bisect_left(there, heard.seat.hears_from)
    return there[begin : bisect_right(there, heard.now)]
