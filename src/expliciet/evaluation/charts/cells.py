"""What a chart shows: a label, a value where it may be told, and the words for it."""

from typing import NamedTuple


class Cell(NamedTuple):
    """One bar, or one point of a line."""

    label: str
    value: float | None
    """None where it may not be told, or is not known; the words say which."""
    words: str


class Spread(NamedTuple):
    """The middle half of what was found, and the median within it."""

    label: str
    quartiles: tuple[float, float, float] | None
    words: str
