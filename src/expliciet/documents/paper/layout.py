"""What a pdf and a Word file share: the words around the content, and its measures."""

from .carried import on_one_line
from .sheet import Grid, Paper, Part

A_NAME, A_NUMBER = 70, 40  # characters that fit above and below a page

MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober "
    "november december".split(),
    "en": "January February March April May June July August September October "
    "November December".split(),
}


def moment(paper: Paper) -> str:
    """When it was made, written out: 3 december 2026, 09:05."""
    at = paper.made_at
    return f"{at.day} {MONTHS[paper.language][at.month - 1]} {at.year}, {at:%H:%M}"


def header(paper: Paper) -> tuple[str, str, str]:
    """On top of every page: the house, the number, and whether it is confidential."""
    return (
        on_one_line(paper.house, A_NAME),
        on_one_line(paper.number, A_NUMBER),
        on_one_line(paper.words.confidential) if paper.confidential else "",
    )


def footer(paper: Paper) -> str:
    """Whose copy this is, at the foot of every page."""
    name = on_one_line(paper.made_for, A_NAME)
    number = on_one_line(paper.export_number, A_NUMBER)
    said = (
        f"{paper.words.made_for} {name}" if name else "",
        moment(paper),
        f"{paper.words.export} {number}" if number else "",
    )
    return " · ".join(on_one_line(each) for each in said if each)


DEEPEST = 3


def levels(parts: tuple[Part, ...]) -> list[int]:
    """The level of each heading, without a step being skipped on the way down."""
    found: list[int] = []
    reached = 0
    for part in parts:
        level = max(1, min(part.level, reached + 1, DEEPEST))
        found.append(level)
        if part.heading.strip():
            reached = level
    return found


A_LINE = 100  # characters of a table on one line, over all of its columns
SHORT = 18  # a date, a name: what we would rather not break
AROUND = 3  # the white beside a text


def shares(grid: Grid) -> list[int]:
    """How wide the columns of a table are, beside each other.

    Short texts get the room they ask; long ones share what is left, by the root of
    their length, so that one does not starve the others.
    """
    columns = [
        [header, *(row[at] for row in rows(grid))]
        for at, header in enumerate(grid.headers)
    ]
    lengths = [max(map(len, texts)) for texts in columns]
    roots = [0.0 if length <= SHORT else length**0.5 for length in lengths]
    asked = sum(length + AROUND for length in lengths if length <= SHORT)
    left = A_LINE - asked
    if left < SHORT * sum(map(bool, roots)):  # so many columns: each in its measure
        return [max(6, min(length, SHORT)) for length in lengths]
    return [
        round(left * root / sum(roots)) if root else length + AROUND
        for length, root in zip(lengths, roots, strict=True)
    ]


def rows(grid: Grid) -> list[tuple[str, ...]]:
    """Its rows, each with a cell under every header."""
    width = len(grid.headers)
    return [row + ("",) * (width - len(row)) for row in grid.rows]
