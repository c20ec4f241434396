"""What hangs on the deed: *klaar als …* says when it is done, *want …* says why.

Each runs to the end of the line, or to a comma behind which the line goes on. A
reason with a preposition (*i.v.m. het verlof*) may stand in the middle of the deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..folding import fold
from ..language.finite_words import is_surely_finite
from ..language.tokens import tokens
from ..times.triggers import noun_end
from .span import Span

CRITERION = (
    r"(?:(?:en |dit is |dat is |het is |is )?(?:pas )?(?:klaar|gereed|af|afgerond)"
    r" (?:als|wanneer|zodra|indien)\b:?|(?:klaar|gereed|af):)"
)
CLAUSE = r"(?:want|omdat|doordat|aangezien)\b"
PREPOSITION = (
    r"(?:i\. ?v\. ?m\.?|ivm|in verband met|vanwege|wegens|n\. ?a\. ?v\.?|nav"
    r"|naar aanleiding van|reden:)(?![^\W_])"
)
TAIL = (
    r"(?P<before>[,;.]?\s+(?:[–-]\s+)?\(?|[,;(])"
    rf"(?:(?P<criterion>{CRITERION})|(?P<clause>{CLAUSE})|(?P<phrase>{PREPOSITION}))"
    r"(?=\s|$)\s*"
)
STOPS = r"[,;](?![0-9])|\)|(?<!\b[a-z])\.(?=\s+[^\W_])|[\s.]*$"


class Tail(NamedTuple):
    """A criterion or a reason: the place it takes, and the place of what it says."""

    place: Span
    said: Span
    is_criterion: bool


@lru_cache(maxsize=4)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find_tails(text: str, start: int) -> list[Tail]:
    """The criterion and the reasons of a line whose body begins at `start`."""
    plain, places = fold(text[start:])
    return [
        Tail(
            _placed(one.place, places, start),
            _placed(one.said, places, start),
            one.is_criterion,
        )
        for one in _tails(plain)
        if one.said[0] < one.said[1]
    ]


def _placed(span: Span, places: Sequence[int], start: int) -> Span:
    return start + places[span[0]], start + places[span[1]]


def _tails(plain: str) -> Iterator[Tail]:
    """A space is set in front, so that a tail may open the line."""
    line = f" {plain}"
    found = list(_compiled(TAIL).finditer(line))
    reached = 0
    for number, one in enumerate(found):
        later = found[number + 1].start() if number + 1 < len(found) else len(line)
        if one.start() < reached:
            continue
        end, reached = _end(line, one, later)
        place = (max(0, one.start() - 1), reached - 1)
        yield Tail(
            place, (one.end() - 1, max(one.end(), end) - 1), bool(one["criterion"])
        )


def _end(line: str, one: re.Match[str], later: int) -> Span:
    """Where its words end, and where the line goes on."""
    stop = _compiled(STOPS).search(line, one.end(), later)
    end = stop.start() if stop else later
    if one["phrase"] and not any(mark in one["before"] for mark in ",;("):
        # In the middle of the deed: the noun and what belongs to it.
        noun = noun_end(line, one.end())
        end = min(noun, end) if noun else end
        if one.start() == 0 and not (stop and stop[0] == ","):
            end = _before_verb(line, end)
        return end, end
    opens = one.start() == 0
    closing = stop.end() if stop and (opens or stop[0] == ")") else end
    return end, closing


def _before_verb(line: str, at: int) -> int:
    """*I.v.m. de onrust thuis belt Bo*: the reason runs up to the verb."""
    for word in tokens(line[at : at + 60], at):
        if not word.is_word:
            break
        if is_surely_finite(word):
            return word.start
    return at
