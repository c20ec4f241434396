"""Who is named as the doer outside the subject: "door …", before a colon, in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import rows
from .parties import GROUP, PROFESSIONAL, group_in, party_of
from .tokens import folded
from .verbs import readings
from .word_files import word_lists

if TYPE_CHECKING:
    from .statement import Statement

_BY = re.compile(
    r"\b(?:door|vanuit|namens|via|onder\s+leiding\s+van)\s+(?:de|het|een|onze)?\s*",
    re.IGNORECASE,
)
_BY_A_GROUP = re.compile(
    r"\b(?:door|vanuit|namens)\s+(ons|allen|iedereen|eenieder|"
    r"(?:de\s+)?(?:betrokken\s+)?(?:partners|partijen|organisaties|instanties)|"
    r"alle\s+\w+)\b",
    re.IGNORECASE,
)
_NO_AGENT = frozenset(
    "te middel tijd week raam jaren maand dag omstandigheden gebrek drukte ziekte wijk "
    "vakantie regen weer oorzaak verlof verhuizing wie".split()
)
_TOPICS = word_lists("idle.txt")["topics"]
_DOES_THINGS = ("er", "ster", "aar", "ist", "loog", "team")
"""Nouns that end so do things, known or not: bakker, bezorgster."""


def agents(statement: Statement) -> Iterator[tuple[int, int]]:
    """Parties named as the doer by "door", "vanuit" or "namens"."""
    for match in _BY.finditer(statement.said):
        behind = statement.said[match.end() : match.end() + 40]
        words = re.findall(r"[\w-]+", behind)[:2]
        if words and words[0].lower() not in _NO_AGENT and _is_agent(*words):
            yield match.start(), match.end() + len(words[0])


def _is_agent(word: str, following: str = "") -> bool:
    """A party, a name, or a noun for somebody who does things."""
    if word.isdigit():
        return False
    if party_of(folded(word)) or party_of(folded(following)) or word[0].isupper():
        return True
    return len(word) > 5 and word.lower().endswith(_DOES_THINGS)


def group_agent(text: str) -> re.Match[str] | None:
    """'door ons', 'door allen', 'door de betrokken partners': everybody, so nobody."""
    return _BY_A_GROUP.search(text)


def label_doer(statement: Statement) -> str:
    """The kind of doer named before the colon, or between dashes, if any."""
    for place, segment in enumerate(statement.segments):
        named = rows.names(segment)
        if named:
            return named
        if place == 0 and _is_initials(segment.strip(" .:")):
            return PROFESSIONAL
    return _named_by(statement.label) if statement.label else ""


def _is_initials(segment: str) -> bool:
    """'pol – sleutel halen': a few small letters in front are somebody's mark."""
    return segment.isalpha() and segment.islower() and len(segment) <= 4


def _named_by(label: str) -> str:
    words = [w for w in re.split(r"[\s,/&+]+", label) if w]
    if group_in(label):
        return GROUP
    if any(party_of(folded(word)) == PROFESSIONAL for word in words):
        return PROFESSIONAL
    return PROFESSIONAL if 0 < len(words) <= 2 and _is_name(words) else ""


def _is_name(words: list[str]) -> bool:
    """Capitals, and not the form of a verb or of a noun in general."""
    for word in words:
        low = word.lower()
        if not word[0].isupper() or low in _TOPICS or readings(low):
            return False
        if len(word) == 1 or low.endswith(("ing", "heid", "tie", "en", "s")):
            return False
    return True
