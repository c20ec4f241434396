"""Between which bounds alpha would lie if other texts like these had been coded.

A percentile bootstrap over units: as many units are drawn as there are, with
replacement, a thousand times, and alpha is taken anew each time; the bounds are those
between which 95% of the outcomes lie. A unit is drawn with all its codes, for decisions
on one text hang together. A draw in which nothing varies has no alpha and is left out;
where more than one in twenty is such a draw there is no interval. The seed is kept, so
the same units give the same interval, and every code meets the same draws.

Of a draw only two sums matter, the decisions in which the coders differed and how often
the code was given, so both are packed into one number for each unit.
"""

from collections.abc import Sequence
from math import ceil, floor
from random import Random

RESAMPLES = 1_000
FEWEST = 10
"""Units: drawing again from fewer than this says nothing."""
MOST_WITHOUT = 0.05
OUTSIDE = 0.025
"""The share of outcomes beyond each bound."""

Interval = tuple[float, float]


def interval(
    units: Sequence[tuple[int, int]], each: int, seed: int, resamples: int = RESAMPLES
) -> Interval | None:
    """Of units as (decisions that differ, times given), each of as many decisions."""
    room = 2 * each * len(units) + 1
    packed = [differing * room + given for differing, given in units]
    drawing = Random(seed)  # noqa: S311 - it must be possible to draw the same again
    found = []
    for _ in range(resamples):
        drawn = sum(drawing.choices(packed, k=len(packed)))
        alpha = alpha_of(*divmod(drawn, room), each * len(units))
        if alpha is not None:
            found.append(alpha)
    if len(found) < resamples * (1 - MOST_WITHOUT):
        return None
    found.sort()
    last = len(found) - 1
    return found[floor(OUTSIDE * last)], found[ceil((1 - OUTSIDE) * last)]


def alpha_of(differing: int, given: int, decisions: int) -> float | None:
    """Krippendorff's alpha for yes or no by two coders, from its sums."""
    values = 2 * decisions
    expected = 2 * given * (values - given)
    if not expected:
        return None
    return 1 - 2 * differing * (values - 1) / expected
