"""The ways in which one name is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...rules.actors.known import organisations
from ...rules.actors.people import (
    LEGAL_FORMS,
    PARTICLES,
    SMALL,
    TITLES,
    WORDS_TOO,
    Form,
    tokens,
)
from ...rules.folding import folded
from ...rules.language.parties import party_of
from ...rules.language.verbs import readings

_HERE = Path(__file__).parent
_SHORTENED = {"van": "v", "de": "d", "der": "d", "den": "d", "ter": "t", "ten": "t"}


class Way(NamedTuple):
    """One way to write a name, and what it asks of the capitals."""

    words: Form
    capitals: str
    """`any` case, a `first` capital, or `all` in capitals."""
    is_family: bool = False
    """Ends in a family name: initials may stand in front."""
    is_given: bool = False
    """A given name alone: an initial may follow."""


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list beside the code, in plain spelling."""
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    words = (word for line in lines if line[:1] != "#" for word in line.split())
    return frozenset(map(folded, words))


@cache
def is_ordinary(word: str) -> bool:
    """A word (in plain spelling) that means something without being a name."""
    return word in WORDS_TOO or word in listed("field.txt") or means_more(word)


@cache
def means_more(word: str) -> bool:
    """A word of every day, whether or not somebody is called so."""
    return (
        word in PARTICLES
        or word in listed("ordinary.txt")
        or bool(readings(word))
        or bool(party_of(word))
    )


def _capitals(words: Form) -> str:
    """Two telling words are a name in any case; one that means more needs a capital."""
    telling = [word for word in words if word not in PARTICLES]
    if len(telling) > 1:
        return "any"
    return "first" if any(len(w) < 4 or is_ordinary(w) for w in telling) else "any"


def _way(words: Iterable[str], **kind: bool) -> Iterator[Way]:
    form = tuple(words)
    if form and not PARTICLES.issuperset(form) and len("".join(form)) > 1:
        yield Way(form, _capitals(form), **kind)


def of_person(name: str) -> Iterator[Way]:
    """Whole, each name alone, first and last, short particles, and as an account."""
    units = [u for u in map(tokens, name.replace(",", " ").split()) if u]
    while units and units[0][0] in TITLES:
        units = units[1:]
    given, family = _parted(units)
    for start in range(len(units)):
        words = [word for unit in units[start:] for word in unit]
        is_family = start >= len(given)
        yield from _way(words, is_family=is_family)
        yield from _way(units[start], is_family=is_family, is_given=start < len(given))
        for part in units[start]:
            if len(part) > 2 and (is_family or part == units[start][0]):
                yield from _way((part,), is_family=is_family)
    telling = [u for u in family if u[0] not in PARTICLES]
    if given and telling:
        first, last = given[0], [word for unit in telling for word in unit]
        yield from _way([*first, *last])
        yield from _way([*first, *(word for unit in family for word in unit)])
        run, joined = "".join(w for u in family for w in u), "".join(last)
        for end in {run, joined}:
            yield from _way(["".join(first) + end])
            if len(end) > 3:
                yield from _way([first[0][0] + end])
        yield Way((first[0][0], *last), "any")
    yield from _shortened(given, family)


def _parted(units: list[Form]) -> tuple[list[Form], list[Form]]:
    """Given names and family name: at the first particle, or before the last word."""
    if len(units) < 2:
        return (units, []) if units else ([], [])
    at = next((n for n, u in enumerate(units) if n and u[0] in PARTICLES), None)
    if units[0][0] in PARTICLES:
        return [], units
    at = len(units) - 1 if at is None else at
    return units[:at], units[at:]


def _shortened(given: list[Form], family: list[Form]) -> Iterator[Way]:
    """*v.d. Berg*, *vd Berg* for *van den Berg*."""
    small = [u[0] for u in family if u[0] in _SHORTENED]
    last = [word for unit in family if unit[0] not in PARTICLES for word in unit]
    if not small or not last:
        return
    letters = [_SHORTENED[word] for word in small]
    first = list(given[0]) if given else []
    for short in (letters, ["".join(letters)], [letters[0], *small[1:]]):
        yield from _way([*short, *last], is_family=True)
        yield from _way([*first, *short, *last])


@cache
def _generic() -> frozenset[str]:
    """Words that say what kind of organisation it is, not which."""
    forms = (form for one in organisations() for form in one.forms)
    known = {word for form in forms for word in tokens(form)}
    return frozenset(known | {form[0] for form in LEGAL_FORMS} | SMALL)


def telling_words(name: str) -> Form:
    """The words that say which organisation it is: *Vloedlijn* of *GGZ Vloedlijn*."""
    words = (w for w in tokens(name) if w not in _generic() and len(w) > 2)
    return tuple(w for w in words if w not in listed("field.txt") and not party_of(w))


def of_organisation(name: str) -> Iterator[Way]:
    """Whole, without its legal form, and by the words that are its own."""
    words = tokens(name)
    if not words:
        return
    if name.isupper() and len(words) == 1:
        yield Way(words, "all")
        return
    if words in _names_of_kinds():
        return
    yield Way(words, "any" if len(words) > 1 else _capitals(words))
    if words[:1] in LEGAL_FORMS:
        yield from _way(words[1:])
    yield from _of_its_own(words, telling_words(name))


def _of_its_own(words: Form, telling: Form) -> Iterator[Way]:
    """*Vloedlijn*, *De Schuit*: without what kind of organisation it is."""
    if len(telling) > 1:
        yield from _way(telling)
    for word in telling:
        if len(word) > 3 or len(telling) == 1:
            yield from _way((word,))
    for start, word in enumerate(words):
        if telling and start and word in ("de", "het", "t"):
            yield from _way(words[start:])


@cache
def _names_of_kinds() -> frozenset[Form]:
    """*Politie*, *Raad voor de Kinderbescherming*: what every region has."""
    return frozenset(tokens(form) for one in organisations() for form in one.forms)


def exactly(name: str) -> Iterator[Way]:
    """As it stands; a single word that has a capital keeps it."""
    words = tokens(name)
    if words:
        keeps = len(words) == 1 and name.strip()[:1].isupper()
        yield Way(words, "first" if keeps else "any")
