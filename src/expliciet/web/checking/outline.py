"""How a text from a document was laid out: its headings, and the cells of its rows.

A docx or a web page comes in as text with "# " before a heading and " | " between
cells. A reader need not see those marks; they stay in the text, so that every question
keeps its place.
"""

import re
from collections.abc import Iterator

from .marking import AT_MOST, Span

HEADING = re.compile(r"^(#{1,6} +)(\S.*)$", re.MULTILINE)
BAR = re.compile(r"(?<=\S) +\| +(?=\S)")


def outline_spans(text: str) -> list[Span]:
    """Marks, headings and bars, none over another."""
    return [*headings(text), *bars(text)]


def headings(text: str) -> Iterator[Span]:
    for _, found in zip(range(AT_MOST), HEADING.finditer(text), strict=False):
        yield Span(*found.span(1), look="mark")
        yield Span(*found.span(2), look="heading")


def bars(text: str) -> Iterator[Span]:
    for _, found in zip(range(4 * AT_MOST), BAR.finditer(text), strict=False):
        yield Span(*found.span(), look="bar")
