"""Small made-up tables, and every way in which they could have been filled."""

from collections.abc import Iterator
from itertools import product

from expliciet.evaluation.reconstruction.figures import (
    ALL,
    TOTAL,
    Cell,
    Measure,
    Rows,
    row_by,
)

Filled = dict[tuple[str, str, str], int]
"""How many things there are of one half-year, one other division and one part."""


def table(
    filled: Filled,
    halves: dict[str, tuple[str, ...]],
    others: tuple[str, ...],
    parts: tuple[str, ...],
    name: str = "decisions",
) -> Measure:
    """The measure that these things add up to; every thing in a dossier of its own."""
    rows = Rows(halves, tuple(map(row_by, others)))
    cells = {
        row: {part: Cell(0, 0, 9) for part in (*parts, TOTAL)} for row in rows.names()
    }
    for (half, other, part), number in filled.items():
        year = half.partition("-")[0]
        for row in (ALL, year, half, row_by(other)) if other else (ALL, year, half):
            for each in (part, TOTAL):
                so_far = cells[row][each].number or 0
                cells[row][each] = Cell(so_far + number, so_far + number, 9)
    return Measure(name, parts, rows, cells)


def possible(measure: Measure, most: int) -> Iterator[dict[tuple[str, str], int]]:
    """Every table that fits what is shown, if of one half-year, division and part there
    are at most `most`: written out in full, with nothing clever."""
    halves = [half for year in measure.rows.years.values() for half in year]
    others = list(measure.rows.others)
    by_time = [(row, part) for row in halves for part in measure.parts]
    by_other = [(row, part) for row in others for part in measure.parts]
    divided: dict[tuple[int, ...], list[dict[tuple[str, str], int]]] = {}
    for some in filled(measure, by_other, most * len(halves)):
        division = with_totals(measure, some, others)
        if fits(measure, division):
            divided.setdefault(sums(measure, some, others), []).append(division)
    for some in filled(measure, by_time, most * max(1, len(others))):
        course = summed(measure, some)
        if not fits(measure, course):
            continue
        if not others:
            yield course
            continue
        for division in divided.get(sums(measure, some, halves), []):
            yield course | division


def filled(
    measure: Measure, places: list[tuple[str, str]], most: int
) -> Iterator[dict[tuple[str, str], int]]:
    choices = []
    for row, part in places:
        shown = measure.cells[row][part].number
        choices.append(range(most + 1) if shown is None else (shown,))
    for numbers in product(*choices):
        yield dict(zip(places, numbers, strict=True))


def summed(
    measure: Measure, some: dict[tuple[str, str], int]
) -> dict[tuple[str, str], int]:
    found = dict(some)
    for part in measure.parts:
        for year, halves in measure.rows.years.items():
            found[year, part] = sum(some[half, part] for half in halves)
        found[ALL, part] = sum(found[year, part] for year in measure.rows.years)
    rows = [name for name in measure.rows.names() if name not in measure.rows.others]
    return with_totals(measure, found, rows)


def with_totals(
    measure: Measure, some: dict[tuple[str, str], int], rows: list[str]
) -> dict[tuple[str, str], int]:
    totals = {
        (row, TOTAL): sum(some[row, part] for part in measure.parts) for row in rows
    }
    return some | totals


def fits(measure: Measure, some: dict[tuple[str, str], int]) -> bool:
    return all(
        measure.cells[row][part].number in (None, number)
        for (row, part), number in some.items()
    )


def sums(
    measure: Measure, some: dict[tuple[str, str], int], rows: list[str]
) -> tuple[int, ...]:
    """Of each part how many there are in all."""
    return tuple(sum(some[row, part] for row in rows) for part in measure.parts)
