"""The figures of a study: counted once, frozen, and the same in and out of JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

ALL = "all"
"""The row in which everything stands together."""
TOTAL = "total"
"""The part in which all parts of a row are taken together."""


BY = "by "
"""With this begins the row of the other division: no year is called so."""


def row_by(other: str) -> str:
    return f"{BY}{other}"


class Cell(NamedTuple):
    """So many things, in so many dossiers and of so many organisations.

    After suppression a hidden cell holds nothing at all, and a shown one its number.
    """

    number: int | None = None
    dossiers: int | None = None
    organisations: int | None = None

    @property
    def is_shown(self) -> bool:
        return self.number is not None


class Span(NamedTuple):
    """How many days something took: a quarter took at most `low`, half `median`."""

    n: int | None = None
    dossiers: int | None = None
    low: float | None = None
    median: float | None = None
    high: float | None = None

    @property
    def is_shown(self) -> bool:
        return self.median is not None


class Rows(NamedTuple):
    """The rows of a table: years with their half-years, and one other division."""

    years: dict[str, tuple[str, ...]]
    others: tuple[str, ...] = ()

    def names(self) -> list[str]:
        halves = [half for year in self.years.values() for half in year]
        return [ALL, *self.years, *halves, *self.others]


@dataclass(frozen=True)
class Measure:
    """One thing that is counted, by part, in each row: every thing in one part, in one
    half-year and in one of the others, so that all of them add up."""

    name: str
    parts: tuple[str, ...]
    rows: Rows
    cells: Mapping[str, Mapping[str, Cell]]
    """By row and part, `TOTAL` included."""

    def cell(self, row: str, part: str = TOTAL) -> Cell:
        return self.cells[row][part]

    def share(self, row: str, part: str) -> float | None:
        """The share of one part in its row, where both are shown and there are any."""
        some, of = self.cell(row, part).number, self.cell(row).number
        return some / of if some is not None and of else None

    def __hash__(self) -> int:
        return hash((self.name, self.parts))


@dataclass(frozen=True)
class Duration:
    """How long something took, row by row, in days."""

    name: str
    measure: str
    """The measure in which the same things are counted ..."""
    parts: tuple[str, ...]
    """... and in which parts of it: together they are `n`."""
    spans: Mapping[str, Span]

    def __hash__(self) -> int:
        return hash((self.name, self.measure))


@dataclass(frozen=True)
class Figures:
    """Everything that was counted for one selection, period and moment."""

    begin: date
    end: date
    now: datetime
    dossiers: int
    measures: tuple[Measure, ...]
    durations: tuple[Duration, ...]

    def measure(self, name: str) -> Measure:
        return next(each for each in self.measures if each.name == name)

    def duration(self, name: str) -> Duration:
        return next(each for each in self.durations if each.name == name)

    def as_json(self) -> dict[str, Any]:
        """Plain lists and words, that `from_json` turns into the same figures."""
        return {
            "begin": self.begin.isoformat(),
            "end": self.end.isoformat(),
            "now": self.now.isoformat(),
            "dossiers": self.dossiers,
            "measures": [measure_as_json(each) for each in self.measures],
            "durations": [duration_as_json(each) for each in self.durations],
        }


def from_json(told: Mapping[str, Any]) -> Figures:
    return Figures(
        begin=date.fromisoformat(told["begin"]),
        end=date.fromisoformat(told["end"]),
        now=datetime.fromisoformat(told["now"]),
        dossiers=told["dossiers"],
        measures=tuple(map(measure_from_json, told["measures"])),
        durations=tuple(map(duration_from_json, told["durations"])),
    )


def measure_as_json(measure: Measure) -> dict[str, Any]:
    return {
        "name": measure.name,
        "parts": list(measure.parts),
        "years": {year: list(halves) for year, halves in measure.rows.years.items()},
        "others": list(measure.rows.others),
        "cells": {
            row: {part: list(cell) for part, cell in cells.items()}
            for row, cells in measure.cells.items()
        },
    }


def measure_from_json(told: Mapping[str, Any]) -> Measure:
    years = {year: tuple(halves) for year, halves in told["years"].items()}
    return Measure(
        name=told["name"],
        parts=tuple(told["parts"]),
        rows=Rows(years, tuple(told["others"])),
        cells={
            row: {part: Cell(*cell) for part, cell in cells.items()}
            for row, cells in told["cells"].items()
        },
    )


def duration_as_json(duration: Duration) -> dict[str, Any]:
    return {
        "name": duration.name,
        "measure": duration.measure,
        "parts": list(duration.parts),
        "spans": {row: list(span) for row, span in duration.spans.items()},
    }


def duration_from_json(told: Mapping[str, Any]) -> Duration:
    spans = {row: Span(*span) for row, span in told["spans"].items()}
    return Duration(told["name"], told["measure"], tuple(told["parts"]), spans)
