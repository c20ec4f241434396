"""Labels in the place of words, and where a passage went when they came."""

from collections.abc import Iterable
from typing import NamedTuple


class Replaced(NamedTuple):
    """From here to there in a text: by this label between brackets."""

    start: int
    end: int
    label: str

    @property
    def shown(self) -> str:
        return f"[{self.label}]"

    @property
    def longer(self) -> int:
        return len(self.shown) - (self.end - self.start)


def with_labels(text: str, replaced: Iterable[Replaced]) -> str:
    """The text with these labels, told from left to right."""
    parts: list[str] = []
    reached = 0
    for each in replaced:
        parts += text[reached : each.start], each.shown
        reached = each.end
    return "".join([*parts, text[reached:]])


def moved(begins: int, ends: int, replaced: Iterable[Replaced]) -> tuple[int, int]:
    """Where a passage stands once these labels have come. One that begins or ends
    within the words that went takes in the whole label."""
    before, within = 0, 0
    for each in replaced:
        if each.end <= begins:
            before += each.longer
        elif each.start < ends:
            begins, ends = min(begins, each.start), max(ends, each.end)
            within += each.longer
    return begins + before, ends + before + within
