"""Sets a paper as a pdf that reads well, also aloud, and that keeps.

It is made to PDF/UA-1 and PDF/A-2a: the typesetter refuses a page that lacks what those
ask. What people wrote goes in as data, never as part of the program that sets the page.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .carried import carried, on_one_line
from .drawn import drawn
from .layout import footer, header, levels, rows, shares
from .sheet import Block, Bullets, Facts, Grid, Paper, Paragraph, Picture
from .shown import plainest, shown

TEMPLATE = Path(__file__).with_name("paper.typ")
Say = Callable[[str], str]


def as_pdf(paper: Paper) -> bytes:
    """The paper as a pdf; the same paper gives the same bytes."""
    import typst

    try:
        return setting(paper, shown)
    except typst.TypstError:
        # A mark may sit on a letter for which no font has the two together.
        return setting(paper, plainest)


def setting(paper: Paper, draw: Say) -> bytes:
    import typst

    made: Any = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"],
        sys_inputs={"paper": json.dumps(told(paper, draw))},
        timestamp=int(paper.made_at.timestamp()),
    )
    return bytes(made)


def told(paper: Paper, draw: Say) -> dict[str, Any]:
    """Everything on the page, as plain data."""

    def line(text: str) -> str:
        return draw(on_one_line(text))

    def words(text: str) -> str:
        return draw(carried(text))

    house, number, confidential = header(paper)
    return {
        "title": line(paper.title),
        "house": draw(house),
        "number": draw(number),
        "language": paper.language,
        "confidential": draw(confidential),
        "footer": draw(footer(paper)),
        "page": line(paper.words.page),
        "of": line(paper.words.of),
        "marks_label": line(paper.words.marks),
        "marks": [words(mark) for mark in paper.marks],
        "parts": [
            {
                "heading": line(part.heading),
                "level": level,
                "blocks": [block_told(block, draw) for block in part.blocks],
            }
            for part, level in zip(paper.parts, levels(paper.parts), strict=True)
        ],
    }


def block_told(block: Block, draw: Say) -> dict[str, Any]:
    def words(text: str) -> str:
        return draw(carried(text))

    match block:
        case Paragraph(text):
            return {"kind": "paragraph", "text": words(text)}
        case Bullets(items):
            return {"kind": "bullets", "items": [words(item) for item in items]}
        case Facts(pairs):
            told = [[words(label), words(value)] for label, value in pairs]
            widest = max((len(label) for label, _ in told), default=0)
            return {"kind": "facts", "pairs": told, "widest": widest}
        case Grid(caption, headers):
            return {
                "kind": "grid",
                "caption": words(caption),
                "headers": [words(header) for header in headers],
                "rows": [[words(cell) for cell in row] for row in rows(block)],
                "shares": shares(block),
            }
        case Picture(drawing, caption, told):
            return {
                "kind": "picture",
                "caption": words(caption),
                "told": draw(on_one_line(told)),
                **drawn(drawing, draw)._asdict(),
            }
