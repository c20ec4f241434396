"""Days of the story, counted from the week in which the house is loaded.

Whenever somebody loads the demo, its last deed was done last week and its first some
eight months ago, on working days. A moment is written as ``-12 di 10:30``: twelve weeks
ago, on Tuesday. In a text ``{vr}`` is the Friday of the week in which it is said, and
``{vr +2}`` the one two weeks later.
"""

import re
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from ..accounts.terms import AMSTERDAM

SHORT = ("ma", "di", "wo", "do", "vr", "za", "zo")
LONG = (
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
)
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

A_DAY = re.compile(r"\{(ma|di|wo|do|vr|za|zo)(?: ([+-]\d+))?\}")


class Calendar:
    """Weeks and days around the moment of loading."""

    def __init__(self, now: datetime) -> None:
        today = timezone.localdate(now)
        self.now = now
        self.monday = today - timedelta(days=today.weekday())

    def day(self, when: str) -> date:
        """``-12 di``: a day of some week."""
        week, name = when.split()[:2]
        return self.monday + timedelta(weeks=int(week), days=SHORT.index(name))

    def moment(self, when: str) -> datetime:
        """``-12 di 10:30``: a moment on such a day, here."""
        clock = time.fromisoformat(when.split()[2])
        return datetime.combine(self.day(when), clock, tzinfo=AMSTERDAM)

    def told(self, words: str, moment: datetime) -> str:
        """A text in which days stand as people say them, seen from this moment.

        Lines are those of the module it stands in: only an empty one begins a new
        paragraph.
        """
        paragraphs = [" ".join(part.split()) for part in words.split("\n\n")]
        said_on = timezone.localdate(moment)
        monday = said_on - timedelta(days=said_on.weekday())

        def in_words(found: re.Match[str]) -> str:
            weeks = int(found[2] or 0)
            day = monday + timedelta(weeks=weeks, days=SHORT.index(found[1]))
            return spoken(day, with_year=day.year != said_on.year)

        return A_DAY.sub(in_words, "\n\n".join(paragraphs))


def spoken(day: date, *, with_year: bool = False) -> str:
    """``vrijdag 5 december``."""
    said = f"{LONG[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return f"{said} {day.year}" if with_year else said


def born(age: int, birthday: str, on: date) -> date:
    """When somebody was born who is this old on that day; ``03-14`` is the birthday."""
    month, day = (int(part) for part in birthday.split("-"))
    had_it = (on.month, on.day) >= (month, day)
    return date(on.year - age - (0 if had_it else 1), month, day)
