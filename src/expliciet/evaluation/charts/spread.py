"""How far apart things lie: the middle half as a bar, in two shades at the median."""

from collections.abc import Sequence

from . import lying
from .cells import Spread
from .drawing import BESIDE, drawn, reach, shown, spoken
from .library import drawing

NOTHING = (0.0, 0.0, 0.0)
SLIVER = 0.006
"""As much of the width is drawn where everything took equally long."""


def spread(title: str, cells: Sequence[Spread]) -> bytes:
    """From the first to the third quartile, one below the other, the words behind."""
    options = lying.options(cells)
    least, most = reach((cell.quartiles or NOTHING)[2] for cell in cells)
    options["css"].append("inline:.serie-0 .rect {fill: none; stroke: none;}")
    chart = drawing().HorizontalStackedBar(
        **options,
        print_values_position="top",
        range=(least, most),
    )
    sliver = most * SLIVER
    upwards = list(reversed(cells))
    chart.x_labels = lying.widest(upwards)
    parts = [cell.quartiles or NOTHING for cell in upwards]
    chart.add(None, [spoken(low, "") for low, _, _ in parts])
    chart.add(None, [spoken(middle - low, "") for low, middle, _ in parts])
    chart.add(
        None,
        [
            spoken(high - middle or (sliver if cell.quartiles else 0), shown(cell))
            for (_, middle, high), cell in zip(parts, upwards, strict=True)
        ],
    )
    return drawn(chart, title, cells, BESIDE)
