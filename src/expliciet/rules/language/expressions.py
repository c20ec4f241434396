"""Expressions that give something away, from a plain list beside the rule.

A line is one expression. One that ends in a verb is known in every form and order::

    een oogje in het zeil houden     houdt … een oogje in het zeil

A line that starts with ``=`` is a fixed phrase, word for word; ``a/b`` are alternatives,
``(x)`` may be left out, ``*`` stands for at most three words. ``~`` in front says that
the deed goes on and on; a ``#`` starts a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from .verbs import readings

if TYPE_CHECKING:
    from .clauses import Clause
    from .statement import Statement
    from .tokens import Token

_FILLERS = frozenset("iets iemand er ergens het dit dat".split())


class Found(NamedTuple):
    """Where an expression stands, counted from the start of the sentence."""

    start: int
    end: int
    goes_on: bool
    clause: Clause | None
    verb: str


class _Idiom(NamedTuple):
    fixed: re.Pattern[str] | None
    goes_on: bool


class Expressions:
    """One list of expressions; read when first needed."""

    __slots__ = ("_idioms", "_name", "_patterns", "_phrases")

    def __init__(self, name: str) -> None:
        self._name = name
        self._idioms: dict[str, list[tuple[str, bool]]] | None = None
        self._phrases: dict[str, list[tuple[str, bool]]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def find(self, statement: Statement) -> Iterator[Found]:
        """Every expression of the list in this sentence, the longest where they meet."""
        found = sorted(
            [*self._fixed(statement), *self._verbal(statement)],
            key=lambda f: (f.start, -f.end),
        )
        end = -1
        for one in found:
            if one.start >= end:
                yield one
                end = one.end

    def _load(self) -> dict[str, list[tuple[str, bool]]]:
        if self._idioms is None:
            self._idioms = {}
            folder = files("expliciet.rules.catalogue") / "expressions"
            text = (folder / f"{self._name}.txt").read_text(encoding="utf-8")
            for line in text.splitlines():
                self._add(line.split("#")[0].strip())
        return self._idioms

    def _add(self, line: str) -> None:
        if not line:
            return
        goes_on = line.startswith("~")
        line = line.lstrip("~ ").strip()
        if line.startswith("="):
            phrase = line[1:].strip()
            for first in _first_words(phrase):
                self._phrases.setdefault(first, []).append((phrase, goes_on))
            return
        *fixed, verb = line.split()
        if fixed and not is_verb(verb) and is_verb(fixed[0]):
            verb, *fixed = line.split()
        words = " ".join(w for w in fixed if w not in _FILLERS)
        assert self._idioms is not None
        self._idioms.setdefault(verb, []).append((words, goes_on))

    def _fixed(self, statement: Statement) -> Iterator[Found]:
        self._load()
        for token in statement.tokens:
            for phrase, goes_on in self._phrases.get(token.low, ()):
                match = self._pattern(phrase).match(statement.said, token.start)
                if match:
                    yield Found(match.start(), match.end(), goes_on, None, "")

    def _verbal(self, statement: Statement) -> Iterator[Found]:
        idioms = self._load()
        for clause in statement.clauses:
            for verb, tokens in _verbs_of(clause):
                for fixed, goes_on in idioms.get(verb, ()):
                    found = self._place(statement, clause, tokens, fixed)
                    if found:
                        yield Found(*found, goes_on, clause, verb)

    def _place(
        self, statement: Statement, clause: Clause, tokens: list[Token], fixed: str
    ) -> tuple[int, int] | None:
        start, end = tokens[0].start, tokens[-1].end
        if not fixed:
            return start, end
        match = self._pattern(fixed, inside=True).search(
            statement.said, clause.start, clause.end
        )
        if not match:
            return None
        finite = clause.finite
        if finite is not None and finite.end <= match.start() and finite in tokens:
            return finite.start, max(match.end(), end)
        return min(start, match.start()), max(end, match.end())

    def _pattern(self, phrase: str, inside: bool = False) -> re.Pattern[str]:
        known = self._patterns.get(phrase)
        if known is None:
            known = self._patterns[phrase] = _compiled(phrase, inside)
        return known


def _first_words(phrase: str) -> list[str]:
    first, *rest = phrase.split()
    if first.startswith("("):
        return [*first.strip("()").split("/"), *_first_words(" ".join(rest))]
    return first.lower().split("/")


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


@cache
def expressions(name: str) -> Expressions:
    """The list of that name beside the rules."""
    return Expressions(name)


def is_verb(word: str) -> bool:
    """Whether a list may end an expression with this word as its verb."""
    return any(f.tense == "plural" for f in readings(word))
