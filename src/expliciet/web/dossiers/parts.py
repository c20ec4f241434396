"""The parts of a dossier: which there are, and what each shows.

A part is a tab and a function that finds what stands in it; `@part` enters it. Every
part is read in the same way: from a seat, at a moment, with one line in the trail.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.utils.functional import Promise

from ...dossiers.models import Seat
from ..reading import Look

IMAGE, READING, DECISION = "beeld", "duiding", "besluit"
TOGETHER, TIMELINE, TABLE, LOG = "samenwerking", "tijdlijn", "tafel", "logboek"
ORDER = (IMAGE, READING, DECISION, TOGETHER, TIMELINE, TABLE)


@dataclass(frozen=True)
class Shown:
    """What stands in a part: for the template, and for the trail."""

    context: dict[str, Any]
    count: int
    """How many texts are read."""
    looks: tuple[Look, ...] = ()
    """Lines besides that of the dossier itself."""


Show = Callable[[HttpRequest, Seat, datetime, datetime | None, list[Seat]], Shown]


class Part(NamedTuple):
    """One part: how it is called, its template, and what it shows."""

    label: Promise
    template: str
    show: Show


_parts: dict[str, Part] = {}


def part(name: str, label: Promise, template: str) -> Callable[[Show], Show]:
    """Enter a part; its function gets request, seat, now, moment or None, and seats."""

    def enter(show: Show) -> Show:
        _parts[name] = Part(label, template, show)
        return show

    return enter


def part_of(name: str) -> Part | None:
    return _parts.get(name)


def in_order() -> list[tuple[str, Part]]:
    return [(name, _parts[name]) for name in ORDER if name in _parts]
