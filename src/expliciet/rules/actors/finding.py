"""Who is meant by the words of a line, or of one field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ..folding import folded
from .actor import Actor, ActorAsk
from .joining import Found, fitting, parties_in
from .mentions import TITLE, Mention, mentions_in
from .party import Party
from .people import Kind, index_of, tokens

JOINED = r"(?:\s(?:en|&|\+|samen met|plus|alsook)\s|\s?[/&+]\s?)$"
COMMA = r",\s$"


class Table(NamedTuple):
    """The people to match against, the one who types among them."""

    people: tuple[Party, ...]
    me: int | None


@lru_cache(maxsize=16)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find_actors(
    text: str, people: Sequence[Party], *, me: Party | None = None
) -> list[Actor]:
    """Everybody named in the text, in its order and without overlap.

    "Politie (Bo)" is one actor; "politie en gemeente" is one too, with the second among
    its `others`, because an agreement has one owner.
    """
    return _actors(text, _table(people, me), strict=True)


def resolve(words: str, people: Sequence[Party], *, me: Party | None = None) -> Actor:
    """Whom the words of an owner field mean; kept as written when nobody fits."""
    start = len(words) - len(words.lstrip())
    said = words.strip().rstrip(" :;,.")
    if not said:
        return Actor(0, 0, "", asks=ActorAsk.NOBODY)
    actors = _actors(words, _table(people, me), strict=False)
    if not actors:
        return _as_written(words, start, said)
    whole = actors[0]
    if whole.start <= start and whole.end >= start + len(said):
        return whole
    return _stranger(words, actors[0], said) or _as_written(words, start, said)


def _table(people: Sequence[Party], me: Party | None) -> Table:
    known = tuple(people)
    if me is None:
        return Table(known, None)
    if me not in known:
        known = (*known, me)
    return Table(known, known.index(me))


def _actors(text: str, table: Table, *, strict: bool) -> list[Actor]:
    index = index_of(table.people, table.me)
    found = parties_in(text, list(mentions_in(text, index, strict=strict)))
    return _together(text, [_actor(text, one, table) for one in found])


def _actor(text: str, found: Found, table: Table) -> Actor:
    """The party that these mentions name together."""
    said = {one.kind: one for one in found.mentions}
    actor = Actor(found.start, found.end, text[found.start : found.end])
    if Kind.GROUP in said and len(said) == 1:
        return replace(actor, at_table=True, asks=ActorAsk.GROUP)
    if Kind.ME in said and not said[Kind.ME].fits:
        return replace(actor, asks=ActorAsk.WHO_TYPES)
    fits, disagree = _people(said, table)
    if len(fits) == 1:
        return _person(actor, table.people[min(fits)])
    written = replace(
        actor,
        name=said[Kind.NAME].said if Kind.NAME in said else "",
        function=said[Kind.FUNCTION].said if Kind.FUNCTION in said else "",
        organisation=said[Kind.ORGANISATION].said if Kind.ORGANISATION in said else "",
    )
    if not fits:
        return replace(written, asks=ActorAsk.CONTRADICTION if disagree else None)
    shared = {table.people[number].organisation for number in fits}
    if len(shared) == 1:
        written = replace(written, organisation=min(shared))
    return replace(written, at_table=True, asks=ActorAsk.SEVERAL_PEOPLE)


def _people(said: dict[Kind, Mention], table: Table) -> tuple[frozenset[int], bool]:
    """Whom the words fit together, and whether the words contradict each other.

    A name goes before a function: *wijkagent Bo* is Bo, whatever function Bo was given.
    """
    if Kind.ME in said:
        return said[Kind.ME].fits, False
    parts = [kind for kind in (Kind.ORGANISATION, Kind.FUNCTION) if kind in said]
    if Kind.NAME not in said:
        return fitting([said[kind] for kind in parts]), False
    fits = said[Kind.NAME].fits
    for kind in parts:
        without = frozenset(n for n in fits if not table.people[n].organisation)
        narrowed = (fits & said[kind].fits) or (
            fits if kind is Kind.FUNCTION else without
        )
        if fits and not narrowed:
            return frozenset(), True
        fits = narrowed
    return fits, False


def _person(actor: Actor, party: Party) -> Actor:
    return replace(
        actor,
        name=party.name,
        function=party.function,
        organisation=party.organisation,
        at_table=True,
    )


def _together(text: str, actors: list[Actor]) -> list[Actor]:
    """*politie en gemeente*: one actor, of whom the first is proposed as puller."""
    runs: list[list[Actor]] = []
    for actor in actors:
        if runs and _joins(text, runs[-1][-1], actor, rf"{JOINED}|{COMMA}"):
            runs[-1].append(actor)
        else:
            runs.append([actor])
    return [one for run in runs for one in _owners(text, run)]


def _joins(text: str, first: Actor, second: Actor, how: str) -> bool:
    if ActorAsk.GROUP in {first.asks, second.asks}:
        return False
    between = text[first.end : second.start]
    return len(between) < 14 and _compiled(rf"(?:{how})").match(between) is not None


def _owners(text: str, run: list[Actor]) -> list[Actor]:
    """The run as one actor up to its last *en*; what follows stands alone."""
    joints = [n for n in range(1, len(run)) if _joins(text, run[n - 1], run[n], JOINED)]
    if not joints:
        return run
    together, alone = run[: joints[-1] + 1], run[joints[-1] + 1 :]
    first, end = together[0], together[-1].end
    owner = replace(
        first,
        end=end,
        words=text[first.start : end],
        asks=ActorAsk.SEVERAL_OWNERS,
        others=tuple(together[1:]),
    )
    return [owner, *alone]


def _stranger(words: str, known: Actor, said: str) -> Actor | None:
    """*Sam van de politie*, *wijkagent Sam*: nobody at the table, yet of the police."""
    start = words.index(said)
    left, right = words[start : known.start], words[known.end : start + len(said)]
    if left and right.strip(" ),"):
        return None
    name = _compiled(
        rf"\W*(?:{TITLE} )?(?P<name>[^\W\d_][^,;:()]{{0,60}}?)"
        r"(?:,?\s+(?:van|bij|namens)(?:\s(?:de|het))?)?[\s(),]*$"
    ).match(f"{left} {right}")
    used = folded(known.words)
    named = set(tokens(known.name)[:1]) & set(tokens(known.words))
    if not name or named or known.asks in OWN_WORDS or len(name["name"].split()) > 4:
        return None
    return Actor(
        start,
        start + len(said),
        said,
        name=name["name"],
        function=known.function if folded(known.function) in used else "",
        organisation=known.organisation,
    )


OWN_WORDS = {ActorAsk.GROUP, ActorAsk.WHO_TYPES, ActorAsk.SEVERAL_OWNERS}


def _as_written(words: str, start: int, said: str) -> Actor:
    """Nobody at the table: the words are kept."""
    name = _compiled(rf"{TITLE}\s+").sub("", said, count=1)
    return Actor(start, start + len(said), said, name=name)
