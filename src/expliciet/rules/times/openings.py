"""The word before a moment says what the moment does: *vóór*, *t/m*, *sinds*, *na*."""

from __future__ import annotations

from enum import Enum, auto

from .words import listed, part_at


class Opening(Enum):
    """What the word before a moment makes of it."""

    NONE = auto()
    AT = auto()
    BY = auto()
    BEFORE = auto()
    THROUGH = auto()
    UNTIL = auto()
    FROM = auto()
    AFTER = auto()
    AROUND = auto()
    DURING = auto()
    BETWEEN = auto()
    OF = auto()
    SINCE = auto()


LATEST = r"(?:uiterlijk|liefst|graag|nog|op zijn laatst|op z'n laatst|ten laatste)"
WRITTEN = (
    (Opening.BEFORE, "voor", r"voor(?: op)?"),
    (Opening.BEFORE, "uiterlijk liefst graag nog op ten", rf"{LATEST},? voor"),
    (Opening.THROUGH, "t tot tem uiterlijk", r"(?:uiterlijk )?@through(?: op)?"),
    (Opening.UNTIL, "tot", r"tot(?: aan| uiterlijk)?"),
    (Opening.BY, "uiterlijk uiterlyk op ten niet deadline", r"@latest(?: @at)?"),
    (Opening.AT, "op per in met m bij tijdens nog", r"(?:nog |pas )?@at|nog"),
    (Opening.FROM, "vanaf ingaande", r"vanaf|ingaande"),
    (Opening.AFTER, "na pas direct meteen kort", r"(?:pas |direct |meteen |kort )?na"),
    (
        Opening.AROUND,
        "rond omstreeks rondom tegen ongeveer circa ca met",
        r"rond(?:om)?|omstreeks|tegen|ongeveer|circa|ca\.?|met",
    ),
    (Opening.DURING, "gedurende", r"gedurende"),
    (Opening.BETWEEN, "tussen", r"tussen"),
    (Opening.OF, "van", r"van"),
    (
        Opening.SINCE,
        "sinds sedert d dd gedateerd",
        r"sinds|sedert|d\.d\.|dd\.?|gedateerd",
    ),
)
OPENINGS = tuple(
    (opening, listed(starts), rf"(?:{phrase})(?![^\W_]) ?")
    for opening, starts, phrase in WRITTEN
)
STARTS = frozenset().union(*(starts for _, starts, _ in OPENINGS))


def openings_at(text: str, at: int, word: str) -> list[tuple[Opening, int]]:
    """Every way in which the words from `at` can open a moment, and where it begins."""
    found = []
    for opening, starts, phrase in OPENINGS:
        match = part_at(phrase, text, at) if word in starts else None
        if match:
            found.append((opening, match.end()))
    return found
