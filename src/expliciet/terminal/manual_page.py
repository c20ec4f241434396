"""A page of Markdown on a terminal: lines folded, signs turned into ink."""

import re
from collections.abc import Iterator

from ..checking import Paint, columns

BULLET = re.compile(r"(\s*(?:[-*]|\d+\.)\s+)(.*)", re.DOTALL)
BOLD = re.compile(r"\*\*(.+?)\*\*|`([^`]+)`")
LEANING = re.compile(r"(?<![\w*])[*_]([^*_\n]+)[*_](?![\w*])")


def rendered(markdown: str, wide: int, paint: Paint | None) -> str:
    """Headings, lists and paragraphs, no wider than the screen."""
    return "\n".join(_lines(markdown, wide, paint))


def _lines(markdown: str, wide: int, paint: Paint | None) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", markdown.strip()):
        yield from _block(block, wide, paint)
        yield ""


def _block(block: str, wide: int, paint: Paint | None) -> Iterator[str]:
    gathered = ""
    for line in block.splitlines():
        begins = line.startswith(("#", "|")) or BULLET.match(line)
        if begins and gathered:
            yield from _piece(gathered, wide, paint)
            gathered = ""
        gathered = line if not gathered else f"{gathered} {line.strip()}"
        if line.startswith(("#", "|")):
            yield from _piece(gathered, wide, paint)
            gathered = ""
    if gathered:
        yield from _piece(gathered, wide, paint)


def _piece(piece: str, wide: int, paint: Paint | None) -> Iterator[str]:
    if piece.startswith("#"):
        heading = piece.lstrip("#").strip()
        yield paint("heading", heading) if paint else heading
        return
    if piece.startswith("|"):
        yield piece
        return
    bullet = BULLET.fullmatch(piece)
    first, words = bullet.groups() if bullet else ("  ", piece.strip())
    indent = " " * len(first)
    words = LEANING.sub(r"\1", words)
    for at, line in enumerate(columns.wrapped(_spared(words), wide - len(first))):
        yield (first if at == 0 else indent) + _inked(line, paint)


def _spared(words: str) -> str:
    """Keep the words of one sign together, so that ink never runs over a line end."""
    return BOLD.sub(lambda found: found.group().replace(" ", "\u00a0"), words)


def _inked(line: str, paint: Paint | None) -> str:
    def ink(found: re.Match[str]) -> str:
        words = found[1] or found[2]
        if paint is None:
            return words
        return paint("heading" if found[1] else "code", words)

    return BOLD.sub(ink, line).replace("\u00a0", " ")
