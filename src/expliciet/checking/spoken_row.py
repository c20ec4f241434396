"""A row of a table as somebody would read it out: "Wie: gemeente · Wat: huis"."""

import re
from collections.abc import Iterator

from ..documents import tables_in
from ..rules import Finding
from .excerpt import ENOUGH, one_line, visible

BETWEEN = " · "
BARS = re.compile(r"\s*\|[\s|]*")
HEADS = frozenset(
    "nr nummer wie wat wanneer waar actie actiepunt afspraak actiehouder eigenaar "
    "verantwoordelijk verantwoordelijke trekker door datum gereed deadline termijn "
    "status stand onderwerp who what when action owner due date".split()
)

Cell = tuple[int, int]  # where it stands in the text
Piece = tuple[str, bool]  # words, and whether the question is about them


class SpokenRows:
    """The rows of all tables in a text, with the names of their columns."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rows: dict[int, tuple[list[str], list[Cell]]] = {}
        for starts, rows in tables_in(text) if "|" in text else ():
            heads = self.heads_of(rows)
            for at, (start, row) in enumerate(zip(starts, rows, strict=True)):
                self.rows[start] = (heads if at else [], row)

    def heads_of(self, rows: list[list[Cell]]) -> list[str]:
        """The first row, when it is ruled off or names things as a header does."""
        heads = [visible(self.text[start:end]).strip() for start, end in rows[0]]
        known = sum(head.lower().rstrip(".?:") in HEADS for head in heads)
        return heads if not rows[1] or known > 1 else []

    def spoken(self, finding: Finding, line_start: int) -> list[Piece]:
        """The row of this question; nothing when it is about no row, or a long one."""
        heads, row = self.rows.get(line_start, ([], []))
        if not row or row[-1][1] - row[0][0] > ENOUGH or finding.end > row[-1][1]:
            return []
        said: list[Piece] = []
        for at, (start, end) in enumerate(row):
            if start == end:
                continue
            head = heads[at] if at < len(heads) else ""
            said.append((BETWEEN if said else "", False))
            said.append((f"{head}: " if head else "", False))
            said += self.marked(finding, start, end)
        return said

    def marked(self, finding: Finding, start: int, end: int) -> Iterator[Piece]:
        """The words of a cell, cut where the span begins and ends."""
        left = min(max(start, finding.start), end)
        right = max(left, min(finding.end, end))
        yield visible(self.text[start:left]), False
        yield visible(self.text[left:right]), True
        yield visible(self.text[right:end]), False


def without_bars(wording: str) -> str:
    """A proposed row on one line, with dots where its bars stood."""
    line = BARS.sub(BETWEEN, one_line(wording)).strip(" ·")
    return re.sub(r" · (?=[,;.])|(?<=:) ·", "", line)
