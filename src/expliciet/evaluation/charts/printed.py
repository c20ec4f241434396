"""A chart as it goes on paper: its looks in itself, in shades that stay apart in grey.

Shapes and words are those of the screen, with nothing added.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from .look import LETTER_SIZE

INK, DARK, LIGHT = "#1c2b33", "#14566b", "#c9dde3"
SHADES = {"color-0": DARK, "color-1": LIGHT, "color-2": DARK}
ANCHORS = {"axis x": "middle", "axis y": "end"}
Looks = dict[str, str]


class Printed(NamedTuple):
    """A drawing for on paper, and all that it shows in words."""

    drawing: bytes
    told: str


def printed(svg: bytes) -> Printed:
    """The same chart, without what only the screen knows how to hide."""
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    root = etree.fromstring(svg)
    title, told = (root.findtext(f"{{*}}{name}") for name in ("title", "desc"))
    for element in list(hidden(root)):
        element.getparent().remove(element)
    for element in root.iter():
        element.attrib.update(looks(element))
    return Printed(etree.tostring(root), f"{(title or '').rstrip('.')}: {told}")


def classes(element: Any) -> set[str]:
    return set(element.get("class", "").split())


def hidden(root: Any) -> Iterator[Any]:
    """The ground, the lines of an axis, and what lies before a first quartile."""
    for element in root.iter():
        named = classes(element)
        if "background" in named or ("line" in named and "reactive" not in named):
            yield element
        if "horizontalstackedbar-graph" in named:
            yield from element.iterfind(".//{*}g[@class='series serie-0 color-0']")


def looks(element: Any) -> Looks:
    named, shape = classes(element), element.tag.rpartition("}")[2]
    if shape == "text":
        return {"fill": INK, "stroke": "none", "font-size": str(LETTER_SIZE)}
    if "series" in named:
        (shade,) = named & SHADES.keys()
        return {"fill": SHADES[shade], "stroke": DARK, "stroke-width": "1"}
    if "axis" in named:
        return {"text-anchor": ANCHORS[element.get("class")]}
    if "line" in named:
        return {"fill": "none", "stroke-width": "2"}
    return {}
