"""Bars: one below the other, or side by side through the years."""

from collections.abc import Sequence

from . import look, lying
from .cells import Cell
from .drawing import BESIDE, OVER, drawn, labels, reach, shown, spoken
from .library import drawing

UPRIGHT = 260


def bars(title: str, cells: Sequence[Cell]) -> bytes:
    """One bar below the other, in the order given, its words at its end."""
    chart = drawing().HorizontalBar(
        **lying.options(cells),
        print_values_position="top",
        range=reach(cell.value for cell in cells),
    )
    # From below upwards, as pygal draws them.
    upwards = list(reversed(cells))
    chart.x_labels = lying.widest(upwards)
    chart.add(None, [spoken(cell.value or 0, shown(cell)) for cell in upwards])
    return drawn(chart, title, cells, BESIDE)


def bars_by_period(title: str, cells: Sequence[Cell]) -> bytes:
    """A bar for each period, in their order, its words above it."""
    chart = drawing().Bar(
        **look.options(UPRIGHT),
        print_values_position="top",
        range=reach(cell.value for cell in cells),
    )
    chart.x_labels = labels(cells)
    chart.add(None, [spoken(cell.value or 0, shown(cell)) for cell in cells])
    return drawn(chart, title, cells, OVER)
