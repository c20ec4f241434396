"""Text without accents and capitals, and the way back to the text as written.

"Vóór", "vóór" with loose accents and "voor" are the same word to a reader, so
they are looked up in one spelling. Every span found is reported in the text as
it was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

PLAIN = {"\u2019": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-", "\u2013": "-"}


@lru_cache(maxsize=1024)
def _plain(letter: str) -> str:
    """One letter without accent or capital; nothing for a loose accent."""
    import unicodedata

    if unicodedata.combining(letter) or letter == "\u00ad":
        return ""
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return PLAIN.get(letter, base if len(base) == 1 else letter)


def fold(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its places the place in `text`."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    table = {ord(letter): _plain(letter) for letter in set(text)}
    folded = text.translate(table)
    if len(folded) == len(text):
        return folded, range(len(text) + 1)
    places = [place for place, letter in enumerate(text) if table[ord(letter)]]
    return folded, [*places, len(text)]


def folded(text: str) -> str:
    """The folded text alone."""
    return fold(text)[0]


def as_written(places: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """A span of folded text as a span of the text it was made of.

    A loose accent belongs to the letter before it.
    """
    return places[start], places[end]
