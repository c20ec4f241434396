"""Which words name nobody, and which are given names."""

from __future__ import annotations

import re
from functools import cache

from ...rules.actors.known import FUNCTIONS, organisations
from ...rules.actors.known import listed as listed_in
from ...rules.actors.people import PARTICLES, WORDS_TOO, tokens
from ...rules.folding import folded
from ...rules.glossary import Glossary
from .forms import is_ordinary, listed


@cache
def is_known(word: str) -> bool:
    """An institution, a law, an abbreviation of the field, a month."""
    plain = folded(word)
    return (
        plain in listed("field.txt")
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
