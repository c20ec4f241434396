"""A sentence among its neighbours: what it does, and what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..glossary import Glossary
from .clause import Clause
from .clauses import clauses
from .deed import Deed
from .deeds import deeds
from .expressions import find_all
from .kinds import kind_of
from .layout import Piece
from .plain import plain
from .tokens import Token, tokens

if TYPE_CHECKING:
    from .expressions import Found

_QUOTED = re.compile(
    r"(?<!\w)['‘](?![st]\s)(?=\S)[^'’\n]{1,160}?(?<=[\w.,!?…])['’](?!\w)"
    r"|[\"“„][^\"”\n]{1,300}[\"”]"
)
_LABEL = re.compile(
    r"\s*(?:(?:[-*•–]|\d{1,3}[.)]|[a-z][.)])\s+)?"
    r"([^\s:;.!?|](?:[^:;.!?|]|\.(?=:)){0,48}?)\s*(?::(?=\s|$)|(?<=\d)\s-\s|\s->\s)"
)


@dataclass(slots=True)
class Section:
    """One agenda item: its heading, and the statements under it."""

    heading: str = ""
    statements: list[Statement] = field(default_factory=list)


class Statement:
    """One sentence, list item or table row; offsets count from its own start."""

    def __init__(
        self,
        text: str,
        start: int,
        piece: Piece,
        section: Section,
        glossary: Glossary,
        given: str = "",
        alone: bool = False,
    ) -> None:
        self.written = text
        """As it stands in the minutes, white space and all."""
        self.text, self._places = plain(text)
        """As a reader sees it; all offsets count in this."""
        self.start = start
        self.piece = piece
        self.section = section
        self.glossary = glossary
        self.given = given
        """What the field it stands in is for; empty in free minutes."""
        self.alone = alone
        """The only line of its text: no agenda item to look around in."""
        self.position = len(section.statements)

    def as_written(self, start: int, end: int) -> tuple[int, int]:
        """A span of this sentence as a span of what was written."""
        if self._places is None:
            return start, end
        return self._places[start], self._places[end]

    def _in_plain(self, place: int) -> int:
        return place if self._places is None else bisect_left(self._places, place)

    @cached_property
    def said(self) -> str:
        """The text with quoted words blanked: those are somebody else's."""
        return _QUOTED.sub(
            lambda m: m.group()[0] + " " * (len(m.group()) - 2) + "'", self.text
        )

    @cached_property
    def label(self) -> str:
        """What stands before the colon: a speaker, "Actie politie", "Besloten"."""
        match = _LABEL.match(self.said)
        if not match or len(match.group(1).split()) > 6:
            return ""
        return match.group(1)

    @cached_property
    def body_start(self) -> int:
        """Where the sentence proper begins, behind marker and label."""
        if self.label:
            match = _LABEL.match(self.said)
            return match.end() if match else 0
        return self.marker

    @property
    def marker(self) -> int:
        """Length of a bullet or number at the start of this sentence."""
        return _marker(self.text)

    @cached_property
    def tokens(self) -> list[Token]:
        """The words behind marker and label; quoted words left out."""
        begin = self.body_start
        return tokens(self.said[begin:], begin)

    @cached_property
    def clauses(self) -> list[Clause]:
        return clauses(self.tokens)

    @cached_property
    def told(self) -> list[Clause]:
        """The main clauses that have a finite verb."""
        return [c for c in self.clauses if c.form and c.is_main]

    @property
    def is_past(self) -> bool:
        """All of it is a report of what has been."""
        return bool(self.told) and all(c.is_past for c in self.told)

    @cached_property
    def deeds(self) -> list[Deed]:
        """What is still to be done, with the slots that are filled."""
        return deeds(self)

    def expressions(self, name: str) -> list[Found]:
        """What this sentence holds of the list of expressions of that name."""
        return self._expressions.get(name, [])

    def beyond(self, name: str, spans: Iterable[tuple[int, int]]) -> list[Found]:
        """What the list holds where no pattern has spoken yet."""
        taken = list(spans)
        return [
            f
            for f in self.expressions(name)
            if not any(start < f.end and f.start < end for start, end in taken)
        ]

    @cached_property
    def _expressions(self) -> dict[str, list[Found]]:
        return find_all(self)

    @cached_property
    def lasting(self) -> list[tuple[int, int]]:
        """Where an expression stands that says a deed goes on and on."""
        return [(f.start, f.end) for f in self.expressions("ex106") if f.goes_on]

    @cached_property
    def cells(self) -> list[tuple[int, int]]:
        """The cells of a table row, as spans in this sentence."""
        shift, length = self.start, len(self.written)
        return [
            (self._in_plain(start - shift), self._in_plain(end - shift))
            for start, end in self.piece.cells
            if start >= shift and end - shift <= length
        ]

    @cached_property
    def segments(self) -> list[str]:
        """The parts between spaced dashes or bars: "sleutel halen – pol – vr 8/10"."""
        parts = _SEGMENT.split(self.said[self.marker :])
        return parts if len(parts) > 1 else []

    @cached_property
    def kind(self) -> str:
        """What the sentence does: agreement, decision, fact … (see ``typing``)."""
        return self.given or kind_of(self)

    def neighbour(self, distance: int) -> Statement | None:
        """The statement so many places further in the same agenda item."""
        there = self.position + distance
        if 0 <= there < len(self.section.statements):
            return self.section.statements[there]
        return None

    def around(self, before: int = 2, after: int = 2) -> str:
        """The words of the neighbours in the same item, this one left out."""
        near = [self.neighbour(d) for d in range(-before, after + 1) if d]
        return " ".join(n.said for n in near if n)


_SEGMENT = re.compile(r"\s+[–—|-]+\s+|\s*\|\s*|\t+|\s+->\s+|:\s+(?=[\w.-]+\s*$)")
_MARKER = re.compile(r"\s*(?:[-*•–>]|(?:\d{1,3}|[a-z])[.)])\s+")


def _marker(text: str) -> int:
    match = _MARKER.match(text)
    return match.end() if match else 0
