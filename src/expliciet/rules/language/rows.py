"""A row of an action list: which cell is the deed, who, when, and how it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from . import moments
from .cues import Cues
from .parties import GROUP, PROFESSIONAL, group_in, party_of

if TYPE_CHECKING:
    from .statement import Statement

_DONE = Cues(
    r"klaar|gereed|afgerond|afgehandeld|gedaan|voltooid|vervallen|ja|gesloten|voldaan|ok"
)
_OPEN = Cues(r"open|loopt|lopend|nieuw|nog te doen|bezig|te doen|gestart|wacht|nee")
_HOLE = re.compile(r"\?+|n\.?n\.?b\.?|n\.?t\.?b\.?|pm|tbd|x{3,}|-|…", re.IGNORECASE)


class Row(NamedTuple):
    """What a row says; spans count from the start of the sentence."""

    deed: tuple[int, int] | None
    has_doer: bool
    has_time: bool
    is_open: bool


def read(statement: Statement) -> Row | None:
    """The row in this statement; nothing when it is none, or only names columns."""
    if statement.piece.kind != "row" or not statement.cells:
        return None
    if statement.kind in ("procedural", "heading"):
        return None
    deed: tuple[int, int] | None = None
    has_doer = has_time = done = parked = False
    for start, end in statement.cells:
        words = statement.said[start:end].strip(" .;")
        low = words.lower()
        if re.fullmatch(r"[\d.#]+", words) or not words:
            continue
        if _DONE.pattern.fullmatch(low):
            done = True
        elif _OPEN.pattern.fullmatch(low):
            continue
        elif _HOLE.fullmatch(low):
            has_doer = True  # an open place: another question asks about it
        elif _names(words):
            has_doer = True
        elif words in moments.DATED or words in moments.VAGUE:
            has_time = True
        elif low in _PARKED:
            parked = True
        elif deed is None:
            deed = (start, start + len(words))
    return Row(deed, has_doer or parked, has_time, not done)


_PARKED = frozenset("geparkeerd aangehouden doorgeschoven uitgesteld".split())


def _names(cell: str) -> bool:
    words = re.findall(r"[\w-]+", cell)
    if not words or len(words) > 6:
        return False
    if group_in(cell) and len(words) <= 3:
        return True
    kinds = [party_of(w.lower()) for w in words]
    if PROFESSIONAL in kinds and len(words) <= 4:
        return kinds[0] == PROFESSIONAL or kinds[-1] == PROFESSIONAL or GROUP in kinds
    return len(words) <= 2 and all(w[0].isupper() for w in words) and words[0].isalpha()
