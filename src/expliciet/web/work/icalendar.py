"""A calendar as other programs read it (RFC 5545): whole days, without content.

Small enough to write ourselves: no times of day, no repeating, no people.
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


def written(days: Iterable[Day], *, name: str, now: datetime) -> bytes:
    """The whole calendar."""
    return b"".join(folded(line) for line in lines(days, name, now))


def lines(days: Iterable[Day], name: str, now: datetime) -> Iterator[str]:
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{escaped(name)}"
    for each in days:
        yield "BEGIN:VEVENT"
        yield f"UID:{escaped(each.uid)}"
        yield f"DTSTAMP:{stamp}"
        yield f"DTSTART;VALUE=DATE:{each.on:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{each.on + timedelta(days=1):%Y%m%d}"
        yield f"SUMMARY:{escaped(each.summary)}"
        yield "CLASS:CONFIDENTIAL"
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"
    yield "END:VCALENDAR"


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
