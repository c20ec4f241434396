"""A masked text cut where passages begin and end; each passage keeps its number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from ...evaluation.models import Coding, StudyMember
from ...evaluation.reading.known import Text
from ...rules import Words

WHEN = "SHORT_DATETIME_FORMAT"
FIRST, LAST = 6, 4
"""Of a long passage as many words stand beside its number."""


class Mark(NamedTuple):
    """A passage with its number in this text."""

    number: int
    coding: Coding
    is_mine: bool
    words: str = ""
    code: str = ""

    @property
    def label(self) -> str:
        return f"[{self.number}]"


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
    def number(self) -> str:
        return str(self.text.row.number)

    @property
    def head(self) -> str:
        """Which text it is, and when it was said; by whom stands beside it."""
        at = timezone.localtime(self.text.row.recorded_at)
        return f"{self.number}. {capfirst(self.text.kind)} · {date_format(at, WHEN)}"

    @property
    def passage(self) -> SafeString:
        return underlined(self.text.words or "", self.marks)


def numbered(words: str, codings: Iterable[Coding], reader: StudyMember) -> list[Mark]:
    """What was coded in these words, each passage under its number there."""
    return [
        Mark(
            number,
            each,
            each.coder_id == reader.pk,
            in_brief(words[each.begins : each.ends]),
            each.code.name or "",
        )
        for number, each in enumerate(codings, start=1)
    ]


def underlined(words: str, marks: Iterable[Mark]) -> SafeString:
    """The words, each passage underlined and its number behind it."""
    return mark_safe(  # noqa: S308 - every word is escaped here
        "".join(html_of(each) for each in cut(words, marks))
    )


def html_of(piece: Piece) -> str:
    words: str = escape(piece.words)
    if piece.inside:
        words = f'<mark class="coded">{words}</mark>'
    return words + "".join(
        f'<sup class="coded__number" data-label>[{number}]</sup>'
        for number in piece.ends
    )


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


def in_brief(passage: str) -> str:
    """Enough of it to know where it begins and ends."""
    words = passage.split()
    if len(words) > FIRST + LAST + 1:
        words = [*words[:FIRST], "…", *words[-LAST:]]
    return " ".join(words)
