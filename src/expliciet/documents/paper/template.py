"""A template of the house: looked over, and found to do nothing but place words.

Between its braces may stand the name of a place and nothing else: no choice, no loop,
no attribute, no filter. That is asked of what is about to be filled in, right before.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from ..accepting import accept
from ..archive import Archive, open_archive
from ..docx.skeleton import W
from ..limits import MEGABYTE, Limits
from ..markup import Element, parse
from ..unreadable import Reason, Unreadable
from .refusing import Refusal, TemplateRefused

if TYPE_CHECKING:
    from jinja2 import Environment

PLACES = (
    "title",
    "house",
    "number",
    "confidential",
    "made_for",
    "made_at",
    "export_number",
    "footer",
    "page",
    "of",
    "story",
)
"""What may stand between braces; `{{p story }}` becomes the content."""

NEEDED = ("title", "confidential", "story")
WHOSE_COPY = ("made_for", "export_number")  # or the footer, which holds both

TEMPLATE_LIMITS = Limits(
    file_bytes=5 * MEGABYTE,
    zip_entries=300,
    zip_bytes=40 * MEGABYTE,
    xml_bytes=2 * MEGABYTE,
    xml_elements=40_000,
)
LOOKED_AT = (".xml", ".rels")
BRACES = 200  # in one part; each of them is looked at a few times over

LINKS = ("/hyperlink",)  # the only thing that may lie outside the file
BROUGHT_ALONG = ("/aFChunk", "/oleObject", "/control", "/subDocument", "/package")
# Fields that fetch, start or run something when the document is opened.
FETCHES = re.compile(
    r"\b(DDE(AUTO)?|INCLUDE\w*|LINK|DATABASE|IMPORT|MACROBUTTON|RD|EMBED|MERGEFIELD)\b",
    re.IGNORECASE,
)
CODE = ("{{", "{%", "{#")


def look_over(data: bytes) -> None:
    """`TemplateRefused` when this file is more, or less, than a document to fill in."""
    if len(data) > TEMPLATE_LIMITS.file_bytes:
        raise TemplateRefused(Refusal.TOO_LARGE)
    try:
        accept("template.docx", data, limits=TEMPLATE_LIMITS)
        archive = open_archive(data, TEMPLATE_LIMITS)
        for name in sorted(archive.names):
            if name.lower().endswith(LOOKED_AT):
                look_at(name, archive)
    except Unreadable as error:
        large = error.reason is Reason.UNPACKS_TOO_LARGE
        reason = Refusal.TOO_LARGE if large else Refusal.FILE
        raise TemplateRefused(reason, because=error.reason) from error


def look_at(name: str, archive: Archive) -> None:
    part = archive.read(name, TEMPLATE_LIMITS.xml_bytes)
    if part.count(b"{") > BRACES:
        raise TemplateRefused(Refusal.NOT_A_PLACE)
    root = parse(part, TEMPLATE_LIMITS)
    stays_within(root)
    xml_is_called_xml(root)
    orders = fields(root)
    if found := FETCHES.search(orders):
        raise TemplateRefused(Refusal.REACHES_OUT, found[0])
    values = (value for each in root.iter() for value in each.attrib.values())
    # Words of a paper would become part of an order to Word, or of how it looks.
    if "{" in orders or any(code in value for value in values for code in CODE):
        raise TemplateRefused(Refusal.NOT_A_PLACE)


def stays_within(root: Element) -> None:
    """Refuse what lies elsewhere, but for links, and what is brought along inside."""
    for reference in root.iter("{*}Relationship"):
        kind, outside = reference.get("Type", ""), reference.get("TargetMode")
        if kind.endswith(BROUGHT_ALONG) or (outside and not kind.endswith(LINKS)):
            raise TemplateRefused(Refusal.REACHES_OUT, kind.rpartition("/")[2])


def xml_is_called_xml(root: Element) -> None:
    """Refuse a part of the document under the name of something else."""
    for entry in root.iter("{*}Override", "{*}Default"):
        kind = entry.get("ContentType", "")
        name = entry.get("PartName") or f".{entry.get('Extension')}"
        is_xml = kind.startswith("application/") and kind.endswith("xml")
        if is_xml and not name.lower().endswith(LOOKED_AT):
            raise TemplateRefused(Refusal.FILE, because=Reason.BROKEN)


def fields(root: Element) -> str:
    """All orders to Word in a part, as one text: an order may lie in pieces."""
    pieces = [piece.text or "" for piece in root.iter(f"{W}instrText")]
    pieces += [f" {each.get(f'{W}instr', '')}" for each in root.iter(f"{W}fldSimple")]
    return "".join(pieces)


@cache
def kind_of_environment() -> "type[Environment]":
    """Where a template is filled in; made when first needed, for Jinja takes time."""
    from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Placing(ImmutableSandboxedEnvironment):
        """Fills in names, and refuses whatever else stands between braces."""

        def __init__(self) -> None:
            super().__init__(autoescape=True, undefined=StrictUndefined, cache_size=0)
            self.globals.clear()
            self.filters.clear()
            self.tests.clear()
            self.placed: list[str] = []

        def from_string(self, source: Any, *rest: Any, **named: Any) -> Any:
            try:
                tree = self.parse(source)
            except TemplateSyntaxError as error:
                raise TemplateRefused(Refusal.NOT_A_PLACE) from error
            for node in tree.find_all(nodes.Node):
                if isinstance(node, nodes.Name):
                    if node.ctx != "load" or node.name not in PLACES:
                        raise TemplateRefused(Refusal.UNKNOWN_PLACE, node.name)
                    self.placed.append(node.name)
                elif not isinstance(node, nodes.Output | nodes.TemplateData):
                    raise TemplateRefused(Refusal.NOT_A_PLACE, type(node).__name__)
            return super().from_string(tree, *rest, **named)

    return Placing


def placing() -> Any:
    return kind_of_environment()()


def everything_placed(placed: list[str]) -> None:
    """Refuse a template that would leave out what a page may not lack."""
    needed = NEEDED if "footer" in placed else (*NEEDED, *WHOSE_COPY)
    for name in needed:
        if name not in placed:
            raise TemplateRefused(Refusal.LACKS_PLACE, name)
    if placed.count("story") > 1:
        raise TemplateRefused(Refusal.STORY_PLACE)
