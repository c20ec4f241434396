"""Labels beside bars that lie: a long one in two lines, so that no two look alike."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from textwrap import wrap
from typing import Any

from ...checking.harmless import harmless
from . import look
from .cells import Cell, Spread

ROW, MORE = 36, 18
ABOVE, BELOW = -8, 8


def options(cells: Sequence[Cell | Spread], bars: int = 1) -> dict[str, Any]:
    """With room for so many bars to a label."""
    row = ROW + MORE * (bars - 1)
    return look.options(40 + row * max(len(cells), 1), lying=True)


def lines(label: str) -> list[str]:
    """The label in one line or two; the table beside it has the longest whole."""
    return wrap(harmless(label), look.LONGEST_LABEL, max_lines=2, placeholder="…") or [
        ""
    ]


def widest(cells: Iterable[Cell | Spread]) -> list[str]:
    """Of each label the line that asks most room."""
    return [max(lines(cell.label), key=len) for cell in cells]


def write_labels(root: Any, cells: Iterable[Cell | Spread]) -> None:
    """Write each whole, where its widest line stood."""
    there = root.iterfind(".//g[@class='axis y']/g/text")
    for words, cell in zip(list(there), cells, strict=True):
        first, *second = lines(cell.label)
        words.text = first
        for line in second:
            below = deepcopy(words)
            below.text = line
            move(words, ABOVE)
            move(below, BELOW)
            words.addnext(below)


def move(words: Any, down: int) -> None:
    words.set("y", f"{float(words.get('y')) + down:.1f}")
