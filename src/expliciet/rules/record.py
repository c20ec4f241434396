"""Reading the fields of a record, however they were filled in.

A form leaves an empty text, an import a dash, a spreadsheet a row of blanks: to a rule
they all say that nothing was filled in. Nothing here fails on a field of another shape
than expected; such a field says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from .actors import Party
from .item import Item, Position

_NOTHING_SAID = frozenset(
    {
        *("", "nvt", "nnb", "ntb", "tbd", "pm", "xxx", "geen", "volgt", "onbekend"),
        *("nog onbekend", "nader te bepalen", "none", "unknown"),
    }
)
_GROUPS = frozenset(
    {
        *("allen", "alle", "alle partners", "alle partijen", "betrokken partijen"),
        *("betrokkenen", "de keten", "de tafel", "het netwerk", "het overleg"),
        *("iedereen", "keten", "ketenpartners", "netwerk", "overleg", "partijen"),
        *("partners", "tafel", "we", "wij"),
    }
)


def is_blank(text: str) -> bool:
    """White space, a dash, a question mark, 'n.v.t.', 'nnb': nothing was said."""
    plain = re.sub(r"[^\w\s]|_", "", text).casefold()
    return " ".join(plain.split()) in _NOTHING_SAID


def is_filled(item: Item, field: str) -> bool:
    """Whether somebody filled in this field with something that says anything."""
    return any(True for _ in _parts(item.fields.get(field)))


def texts(item: Item, field: str) -> tuple[str, ...]:
    """The texts in a field, without the blank ones."""
    return tuple(p for p in _parts(item.fields.get(field)) if isinstance(p, str))


def parties(item: Item, field: str) -> tuple[Party, ...]:
    """Who stands in a field; a bare word is taken for a name."""
    return tuple(
        Party(name=part) if isinstance(part, str) else part
        for part in _parts(item.fields.get(field))
        if isinstance(part, str | Party)
    )


def positions(item: Item) -> tuple[Position, ...]:
    """Where each party stands."""
    return tuple(
        part
        for part in _parts(item.fields.get("positions"))
        if isinstance(part, Position)
    )


def day(item: Item, field: str) -> date | None:
    """The day in a field; of a moment, the day it falls on."""
    value = item.fields.get(field)
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def day_agreed(item: Item) -> date | None:
    """The day on which this was agreed: as recorded, or else today.

    Who has already reported on it cannot have agreed it today, so then it is unknown.
    """
    agreed = day(item, "made_on")
    if agreed is None and not is_filled(item, "status"):
        return item.context.today
    return agreed


def is_group(party: Party) -> bool:
    """'Wij', 'de tafel', 'alle partners': a doer that is nobody in particular."""
    return any(plain(word) in _GROUPS for word in (party.name, party.organisation))


def plain(text: str) -> str:
    """For comparing names: capitals and white space do not count."""
    return " ".join(text.split()).casefold()


def _parts(value: object) -> Iterator[object]:
    """What a field holds, one by one, leaving out what says nothing."""
    if isinstance(value, list | tuple):
        for part in value:
            yield from _parts(part)
    elif isinstance(value, str):
        if not is_blank(value):
            yield value
    elif isinstance(value, Party):
        if not all(
            is_blank(w) for w in (value.name, value.function, value.organisation)
        ):
            yield value
    elif value:
        yield value
