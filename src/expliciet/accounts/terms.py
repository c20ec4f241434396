"""Counting with terms."""

import calendar
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def months_later(day: date, months: int) -> date:
    """The same day some months on; the last of the month where there is none."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def end_of(day: date) -> datetime:
    """A bare date means the end of that day, here."""
    return datetime.combine(day, time.max, tzinfo=AMSTERDAM)
