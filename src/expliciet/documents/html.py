"""Web pages: what a reader sees, without menus and machinery."""

import codecs
import re

from . import plain
from .limits import Limits
from .sheet import Sheet
from .unreadable import Reason, Unreadable

CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE
)
# Web pages that say Latin-1 mean Windows; other encodings Dutch minutes come in.
CHARSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "cp1252": "cp1252",
    "iso8859-15": "iso8859-15",
}
WHITE = re.compile(r"[ \t\n\r\f]+")
UNSEEN = {
    "head", "script", "style", "template", "noscript", "nav", "svg", "math",
    "iframe", "object", "audio", "video", "canvas", "button", "select", "datalist",
    "textarea", "del",
}  # fmt: skip
BLOCKS = {
    "p", "div", "section", "article", "header", "footer", "main", "aside",
    "address", "blockquote", "figure", "figcaption", "form", "fieldset", "dl", "dt",
    "dd", "ul", "ol", "table", "body", "pre", "hr", "details", "summary",
}  # fmt: skip
APART = {
    "p", "ul", "ol", "table", "blockquote", "pre", "dl", "figure", "h1", "h2", "h3",
    "h4", "h5", "h6",
}  # fmt: skip
HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
FEED = 1 << 16
PIECES = 3  # bits of text that each tag may have beside it
LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
ATTRIBUTES = 100_000  # a picture in a tag is long too, but has few of these


def read(data: bytes, limits: Limits) -> str:
    """The visible text of a page."""
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    page = Page(limits)
    parser = etree.HTMLParser(
        target=page, no_network=True, huge_tree=True, encoding="utf-8"
    )
    text = decode(data)
    for tag in LONG_TAG.finditer(text):
        if sum(tag[0].count(white) for white in " \t\n\f") > ATTRIBUTES:
            raise Unreadable(Reason.TOO_DEEP)
    encoded = text.encode(errors="replace")
    del text
    try:
        for start in range(0, len(encoded), FEED):
            parser.feed(encoded[start : start + FEED])
        parser.close()
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Unreadable(Reason.BROKEN) from error
    return page.sheet.text()


def decode(data: bytes) -> str:
    """Characters by the page's own word for it, when we know that word."""
    declared = CHARSET.search(data[:2048])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            name = codecs.lookup(declared[1].decode()).name
        except LookupError:
            name = "utf-8"
        if name in CHARSETS and plain.looks_like_text(data):
            return plain.lines(data.decode(CHARSETS[name], errors="replace"))
    return plain.decode(data)


class Page:
    """Hears the parser call out tags and text, and writes the visible part down."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.sheet = Sheet()
        self.depth = 0
        self.count = 0
        self.pieces = 0
        self.unseen_from: int | None = None
        self.pre = 0
        self.tables: list[int] = []  # cells so far in the row, per table
        self.lists: list[int | None] = []  # next number, or None for bullets

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        too_many = self.count > self.limits.xml_elements
        if self.depth > self.limits.xml_depth or too_many:
            raise Unreadable(Reason.TOO_DEEP)
        if self.unseen_from is not None:
            return
        style = attributes.get("style", "").replace(" ", "").lower()
        if tag in UNSEEN or "hidden" in attributes or "display:none" in style:
            self.unseen_from = self.depth
        elif not self.start_in_table(tag):
            self.start_block(tag, attributes)

    def start_in_table(self, tag: str) -> bool:
        """Rows and cells; whatever else stands in a cell stays on the row's line."""
        if tag == "table":
            self.tables.append(0)
            if len(self.tables) == 1:
                self.sheet.end_line(apart=True)
            return True
        if not self.tables:
            return False
        if tag == "tr" and len(self.tables) == 1:
            self.sheet.end_line()
            self.tables[0] = 0
        elif tag in ("td", "th"):
            if len(self.tables) == 1 and self.tables[0]:
                self.sheet.border()
            else:
                self.sheet.space()
            self.tables[-1] += 1
        elif tag == "caption":
            self.sheet.end_line()
        elif tag in BLOCKS or tag in HEADINGS or tag in ("li", "br"):
            self.sheet.space()
        return True

    def start_block(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "br":
            self.sheet.break_line()
        elif tag in HEADINGS:
            self.sheet.end_line(apart=True)
            self.sheet.begin(HEADINGS[tag])
        elif tag == "li":
            self.sheet.end_line()
            self.sheet.begin(self.item_mark(attributes))
        elif tag in BLOCKS:
            nested = bool(self.lists)
            self.sheet.end_line(apart=tag in APART and not nested)
            self.pre += tag == "pre"
        if tag in ("ul", "ol"):
            start = attributes.get("start", "1")
            ordered = int(start) if re.fullmatch(r"\d{1,6}", start, re.ASCII) else 1
            self.lists.append(ordered if tag == "ol" else None)

    def item_mark(self, attributes: dict[str, str]) -> str:
        number = self.lists[-1] if self.lists else None
        if number is None:
            return "- "
        given = attributes.get("value", "")
        if re.fullmatch(r"\d{1,6}", given, re.ASCII):
            number = int(given)
        self.lists[-1] = number + 1
        return f"{number}. "

    def end(self, tag: str) -> None:
        if self.unseen_from is None:
            self.end_block(tag)
        elif self.unseen_from == self.depth:
            self.unseen_from = None
        self.depth -= 1

    def end_block(self, tag: str) -> None:
        if tag == "table" and self.tables:
            self.tables.pop()
            if not self.tables:
                self.sheet.end_line(apart=True)
        elif self.tables:
            if tag in ("tr", "caption") and len(self.tables) == 1:
                self.sheet.end_line()
        elif tag in BLOCKS or tag in HEADINGS or tag == "li":
            if tag in ("ul", "ol") and self.lists:
                self.lists.pop()
            if tag in HEADINGS or tag == "li":
                self.sheet.begin("")  # an empty one leaves no mark behind
            self.pre -= tag == "pre" and self.pre > 0
            self.sheet.end_line(apart=tag in APART and not self.lists)

    def data(self, text: str) -> None:
        self.pieces += 1
        if self.pieces > PIECES * self.limits.xml_elements:
            raise Unreadable(Reason.TOO_DEEP)
        if self.unseen_from is not None:
            return
        if self.pre and not self.tables:
            for at, line in enumerate(text.split("\n")):
                if at:
                    self.sheet.break_line()
                self.sheet.say(line)
            return
        for at, words in enumerate(WHITE.split(text)):
            if at:
                self.sheet.space()
            self.sheet.say(words)

    def close(self) -> None:
        self.sheet.end_line()
