"""From a chart of pygal to bytes in which nothing stands but the picture."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ...checking.harmless import harmless
from .cells import Cell, Spread
from .look import LONGEST_LABEL
from .lying import write_labels

ROOM_FOR_WORDS = 1.4
"""How much further than its highest value a chart runs."""
# A tooltip asks for a script; what it would have told stands beside the bars.
UNSEEN = {"script", "desc", "title"}


class Placed(NamedTuple):
    """Where printed words come, seen from where pygal has them."""

    anchor: str
    x: int = 0
    y: int = 0


BESIDE = Placed("start")


def shown(cell: Cell | Spread) -> str:
    return harmless(cell.words)


def labels(cells: Iterable[Cell | Spread]) -> list[str]:
    """Shortened where they are long; the table beside it has them whole."""
    return [shorten(harmless(cell.label)) for cell in cells]


def shorten(label: str) -> str:
    long = len(label) > LONGEST_LABEL
    return f"{label[: LONGEST_LABEL - 1].rstrip()}…" if long else label


def spoken(value: float, words: str) -> dict[str, Any]:
    """A value of which these words are printed."""
    return {"value": value, "formatter": lambda _: words}


def reach(values: Iterable[float | None]) -> tuple[float, float]:
    """From nothing to a little beyond the highest, so that words fit."""
    highest = max((value for value in values if value), default=0)
    return 0, highest * ROOM_FOR_WORDS or 1


def drawn(
    chart: Any, title: str, cells: Sequence[Cell | Spread], placed: Placed
) -> bytes:
    """The picture, with its title and all it shows in words for who cannot see it."""
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    root = chart.render_tree()
    strip(root)
    if placed is BESIDE:
        write_labels(root, reversed(cells))
    for words in root.iter("text"):
        if "value" in words.get("class", "").split():
            words.set("x", f"{float(words.get('x')) + placed.x:.1f}")
            words.set("y", f"{float(words.get('y')) + placed.y:.1f}")
            words.set("text-anchor", placed.anchor)
    describe(root, title, cells)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def strip(root: Any) -> None:
    """Take out scripts, remarks with the day of today, and what only tooltips use."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in UNSEEN or idle(element):
            element.getparent().remove(element)
    for element in root.iter():
        element.attrib.pop("style", None)
    root.attrib.pop("id", None)


def idle(element: Any) -> bool:
    return "tooltip-overlay" in element.get("class", "").split()


def describe(root: Any, title: str, cells: Iterable[Cell | Spread]) -> None:
    from lxml import etree

    told = "; ".join(f"{harmless(cell.label)}: {shown(cell)}" for cell in cells)
    for at, (tag, words) in enumerate([("title", harmless(title)), ("desc", told)]):
        element = etree.Element(tag, id=tag)
        element.text = words
        root.insert(at, element)
    root.set("role", "img")
    root.set("aria-labelledby", "title desc")
