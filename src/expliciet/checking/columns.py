"""How wide text stands on a screen of equal columns, and where its lines break."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

TAB = 4


class Cell(NamedTuple):
    """One visible sign, with the marks that ride on it."""

    sign: str
    width: int
    marked: bool


Row = list[Cell]


def width_of(sign: str) -> int:
    """Columns that one character takes: none, one or two."""
    if sign < "\u0300":
        return 1
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def width(text: str) -> int:
    return sum(map(width_of, text))


def cells(pieces: Iterable[tuple[str, bool]]) -> Iterator[Cell]:
    """Each visible sign of marked and unmarked pieces; tabs become spaces."""
    column = 0
    waiting: Cell | None = None
    for text, marked in pieces:
        for sign in text:
            if sign == "\t":
                sign, wide = " " * (TAB - column % TAB), TAB - column % TAB
            else:
                wide = width_of(sign)
            if wide == 0 and waiting is not None:
                waiting = waiting._replace(sign=waiting.sign + sign)
                continue
            if waiting is not None:
                yield waiting
            waiting = Cell(sign, wide, marked)
            column += wide
    if waiting is not None:
        yield waiting


def rows(line: Iterable[Cell], wide: int) -> Iterator[Row]:
    """Break between words where that can be, inside a word where it must."""
    row: Row = []
    used = 0
    for cell in line:
        if used + cell.width > wide and row:
            cut = _last_space(row)
            whole, row = row[:cut], row[cut:]
            yield whole
            used = sum(each.width for each in row)
        row.append(cell)
        used += cell.width
    if row:
        yield row


def wrapped(text: str, wide: int) -> list[str]:
    """Plain text over as many lines as it needs."""
    broken = rows(cells([(text, False)]), wide)
    return ["".join(cell.sign for cell in row).rstrip() for row in broken]


def _last_space(row: Row) -> int:
    for at in range(len(row) - 1, 0, -1):
        if row[at].sign.isspace():
            return at + 1
    return len(row)
