"""A row of an action list: which cell is the deed, who does it, how it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from . import moments
from .cues import Cues
from .parties import CLIENT, GROUP, PROFESSIONAL, group_in, party_of
from .tokens import folded

if TYPE_CHECKING:
    from .statement import Statement

_DONE = Cues(
    r"klaar|gereed|afgerond|afgehandeld|gedaan|voltooid|vervallen|ja|gesloten|voldaan",
    r"ok",
)
_OPEN = Cues(r"open|loopt|lopend|nieuw|nog te doen|bezig|te doen|gestart|wacht|nee")
_HOLE = re.compile(r"\?+|n\.?n\.?b\.?|n\.?t\.?b\.?|pm|tbd|x{3,}|-|…", re.IGNORECASE)


_NUMBER = re.compile(r"[\d.#]+")
_PARKED = frozenset("geparkeerd aangehouden doorgeschoven uitgesteld".split())


class Row(NamedTuple):
    """What a row says; spans count from the start of the sentence."""

    deed: tuple[int, int] | None
    has_doer: bool
    is_open: bool


def read(statement: Statement) -> Row | None:
    """The row in this statement; nothing when it is none, or only names columns."""
    if statement.piece.kind != "row" or not statement.cells:
        return None
    if statement.kind in ("procedural", "heading"):
        return None
    if _is_header(statement):
        return None
    deed: tuple[int, int] | None = None
    said: set[str] = set()
    for start, end in statement.cells:
        words = statement.said[start:end].strip(" .;")
        what = _what(words)
        said.add(what)
        if what == "deed" and deed is None:
            begin = start + statement.said[start:end].index(words)
            deed = (begin, begin + len(words))
    has_doer = not said.isdisjoint(("doer", "hole", "parked"))
    return Row(deed, has_doer, "done" not in said)


def _what(words: str) -> str:
    """What a cell is for, judged by its words.

    An open place is the doer's as far as we know; another question asks about it.
    """
    low = words.lower()
    if not words or _NUMBER.fullmatch(words) or _OPEN.is_all_of(low):
        return ""
    if _DONE.is_all_of(low):
        return "done"
    if _HOLE.fullmatch(low):
        return "hole"
    if words in moments.DATED or words in moments.VAGUE:
        return "time"
    if not any(map(str.isalpha, words)):
        return ""
    if names(words):
        return "doer"
    return "parked" if low in _PARKED else "deed"


_COLUMNS = frozenset(
    "nr nummer actie actiepunt acties wie wat wanneer trekker uiterlijk stand status "
    "datum deadline eigenaar verantwoordelijke onderwerp afspraak opmerking "
    "opmerkingen gereed klaar door termijn punt besluit toelichting houder "
    "actiehouder".split()
)


def _is_header(statement: Statement) -> bool:
    cells = [statement.said[s:e].strip(" .:*#").lower() for s, e in statement.cells]
    return sum(cell in _COLUMNS for cell in cells) * 2 > len(cells)


def names(cell: str) -> str:
    """The kind of party a cell names, when it names one and nothing else."""
    words = re.findall(r"[\w-]+", cell)
    if not words or len(words) > 6:
        return ""
    if group_in(cell) and len(words) <= 3:
        return GROUP
    kinds = [party_of(folded(w)) for w in words]
    if (
        len(words) == 1
        and kinds[0] == CLIENT
        and words[0].lower().endswith(("s", "en"))
    ):
        return GROUP
    if len(words) <= 4 and PROFESSIONAL in (kinds[0], kinds[-1]):
        return PROFESSIONAL
    is_name = len(words) <= 2 and all(w[0].isupper() for w in words)
    if is_name and words[0].isalpha() and words[0].lower() not in _NO_NAMES:
        return PROFESSIONAL
    return ""


_NO_NAMES = frozenset(
    "verslag actie afspraak klaar open gereed status datum januari februari "
    "maart april mei juni juli augustus september oktober november december "
    "maandag dinsdag woensdag donderdag vrijdag loopt continu permanent nvt ja "
    "nee".split()
)
