"""A rule is one question, in one file of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from .words import Words

if TYPE_CHECKING:
    from .course import Course, Day
    from .finding import Finding
    from .item import Item
    from .language.statement import Statement


class Severity(IntEnum):
    """How much hangs on the gap. It weighs the text, never a person."""

    TIP = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> Words:
        return _LABELS[self]


_LABELS = {
    Severity.TIP: Words("tip", "tip"),
    Severity.WARNING: Words("waarschuwing", "warning"),
    Severity.ERROR: Words("fout", "error"),
}


class Mark(NamedTuple):
    """Where a text rule points: offsets in the sentence, end exclusive."""

    start: int
    end: int
    phenomenon: str = ""
    """Where it differs from the rule's own phenomenon."""
    reach: tuple[int, int] | None = None
    """The clause it speaks of, where a sentence holds more deeds than one."""


class Gap(NamedTuple):
    """Where a record rule points: a field, and a span in it when words are there."""

    field: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What is asked, why, what helps, and when the rule stays silent."""

    code: str
    """``EX1xx`` looks at sentences, ``EX2xx`` at the fields of a record, ``EX3xx`` at
    the course of days."""
    phenomenon: str
    severity: Severity
    name: Words
    question: Words
    why: Words
    helps: Words
    silent: Words
    """Known traps: where the rule stays silent on purpose."""
    source: str
    silences: tuple[str, ...] = ()
    """Codes that this rule makes superfluous at the same deed."""


@dataclass(frozen=True, kw_only=True)
class TextRule(Rule):
    """A rule that looks at one sentence among its neighbours."""

    look: Callable[[Statement], Iterable[Mark]]
    kinds: frozenset[str]
    """What a sentence must do (agreement, decision …) for this rule to look at it."""
    misses: Words
    """Known misses: kinds of sentences it still overlooks, or asks about in vain."""
    flags: tuple[str, ...]
    passes: tuple[str, ...]
    once_a_text: bool = False
    """The same words are asked about once in a text, where they first stand."""
    minutes_only: bool = False
    """A record has a field of its own for this, and a record rule to ask for it."""
    mend: Callable[[Finding], str] | None = None
    """The sentence with the gap left open, where that is safe."""


@dataclass(frozen=True, kw_only=True)
class RecordRule(Rule):
    """A rule that looks at the fields of one record."""

    look: Callable[[Item], Iterable[Gap]]
    kinds: frozenset[str]
    """The record kinds it looks at."""
    flags: tuple[Item, ...]
    passes: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class CourseRule(Rule):
    """A rule that looks at the days of one matter: a stall signal.

    What helps is what would end it.
    """

    look: Callable[[Course, int], tuple[Day, ...]]
    """The days that make it speak, given the term; none when it is silent."""
    kinds: frozenset[str]
    """The kinds of matter it looks at."""
    term: str
    """The house rule that says for how long, or how often, something may stand."""
    usual: int
    """What holds until the house says otherwise."""
    flags: tuple[Course, ...]
    passes: tuple[Course, ...]
