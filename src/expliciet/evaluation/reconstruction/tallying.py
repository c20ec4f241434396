"""Counting, one dossier after the other, without remembering any of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from statistics import quantiles
from uuid import UUID

from .figures import ALL, TOTAL, Cell, Duration, Measure, Rows, Span, row_by
from .naming import Counted
from .periods import Period, half_of, year_of

Place = tuple[str, str]
"""A row and a part."""


class Tally:
    """Counts the things of one measure, and in how many dossiers they were."""

    def __init__(self, counted: Counted, period: Period) -> None:
        self.name, self.parts, self.period = counted.name, tuple(counted.parts), period
        self.others = set(counted.others)
        self.counts: Counter[Place] = Counter()
        self.dossiers: Counter[Place] = Counter()
        self.organisations: defaultdict[Place, set[UUID]] = defaultdict(set)
        self.touched: set[Place] = set()

    def add(
        self,
        day: date,
        part: str,
        other: str | None = None,
        organisation: UUID | None = None,
    ) -> bool:
        """One thing more; tells whether it falls in the period."""
        if not self.period.holds(day):
            return False
        if part not in self.parts:
            raise ValueError(f"{part} is no part of {self.name}")
        if other is not None and other not in self.others:
            raise ValueError(f"{other} is no row of {self.name}")
        for row in rows_of(day, other):
            for place in ((row, part), (row, TOTAL)):
                self.counts[place] += 1
                self.touched.add(place)
                if organisation:
                    self.organisations[place].add(organisation)
        return True

    def end_of_dossier(self) -> None:
        self.dossiers.update(self.touched)
        self.touched.clear()

    def measure(self) -> Measure:
        years = {year: tuple(self.period.halves(year)) for year in self.period.years()}
        rows = Rows(years, tuple(map(row_by, sorted(self.others))))
        return Measure(
            name=self.name,
            parts=self.parts,
            rows=rows,
            cells={
                row: {part: self.cell((row, part)) for part in (*self.parts, TOTAL)}
                for row in rows.names()
            },
        )

    def cell(self, place: Place) -> Cell:
        heard = len(self.organisations[place]) if place in self.organisations else 0
        return Cell(self.counts[place], self.dossiers[place], heard)


class Clock:
    """How long things took, in whole days, by row."""

    def __init__(self, name: str, tally: Tally, parts: Iterable[str]) -> None:
        self.name, self.tally, self.parts = name, tally, tuple(parts)
        self.days: defaultdict[str, Counter[int]] = defaultdict(Counter)
        self.dossiers: Counter[str] = Counter()
        self.touched: set[str] = set()

    def add(self, day: date, took: int, other: str | None = None) -> None:
        """Something of this day took so long; ask it of what the tally counted."""
        for row in rows_of(day, other):
            self.days[row][took] += 1
            self.touched.add(row)

    def end_of_dossier(self) -> None:
        self.dossiers.update(self.touched)
        self.touched.clear()

    def duration(self) -> Duration:
        rows = self.tally.measure().rows.names()
        spans = {row: self.span(row) for row in rows}
        return Duration(self.name, self.tally.name, self.parts, spans)

    def span(self, row: str) -> Span:
        days = sorted(self.days[row].elements())
        if not days:
            return Span(0, 0)
        low, median, high = quarters(days)
        return Span(len(days), self.dossiers[row], low, median, high)


def quarters(days: list[int]) -> tuple[float, float, float]:
    """A quarter, the half and three quarters took at most this long."""
    if len(days) == 1:
        return float(days[0]), float(days[0]), float(days[0])
    low, median, high = quantiles(days, n=4, method="inclusive")
    return low, median, high


def rows_of(day: date, other: str | None) -> tuple[str, ...]:
    """Every row in which a thing of this day and this other division stands."""
    course = ALL, year_of(day), half_of(day)
    return course if other is None else (*course, row_by(other))
