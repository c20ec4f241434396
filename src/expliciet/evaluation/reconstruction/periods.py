"""Years and half-years: the rows in which a course of time is told."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

FIRST_OF_SECOND_HALF = 7
"""July: the month with which the second half of a year begins."""


def year_of(day: date) -> str:
    return f"{day.year}"


def half_of(day: date) -> str:
    """The half-year of a day, such as ``2026-2``."""
    return f"{day.year}-{2 if day.month >= FIRST_OF_SECOND_HALF else 1}"


class Period(NamedTuple):
    """From one day to another, both included."""

    begin: date
    end: date

    @classmethod
    def of(cls, year: int) -> "Period":
        return cls(date(year, 1, 1), date(year, 12, 31))

    def overlaps(self, other: "Period") -> bool:
        return self.begin <= other.end and other.begin <= self.end

    def is_cut_beside(self, other: "Period") -> bool:
        """Whether two periods overlap and differ in part of a half-year: figures of
        the two then tell what happened in the days between."""
        if self == other or not self.overlaps(other):
            return False
        return not (self.is_whole and other.is_whole)

    def holds(self, day: date) -> bool:
        return self.begin <= day <= self.end

    def years(self) -> list[str]:
        return [str(year) for year in range(self.begin.year, self.end.year + 1)]

    def halves(self, year: str) -> list[str]:
        """The half-years of this year that the period touches."""
        return [half for half in self.touched() if half.startswith(year)]

    def touched(self) -> Iterator[str]:
        first, last = half_of(self.begin), half_of(self.end)
        for year in self.years():
            for half in (f"{year}-1", f"{year}-2"):
                if first <= half <= last:
                    yield half

    @property
    def is_whole(self) -> bool:
        """Begins and ends with a half-year."""
        begins = (self.begin.month, self.begin.day) in ((1, 1), (7, 1))
        return begins and (self.end.month, self.end.day) in ((6, 30), (12, 31))
