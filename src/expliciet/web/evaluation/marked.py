"""A masked text cut where passages begin and end; each passage keeps its number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ...evaluation.models import Coding
from ...evaluation.reading.known import Text
from ...rules import Words


class Mark(NamedTuple):
    """A passage with its number in this text."""

    number: int
    coding: Coding
    is_mine: bool


class Piece(NamedTuple):
    """Words over their whole length under the same passages."""

    words: str
    inside: bool
    ends: list[int]
    """Numbers of the passages whose last words these are."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One text on the page."""

    text: Text
    marks: Sequence[Mark] = ()
    asked: Sequence[Words] = ()

    @property
    def pieces(self) -> list[Piece]:
        return cut(self.text.words or "", self.marks)


def cut(words: str, marks: Iterable[Mark]) -> list[Piece]:
    spans = [(each.coding.begins, each.coding.ends, each.number) for each in marks]
    edges = {0, len(words)}
    for begins, ends, _number in spans:
        edges.update((min(begins, len(words)), min(ends, len(words))))
    return [
        Piece(
            words[start:end],
            any(begins <= start and end <= ends for begins, ends, _n in spans),
            [number for _b, ends, number in spans if min(ends, len(words)) == end],
        )
        for start, end in pairwise(sorted(edges))
    ]
