"""Tables in plain text: a line for each row, a bar between its cells.

A row of ours has " | " between its cells and nothing around them. Markdown, also
when it is pasted into plain text, puts bars around the row too, rules a line below
the header and cares little for white space.
"""

import re
from collections.abc import Iterator
from itertools import islice

Words = tuple[int, int]  # where they stand in the text
Row = list[Words]  # a ruling is a row without cells

BORDER = " | "
OUR_BORDER = re.compile(r"(?: |(?<= )|^)\|(?: |$)")
BAR = re.compile(r"(?<!\\)\|")
RULING = re.compile(r":?-{3,}:?")
RULING_BELOW_HEADER = re.compile(r":?-+:?")
BARRED = re.compile(r"\|.*\|\s*$")
FENCE = re.compile(r" {0,3}(?:```|~~~)")
MOST = 63  # cells in a row; Word has no room for more


def in_our_rows(text: str, *, same_lines: bool = False) -> str:
    """The same text with every table in rows of ours; empty rows fall away.

    A table of one column is a frame around lines: there an empty row is a blank line.
    With `same_lines` blank ones make up for what fell away, above the table for its
    ruling and below it for the rest, so that most words stay on their line.
    """
    written: list[str] = []
    for line, rows in lines_and_tables(text):
        said = [[text[start:end] for start, end in row] for row in rows if row]
        kept = [BORDER.join(cells) for cells in said if any(cells) or len(cells) == 1]
        rulings = len(rows) - len(said)
        if not rows:
            written.append(text[slice(*line)])
        elif same_lines:
            fallen = len(said) - len(kept)
            written += [*[""] * rulings, *kept, *[""] * fallen]
        else:
            written += kept
    return "\n".join(written)


def lines_and_tables(text: str) -> Iterator[tuple[Words, list[Row]]]:
    """The text in order: a line, or the table that begins at it."""
    lines = list(lines_of(text))
    at = 0
    after_table = False  # two tables in a row would grow together in Word
    fenced = False  # an example of a table rather than a table
    while at < len(lines):
        fenced ^= bool(FENCE.match(text, *lines[at]))
        rows = [] if after_table or fenced else table_at(text, lines, at)
        yield lines[at], rows
        after_table = bool(rows)
        at += len(rows) or 1


def tables_in(text: str) -> Iterator[tuple[list[int], list[Row]]]:
    """Every table: where its lines start, and their cells."""
    for (start, _), rows in lines_and_tables(text):
        starts = [start]
        for _ in rows[1:]:
            starts.append(text.index("\n", starts[-1]) + 1)
        if rows:
            yield starts, rows


def lines_of(text: str) -> Iterator[Words]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def table_at(text: str, lines: list[Words], at: int) -> list[Row]:
    """The rows of the table that begins at this line, its rulings among them."""
    header = text[slice(*lines[at])]
    if "|" not in header or is_ruling(header):
        return []
    opening = lines[at : at + 3]
    if not any(has_words(text[slice(*line)]) for line in opening):
        return []
    below = text[slice(*opening[1])] if len(opening) > 1 else ""
    barred = bool(BARRED.match(header))
    if is_ruling(below, RULING_BELOW_HEADER if barred else RULING):
        barred = below.lstrip().startswith("|")
        rows = loose_rows(text, lines, at, fewest=1, barred=barred)
    elif barred:
        rows = loose_rows(text, lines, at, fewest=2, barred=True)
    else:
        rows = our_rows(text, lines, at)
    return filled(rows) if len(rows) > 1 else []


def is_ruling(line: str, pattern: re.Pattern[str] = RULING) -> bool:
    """The line below the header of a markdown table."""
    cells = line.strip().removeprefix("|").removesuffix("|").split("|")
    return "|" in line and all(pattern.fullmatch(cell.strip()) for cell in cells)


def has_words(line: str) -> bool:
    return bool(line.strip("|:- \t"))


def our_rows(text: str, lines: list[Words], at: int) -> list[Row]:
    """Rows that all have as many cells; nothing but borders is no row."""
    rows: list[Row] = []
    for line in islice(lines, at, None):
        row = cells_in(text, line, OUR_BORDER)
        fits = len(row) == len(rows[0]) if rows else 1 < len(row) <= MOST
        if not fits or not any(start < end for start, end in row):
            break
        rows.append(row)
    return rows


def loose_rows(
    text: str, lines: list[Words], at: int, *, fewest: int, barred: bool
) -> list[Row]:
    """Rows as markdown has them; in a barred table bars stand around them too."""
    rows: list[Row] = []
    for line in islice(lines, at, None):
        words = text[slice(*line)]
        below_header = barred and len(rows) == 1
        if rows and is_ruling(words, RULING_BELOW_HEADER if below_header else RULING):
            rows.append([])
            continue
        row = [trimmed(text, cell) for cell in cells_in(text, line, BAR)]
        if barred or (rows and len(row) > len(rows[0])):
            row = without_outer(row)
        if "|" not in words or not fewest <= len(row) <= MOST:
            break
        rows.append(row)
    return rows


def cells_in(text: str, line: Words, border: re.Pattern[str]) -> Row:
    start, end = line
    cells = []
    for found in border.finditer(text[start:end]):
        cells.append((start, line[0] + found.start()))
        start = line[0] + found.end()
    return [*cells, (start, end)]


def trimmed(text: str, cell: Words) -> Words:
    """A cell without the white space around its words."""
    words = text[slice(*cell)]
    start = cell[0] + len(words) - len(words.lstrip())
    return start, max(start, cell[0] + len(words.rstrip()))


def without_outer(row: Row) -> Row:
    """Without the nothing that stands outside the bars around a row."""
    if len(row) > 1 and row[0][0] == row[0][1]:
        row = row[1:]
    if len(row) > 1 and row[-1][0] == row[-1][1]:
        row = row[:-1]
    return row


def filled(rows: list[Row]) -> list[Row]:
    """Every row as long as the longest, with empty cells."""
    columns = max(map(len, rows))
    return [
        row + [(row[-1][1], row[-1][1])] * (columns - len(row)) if row else row
        for row in rows
    ]
