"""A calendar as other programs read it (RFC 5545): days and moments, without content.

Small enough to write ourselves: no repeating, no people.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

PRODUCT = "-//Expliciet//Mijn werk//NL"
FOLD = 75
"""The most bytes in one line; what is longer goes on in the next."""


class Day(NamedTuple):
    """One thing on one day."""

    uid: str
    """The same as long as the thing is the same, so that a program moves it along."""
    on: date
    summary: str


class Event(NamedTuple):
    """Something from one moment to another, on the clock of Amsterdam."""

    uid: str
    begins: datetime
    ends: datetime
    summary: str
    place: str = ""
    is_called_off: bool = False
    sequence: int = 0
    """Higher each time that it changed."""


ZONE = "Europe/Amsterdam"
CLOCK = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""When the clock of Amsterdam goes on and back."""


def written(days: Iterable[Day | Event], *, name: str, now: datetime) -> bytes:
    """The whole calendar."""
    return b"".join(folded(line) for line in lines(days, name, now))


def lines(days: Iterable[Day | Event], name: str, now: datetime) -> Iterator[str]:
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{escaped(name)}"
    found = list(days)
    if any(isinstance(each, Event) for each in found):
        yield from CLOCK
    for each in found:
        yield "BEGIN:VEVENT"
        yield f"UID:{escaped(each.uid)}"
        yield f"DTSTAMP:{stamp}"
        yield from at_a_moment(each) if isinstance(each, Event) else all_day(each)
        yield f"SUMMARY:{escaped(each.summary)}"
        yield "CLASS:CONFIDENTIAL"
        yield "END:VEVENT"
    yield "END:VCALENDAR"


def all_day(each: Day) -> Iterator[str]:
    yield f"DTSTART;VALUE=DATE:{each.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{each.on + timedelta(days=1):%Y%m%d}"
    yield "TRANSP:TRANSPARENT"


def at_a_moment(each: Event) -> Iterator[str]:
    yield f"DTSTART;TZID={ZONE}:{each.begins:%Y%m%dT%H%M%S}"
    yield f"DTEND;TZID={ZONE}:{each.ends:%Y%m%dT%H%M%S}"
    yield f"SEQUENCE:{each.sequence}"
    yield f"STATUS:{'CANCELLED' if each.is_called_off else 'CONFIRMED'}"
    if each.place:
        yield f"LOCATION:{escaped(each.place)}"


def escaped(text: str) -> str:
    """As text stands in a calendar: nothing in it ends a line or begins a property."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(text.split())


def folded(line: str) -> bytes:
    """One line, cut before it is too long, and never in the middle of a letter."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        raw = letter.encode()
        room = FOLD if not pieces else FOLD - 1
        if len(piece) + len(raw) > room:
            pieces.append(piece)
            piece = b""
        piece += raw
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
