"""Lines on a printed page, and the white between them that makes paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

BULLET = re.compile(r"[•◦▪▫‣●○■□–]\s+(?=\S)|[\uf0b7\uf0a7]\s*(?=\S)")
COMMON = 0.1  # a distance that at least one line in ten keeps is line spacing
WIDER = 1.25  # what a reader sees as a gap between paragraphs


@dataclass(slots=True)
class Line:
    """One printed line and how high on the page it stands."""

    text: str = ""
    height: float | None = None
    size: float | None = None  # of its first letters


@dataclass(slots=True)
class Page:
    """Collects the fragments that the parser calls out."""

    lines: list[Line] = field(default_factory=lambda: [Line()])

    def hear(
        self,
        text: str,
        placed: Sequence[float],
        within: Sequence[float],
        font: object,
        size: float,
    ) -> None:
        """A fragment, its transformation and its text matrix."""
        for at, part in enumerate(text.split("\n")):
            if at:
                self.lines.append(Line())
            line = self.lines[-1]
            line.text += part
            if line.height is None and part.strip():
                line.size = size
                line.height = placed[1] * within[4] + placed[3] * within[5] + placed[5]


def spaced(pages: list[list[Line]]) -> list[list[str]]:
    """The lines as text, with a blank one where the page leaves white."""
    spacing = line_spacing(pages)
    written = []
    for page in pages:
        lines: list[str] = []
        for before, line in zip([Line(), *page], page, strict=False):
            distance = gap(before, line)
            another_size = distance > 1 and before.size != line.size
            if spacing and (distance > WIDER * spacing or another_size):
                lines.append("")
            found = BULLET.match(line.text)
            text = f"- {line.text[found.end() :]}" if found else line.text
            lines.append(text.rstrip())
        written.append(lines)
    return written


def line_spacing(pages: list[list[Line]]) -> float:
    """The smallest distance between lines that is common in the document."""
    distances = Counter(
        round(gap(before, line) * 2) / 2
        for page in pages
        for before, line in pairwise(page)
        if gap(before, line) > 1
    )
    enough = COMMON * distances.total()
    return min((gap for gap, times in distances.items() if times >= enough), default=0)


def gap(before: Line, line: Line) -> float:
    """How far a line stands below the one before it."""
    if before.height is None or line.height is None:
        return 0.0
    return before.height - line.height
