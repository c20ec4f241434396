"""No small cell is shown, and none can be computed from what is."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expliciet.evaluation.reconstruction.figures import (
    ALL,
    TOTAL,
    Cell,
    Duration,
    Figures,
    Measure,
    Span,
)
from expliciet.evaluation.reconstruction.suppressing import hidden_in, shown, suppressed
from tests.evaluation.reconstruction.tables import Filled, possible, table
from tests.factories import at

SMALLEST, MOST = 2, 2
PARTS = ("one", "other")
SHAPES = (
    ({"2025": ("2025-1", "2025-2")}, ()),
    ({"2025": ("2025-1", "2025-2")}, ("police", "school")),
    ({"2024": ("2024-2",), "2025": ("2025-1", "2025-2")}, ()),
    ({"2025": ("2025-1",)}, ("police", "school")),
)


def fill(draw: st.DrawFn, most: int) -> Measure:
    years, others = draw(st.sampled_from(SHAPES))
    halves = [half for year in years.values() for half in year]
    places = product(halves, others or ("",), PARTS)
    numbers: Filled = {place: draw(st.integers(0, most)) for place in places}
    return table(numbers, years, others, PARTS)


@st.composite
def small_tables(draw: st.DrawFn) -> Measure:
    return fill(draw, MOST)


@st.composite
def tables(draw: st.DrawFn) -> Measure:
    return fill(draw, 30)


def hide(measure: Measure, smallest: int = SMALLEST) -> Measure:
    return shown(measure, hidden_in(measure, smallest, 0))


@given(tables())
@settings(deadline=None, max_examples=50)
def test_no_cell_that_rests_on_too_few_is_shown(measure: Measure) -> None:
    """S58, V1: nor a nothing, which says something of every dossier."""
    hidden = hide(measure, 5)
    for row, parts in hidden.cells.items():
        for part, cell in parts.items():
            true = measure.cells[row][part]
            assert cell.number in (None, true.number)
            assert cell.dossiers is None
            if (true.dossiers or 0) < 5:
                assert not cell.is_shown


@given(small_tables())
@settings(deadline=None, max_examples=40)
def test_each_hidden_cell_could_have_been_another(measure: Measure) -> None:
    """Whoever adds and subtracts whatever is shown, and knows that no number is below
    nothing, finds for each hidden cell at least two numbers that fit."""
    hidden = hide(measure)
    places = {
        (row, part)
        for row, parts in hidden.cells.items()
        for part, cell in parts.items()
        if not cell.is_shown
    }
    seen: dict[tuple[str, str], set[int]] = {place: set() for place in places}
    left = set(places)
    for filled in possible(hidden, MOST + SMALLEST):
        for place in list(left):
            seen[place].add(filled[place])
            if len(seen[place]) > 1:
                left.discard(place)
        if not left:
            return
    assert not left, {place: seen[place] for place in left}


def test_one_small_cell_takes_another_along_but_not_the_whole_table() -> None:
    years = {"2025": ("2025-1", "2025-2")}
    measure = table(
        {
            ("2025-1", "", "one"): 2,
            ("2025-1", "", "other"): 20,
            ("2025-2", "", "one"): 40,
            ("2025-2", "", "other"): 30,
        },
        years,
        (),
        PARTS,
    )
    hidden = hide(measure, 5)
    assert not hidden.cell("2025-1", "one").is_shown
    assert hidden.cell(ALL) == Cell(92)
    assert hidden.cell(ALL, "one") == Cell(42)
    some = [cell for parts in hidden.cells.values() for cell in parts.values()]
    assert sum(cell.is_shown for cell in some) == 8, "four of twelve are hidden"


def test_what_is_large_enough_is_shown_whole() -> None:
    years = {"2025": ("2025-1",)}
    filled = {("2025-1", "police", part): 7 for part in PARTS}
    measure = table(filled, years, ("police",), PARTS)
    hidden = hide(measure, 5)
    assert all(c.is_shown for parts in hidden.cells.values() for c in parts.values())
    assert hidden.share(ALL, "one") == 0.5


def test_a_cell_of_many_things_in_few_dossiers_is_hidden() -> None:
    """Fifty decisions in two dossiers tell of two people."""
    measure = table({("2025-1", "", "one"): 50}, {"2025": ("2025-1",)}, (), PARTS)
    few = {
        row: dict.fromkeys(parts, Cell(50, 2, 9))
        for row, parts in measure.cells.items()
    }
    hidden = hide(replace(measure, cells=few), 5)
    assert not any(
        c.is_shown for parts in hidden.cells.values() for c in parts.values()
    )


@pytest.mark.parametrize(("organisations", "is_shown"), [(2, False), (3, True)])
def test_explicitness_wants_enough_organisations_too(
    organisations: int, is_shown: bool
) -> None:
    """Design 8: only over enough organisations and dossiers."""
    parts = ("answered", "stays")
    measure = table(
        {("2025-1", "", part): 9 for part in parts},
        {"2025": ("2025-1",)},
        (),
        parts,
        "explicitness",
    )
    cells = {
        row: {
            part: cell._replace(organisations=organisations)
            for part, cell in of.items()
        }
        for row, of in measure.cells.items()
    }
    told = suppressed(figures(replace(measure, cells=cells)), 5, 3)
    assert told.measure("explicitness").cell(ALL).is_shown == is_shown


def figures(measure: Measure, *durations: Duration) -> Figures:
    return Figures(
        begin=at(2025, 1, 1).date(),
        end=at(2025, 6, 30).date(),
        now=at(2025, 7, 1),
        dossiers=20,
        measures=(measure,),
        durations=durations,
    )


def test_a_median_stands_on_as_many_dossiers_as_a_number() -> None:
    """And of how many things it is the middle, only where that is shown anyway."""
    measure = table(
        {("2025-1", "", "one"): 9, ("2025-1", "", "other"): 2},
        {"2025": ("2025-1",)},
        (),
        PARTS,
    )
    enough, few = Span(9, 9, 1.0, 2.0, 3.0), Span(4, 4, 1.0, 2.0, 3.0)
    told = suppressed(
        figures(
            measure,
            Duration("decision_to_deed", "decisions", ("one",), {ALL: enough}),
            Duration("weighing_to_deed", "decisions", ("one",), {ALL: few}),
        ),
        5,
    )
    assert told.measure("decisions").cell(ALL, "one").number is None
    assert told.duration("decision_to_deed").spans[ALL] == Span(
        None, None, 1.0, 2.0, 3.0
    )
    assert not told.duration("weighing_to_deed").spans[ALL].is_shown
    assert told.measure("decisions").cell(ALL, TOTAL).number in (None, 11)
