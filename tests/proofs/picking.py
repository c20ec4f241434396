"""Picking one of what there is, by a number that was drawn."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")

some = st.integers(0, 2**16)
kinds = st.sampled_from(["own", "core", "table", "named"])


def pick(things: Iterable[T], number: int) -> T:
    known = list(things)
    return known[number % len(known)]


def likely(things: Iterable[T], number: int, fits: Callable[[T], bool]) -> T:
    """Three times in four one that fits, where there is one; otherwise any."""
    known = list(things)
    fitting = [each for each in known if fits(each)]
    return pick(fitting if fitting and number % 4 != 3 else known, number // 4)
