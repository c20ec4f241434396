"""Single mentions in a text: one name, one function or one organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..folding import fold
from .people import Case, Entry, Index, Kind

BETWEEN_WORDS = frozenset((" ", "-", "'", ".", ". ", " '", "\n", "  ", "- ", "/"))
CAPITALISED = r"[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*"
PARTICLE = r"(?:[Vv]an |[Dd]e |[Dd]er |[Dd]en |[Tt]er |[Tt]en |[Ee]l |d['’])"
NAME = rf"{PARTICLE}{{0,3}}{CAPITALISED}"
TITLE = r"(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|(?:[Dd]e )?[Hh]eer|[Mm]eneer|[Dd]hr\.?)"


class Mention(NamedTuple):
    """Words at a place that name somebody, and the people at the table they fit."""

    start: int
    end: int
    kind: Kind
    said: str
    """The words without article or title."""
    fits: frozenset[int] = frozenset()


class Word(NamedTuple):
    """A word in plain spelling, and where it stands in the text as written."""

    plain: str
    start: int
    end: int


@lru_cache(maxsize=8)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def words_of(text: str) -> list[Word]:
    """The words of a text, in plain spelling, with their places."""
    plain, places = fold(text)
    found = _compiled(r"[^\W_]+").finditer(plain)
    return [Word(w[0], places[w.start()], places[w.end()]) for w in found]


def mentions_in(text: str, index: Index, *, strict: bool = True) -> Iterator[Mention]:
    """Every mention in the text; `strict` looks at capitals where words are common."""
    words = words_of(text)
    titled = {m.start(1): m for m in _compiled(rf"\b{TITLE} ({NAME})").finditer(text)}
    reached = place = 0
    while place < len(words):
        word = words[place]
        found = _known_at(text, words, place, index, strict=strict)
        title = titled.get(word.start)
        if (
            title
            and title.start() >= reached
            and not (found and found[1].kind is Kind.NAME)
        ):
            yield Mention(title.start(), title.end(), Kind.NAME, title[1])
            reached = title.end()
            place = _after(words, place, reached)
        elif found:
            length, entry = found
            mention = _mention(text, words[place : place + length], entry, reached)
            yield mention
            reached = mention.end
            place = _after(words, place, reached)
        else:
            place += 1


def _after(words: Sequence[Word], place: int, reached: int) -> int:
    while place < len(words) and words[place].start < reached:
        place += 1
    return place


def _known_at(
    text: str, words: Sequence[Word], place: int, index: Index, *, strict: bool
) -> tuple[int, Entry] | None:
    """The longest known form from this word, and how many words it takes."""
    for first in _stems(words[place].plain):
        for entry in index.get(first, ()):
            length = _matches(text, words, place, entry)
            if length and (not strict or _written_so(text, words[place], entry)):
                return length, entry
    return None


def _stems(word: str) -> tuple[str, ...]:
    """The word itself, and without the ending of a plural or a possessive."""
    if len(word) < 4:
        return (word,)
    return (word, *(word[: -len(e)] for e in ("s", "en", "n") if word.endswith(e)))


def _matches(text: str, words: Sequence[Word], place: int, entry: Entry) -> int:
    length = len(entry.form)
    run = words[place : place + length]
    if len(run) < length:
        return 0
    for wanted, word in zip(entry.form, run, strict=True):
        inflected = entry.kind is not Kind.NAME and word is run[-1]
        if wanted != word.plain and not (inflected and wanted in _stems(word.plain)):
            return 0
    if not all(text[a.end : b.start] in BETWEEN_WORDS for a, b in pairwise(run)):
        return 0
    return 0 if _is_part_of_a_compound(text, run[0].start, run[-1].end) else length


def _is_part_of_a_compound(text: str, start: int, end: int) -> bool:
    """*politie-inzet* is not the police, nor is *ex-wijkagent* the officer."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (before[-1:] in {"-", "_"} and before[:-1].isalnum()) or (
        after[:1] in {"-", "_"} and after[1:].isalnum()
    )


def _written_so(text: str, word: Word, entry: Entry) -> bool:
    written = text[word.start : word.end]
    if entry.case is Case.CAPITALS:
        return written[: len(entry.form[0])].isupper()
    return entry.case is Case.ANY or written[:1].isupper()


def _mention(text: str, run: Sequence[Word], entry: Entry, reached: int) -> Mention:
    """The mention with the article or title before it and the *'s* behind it."""
    start, end = run[0].start, run[-1].end
    said = text[start:end]
    if (
        entry.kind in {Kind.FUNCTION, Kind.ORGANISATION}
        and entry.form[-1] != run[-1].plain
    ):
        ending = len(run[-1].plain) - len(entry.form[-1])
        said = said[:-ending]
    possessive = _compiled(r"['’]s\b").match(text, end)
    if possessive:
        end = possessive.end()
    leading = (
        rf"\b{TITLE} $" if entry.kind is Kind.NAME else r"\b(?i:de|het|een|onze?) $"
    )
    before = _compiled(leading).search(text, max(reached, start - 12), start)
    if before and entry.kind in {Kind.NAME, Kind.FUNCTION, Kind.ORGANISATION}:
        start = before.start()
    return Mention(start, end, entry.kind, said, entry.fits)
