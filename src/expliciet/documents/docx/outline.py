"""Finds headings, list items and tables in text with light marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Words = tuple[int, int]  # where they stand in the text

HEADING = re.compile(r"(#{1,6}) (?=\S)")
NUMBERED = re.compile(r"(0|[1-9]\d{0,3})\. (?=\S)", re.ASCII)
BULLET = re.compile(r"- (?=\S)")
CELL_BORDER = " | "
RULING = frozenset("|:- \t")


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph to be."""

    words: Words
    style: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a table with rows of cells."""

    item: Item = Item((0, 0))
    rows: list[list[Words]] = field(default_factory=list)


def blocks(text: str, *, markdown: bool = False) -> Iterator[Block]:
    """The text in order, block by block."""
    lines = list(lines_of(text))
    at = 0
    after_table = False  # two tables in a row would grow together in Word
    while at < len(lines):
        rows = [] if after_table else table_at(text, lines, at, markdown=markdown)
        if rows:
            yield Block(rows=[row for row in rows if row])
        else:
            yield Block(item_of(text, *lines[at]))
        after_table = bool(rows)
        at += len(rows) or 1


def lines_of(text: str) -> Iterator[Words]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def item_of(text: str, start: int, end: int) -> Item:
    """What kind of paragraph a line asks for."""
    if found := HEADING.match(text, start, end):
        return Item((found.end(), end), f"Heading{len(found[1])}")
    if found := NUMBERED.match(text, start, end):
        return Item((found.end(), end), "ListNumber", int(found[1]))
    if found := BULLET.match(text, start, end):
        return Item((found.end(), end), "ListBullet")
    return Item((start, end), "" if start < end else "Blank")


def begins_anew(line: str) -> bool:
    """A heading or list item never belongs to the line before it."""
    return any(mark.match(line) for mark in (HEADING, NUMBERED, BULLET))


def table_at(
    text: str, lines: list[Words], at: int, *, markdown: bool
) -> list[list[Words]]:
    """The rows of the table that begins at this line; a ruling is an empty row."""
    rows: list[list[Words]] = []
    for start, end in (lines[place] for place in range(at, len(lines))):
        line = text[start:end]
        if markdown and rows and is_ruling(line):
            rows.append([])
            continue
        row = cells_in(line, start, markdown=markdown)
        if len(row) < 2 or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
    return rows if len([row for row in rows if row]) > 1 else []


def is_ruling(line: str) -> bool:
    """The line below the header of a markdown table."""
    return line.startswith("|") and "-" in line and RULING.issuperset(line)


def cells_in(line: str, start: int, *, markdown: bool) -> list[Words]:
    if markdown and line.startswith("| ") and line.endswith(" |") and len(line) > 3:
        line = line[2:-2]
        start += 2
    elif not has_words(line):
        return []
    cells = []
    for cell in line.split(CELL_BORDER):
        cells.append((start, start + len(cell)))
        start += len(cell) + len(CELL_BORDER)
    return cells


def has_words(line: str) -> bool:
    """A row whose cells are all empty is no row that a reader would give back."""
    return any(line.split(CELL_BORDER))
