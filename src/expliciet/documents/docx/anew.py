"""Writes plain text with light marks out as a well-built Word document.

Headings become headings, "- " and "1. " lists, rows with " | " tables. Reading
the result gives the same text again, with every table in rows of ours.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import escape

from ..document import Comment, Document
from ..markup import Element
from ..table_rows import Row, Words
from .anchoring import SPACE, anchor, make
from .outline import Block, Item, blocks
from .remarks import add_remarks, plain
from .skeleton import LIST_START, W, parts
from .unwrapping import unwrapped
from .walk import Piece
from .writing import packed, serialised

BULLETS = "1"  # the list in the skeleton that all bulleted items share
SIGNS = re.compile(r"(\t)")


def written(
    document: Document,
    comments: Sequence[Comment],
    title: str,
    when: datetime | None,
) -> bytes:
    """A new Word document of this text, with the remarks in its margin."""
    printed = document.format == "pdf"
    text = unwrapped(document.text) if printed else document.text
    writer = Writer(text)
    for block in blocks(text):
        writer.block(block)
    writer.finish()
    remarks = make(f"{W}comments", {})
    if writer.pieces:
        anchor(writer.pieces, comments, 0, W)
        add_remarks(remarks, comments, 0, W, when)
    return packed(
        parts(
            story=serialised(writer.root),
            remarks=serialised(remarks),
            lists="".join(writer.lists),
            title=escape(plain(title)),
        )
    )


class Writer:
    """Builds the story element by element and remembers which text went where."""

    def __init__(self, text: str) -> None:
        self.text = plain(text)
        self.root = make(f"{W}document", {})
        self.body = make(f"{W}body", {})
        self.root.append(self.body)
        self.pieces: list[Piece] = []
        self.lists: list[str] = []
        self.counting: tuple[str, int] | None = None  # the list we are in, last number

    def block(self, block: Block) -> None:
        if block.rows:
            self.table(block.rows)
        else:
            self.body.append(self.paragraph(block.item))
        if block.item.number is None:
            self.counting = None

    def paragraph(self, item: Item) -> Element:
        paragraph = make(f"{W}p", {})
        if item.style:
            properties = child(paragraph, "pPr")
            child(properties, "pStyle", item.style)
            if item.number is not None or item.style == "ListBullet":
                listing = child(properties, "numPr")
                child(listing, "ilvl", "0")
                child(listing, "numId", self.list_for(item.number))
        self.words(paragraph, item.words)
        return paragraph

    def list_for(self, number: int | None) -> str:
        """The list that would count to this number next."""
        if number is None:
            return BULLETS
        if self.counting is None or self.counting[1] != number - 1:
            name = str(len(self.lists) + 2)
            self.lists.append(LIST_START.format(name=name, start=number))
            self.counting = (name, number)
        self.counting = (self.counting[0], number)
        return self.counting[0]

    def table(self, rows: list[Row]) -> None:
        table = child(self.body, "tbl")
        properties = child(table, "tblPr")
        child(properties, "tblStyle", "TableGrid")
        child(properties, "tblW", None, type="pct", w="5000")
        child(properties, "tblLook", "0020")
        grid = child(table, "tblGrid")
        for _ in rows[0]:
            child(grid, "gridCol")
        for at, cells in enumerate(rows):
            row = child(table, "tr")
            if at == 0:
                child(child(row, "trPr"), "tblHeader")
            for words in cells:
                cell = child(row, "tc")
                child(child(cell, "tcPr"), "tcW", None, type="auto", w="0")
                style = "TableHeading" if at == 0 else "TableText"
                cell.append(self.paragraph(Item(words, style)))

    def words(self, paragraph: Element, words: Words) -> None:
        """The text itself, tabs as Word's own tabs."""
        start, end = words
        if start == end:
            return
        run = child(paragraph, "r")
        for part in SIGNS.split(self.text[start:end]):
            if not part:
                continue
            node = child(run, "tab" if part == "\t" else "t")
            if part != "\t":
                node.text = part
                node.set(SPACE, "preserve")
            self.pieces.append(Piece(start, start + len(part), node))
            start += len(part)

    def finish(self) -> None:
        """A4, and a paragraph at the end, which Word demands after a table."""
        if len(self.body) and self.body[-1].tag == f"{W}tbl":
            self.body.append(self.paragraph(Item((0, 0), "Blank")))
        section = child(self.body, "sectPr")
        child(section, "pgSz", None, w="11906", h="16838")
        child(
            section, "pgMar", None,
            top="1418", right="1418", bottom="1418", left="1418",
            header="709", footer="709", gutter="0",
        )  # fmt: skip


def child(parent: Element, name: str, val: str | None = None, **more: str) -> Element:
    attributes = {f"{W}{key}": value for key, value in more.items()}
    if val is not None:
        attributes[f"{W}val"] = val
    element = make(f"{W}{name}", attributes)
    parent.append(element)
    return element
