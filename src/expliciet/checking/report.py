"""What the rules asked about one text."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from ..rules import Context, Finding, Item, Severity, Words, by_weight, check
from .phenomena import phenomenon_name

HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
FIRST_SHOWN = 5
"""Five questions a reader takes in; more and none is answered."""


class Place(NamedTuple):
    """Where something stands, both counted from one."""

    line: int
    column: int


@dataclass(frozen=True)
class Report:
    """One text and the questions about it, in the order of the text."""

    text: str
    findings: tuple[Finding, ...]

    def first(self, at_most: int = FIRST_SHOWN) -> list[Finding]:
        """The gravest, then the earliest: shown before anybody asks for more."""
        return by_weight(self.findings)[:at_most]

    def rest(self, shown: int = FIRST_SHOWN) -> int:
        """How many questions stay folded when these are shown."""
        return max(0, len(self.findings) - shown)

    def phenomena(self) -> list[tuple[str, Words, int]]:
        """What stays implicit here and how often, the most frequent first."""
        counted = Counter(finding.phenomenon for finding in self.findings)
        return [
            (phenomenon, phenomenon_name(phenomenon), count)
            for phenomenon, count in sorted(
                counted.items(), key=lambda pair: (-pair[1], pair[0])
            )
        ]

    def counts(self) -> dict[Severity, int]:
        """How many of each weight, the gravest first; none is nought."""
        counted = Counter(finding.severity for finding in self.findings)
        return {weight: counted[weight] for weight in sorted(Severity, reverse=True)}

    def at_or_above(self, severity: Severity) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity >= severity]

    def keeping(self, wanted: Callable[[Finding], bool]) -> "Report":
        """The same text with only these questions."""
        return replace(self, findings=tuple(filter(wanted, self.findings)))

    def place(self, offset: int) -> Place:
        """The line and column at which an offset stands."""
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self._line_starts[self.place(offset).line - 1]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in re.finditer("\n", self.text))]


def examine(text: str, *, context: Context | None = None) -> Report:
    """Lay free minutes before every rule.

    Half a character, which no file can hold, is read as the sign for an unreadable
    one; so offsets stay what they were.
    """
    text = HALF_A_CHARACTER.sub("\ufffd", text)
    item = Item("minutes", {"text": text}, context or Context())
    return Report(text, in_order_of_text(check(item)))


def in_order_of_text(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (f.start, f.end, f.code)))
