"""Mentions that together name one party: *wijkagent Bo*, *Bo van de politie*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .mentions import CAPITALISED, NAME, Mention
from .people import Kind

CLOSE = (
    r"(?:\s{1,3}(?:van|vanuit|namens|bij|vd|v\.d\.|v/d)(?:\s(?:de|het))?\s|\s{1,3}"
    r"|\s?[/–-]\s?|,\s)$"
)
PARTS = {Kind.NAME, Kind.FUNCTION, Kind.ORGANISATION}


class Found(NamedTuple):
    """Mentions that together name one party."""

    mentions: tuple[Mention, ...]
    end: int

    @property
    def start(self) -> int:
        return self.mentions[0].start


@lru_cache(maxsize=8)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def parties_in(text: str, mentions: list[Mention]) -> list[Found]:
    """Mentions of one party taken together: *wijkagent Bo*, *Bo van de politie*."""
    found: list[Found] = []
    upcoming = [mention.start for mention in mentions[1:]]
    for mention, before in zip(mentions, [*upcoming, len(text)], strict=False):
        if found and mention.start < found[-1].end:
            continue
        last = found[-1] if found else None
        end = _joined_end(text, last, mention) if last else None
        if last and end:
            found[-1] = Found((*last.mentions, mention), end)
        else:
            found.append(Found((mention,), mention.end))
        found[-1] = _with_stranger(text, found[-1], before)
    return found


def _joined_end(text: str, last: Found, mention: Mention) -> int | None:
    """Where the two end together, when they speak of one party."""
    kinds = {one.kind for one in last.mentions}
    between = text[last.end : mention.start]
    if len(between) > 16 or "\n\n" in between:
        return None
    if Kind.GROUP in kinds:
        wij = between.strip() == "als" and mention.kind is Kind.ORGANISATION
        return mention.end if wij else None
    if mention.kind in kinds or not kinds | {mention.kind} <= PARTS:
        return None
    if between.strip() == "(":
        close = _compiled(r"\s?\)").match(text, mention.end)
        return close.end() if close else None
    if not _compiled(CLOSE).match(between):
        return None
    of = between.strip()
    if of in {"", "van", "van de", "van het"} or of.startswith(
        ("van", "namens", "bij", "vd", "v.d.", "v/d")
    ):
        away = of and mention.kind is not Kind.ORGANISATION
        return None if away else mention.end
    both = fitting(last.mentions) & mention.fits
    return mention.end if both else None


def _with_stranger(text: str, found: Found, before: int) -> Found:
    """*Politie (Sam)*: behind an organisation a name that nobody at the table has."""
    kinds = {one.kind for one in found.mentions}
    if Kind.NAME in kinds or not kinds <= PARTS:
        return found
    name = _compiled(rf"\s?\(({NAME}(?: {CAPITALISED})?)\)").match(text, found.end)
    if name is None or name.start(1) >= before:
        return found
    stranger = Mention(name.start(1), name.end(1), Kind.NAME, name[1])
    return Found((*found.mentions, stranger), name.end())


def fitting(mentions: Sequence[Mention]) -> frozenset[int]:
    """The people whom all of these words fit."""
    fits = mentions[0].fits
    for mention in mentions[1:]:
        fits &= mention.fits
    return fits
