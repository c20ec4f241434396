"""A text cut into pieces, so that a template can underline what is asked about.

Spans may touch, nest and overlap; the pieces never do, and together they are the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ...rules import Finding, Glossary, Severity

AT_MOST = 500
"""More underlined places than this no reader takes in, and no browser likes."""


class Numbered(NamedTuple):
    """A finding and its number, counted in the order of the text."""

    number: int
    finding: Finding


class Span(NamedTuple):
    """A stretch of text and what there is to say about it."""

    start: int
    end: int
    question: Numbered | None = None
    word: str = ""
    """A loaded word, as the glossary spells it."""
    answer: bool = False
    """What a visitor filled in."""
    look: str = ""
    """``mark``, ``heading`` or ``bar``: how the document had laid it out."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text over its whole length under the same spans."""

    text: str
    question: Numbered | None = None
    """The innermost question about it, which is where its link leads."""
    begins: bool = False
    """Whether that question's words begin here."""
    ends: tuple[Numbered, ...] = ()
    """Questions whose last words these are: here stand their numbers."""
    word: str = ""
    answer: bool = False
    look: str = ""
    severity: Severity | None = None
    """The gravest of the questions about it, so that one line runs on under them."""

    @property
    def weight(self) -> str:
        """``error``, ``warning`` or ``tip``: how heavy the line under the words is."""
        return self.severity.name.lower() if self.severity else ""


def numbered(findings: Iterable[Finding]) -> list[Numbered]:
    return [Numbered(number, finding) for number, finding in enumerate(findings, 1)]


def question_spans(questions: Iterable[Numbered]) -> list[Span]:
    return [Span(q.finding.start, q.finding.end, question=q) for q in questions]


def loaded_spans(text: str, glossary: Glossary) -> list[Span]:
    return [
        Span(start, end, word=text[start:end].lower())
        for start, end, _ in glossary.loaded_words(text)
    ]


def pieces(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    """The text in order, cut wherever a span begins or ends."""
    ordered = sorted(
        (span for span in spans if 0 <= span.start < span.end <= len(text)),
        key=lambda span: (span.start, -span.end),
    )
    cuts = {0, len(text)}
    for span in ordered:
        cuts.update((span.start, span.end))
    waiting = iter(ordered)
    upcoming = next(waiting, None)
    here: list[Span] = []
    for start, end in pairwise(sorted(cuts)):
        here = [span for span in here if span.end > start]
        while upcoming is not None and upcoming.start == start:
            here.append(upcoming)
            upcoming = next(waiting, None)
        yield piece(text[start:end], start, end, here)


def piece(text: str, start: int, end: int, here: Sequence[Span]) -> Piece:
    asked = [span for span in here if span.question is not None]
    innermost = max(asked, key=lambda span: (span.start, -span.end), default=None)
    return Piece(
        text,
        question=innermost.question if innermost else None,
        begins=innermost is not None and innermost.start == start,
        ends=tuple(s.question for s in asked if s.end == end and s.question),
        word=next((span.word for span in here if span.word), ""),
        answer=any(span.answer for span in here),
        look=min((span.look for span in here if span.look), default=""),
        severity=max(
            (s.question.finding.severity for s in asked if s.question), default=None
        ),
    )


def within(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """The spans that touch one line of a text, counted from where that line begins."""
    return [
        span._replace(
            start=max(span.start, start) - start, end=min(span.end, end) - start
        )
        for span in spans
        if span.start < end and span.end > start
    ]
