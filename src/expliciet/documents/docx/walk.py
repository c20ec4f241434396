"""Walks through a Word document as a reader does, and remembers where it trod.

Deleted text is passed by, inserted text read, as if every tracked change were
accepted. Headers, footnotes, text boxes, hidden text and the table of contents'
page numbers are not part of the story.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..markup import Element, local
from .numbering import Numbering, read_numbering
from .package import Package
from .styles import Style, heading_of, list_of, listing, outline, read_styles, value

BLOCK_WRAPPERS = {"customXml", "ins", "moveTo", "smartTag", "sdtContent", "sdt"}
INLINE_WRAPPERS = BLOCK_WRAPPERS | {"hyperlink", "fldSimple", "dir", "bdo"}
SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
DEEPEST_MARK = 6  # more # signs than this mean nothing to a reader of markdown


@dataclass(slots=True)
class Piece:
    """A stretch of the text and the element in Word that it came from."""

    start: int
    end: int
    node: Element


@dataclass(slots=True)
class Walked:
    """The text of a story with the way back into it."""

    text: str
    pieces: list[Piece]


Words = list[tuple[str, Element | None]]  # text, and where it stood (or a mark of ours)


def walk(package: Package) -> Walked:
    """Read the whole story."""
    w = package.w
    styles_part = package.related("styles")
    numbering_part = package.related("numbering")
    walker = Walker(
        w,
        read_styles(package.part(styles_part) if styles_part else None, w),
        read_numbering(package.part(numbering_part) if numbering_part else None, w),
    )
    body = package.root.find(f"{w}body")
    if body is not None:
        walker.blocks(body)
    return walker.walked()


@dataclass(slots=True)
class Walker:
    """Keeps the text so far, its length and its pieces."""

    w: str
    styles: dict[str, Style]
    numbering: Numbering
    said: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[Piece] = field(default_factory=list)
    runs_on: bool = False  # the mark of the last paragraph was struck out

    def walked(self) -> Walked:
        return Walked("".join(self.said).rstrip("\n"), self.pieces)

    def say(self, text: str, node: Element | None = None) -> None:
        if node is not None and text:
            self.pieces.append(Piece(self.length, self.length + len(text), node))
        self.said.append(text)
        self.length += len(text)

    def new_line(self) -> None:
        if self.length and not self.runs_on:
            self.say("\n")
        self.runs_on = False

    def say_all(self, words: Words) -> None:
        for text, node in words:
            self.say(text, node)

    def blocks(self, container: Element) -> None:
        for child in container:
            match local(child):
                case "p":
                    self.paragraph(child)
                case "tbl":
                    self.table(child)
                case name if name in BLOCK_WRAPPERS:
                    self.blocks(child)

    def paragraph(self, paragraph: Element) -> None:
        words = list(self.inline(paragraph))
        properties = paragraph.find(f"{self.w}pPr")
        struck = self.is_struck(properties)
        if struck and not words:
            return  # struck out whole
        mark = self.mark(properties, bool(words))
        if words and not self.runs_on:
            words.insert(0, (mark, None))
        self.new_line()
        self.say_all(words)
        self.runs_on = struck

    def is_struck(self, properties: Element | None) -> bool:
        """The paragraph mark was deleted: what follows belongs to the same line."""
        if properties is None:
            return False
        return properties.find(f"{self.w}rPr/{self.w}del") is not None

    def mark(self, properties: Element | None, has_words: bool) -> str:
        """The "# " or "- " before a paragraph; an empty item gets none."""
        style = ""
        if properties is not None:
            style = value(properties.find(f"{self.w}pStyle"), self.w)
        level = outline(properties, self.w)
        if level is None:
            level = heading_of(self.styles, style)
        if level:
            return "#" * min(level, DEEPEST_MARK) + " "
        listed = listing(properties, self.w) or list_of(self.styles, style)
        if listed is None:
            return ""
        return self.numbering.mark(listed) if has_words else ""

    def table(self, table: Element) -> None:
        for row in rows(table):
            if row.find(f"{self.w}trPr/{self.w}del") is not None:
                continue
            cells = list(cells_of(row))
            if len(cells) == 1:
                self.blocks(cells[0])  # a frame around text rather than a table
                continue
            line: Words = []
            for at, cell in enumerate(cells):
                line.append((" | " if at else "", None))
                line.extend(self.cell(cell))
            if any(node is not None for _, node in line):
                self.new_line()
                self.say_all(line)

    def cell(self, cell: Element) -> Words:
        """Everything in a cell on one line."""
        words: Words = []
        for paragraph in paragraphs(cell):
            found = list(self.inline(paragraph))
            if found and words:
                words.append((" ", None))
            words.extend((text.replace("\n", " "), node) for text, node in found)
        return words

    def inline(self, container: Element) -> Iterator[tuple[str, Element | None]]:
        for child in container:
            name = local(child)
            if name == "r" and not self.is_hidden(child):
                yield from self.run(child)
            elif name in INLINE_WRAPPERS:
                yield from self.inline(child)

    def is_hidden(self, run: Element) -> bool:
        hidden = run.find(f"{self.w}rPr/{self.w}vanish")
        if hidden is None:
            return False
        return value(hidden, self.w) not in ("0", "false", "off")

    def run(self, run: Element) -> Iterator[tuple[str, Element | None]]:
        for child in run:
            if not child.tag.startswith(self.w):
                continue
            name = local(child)
            if name == "t" and child.text:
                yield child.text.replace("\r", " ").replace("\n", " "), child
            elif name == "br" and child.get(f"{self.w}type") in (None, "textWrapping"):
                yield "\n", child
            elif name in SIGNS:
                yield SIGNS[name], child


def paragraphs(cell: Element) -> Iterator[Element]:
    """Every paragraph of a cell, also of tables within it, but of no text box."""
    for child in cell:
        name = local(child)
        if name == "p":
            yield child
        elif name in BLOCK_WRAPPERS or name in ("tbl", "tr", "tc"):
            yield from paragraphs(child)


def rows(table: Element) -> Iterator[Element]:
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) in BLOCK_WRAPPERS:
            yield from rows(child)


def cells_of(row: Element) -> Iterator[Element]:
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) in BLOCK_WRAPPERS:
            yield from cells_of(child)
