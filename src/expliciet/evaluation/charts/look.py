"""The colours and letters of a chart: those of the theme, by day and in the dark."""

from dataclasses import dataclass
from typing import Any

from .library import drawing

LETTERS = "system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"
LETTER_SIZE = 14
LONGEST_LABEL = 28
WIDTH = 640


@dataclass(frozen=True, slots=True)
class Colours:
    paper: str
    ink: str
    rule: str
    bar: str
    second: str


DAYLIGHT = Colours("#fffdf8", "#14202b", "#cfc5b2", "#1f7377", "#87bdb9")
DARK = Colours("#17222b", "#f1ede4", "#3e515f", "#62bbba", "#2f6c70")


def options(height: int, *, lying: bool = False) -> dict[str, Any]:
    """What all charts have in common; lying ones have their labels at the left."""
    return {
        "style": style(),
        "css": ["file://style.css", "file://graph.css", f"inline:{in_the_dark()}"],
        "js": [],
        "no_prefix": True,
        "show_legend": False,
        "width": WIDTH,
        "height": height,
        "explicit_size": True,
        "margin": 14,
        "print_values": True,
        "print_zeroes": True,
        "show_x_labels": not lying,
        "show_y_labels": lying,
        "truncate_label": -1,
        "no_data_text": "",
    }


def style() -> Any:
    """The theme by daylight, as pygal wants to hear it."""
    return drawing().style.Style(
        background=DAYLIGHT.paper,
        plot_background=DAYLIGHT.paper,
        foreground=DAYLIGHT.ink,
        foreground_strong=DAYLIGHT.ink,
        foreground_subtle=DAYLIGHT.rule,
        guide_stroke_color=DAYLIGHT.rule,
        major_guide_stroke_color=DAYLIGHT.rule,
        colors=(DAYLIGHT.bar, DAYLIGHT.second, DAYLIGHT.bar),
        value_colors=(DAYLIGHT.ink,) * 3,
        font_family=LETTERS,
        label_font_size=LETTER_SIZE,
        major_label_font_size=LETTER_SIZE,
        value_font_size=LETTER_SIZE,
        opacity="1",
        opacity_hover="1",
        stroke_opacity="1",
        stroke_width="2",
        transition="0s",
    )


def in_the_dark() -> str:
    """The same picture where the machine asks for dark colours."""
    return (
        "@media (prefers-color-scheme: dark) {"
        f"svg {{background-color: {DARK.paper};}}"
        f".graph > .background, .plot > .background {{fill: {DARK.paper};}}"
        f"text, .text-overlay .series text, .axis text.major {{fill: {DARK.ink};}}"
        f".axis .line {{stroke: {DARK.ink};}}"
        f".axis .guide.line, .axis .major.guide.line {{stroke: {DARK.rule};}}"
        f".color-0, .color-2 {{fill: {DARK.bar}; stroke: {DARK.bar};}}"
        f".color-1 {{fill: {DARK.second}; stroke: {DARK.second};}}"
        "}"
    )
