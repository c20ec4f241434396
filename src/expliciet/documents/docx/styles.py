"""What a paragraph style says about heading level and list."""

import re
from dataclasses import dataclass

from ..markup import Element

HEADING = re.compile(r"(?:heading|kop) ([1-9])", re.IGNORECASE)
TITLES = {"title", "titel"}
GENERATIONS = 12
BODY_LEVEL = 9  # the outline level that means "no heading after all"


@dataclass(frozen=True, slots=True)
class Listed:
    """A place in a numbered or bulleted list."""

    number: str
    level: int


@dataclass(frozen=True, slots=True)
class Style:
    """One style, as far as the text is concerned."""

    based_on: str
    heading: int | None
    listed: Listed | None


def read_styles(root: Element | None, w: str) -> dict[str, Style]:
    """Styles by the identifier that paragraphs use."""
    if root is None:
        return {}
    return {
        style.get(f"{w}styleId", ""): read_style(style, w)
        for style in root.iter(f"{w}style")
    }


def read_style(style: Element, w: str) -> Style:
    name = value(style.find(f"{w}name"), w).strip()
    properties = style.find(f"{w}pPr")
    heading = outline(properties, w)
    if match := HEADING.fullmatch(name):
        heading = int(match[1])
    elif name.lower() in TITLES:
        heading = 1
    return Style(
        based_on=value(style.find(f"{w}basedOn"), w),
        heading=heading,
        listed=listing(properties, w),
    )


def heading_of(styles: dict[str, Style], style_id: str) -> int | None:
    """The heading level a style gives, itself or by what it is based on."""
    for style in lineage(styles, style_id):
        if style.heading is not None:
            return style.heading or None
    return None


def list_of(styles: dict[str, Style], style_id: str) -> Listed | None:
    """The list a style puts its paragraphs in."""
    for style in lineage(styles, style_id):
        if style.listed is not None:
            return style.listed
    return None


def lineage(styles: dict[str, Style], style_id: str) -> list[Style]:
    """A style and its forebears, as far back as Word itself would go."""
    found: list[Style] = []
    while style_id in styles and len(found) < GENERATIONS:
        found.append(styles[style_id])
        style_id = styles[style_id].based_on
    return found


def outline(properties: Element | None, w: str) -> int | None:
    """The outline level in paragraph properties: 1 and up, 0 for body text."""
    if properties is None:
        return None
    level = number(properties.find(f"{w}outlineLvl"), w)
    if level is None:
        return None
    return level + 1 if 0 <= level < BODY_LEVEL else 0


def listing(properties: Element | None, w: str) -> Listed | None:
    """The list named in paragraph properties."""
    found = None if properties is None else properties.find(f"{w}numPr")
    if found is None:
        return None
    level = number(found.find(f"{w}ilvl"), w) or 0
    return Listed(value(found.find(f"{w}numId"), w), max(0, min(level, 8)))


def value(element: Element | None, w: str) -> str:
    """The `val` that most of Word's elements carry."""
    return "" if element is None else element.get(f"{w}val", "")


def number(element: Element | None, w: str) -> int | None:
    """The same, as a whole number of a believable size."""
    found = value(element, w)
    return int(found) if re.fullmatch(r"\d{1,6}", found, re.ASCII) else None
