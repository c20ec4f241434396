"""Finds headings, list items and tables in text with light marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..table_rows import Row, Words, lines_and_tables

HEADING = re.compile(r"(#{1,6}) (?=\S)")
NUMBERED = re.compile(r"(0|[1-9]\d{0,3})\. (?=\S)", re.ASCII)
BULLET = re.compile(r"- (?=\S)")


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
    rows: list[Row] = field(default_factory=list)


def blocks(text: str) -> Iterator[Block]:
    """The text in order, block by block."""
    for line, rows in lines_and_tables(text):
        if rows:
            yield Block(rows=[row for row in rows if row])
        else:
            yield Block(item_of(text, *line))


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
