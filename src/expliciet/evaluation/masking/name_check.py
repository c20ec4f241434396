"""What still looks like a name, a number or a place once a text was masked.

It knows no names of the dossier, so it also finds those that could not be read. It
rather asks once too often: a person looks at every finding before the text goes on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ...rules.folding import folded
from ...rules.language.layout import Piece, pieces
from ...rules.language.sentences import sentence_spans
from ...rules.words import Words
from . import patterns
from .capitals import Finding, Sentence
from .known_words import is_known
from .masking import Masked

__all__ = ["Finding", "look"]

INITIALS = Words(
    "Zijn dit voorletters, of een onbekende afkorting?",
    "Are these initials, or an abbreviation we do not know?",
)
DIGITS = Words(
    "Een lang nummer: wijst het naar iemand?",
    "A long number: does it point at anybody?",
)

_INITIALS = re.compile(r"(?<![\w.])(?:(?:[A-Z]|Th|Ch|Ph|IJ|Tj|Sj)\.){1,5}(?!\w)")
_DIGITS = re.compile(r"(?<![\w€])(?:\d[\d .-]{3,}\d)(?!\w)")
_MONEY = re.compile(r"^\s?(?:euro|EUR)|^,-")


def look(masked: Masked, known: Collection[str] = ()) -> list[Finding]:
    """What in this text still looks like a name, a number or a place, in order.

    `known` are further words that name nobody, such as those of the house's glossary.
    """
    text = masked.text
    labels = [(mark.start, mark.end) for mark in masked.marks]
    ours = frozenset(folded(word) for word in known)
    found = [*_numbers(text), *_initials(text)]
    for piece in pieces(text):
        for start, end in _sentences(text, piece):
            found += Sentence(text, start, end, labels, ours).findings()
    return _apart(found, labels)


def _sentences(text: str, piece: Piece) -> Iterator[tuple[int, int]]:
    if piece.cells:
        yield from piece.cells
        return
    begin = piece.start + piece.marker
    yield from sentence_spans(text, begin, piece.end)


def _apart(found: list[Finding], labels: Sequence[tuple[int, int]]) -> list[Finding]:
    """None within a label, and of those that overlap the longest."""
    kept: list[Finding] = []
    for each in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        spans = [*labels, *((one.start, one.end) for one in kept)]
        if all(each.end <= start or end <= each.start for start, end in spans):
            kept.append(each)
    return sorted(kept)


def _numbers(text: str) -> Iterator[Finding]:
    for match in _DIGITS.finditer(text):
        words = match[0]
        date = re.fullmatch(patterns.DATE, words)
        money = _MONEY.match(text[match.end() : match.end() + 6])
        paid = text[max(0, match.start() - 2) : match.start()].strip() == "€"
        digits = sum(letter.isdigit() for letter in words)
        longest = max(map(len, re.findall(r"\d+", words)))
        if digits < 5 or date or money or paid or (longest < 5 and _is_time(words)):
            continue
        yield Finding(match.start(), match.end(), words, DIGITS)


def _is_time(words: str) -> bool:
    """*2024-2026*, *10.00 - 12.00*, *3 12 2025*: years, hours and days."""
    return bool(
        re.fullmatch(r"(?:19|20)\d\d\s?-\s?(?:19|20)\d\d", words)
        or re.fullmatch(r"\d{1,2}\.\d\d\s?-?\s?\d{1,2}\.\d\d", words)
        or re.fullmatch(r"(?:\d{1,2}[ -]){1,2}(?:19|20)\d\d(?:\s\d{1,2}\.\d\d)?", words)
    )


def _initials(text: str) -> Iterator[Finding]:
    for match in _INITIALS.finditer(text):
        words = match[0]
        bare = words.replace(".", "")
        single = words.count(".") == 1
        following = text[match.end() : match.end() + 2].strip()
        if single and not (following[:1].isupper() or following[:1] == "["):
            continue
        if not is_known(bare):
            yield Finding(match.start(), match.end(), words, INITIALS)
