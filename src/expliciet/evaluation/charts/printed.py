"""A chart that has its looks in itself: for paper, in shades that stay apart in grey.

Shapes and words are those of the screen, with nothing added.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from .look import LETTER_SIZE

ANCHORS = {"axis x": "middle", "axis y": "end"}
Looks = dict[str, str]


class Shades(NamedTuple):
    ink: str
    dark: str
    light: str

    @property
    def by_name(self) -> dict[str, str]:
        """As pygal calls them, one for each series."""
        return {"color-0": self.dark, "color-1": self.light, "color-2": self.dark}


PAPER = Shades("#1c2b33", "#14566b", "#c9dde3")
THEME = Shades(
    "currentcolor",
    "var(--voorbeeld-kleuren-violet-400)",
    "var(--voorbeeld-kleuren-violet-300)",
)
"""Those of the page on which it stands, by day and in the dark."""


class Printed(NamedTuple):
    """A drawing for on paper, and all that it shows in words."""

    drawing: bytes
    told: str


def printed(svg: bytes, shades: Shades = PAPER) -> Printed:
    """The same chart, without what only the screen knows how to hide."""
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    root = etree.fromstring(svg)
    title, told = (root.findtext(f"{{*}}{name}") for name in ("title", "desc"))
    for element in list(hidden(root)):
        element.getparent().remove(element)
    for element in root.iter():
        element.attrib.update(looks(element, shades))
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


def looks(element: Any, shades: Shades) -> Looks:
    named, shape = classes(element), element.tag.rpartition("}")[2]
    if shape == "text":
        return {"fill": shades.ink, "stroke": "none", "font-size": str(LETTER_SIZE)}
    if "series" in named:
        (name,) = named & shades.by_name.keys()
        shade = shades.by_name[name]
        return {"fill": shade, "stroke": shades.dark, "stroke-width": "1"}
    if "axis" in named:
        return {"text-anchor": ANCHORS[element.get("class")]}
    if "line" in named:
        return {"fill": "none", "stroke-width": "2"}
    return {}
