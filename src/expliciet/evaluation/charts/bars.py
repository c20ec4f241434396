"""Bars that lie, one below the other; or two of each, before and now."""

from collections.abc import Sequence
from typing import Any

from . import lying
from .cells import Cell
from .drawing import BESIDE, drawn, reach, shown, spoken
from .library import drawing


def bars(title: str, cells: Sequence[Cell]) -> bytes:
    """One bar below the other, in the order given, its words at its end."""
    return drawn(chart_of([cells]), title, cells, BESIDE)


def pairs(title: str, before: Sequence[Cell], now: Sequence[Cell]) -> bytes:
    """Of each label how it is now, and under that how it was before."""
    both = [
        Cell(then.label, None, f"{then.words}, {since.words}")
        for then, since in zip(before, now, strict=True)
    ]
    return drawn(chart_of([now, before]), title, both, BESIDE)


def chart_of(series: Sequence[Sequence[Cell]]) -> Any:
    """From below upwards, as pygal draws them."""
    chart = drawing().HorizontalBar(
        **lying.options(series[0], bars=len(series)),
        print_values_position="top",
        range=reach(cell.value for cells in series for cell in cells),
    )
    chart.x_labels = lying.widest(reversed(series[0]))
    for cells in series:
        upwards = reversed(cells)
        chart.add(None, [spoken(cell.value or 0, shown(cell)) for cell in upwards])
    return chart
