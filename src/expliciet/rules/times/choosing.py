"""The time that governs the deed, when a line holds several."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from functools import lru_cache

from ..folding import fold
from .reading import find_times
from .time import Role, Time

WEIGHTS = {
    Role.DEADLINE: 0,
    Role.END: 0,
    Role.POINT: 1,
    Role.PERIOD: 1,
    Role.TRIGGER: 2,
    Role.START: 3,
    Role.VAGUE: 4,
}


def due_time(
    text: str,
    today: date,
    *,
    next_meeting: date | None = None,
    ongoing: bool | None = None,
    days_off: Collection[date] | None = None,
) -> Time | None:
    """The time by which the deed is in time, ends, or waits for something.

    A deadline goes before a day, a day before a trigger, and any of them before
    *binnenkort*; of two alike the first in the line. What stands in a reason or a
    criterion, what has been, and what only names a thing does not count.
    """
    times = find_times(
        text, today, next_meeting=next_meeting, ongoing=ongoing, days_off=days_off
    )
    asides = _asides(text)
    governing = [
        time
        for time in times
        if time.role in WEIGHTS and not any(a <= time.start < b for a, b in asides)
    ]
    return min(
        governing, key=lambda time: (WEIGHTS[time.role], time.start), default=None
    )


@lru_cache(maxsize=1)
def _aside() -> re.Pattern[str]:
    return re.compile(
        r"(?<![^\W_])(?:want|omdat|aangezien|doordat|i\.v\.m\.|ivm|in verband met"
        r"|vanwege|wegens|klaar als)(?![^\W_])[^,;\n]{0,300}"
    )


def _asides(text: str) -> list[tuple[int, int]]:
    """Reasons and criteria: from their first word to the next comma."""
    plain, places = fold(text)
    spans = (found.span() for found in _aside().finditer(plain))
    return [(places[start], places[end]) for start, end in spans]
