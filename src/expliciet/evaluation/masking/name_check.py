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
from .known_words import is_known, is_word
from .masking import Masked

__all__ = ["Finding", "look"]

INITIALS = Words(
    "Zijn dit voorletters, of een onbekende afkorting?",
    "Are these initials, or an abbreviation we do not know?",
)
LONG_AGO = Words(
    "Een dag van langer geleden: is dit een geboortedatum?",
    "A day of longer ago: is this a date of birth?",
)
DIGITS = Words(
    "Een lang nummer: wijst het naar iemand?",
    "A long number: does it point at anybody?",
)

_INITIALS = re.compile(r"(?<![\w.])(?:(?:[A-Z]|Th|Ch|Ph|IJ|Tj|Sj)\.){1,5}(?!\w)")
_LONG_AGO = re.compile(
    r"(?<![\d.,/-])\d{1,2}[-/. ]\d{1,2}[-/. ](?:19\d\d|200\d|201[0-5])(?![\d/-])"
)
"""Of a case that goes on today few days so long ago are another than of a birth."""
_SMALL_INITIAL = re.compile(r"(?<![\w.])[a-z]\. ?([a-zà-ÿ]{3,})")
_DIGITS = re.compile(r"(?<![\w€])(?:\d[\d .-]{3,}\d)(?!\w)")
_MONEY = re.compile(r"^\s?(?:euro|EUR)|^,-")


def look(masked: Masked, known: Collection[str] = ()) -> list[Finding]:
    """What in this text still looks like a name, a number or a place, in order.

    `known` are further words that name nobody, such as those of the house's glossary.
    """
    text = masked.text
    labels = [(mark.start, mark.end) for mark in masked.marks]
    ours = frozenset(folded(word) for word in known)
    found = [*_numbers(text), *_long_ago(text), *_initials(text)]
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


def _long_ago(text: str) -> Iterator[Finding]:
    for match in _LONG_AGO.finditer(text):
        yield Finding(*match.span(), match[0], LONG_AGO)


def _is_time(words: str) -> bool:
    """*2024-2026*, *10.00 - 12.00*, *3 12 2025*: years, hours and days."""
    return bool(
        re.fullmatch(r"(?:19|20)\d\d\s?-\s?(?:19|20)\d\d", words)
        or re.fullmatch(r"\d{1,2}\.\d\d\s?-?\s?\d{1,2}\.\d\d", words)
        or re.fullmatch(r"(?:\d{1,2}[ -]){1,2}(?:19|20)\d\d(?:\s\d{1,2}\.\d\d)?", words)
    )


def _initials(text: str) -> Iterator[Finding]:
    """Several, or one before a name or within quotes; and small ones before a word
    that we do not know."""
    for match in _INITIALS.finditer(text):
        begin, end = match.span()
        named = text[end:].lstrip(" ")[:1]
        is_one = match[0].count(".") == 1
        if is_one and not (named.isupper() or named == "[" or _is_quoted(text, begin)):
            continue
        if not is_known(match[0].replace(".", "")):
            yield Finding(begin, end, match[0], INITIALS)
    for match in _SMALL_INITIAL.finditer(text):
        if not is_word(folded(match[1])) and not is_known(match[1]):
            yield Finding(*match.span(), match[0], INITIALS)


def _is_quoted(text: str, begin: int) -> bool:
    return begin > 0 and text[begin - 1] in "\"'“„‘"
