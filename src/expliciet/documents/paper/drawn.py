"""Drawings (svg) on paper: shapes and words, and nothing that runs or lies elsewhere.

A drawing is looked over each time that it is set. Whatever we do not know of is left
out, whoever made it.
"""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from ..limits import DEFAULT
from ..markup import Element, parse
from .carried import on_one_line
from .shown import shown

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in "svg g rect circle line path text".split()}
LOOKS = set(
    "width height viewBox x y x1 y1 x2 y2 cx cy r rx ry d transform fill stroke "
    "stroke-width stroke-dasharray font-size font-weight text-anchor".split()
)
ELSEWHERE = (":", "url", "\\")
"""What stands in a value that points at something."""

FONTS = "Libertinus Serif, DejaVu Sans Mono, New Computer Modern Math"
WIDEST, HIGHEST = 160.0, 200.0
"""Millimetres: a line of the page, and most of its height."""
DOTS = 200
"""To an inch, where a drawing has to become a picture of dots."""
BY_ITSELF = b"""
#let drawing = json(bytes(sys.inputs.drawing))
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(drawing.svg), format: "svg", width: drawing.width * 1mm)
"""


class Drawn(NamedTuple):
    """A plain drawing, and how many millimetres it takes on a page."""

    svg: str
    width: float
    height: float


def drawn(drawing: bytes, draw: Callable[[str], str] = shown) -> Drawn:
    """Only what we know of, with its words in signs that a page can show."""
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    root = parse(drawing, DEFAULT)
    if root.tag != f"{SVG}svg":
        raise ValueError("a drawing that is no svg")
    for element in list(root.iter()):
        if element.tag in SHAPES:
            keep_plain(element, draw)
        else:
            element.getparent().remove(element)
    root.set("font-family", FONTS)
    etree.cleanup_namespaces(root)
    width, height = float(root.get("width")), float(root.get("height"))
    scale = min(WIDEST / width, HIGHEST / height)
    svg = etree.tostring(root, encoding="unicode")
    return Drawn(svg, width * scale, height * scale)


def keep_plain(element: Element, draw: Callable[[str], str]) -> None:
    """Keep of one shape how it looks, and of words what they say."""
    for name, value in element.attrib.items():
        if name not in LOOKS or any(sign in value.lower() for sign in ELSEWHERE):
            del element.attrib[name]
    says = element.text if element.tag == f"{SVG}text" else None
    element.text = draw(on_one_line(says)) if says else None
    element.tail = None


def in_dots(drawing: Drawn) -> bytes:
    """The same as a picture (png), for a program that cannot show a drawing."""
    import typst

    made: Any = typst.compile(
        BY_ITSELF,
        format="png",
        ppi=DOTS,
        ignore_system_fonts=True,
        sys_inputs={"drawing": json.dumps(drawing._asdict())},
    )
    return bytes(made)
