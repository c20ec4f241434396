"""Takes away what a printer repeats on every page: heads, feet, page numbers."""

import re
from collections import Counter

EDGE = 3  # lines at the top and bottom of a page that may be a running head
LONGEST = 200  # no running head is longer
PAGE_NUMBER = re.compile(
    r"(?:pagina|page|blz\.?|p\.)?\s*[-–]?\s*\d{1,4}\s*(?:(?:/|van|of)\s*\d{1,4})?\s*[-–]?",
    re.IGNORECASE,
)


def without_running_heads(pages: list[list[str]]) -> list[str]:
    """The lines of all pages in order, without what most pages share."""
    pages = [trimmed(page) for page in pages]
    pages = [page for page in pages if page]
    if len(pages) < 2:
        return [line for page in pages for line in page]
    seen = Counter(
        key for page in pages for key in {shape(page[i]) for i in edges(page)}
    )
    repeated = {key for key, times in seen.items() if times * 2 > len(pages)}
    kept: list[str] = []
    for page in pages:
        dropped = {at for at in edges(page) if shape(page[at]) in repeated}
        kept += trimmed([line for at, line in enumerate(page) if at not in dropped])
    return kept


def edges(page: list[str]) -> set[int]:
    """The places of the first and last few lines."""
    return {*range(min(EDGE, len(page))), *range(max(0, len(page) - EDGE), len(page))}


def shape(line: str) -> str:
    """What a line looks like apart from its page number."""
    line = line.strip()
    if len(line) > LONGEST:
        return line
    if PAGE_NUMBER.fullmatch(line):
        return "#"
    # Only a number that ends or begins a line can be a page number.
    return re.sub(r"(?:(?<=\s)\d{1,4}|\d{1,4}\s*(?:/|van|of)\s*\d{1,4})$", "#", line)


def trimmed(lines: list[str]) -> list[str]:
    """Without blank lines at either end."""
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]
