"""What records alone tell of how a case went: moments, kinds, states and functions.

Never a word that is sealed, never per professional, never per named organisation. What
is shown passed through `suppressed` first.
"""

from .figures import ALL, TOTAL, Cell, Duration, Figures, Measure, Span, from_json
from .labels import label_of_part, label_of_row
from .naming import BESIDE_EXPLICITNESS, DURATIONS, MEASURES
from .periods import Period
from .reconstructing import reconstruct
from .selections import may_show
from .suppressing import suppressed

__all__ = [
    "ALL",
    "BESIDE_EXPLICITNESS",
    "DURATIONS",
    "MEASURES",
    "TOTAL",
    "Cell",
    "Duration",
    "Figures",
    "Measure",
    "Period",
    "Span",
    "from_json",
    "label_of_part",
    "label_of_row",
    "may_show",
    "reconstruct",
    "suppressed",
]
