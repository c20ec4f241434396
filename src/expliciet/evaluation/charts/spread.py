"""How far apart things lie: the middle half as a bar, in two shades at the median."""

from collections.abc import Sequence

from . import look
from .cells import Spread
from .drawing import BESIDE, drawn, labels, reach, shown, spoken
from .library import drawing

ROW = 34
NOTHING = (0.0, 0.0, 0.0)


def spread(title: str, cells: Sequence[Spread]) -> bytes:
    """From the first to the third quartile, one below the other, the words behind."""
    options = look.options(40 + ROW * max(len(cells), 1), lying=True)
    options["css"].append("inline:.serie-0 .rect {fill: none; stroke: none;}")
    chart = drawing().HorizontalStackedBar(
        **options,
        print_values_position="top",
        range=reach((cell.quartiles or NOTHING)[2] for cell in cells),
    )
    upwards = list(reversed(cells))
    chart.x_labels = labels(upwards)
    parts = [cell.quartiles or NOTHING for cell in upwards]
    chart.add(None, [spoken(low, "") for low, _, _ in parts])
    chart.add(None, [spoken(middle - low, "") for low, middle, _ in parts])
    chart.add(
        None,
        [
            spoken(high - middle, shown(cell))
            for (_, middle, high), cell in zip(parts, upwards, strict=True)
        ],
    )
    return drawn(chart, title, cells, BESIDE)
