"""Expressions that give something away, from a plain list beside the rule.

A line is one expression. One that ends in a verb is known in every form and order::

    een oogje in het zeil houden     houdt … een oogje in het zeil

A line that starts with ``=`` is a fixed phrase, word for word; ``a/b`` are
alternatives, ``(x)`` may be left out, ``*`` stands for at most three words. ``~`` in
front says that the deed goes on and on; a ``#`` starts a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .verbs import readings

if TYPE_CHECKING:
    from .clause import Clause
    from .statement import Statement
    from .tokens import Token

_FOLDER = Path(__file__).parent.parent / "catalogue" / "expressions"
_FILLERS = frozenset("iets iemand er ergens het dit dat".split())


class Found(NamedTuple):
    """Where an expression stands, counted from the start of the sentence."""

    start: int
    end: int
    goes_on: bool
    clause: Clause | None
    verb: str


class _Line(NamedTuple):
    """One line of one list."""

    name: str
    words: str
    goes_on: bool


class _Lists(NamedTuple):
    """All lists together, so that a sentence is gone through once."""

    phrases: dict[str, dict[str, list[_Line]]]
    """Fixed phrases by their first word, and by the second where that is sure."""
    idioms: dict[str, list[_Line]]
    """Expressions by the infinitive of their verb."""


LISTS = (
    "ex103",
    "ex106",
    "ex107",
    "ex108",
    "ex109",
    "ex110",
    "ex111",
    "ex113",
    "ex116",
    "ex120",
    "ex122",
    "ex123",
)


def lines_of(name: str) -> Iterator[str]:
    """The lines of the list of that name, without what explains them."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    said = (line.split("#")[0].strip() for line in text.splitlines())
    return (line for line in said if line)


@cache
def listed_words(name: str) -> frozenset[str]:
    """A list of single words beside the rules: traits, persons."""
    return frozenset(lines_of(name))


@cache
def _lists() -> _Lists:
    lists = _Lists({}, {})
    for name in LISTS:
        for line in lines_of(name):
            _add(lists, name, line)
    return lists


def _add(lists: _Lists, name: str, line: str) -> None:
    goes_on = line.startswith("~")
    line = line.lstrip("~ ").strip()
    if line.startswith("="):
        phrase = line[1:].strip()
        for first in _first_words(phrase):
            second = _second_word(phrase)
            by_second = lists.phrases.setdefault(first, {})
            by_second.setdefault(second, []).append(_Line(name, phrase, goes_on))
        return
    *fixed, verb = line.split()
    if fixed and not is_verb(verb) and is_verb(fixed[0]):
        verb, *fixed = line.split()
    while fixed and fixed[0] in _FILLERS:
        fixed = fixed[1:]
    while fixed and fixed[-1] in _FILLERS:
        fixed = fixed[:-1]
    words = " ".join(fixed)
    lists.idioms.setdefault(verb, []).append(_Line(name, words, goes_on))


def find_all(statement: Statement) -> dict[str, list[Found]]:
    """Every expression of every list in this sentence, the longest where they meet."""
    lists = _lists()
    found: dict[str, list[Found]] = {}
    words = statement.tokens
    for at, token in enumerate(words):
        if token.low not in lists.phrases:
            continue
        second = words[at + 1].low if at + 1 < len(words) else ""
        by_second = lists.phrases[token.low]
        for line in (*by_second.get(second, ()), *by_second.get("", ())):
            match = _pattern(line.words, False).match(statement.said, token.start)
            if match:
                one = Found(match.start(), match.end(), line.goes_on, None, "")
                found.setdefault(line.name, []).append(one)
    for clause in statement.clauses:
        said: dict[str, re.Match[str] | None] = {}
        for verb, tokens in _verbs_of(clause):
            for line in lists.idioms.get(verb, ()):
                place = _place(statement, clause, tokens, line.words, said)
                if place:
                    one = Found(*place, line.goes_on, clause, verb)
                    found.setdefault(line.name, []).append(one)
    return {name: _longest(ones) for name, ones in found.items()}


def _longest(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    end = -1
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if one.start >= end:
            kept.append(one)
            end = one.end
    return kept


def _place(
    statement: Statement,
    clause: Clause,
    tokens: list[Token],
    fixed: str,
    said: dict[str, re.Match[str] | None],
) -> tuple[int, int] | None:
    """Where verb and fixed words meet; ``said`` keeps what was searched for."""
    start, end = tokens[0].start, tokens[-1].end
    if not fixed:
        return start, end
    if fixed not in said:
        said[fixed] = _pattern(fixed, True).search(
            statement.said, clause.start, clause.end
        )
    match = said[fixed]
    if not match or _belongs_elsewhere(statement.said, match.start(), fixed):
        return None
    finite = clause.finite
    if finite is not None and finite.end <= match.start() and finite in tokens:
        return finite.start, max(match.end(), end)
    return min(start, match.start()), max(end, match.end())


_LEADS = re.compile(
    r"(?:voor|van|met|over|bij|tot|in|op|aan|uit)\s+(?:de |het |een )?$"
)


def _belongs_elsewhere(said: str, start: int, fixed: str) -> bool:
    """'geeft een toelichting op de plannen voor invulling': another noun's words."""
    return bool(_LEADS.search(said, max(0, start - 12), start))


@cache
def _pattern(phrase: str, inside: bool) -> re.Pattern[str]:
    return _compiled(phrase, inside)


def _first_words(phrase: str) -> list[str]:
    first, *rest = phrase.split()
    if first.startswith("("):
        return [*first.strip("()").split("/"), *_first_words(" ".join(rest))]
    return first.lower().split("/")


def _second_word(phrase: str) -> str:
    """The second word, where the first two are sure; else nothing."""
    words = phrase.split()
    if len(words) < 2 or words[0].startswith("(") or not words[1].isalpha():
        return ""
    return words[1].lower()


def _compiled(phrase: str, inside: bool) -> re.Pattern[str]:
    parts: list[str] = []
    for word in phrase.split():
        if word == "*":
            parts.append(r"(?:[\w'-]+\s+){0,3}?")
            continue
        optional = word.startswith("(")
        choices = "|".join(re.escape(w) for w in word.strip("()").split("/"))
        parts.append(rf"(?:(?:{choices})\s+)?" if optional else rf"(?:{choices})\s+")
    pattern = "".join(parts).removesuffix(r"\s+")
    if pattern.endswith(r"\s+)?"):
        pattern = pattern.removesuffix(r"\s+)?") + ")?"
    lead = r"(?<!\w)" if inside else ""
    return re.compile(rf"{lead}{pattern}(?!\w)", re.IGNORECASE)


def _verbs_of(clause: Clause) -> Iterator[tuple[str, list[Token]]]:
    """The infinitives of a clause's verbs, each with the words that make it."""
    form, finite, particle = clause.form, clause.finite, clause.particle
    seen = set()
    if form is not None and finite is not None:
        if particle is not None:
            joined = particle.low + form.infinitive
            seen.add(joined)
            yield joined, sorted([finite, particle], key=lambda t: t.start)
        if form.infinitive not in seen:
            yield form.infinitive, [finite]
    for token, other in clause.infinitives + clause.participles:
        yield other.infinitive, [token]
        before = _before(clause, token)
        if before is not None:
            yield before.low + other.infinitive, [before, token]


def _before(clause: Clause, token: Token) -> Token | None:
    """The particle in "op te pakken"."""
    at = clause.words.index(token)
    if at > 1 and clause.words[at - 1].low == "te":
        return clause.words[at - 2]
    return None


def is_verb(word: str) -> bool:
    """Whether a list may end an expression with this word as its verb."""
    return any(f.tense == "plural" for f in readings(word))
