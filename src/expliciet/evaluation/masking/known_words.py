"""Which words name nobody, and which are given names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...rules.actors.known import FUNCTIONS, organisations
from ...rules.actors.known import listed as listed_in
from ...rules.actors.people import PARTICLES, WORDS_TOO, tokens
from ...rules.folding import folded
from ...rules.glossary import Glossary
from .forms import is_ordinary, listed


@cache
def is_known(word: str) -> bool:
    """An institution, a law, an abbreviation of the field, a month, a country."""
    plain = folded(word)
    return (
        plain in listed("field.txt")
        or plain in listed("countries.txt")
        or plain in listed("everywhere.txt")
        or plain in _institutions()
        or Glossary.of_the_field().knows(word)
    )


@cache
def _institutions() -> frozenset[str]:
    forms = [f for one in organisations() for f in (*one.forms, *one.functions)]
    forms += listed_in(FUNCTIONS)
    words = (word for form in forms for word in tokens(form))
    return frozenset(words) - PARTICLES


def bare(word: str) -> str:
    """Without the ending of a genitive."""
    return re.sub(r"['’]s?$", "", word)


def is_given(word: str) -> bool:
    """A given name of the list, also in the genitive or as the first of two."""
    plain = folded(word)
    names = listed("given_names.txt")
    first = re.split(r"[-'’]", plain)[0]
    if len(first) < 2:
        return False
    return first in names or (
        len(first) > 3 and first.endswith("s") and first[:-1] in names
    )


def is_word(plain: str) -> bool:
    return is_ordinary(plain) or is_inflected(plain)


@cache
def is_inflected(plain: str) -> bool:
    """An ending added to a word that means something."""
    if plain in WORDS_TOO or not plain.isalpha():
        return plain.isdigit()
    stems = (
        plain[: -len(e)]
        for e in ("s", "en", "e", "je", "n", "t", "er")
        if plain.endswith(e)
    )
    return any(len(stem) > 2 and is_ordinary(stem) for stem in stems)


_ABSTRACT = (
    *("iteit", "iteiten", "atie", "aties", "heid", "heden", "isme"),
    *("elijk", "elijks"),
)
"""What hardly any name ends in."""
_ENDINGS = (
    *("en", "e", "s", "er", "t", "n", "d", "de", "den", "te", "ten", "je", "jes"),
    *("st", "ste"),
)


@cache
def is_put_together(plain: str) -> bool:
    """*weegteam*, *proportionaliteit*: of words that mean something, or with an ending
    that makes a word."""
    return plain.endswith(_ABSTRACT) or any(
        is_word(first) and is_word(second) for first, second in _parted(plain)
    )


@cache
def is_dutch(plain: str) -> bool:
    """In the word list of OpenTaal, which has ordinary words and no names: by itself,
    with an ending, or put together of two that are."""
    return _has_entry(plain) or any(
        _has_entry(first) and _has_entry(second) for first, second in _parted(plain)
    )


def _has_entry(plain: str) -> bool:
    words = listed("vendor/opentaal.txt")
    return plain in words or any(
        plain.removesuffix(end) in words
        for end in _ENDINGS
        if plain.endswith(end) and len(plain) - len(end) > 3
    )


def _parted(plain: str) -> Iterator[tuple[str, str]]:
    """Both parts, the first also without the *s* that joins it to the second."""
    for at in range(4, len(plain) - 3):
        yield plain[:at], plain[at:]
        if plain[at - 1] == "s":
            yield plain[: at - 1], plain[at:]
