"""The lines of minutes: headings, list items, table rows, paragraphs.

Structure comes first: an owner in a table column or a heading with a name counts, and a
line that wraps is one line. Light marks are understood (``# heading``, ``- item``,
``1. item``, ``a | b | c``), and so are the habits of plain notes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(r"\s*(?:[-*•·▪◦–+>]|(?:\d{1,3}|[a-zA-Z])[.)]|\[[ xX]?\])\s+")
_NUMBERED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+\S")
_LETTERED = re.compile(r"\s*[A-Z][.)]\s+[A-Z]")
_HASH = re.compile(r"\s*#{1,6}\s+")
_RULER = re.compile(r"[\s|:+=_*-]+$")
# A run of white space is read once, however long: nothing starts halfway through it.
_SPACE = r"(?<![^\S\n])\s++"
_PIPE = re.compile(rf"(?:{_SPACE})?\|\s*|\t+")
_DASH = re.compile(rf"{_SPACE}[–—-]\s+")
_DRAWN = re.compile(r"[|\t]")
_SENTENCE = re.compile(r"[a-zà-ÿ]{4}[.!?] [A-Z]")
"""A sentence that ends and another that begins: no heading, but a line that wraps."""
_SAID = re.compile(r"[.!?;,:…]['\"’”)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, list item, heading or table row, as a span of the text."""

    start: int
    end: int
    kind: str
    """``heading``, ``item``, ``row`` or ``text``."""
    marker: int = 0
    """Length of the bullet or number in front."""
    cells: tuple[tuple[int, int], ...] = ()


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text, in order; nothing but white space lies between them."""
    lines = [m.span() for m in _LINE.finditer(text) if not m.group().isspace()]
    alone = len(lines) == 1
    told = [(s, e) for s, e in lines if not _DRAWN.search(text, s, e)]
    punctuated = sum(_is_said(text, line) for line in told)
    spoken = punctuated * 2 >= len(told)
    small = sum(_begins_small(text[s:e].lstrip()) for s, e in told)
    capital = small * 3 < len(told)
    position = 0
    while position < len(lines):
        start, end = lines[position]
        position += 1
        if _RULER.match(text, start, end) and _RULER.match(text[start:end]):
            continue
        following = lines[position] if position < len(lines) else None
        if _is_heading(text, start, end, alone, spoken) and not (
            following and _goes_on(text, (start, end), following)
        ):
            hashes = _HASH.match(text, start, end)
            yield Piece(start, end, "heading", hashes.end() - start if hashes else 0)
            continue
        cells = _cells(text, start, end)
        if cells:
            yield Piece(start, end, "row", 0, cells)
            continue
        first = start
        while position < len(lines) and (
            _wraps(text, first, (start, end), lines[position])
            or (capital and _goes_on_small(text, (start, end), lines[position]))
        ):
            start, end = lines[position]
            position += 1
        marker = _MARKER.match(text, first, end)
        kind = "item" if marker else "text"
        yield Piece(first, end, kind, marker.end() - first if marker else 0)


def _wraps(
    text: str, first: int, line: tuple[int, int], following: tuple[int, int]
) -> bool:
    """Whether the following line goes on with the sentence of this one."""
    start, end = line
    next_start, next_end = following
    between = text[end:next_start]
    said = _is_said(text, line)
    if between.count("\n") > 1 or (said and text[end - 1] != ","):
        return False
    if _starts_anew(text, following):
        return False
    word = text[next_start:next_end].split(maxsplit=1)[0]
    if end - start >= 40 and (word[0].islower() or text[end - 1] == ","):
        return True
    width = max(end - start, next_end - next_start, 60)
    return end - start >= 50 and (end - start) + 1 + len(word) > width


def _is_said(text: str, line: tuple[int, int]) -> bool:
    """Whether the line ends in a mark: nothing of its sentence has to follow."""
    start, end = line
    return _SAID.search(text, max(start, end - 8), end) is not None


def _starts_anew(text: str, line: tuple[int, int]) -> bool:
    """A list item, a marked heading or a table row goes on with nothing."""
    if _MARKER.match(text, *line) or _HASH.match(text, line[0]):
        return True
    return bool(_cells(text, *line))


def _is_heading(text: str, start: int, end: int, alone: bool, spoken: bool) -> bool:
    if _HASH.match(text, start, end):
        return True
    marked = _MARKER.match(text, start, end) and not _NUMBERED.match(text, start)
    if alone or (marked and not (spoken and _LETTERED.match(text, start))):
        return False
    line = text[start:end].strip().strip("*_")
    words = line.split()
    if len(words) > 12 or len(line) > 90 or "|" in line or "\t" in line:
        return False
    if _SAID.search(line) and not (line.endswith(":") and len(words) <= 4):
        return False
    if len(_DASH.findall(line)) > 2 or _begins_small(line) or _SENTENCE.search(line):
        return False
    if line.isupper() and len(line) > 3:
        return True
    if spoken:
        return True
    return bool(_NUMBERED.match(text, start, end)) and len(words) <= 5


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """A long line with a small letter under it is no heading, but wraps."""
    if _HASH.match(text, *line) or line[1] - line[0] < 40:
        return False
    first = text[following[0] : following[1]].split(maxsplit=1)[0]
    return first[0].islower() and _wraps(text, line[0], line, following)


def _goes_on_small(
    text: str, line: tuple[int, int], following: tuple[int, int]
) -> bool:
    """In a text of sentences with capitals, a line with a small letter goes on."""
    start, end = line
    if end - start < 20 or _is_said(text, line) or _starts_anew(text, following):
        return False
    return text[following[0] : following[1]].lstrip()[:1].islower()


def _begins_small(line: str) -> bool:
    """Whether the first word, a number in front left out, has no capital."""
    return line.lstrip("0123456789.) ")[:1].islower()


def _cells(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The cells of a table row: by pipes or tabs, or by three or more spaced dashes."""
    marks = list(_PIPE.finditer(text, start, end))
    if len(marks) < 2:
        marks = list(_DASH.finditer(text, start, end))
        if len(marks) < 3:
            return ()
    starts = [start, *(m.end() for m in marks)]
    ends = [*(m.start() for m in marks), end]
    spans = zip(starts, ends, strict=True)
    return tuple((s, e) for s, e in spans if text[s:e].strip(" .;"))
