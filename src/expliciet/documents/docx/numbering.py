"""Counts list items along with Word, so that "zie punt 3" still finds its point."""

import re
from dataclasses import dataclass, field

from ..markup import Element
from ..numerals import written
from .styles import Listed, number, value

LEVELS = 9
PATTERN = 40  # room for all nine numbers; more would let one list fill the memory


@dataclass(slots=True)
class Level:
    """How one depth of a list looks: bullets, or numbers of a kind."""

    start: int = 1
    kind: str = "bullet"
    pattern: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    shapes: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)

    def mark(self, listed: Listed) -> str:
        """What stands before the next item of this list: "- ", "3. ", "b) "."""
        if listed.number not in self.abstract:
            return "" if listed.number in ("", "0") else "- "
        shape_id = self.abstract[listed.number]
        shape = self.shapes.get(shape_id, {})
        counts = self.counts.setdefault(shape_id, [None] * LEVELS)
        for level, start in self.restarts.pop(listed.number, {}).items():
            counts[level:] = [start - 1, *[None] * (LEVELS - level - 1)]
        level_shape = shape.get(listed.level, Level())
        count = counts[listed.level]
        counts[listed.level] = level_shape.start if count is None else count + 1
        counts[listed.level + 1 :] = [None] * (LEVELS - listed.level - 1)
        if level_shape.kind == "none":
            return ""
        if level_shape.kind == "bullet":
            return "- "
        shown = re.sub(
            r"%([1-9])",
            lambda match: self.shown(shape, counts, int(match[1]) - 1),
            level_shape.pattern,
        ).strip()
        return f"{shown} " if re.search(r"\w", shown) else "- "

    def shown(
        self, shape: dict[int, Level], counts: list[int | None], level: int
    ) -> str:
        level_shape = shape.get(level, Level(kind="decimal"))
        count = counts[level]
        return written(level_shape.start if count is None else count, level_shape.kind)


def read_numbering(root: Element | None, w: str) -> Numbering:
    """The lists a document defines."""
    numbering = Numbering()
    if root is None:
        return numbering
    for shape in root.iter(f"{w}abstractNum"):
        numbering.shapes[shape.get(f"{w}abstractNumId", "")] = {
            depth(level, w): Level(
                start=first(level, f"{w}start", w, 1),
                kind=value(level.find(f"{w}numFmt"), w) or "decimal",
                pattern=value(level.find(f"{w}lvlText"), w)[:PATTERN],
            )
            for level in shape.findall(f"{w}lvl")
        }
    for use in root.iter(f"{w}num"):
        name = use.get(f"{w}numId", "")
        numbering.abstract[name] = value(use.find(f"{w}abstractNumId"), w)
        numbering.restarts[name] = {
            depth(change, w): first(change, f"{w}startOverride", w, 1)
            for change in use.findall(f"{w}lvlOverride")
            if change.find(f"{w}startOverride") is not None
        }
    return numbering


def depth(element: Element, w: str) -> int:
    found = element.get(f"{w}ilvl", "0")
    return min(int(found), LEVELS - 1) if found.isdecimal() and len(found) < 4 else 0


def first(element: Element, tag: str, w: str, otherwise: int) -> int:
    found = number(element.find(tag), w)
    return otherwise if found is None else found
