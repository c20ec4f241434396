"""The Dutch calendar: which days are working days, and which day is which.

Days off are Saturdays, Sundays and the days of article 3 of the Algemene
termijnenwet, with Good Friday, which that article puts on a par.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)
MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6


def easter(year: int) -> date:
    """Easter Sunday, by the Gregorian rule."""
    century, of_century = divmod(year, 100)
    moon_shift = (8 * century + 13) // 25
    epact = (19 * (year % 19) + century - century // 4 - moon_shift + 15) % 30
    leaps = 2 * (century % 4) + 2 * (of_century // 4)
    to_sunday = (32 + leaps - epact - of_century % 4) % 7
    late = (year % 19 + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def kings_day(year: int) -> date:
    """27 April, or the day before when that is a Sunday."""
    day = date(year, 4, 27)
    return day - DAY if day.weekday() == SUNDAY else day


@lru_cache(maxsize=64)
def public_holidays(year: int) -> frozenset[date]:
    """The public holidays of one year, every 5 May included."""
    sunday = easter(year)
    moving = (-2, 1, 39, 50)  # Good Friday, Easter Monday, Ascension, Whit Monday
    fixed = ((1, 1), (5, 5), (12, 25), (12, 26))
    return frozenset(
        {kings_day(year)}
        | {sunday + timedelta(days=days) for days in moving}
        | {date(year, month, day) for month, day in fixed}
    )


def is_working_day(day: date, days_off: Collection[date] | None = None) -> bool:
    """No weekend and no public holiday; `days_off` replaces the holidays."""
    if day.weekday() >= SATURDAY:
        return False
    return day not in (public_holidays(day.year) if days_off is None else days_off)


def add_working_days(
    day: date, count: int, days_off: Collection[date] | None = None
) -> date:
    """The day on which `count` working days have gone by; negative goes back."""
    step = DAY if count >= 0 else -DAY
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day, days_off):
            day += step
    return day


def working_days_between(
    first: date, last: date, days_off: Collection[date] | None = None
) -> int:
    """How many working days come after `first`, up to and including `last`."""
    days = (first + DAY * number for number in range(1, (last - first).days + 1))
    return sum(is_working_day(day, days_off) for day in days)


def add_months(day: date, count: int) -> date:
    """The same day so many months on, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + count, 12)
    last = month_end(day.year + years, month + 1)
    return last.replace(day=min(day.day, last.day))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - DAY


def in_week_of(day: date, weekday: int, weeks: int = 0) -> date:
    """That weekday in the ISO week of `day`, or so many weeks later."""
    return day + timedelta(days=weekday - day.weekday() + 7 * weeks)


def next_weekday(today: date, weekday: int) -> date:
    """The first such day after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def last_weekday(today: date, weekday: int) -> date:
    """The last such day before today."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
