"""Small charts as pictures (svg): to stand beside a table that says the same.

Words come in as they must be shown, also where a figure may not be told ("minder dan
5"): such a place has words and no value. The same cells always make the same bytes.
"""

from .bars import bars, pairs
from .cells import Cell, Spread
from .line import line
from .printed import THEME, Printed, printed
from .spread import spread

__all__ = [
    "THEME",
    "Cell",
    "Printed",
    "Spread",
    "bars",
    "line",
    "pairs",
    "printed",
    "spread",
]
