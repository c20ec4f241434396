"""OpenDocument text, read from the container by hand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .archive import open_archive
from .limits import Limits
from .markup import Element, local, parse
from .numerals import KINDS, written
from .sheet import Sheet
from .unreadable import Reason, Unreadable

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
WHITE = re.compile(r"[ \t\r\n]+")
TITLES = {"Title", "Titel"}
# Deleted text, remarks and footnotes in these are not the story.
PASSED_BY = {
    "tracked-changes", "forms", "sequence-decls", "variable-decls",
    "user-field-decls", "table-of-content", "note", "annotation", "annotation-end",
    "frame", "ruby-text", "bibliography", "alphabetical-index",
    "illustration-index",
}  # fmt: skip
ROW_GROUPS = {"table-header-rows", "table-row-group", "table-rows"}
CONTAINERS = {"section", "numbered-paragraph", "change", "index-body"}
DEEPEST_MARK = 6
WIDEST = 40  # spaces that one sign may stand for
SUFFIX = 10  # signs after a number


@dataclass(slots=True)
class ListShape:
    """How one depth of a list looks."""

    kind: str | None  # the kind of numbers, or None for bullets
    suffix: str
    start: int


Shapes = dict[tuple[str, int], ListShape]


def read(data: bytes, limits: Limits) -> str:
    """The text of an OpenDocument file as its reader sees it on the page."""
    archive = open_archive(data, limits)
    if any(name.startswith(("Basic/", "Scripts/")) for name in archive.names):
        raise Unreadable(Reason.MACROS)
    if "META-INF/manifest.xml" in archive.names:
        manifest = archive.read("META-INF/manifest.xml", limits.xml_bytes)
        if b"encryption-data" in manifest:
            raise Unreadable(Reason.ENCRYPTED)
    if "content.xml" not in archive.names:
        raise Unreadable(Reason.BROKEN)
    content = parse(archive.read("content.xml", limits.xml_bytes), limits)
    story = content.find(f"{OFFICE}body/{OFFICE}text")
    if story is None:
        raise Unreadable(Reason.UNKNOWN_FORMAT)
    roots = [content]
    if "styles.xml" in archive.names:
        styles = archive.read("styles.xml", limits.xml_bytes)
        roots.insert(0, parse(styles, limits))
    walker = Walker(list_shapes(roots), parents(roots))
    walker.blocks(story)
    return walker.sheet.text()


def parents(roots: list[Element]) -> dict[str, str]:
    """Which named style an automatic style refines."""
    return {
        style.get(f"{STYLE}name", ""): style.get(f"{STYLE}parent-style-name", "")
        for root in roots
        for style in root.iter(f"{STYLE}style")
    }


def list_shapes(roots: list[Element]) -> Shapes:
    """How lists look, by style and depth."""
    shapes: Shapes = {}
    for root in roots:
        for style in root.iter(f"{TEXT}list-style"):
            for level in style:
                depth = whole(level.get(f"{TEXT}level", "1"), 1)
                numbered = local(level) == "list-level-style-number"
                kind = level.get(f"{STYLE}num-format", "") if numbered else None
                shapes[style.get(f"{STYLE}name", ""), depth] = ListShape(
                    kind=kind,
                    suffix=level.get(f"{STYLE}num-suffix", ".")[:SUFFIX],
                    start=whole(level.get(f"{TEXT}start-value", "1"), 1),
                )
    return shapes


class Walker:
    """Writes the story down line by line."""

    def __init__(self, shapes: Shapes, parents: dict[str, str]) -> None:
        self.sheet = Sheet()
        self.shapes = shapes
        self.parents = parents
        self.reached: dict[str, int] = {}  # how far each list style has counted

    def blocks(self, container: Element) -> None:
        for child in container:
            match local(child):
                case "h":
                    level = whole(child.get(f"{TEXT}outline-level", "1"), 1)
                    self.line(child, "#" * min(level, DEEPEST_MARK) + " ")
                case "p":
                    self.line(child, "# " if self.is_title(child) else "")
                case "list":
                    self.list(child, "", 1)
                case "table":
                    self.table(child)
                case name if name in CONTAINERS:
                    self.blocks(child)

    def is_title(self, paragraph: Element) -> bool:
        style = paragraph.get(f"{TEXT}style-name", "")
        return style in TITLES or self.parents.get(style) in TITLES

    def line(self, paragraph: Element, mark: str = "") -> None:
        words = text_of(paragraph)
        if not words.strip("\n"):
            self.sheet.end_line(apart=True)  # an empty paragraph is a blank line
            return
        self.sheet.begin(mark)
        self.sheet.say(words)
        self.sheet.end_line()

    def list(self, element: Element, inherited: str, depth: int) -> None:
        style = element.get(f"{TEXT}style-name", inherited)
        shape = self.shapes.get((style, depth), ListShape(None, "", 1))
        goes_on = f"{TEXT}continue-list" in element.attrib or (
            element.get(f"{TEXT}continue-numbering") == "true"
        )
        number = self.reached.get(style, 0) + 1 if goes_on else shape.start
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            number = whole(item.get(f"{TEXT}start-value", ""), number)
            mark = "" if local(item) == "list-header" else mark_of(shape, number)
            for child in item:
                if local(child) == "p":
                    self.line(child, mark)
                    mark = ""
                elif local(child) == "list":
                    self.list(child, style, depth + 1)
                else:
                    self.blocks([child])
            number += local(item) == "list-item"
            if depth == 1:
                self.reached[style] = number - 1

    def table(self, table: Element) -> None:
        for row in rows(table):
            cells = [
                cell
                for cell in row
                if local(cell) in ("table-cell", "covered-table-cell")
            ]
            if len(cells) == 1:
                self.blocks(cells[0])  # a frame around text rather than a table
                continue
            words = [" ".join(cell_lines(cell)).replace("\n", " ") for cell in cells]
            if any(words):
                self.sheet.say(" | ".join(words))
                self.sheet.end_line()


def rows(table: Element) -> Iterator[Element]:
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child) in ROW_GROUPS:
            yield from rows(child)


def cell_lines(container: Element) -> Iterator[str]:
    """The lines in a cell, also of lists and tables within it."""
    for child in container:
        if local(child) in ("p", "h"):
            if words := text_of(child):
                yield words
        elif local(child) not in PASSED_BY:
            yield from cell_lines(child)


def text_of(paragraph: Element) -> str:
    """The words of a paragraph, with white space as OpenDocument counts it."""
    words: list[str] = []
    for part in inline(paragraph):
        if part is WHITE_SPACE:
            if words and not words[-1].endswith((" ", "\n", "\t")):
                words.append(" ")
        else:
            words.append(part)
    return "".join(words)


WHITE_SPACE = "\0white"  # a mark that no document can contain


def inline(element: Element) -> Iterator[str]:
    yield from collapsed(element.text)
    for child in element:
        match local(child):
            case "s":
                yield " " * min(whole(child.get(f"{TEXT}c", "1"), 1), WIDEST)
            case "tab":
                yield "\t"
            case "line-break":
                yield "\n"
            case name if name not in PASSED_BY:
                yield from inline(child)
        yield from collapsed(child.tail)


def collapsed(text: str | None) -> Iterator[str]:
    """Words and the white space between them."""
    for at, words in enumerate(WHITE.split(text or "")):
        if at:
            yield WHITE_SPACE
        if words:
            yield words


def mark_of(shape: ListShape, number: int) -> str:
    if shape.kind is None:
        return "- "
    if not shape.kind:
        return ""
    return f"{written(number, KINDS.get(shape.kind, 'decimal'))}{shape.suffix} "


def whole(text: str, otherwise: int) -> int:
    """A whole number of a believable size."""
    return int(text) if re.fullmatch(r"\d{1,6}", text, re.ASCII) else otherwise
