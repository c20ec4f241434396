"""Minutes read into agenda items, each with its statements."""

from collections.abc import Iterator

from ..glossary import Glossary
from .layout import Piece, pieces
from .sentences import sentence_spans
from .statement import Section, Statement

LONGEST = 1500
"""A sentence of more characters is no sentence; it is read in parts of this length."""


def sections(text: str, glossary: Glossary, given: str = "") -> Iterator[Section]:
    """The agenda items of a text, in order; before any heading stands the first."""
    section = Section()
    alone = "\n" not in text.strip()
    for piece in pieces(text):
        if piece.kind == "heading":
            if section.statements:
                yield section
            section = Section(text[piece.start + piece.marker : piece.end].strip())
            continue
        for start, end in _spans(text, piece):
            statement = Statement(
                text[start:end], start, piece, section, glossary, given, alone
            )
            section.statements.append(statement)
            if len(section.statements) >= MOST_IN_ITEM:
                yield section
                section = Section(section.heading)
    if section.statements:
        yield section


MOST_IN_ITEM = 400
"""A longer agenda item is read in parts, so that memory stays bounded."""


def _spans(text: str, piece: Piece) -> Iterator[tuple[int, int]]:
    if piece.kind == "row":
        yield from _parts(text, piece.start, piece.end)
        return
    for start, end in sentence_spans(text, piece.start, piece.end):
        yield from _parts(text, start, end)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
