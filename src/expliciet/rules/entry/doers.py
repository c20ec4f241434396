"""Who does it: the subject of the line, or whom a mark or *door* sets apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ..actors import Actor, ActorAsk, Party, find_actors, resolve
from ..language.function_words import ADVERBS, PREPOSITIONS
from ..language.parties import GROUP, kind_of, party_of
from ..language.tokens import Token, tokens
from ..language.verbs import needs_a_human, readings
from .clause import Reading
from .span import Span

BACK = PREPOSITIONS | ADVERBS
NOBODY = frozenset(
    "er het dit dat dan die deze hij zij ze men niemand je u wie wat".split()
)
ZELF = frozenset("zelf ook alvast nog even dan zich".split())
LEADS = r"\s*(?:actie(?:houder|punt)?\s+|door\s+|trekker:?\s+)?$"


class Doer(NamedTuple):
    """The owner, and the place in the line that the owner's words take."""

    actor: Actor
    place: Span


@lru_cache(maxsize=8)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def actors_in(text: str, people: Sequence[Party], me: Party | None) -> list[Actor]:
    """Everybody named, where "belt Bo school" names two."""
    found: list[Actor] = []
    for actor in find_actors(text, people, me=me):
        found += _apart(text, actor, people, me)
    return found


def _apart(
    text: str, actor: Actor, people: Sequence[Party], me: Party | None
) -> list[Actor]:
    """Words that fit nobody together may be two parties next to each other."""
    if " " not in actor.words:
        return [actor]
    unsure = actor.asks is ActorAsk.CONTRADICTION or not (actor.at_table or actor.asks)
    if not unsure:
        return _before_article(actor, people, me)
    for gap in reversed([m.start() for m in re.finditer(r"\s+", actor.words)]):
        if not actor.words[gap:].strip()[:1].isalnum():
            continue
        first = _moved(find_actors(actor.words[:gap], people, me=me), actor.start)
        rest = _moved(find_actors(actor.words[gap:], people, me=me), actor.start + gap)
        whole = len(first) == 1 and first[0].end == actor.start + gap
        if whole and rest and first[0].at_table and not first[0].asks:
            return [*first, *rest]
    return [actor]


def _before_article(
    actor: Actor, people: Sequence[Party], me: Party | None
) -> list[Actor]:
    """*belt Samir de burgemeester*: Samir, and somebody else."""
    for gap in _compiled(r"(?<!van)(?<!bij)(?<!namens)\s+(?=(?:de|het)\s)").finditer(
        actor.words
    ):
        at = gap.start()
        first = find_actors(actor.words[:at], people, me=me)
        rest = find_actors(actor.words[at:], people, me=me)
        named = len(first) == 1 and first[0].end == at and first[0].name
        if named and rest and not first[0].asks and rest[0].name != named:
            return [*_moved(first, actor.start), *_moved(rest, actor.start + at)]
    return [actor]


def _moved(actors: Sequence[Actor], by: int) -> list[Actor]:
    return [
        replace(
            one,
            start=one.start + by,
            end=one.end + by,
            others=tuple(_moved(one.others, by)),
        )
        for one in actors
    ]


class Line(NamedTuple):
    """The line as it is looked at: what is no deed is blank, and who is named."""

    text: str
    actors: Sequence[Actor]
    times: Sequence[Span]
    people: Sequence[Party]
    me: Party | None

    def actor_at(self, at: int) -> Actor | None:
        return next((one for one in self.actors if one.start <= at < one.end), None)


def find_doer(line: Line, reading: Reading) -> Doer | None:
    """The one who does what the line says."""
    return (
        _set_apart(line)
        or _by(line, reading)
        or (_subject(line, reading) if reading.finite else _in_front(line))
        or _behind(line)
    )


def _set_apart(line: Line) -> Doer | None:
    """*Bo: school bellen*, *Actie Bo – school bellen*."""
    found = _compiled(
        r"\s*(?:actie(?:houder|punt)?\s+)?(?P<who>[^:;,\n]{1,80}?)(?:\s*:(?=\s)|\s[–-]\s)"
    ).match(line.text)
    if not found or _holds_a_verb(found["who"]):
        return None
    actor = _moved_one(
        resolve(found["who"], line.people, me=line.me), found.start("who")
    )
    known = line.actor_at(actor.start)
    if known is None and len(found["who"].split()) > 3:
        return None
    if known is None and not found["who"].strip()[:1].isupper():
        return None
    return Doer(actor, (found.start(), found.end()))


def _moved_one(actor: Actor, by: int) -> Actor:
    return _moved([actor], by)[0]


def _holds_a_verb(words: str) -> bool:
    return any(
        form.tense == "present"
        for word in tokens(words)
        if not party_of(word.low)
        for form in readings(word.low)
    )


def _by(line: Line, reading: Reading) -> Doer | None:
    """*wordt door Bo gebeld*."""
    if reading.clause and reading.clause.form and not reading.is_passive:
        return None
    for actor in line.actors:
        before = _compiled(r"\b(?:door|namens|vanuit)\s+$").search(
            line.text[max(0, actor.start - 12) : actor.start]
        )
        if before:
            start = actor.start - (before.end() - before.start())
            return Doer(actor, (start, actor.end))
    return None


def _subject(line: Line, reading: Reading) -> Doer | None:
    """Whoever stands before the finite verb or, where the order is turned, behind."""
    clause, finite = reading.clause, reading.finite
    if clause is None or finite is None or reading.is_passive:
        return None
    if clause.opened_by:
        return _from(line, _next_word(line, 0))
    start = clause.words[0].start if clause.words else 0
    before = [
        word
        for word in tokens(line.text[: finite.start])
        if word.is_word and word.start >= start
    ]
    before = [w for w in before if not any(a <= w.start < b for a, b in line.times)]
    if before and before[0].low not in BACK:
        first = line.actor_at(before[0].start)
        if first:
            return Doer(first, (first.start, first.end))
        turned = _from(line, _next_word(line, finite.end), known=True)
        if turned and kind_of(before) == "":
            return turned
        return _written(line, before, reading)
    return _from(line, _next_word(line, finite.end))


def _next_word(line: Line, at: int) -> int:
    """The next word that may begin a subject: not in a time, not *dan* or *er*."""
    for word in tokens(line.text[at : at + 200], at):
        if any(a <= word.start < b for a, b in line.times):
            continue
        if word.is_word and word.low not in ZELF:
            return word.start
    return len(line.text)


def _from(line: Line, at: int, *, known: bool = False) -> Doer | None:
    """The party that begins here."""
    actor = line.actor_at(at)
    if actor and actor.start >= at - 4:
        return Doer(actor, (actor.start, actor.end))
    if known:
        return None
    found = _compiled(
        r"(?:(?:de|het|een|mijn|zijn|haar)\s+)?[^\W_]+(?:-[^\W_]+)*"
    ).match(line.text, at)
    if not found:
        return None
    words = tokens(found[0])
    if words[0].low in NOBODY | BACK:
        return None
    named = words[-1].has_capital and len(words) == 1
    if not named and not party_of(words[-1].low):
        return None
    actor = _moved_one(resolve(found[0], line.people, me=line.me), at)
    return Doer(actor, found.span())


def _written(line: Line, before: Sequence[Token], reading: Reading) -> Doer | None:
    """A subject that is nobody at the table, kept as written."""
    if before[0].low in NOBODY:
        return None
    start, end = before[0].start, before[-1].end
    words = line.text[start:end]
    kind = kind_of(before)
    named = before[-1].has_capital or before[0].text.isupper()
    capital = (
        before[0].has_capital and len(before) <= 2 and before[0].low not in ARTICLES
    )
    if not (
        kind
        or named
        or (capital and needs_a_human(reading.verb))
        or (needs_a_human(reading.verb) and len(before) <= 3)
    ):
        return None
    actor = _moved_one(resolve(words, line.people, me=line.me), start)
    if kind == GROUP and not actor.asks:
        actor = replace(actor, asks=ActorAsk.GROUP)
    return Doer(actor, (start, end))


ARTICLES = frozenset("de het een".split())


def _in_front(line: Line) -> Doer | None:
    """*Bo school bellen*: a note that begins with who does it."""
    first = next((w for w in tokens(line.text[:200]) if w.is_word), None)
    actor = line.actor_at(first.start) if first else None
    if actor is None:
        return None
    behind = next(
        (
            w
            for w in tokens(line.text[actor.end : actor.end + 60], actor.end)
            if w.is_word
        ),
        None,
    )
    if behind and any(form.tense == "plural" for form in readings(behind.low)):
        return None  # "School bellen": whom, not who
    return Doer(actor, (actor.start, actor.end))


def _behind(line: Line) -> Doer | None:
    """*Rooster opvragen (Bo)*, *rooster opvragen – leerplicht*, *…, Bo*."""
    for actor in reversed(line.actors):
        before = _compiled(r"(?P<mark>\(|\s[–-]\s|,\s|:\s|\bdoor\s)$").search(
            line.text[max(0, actor.start - 6) : actor.start].rstrip(" ") + " "
            if line.text[: actor.start].endswith(" ")
            else line.text[max(0, actor.start - 6) : actor.start]
        )
        after = _compiled(r"\s*(?:\)|[,;.]|\s[–-]|$)").match(line.text, actor.end)
        if before and after:
            return Doer(actor, (actor.start, actor.end))
    return None
