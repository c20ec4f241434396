"""Where a place in a text went when words before it became longer or shorter."""

from collections.abc import Callable
from difflib import SequenceMatcher

Shift = Callable[[int], int]


def shifts(before: str, after: str) -> Shift:
    """Tells where a place in `before` is in `after`; a place within changed words goes
    to the nearest edge that keeps them whole."""
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()

    def moved(place: int) -> int:
        for tag, i1, i2, j1, j2 in changes:
            if i1 <= place <= i2:
                if tag == "equal" or place == i1:
                    return j1 + place - i1
                if place == i2:
                    continue
                return j2
        return len(after)

    return moved
