"""A line through the periods; it is broken where a value may not be told."""

from collections.abc import Sequence

from . import look
from .cells import Cell
from .drawing import Placed, drawn, labels, reach, shown, spoken
from .library import drawing

HEIGHT = 260
BESIDE = 40
"""Room for the words of the first point, and of the last."""
ABOVE = Placed("middle", -look.LETTER_SIZE, -2 * look.LETTER_SIZE)


def line(title: str, cells: Sequence[Cell]) -> bytes:
    """A point for each period with its words; without a value, words at the foot."""
    chart = drawing().Line(
        **look.options(HEIGHT) | {"margin_left": BESIDE, "margin_right": BESIDE},
        allow_interruptions=True,
        range=reach(cell.value for cell in cells),
    )
    chart.x_labels = labels(cells)
    told = [
        None if cell.value is None else spoken(cell.value, shown(cell))
        for cell in cells
    ]
    untold = [spoken(0, shown(cell)) if cell.value is None else None for cell in cells]
    chart.add(None, told)
    chart.add(None, untold, stroke=False, dots_size=0)
    return drawn(chart, title, cells, ABOVE)
