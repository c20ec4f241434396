"""The parts of a paper as paragraphs and tables of Word, in styles of the template."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from .carried import carried, on_one_line
from .drawn import drawn, in_dots
from .layout import levels, rows, shares
from .lending import Styles
from .sheet import Block, Bullets, Facts, Grid, Paper, Paragraph, Picture
from .wordml import Element, w

LONGEST_LABEL = 24  # characters that fit before what stands behind them
FULL_WIDTH = 5000  # in fiftieths of a per cent
LINE_WIDTH = 9070  # the text on a sheet of A4, in twentieths of a point


def story(paper: Paper, styles: Styles) -> Iterator[Element]:
    """Everything below the title, from the marks to the last table."""
    marks = [carried(mark) for mark in paper.marks]
    if marks:
        label = on_one_line(paper.words.marks)
        style = styles.of("Expliciet Marks")
        if label:
            yield w("p", properties(style), run(label, w("rPr", w("b"))))
        for mark in marks:
            yield paragraph(mark, style)
        yield paragraph("", styles.of("Expliciet Space"))
    for part, level in zip(paper.parts, levels(paper.parts), strict=True):
        if heading := on_one_line(part.heading):
            yield paragraph(heading, styles.of(f"heading {level}"))
        for block in part.blocks:
            yield from written(block, styles)


def written(block: Block, styles: Styles) -> Iterator[Element]:
    match block:
        case Paragraph(text):
            yield paragraph(carried(text), "")
        case Bullets(items):
            for item in items:
                yield paragraph(carried(item), styles.of("List Bullet"))
        case Facts(pairs):
            for label, value in pairs:
                yield fact(carried(label), carried(value), styles)
        case Grid(caption):
            if caption := carried(caption):
                yield paragraph(caption, styles.of("caption"), w("keepNext"))
            yield table(block, styles)
            yield paragraph("", styles.of("Expliciet Space"))
        case Picture(caption=caption):
            if caption := carried(caption):
                yield paragraph(caption, styles.of("caption"), w("keepNext"))
            yield w("p", properties(""), w("r", pictured(block, styles.document)))


def paragraph(text: str, style: str, *how: Element) -> Element:
    return w("p", properties(style, *how), run(text))


def properties(style: str, *how: Element) -> Element:
    return w("pPr", *([w("pStyle", val=style)] if style else []), *how)


def run(text: str, *look: Element) -> Element:
    """Words, with a break where a line ends."""
    inside: list[Element] = list(look)
    for at, line in enumerate(text.split("\n")):
        if at:
            inside.append(w("br"))
        inside.append(w("t", line))
    return w("r", *inside)


def fact(label: str, value: str, styles: Styles) -> Element:
    """A label of a few words stands beside what it is about, a longer one above it."""
    beside = len(label) <= LONGEST_LABEL and "\n" not in label
    between = w("r", w("tab") if beside else w("br"))
    return w(
        "p", properties(styles.of("Expliciet Facts")), run(label), between, run(value)
    )


def table(grid: Grid, styles: Styles) -> Element:
    wide = shares(grid)
    widths = [FULL_WIDTH * each // sum(wide) for each in wide]
    caption = on_one_line(grid.caption, 250)
    text = styles.of("Expliciet Table Text")
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=styles.of("Expliciet Table")),
            w("tblW", w=str(FULL_WIDTH), type="pct"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0",
              lastColumn="0", noHBand="1", noVBand="1"),
            *([w("tblCaption", val=caption)] if caption else []),
        ),
        w("tblGrid", *(w("gridCol", w=str(LINE_WIDTH * each // sum(wide)))
                       for each in wide)),
        row(grid.headers, widths, text, w("tblHeader")),
        *(row(cells, widths, text) for cells in rows(grid)),
    )  # fmt: skip


def pictured(picture: Picture, document: Any) -> Element:
    """Within the lines of the letter paper, however narrow the house made them."""
    from docx.shared import Mm

    plain = drawn(picture.drawing)
    wide = min(Mm(plain.width), line_of(document))
    inline = document.part.new_pic_inline(BytesIO(in_dots(plain)), width=wide)
    inline.docPr.set("descr", on_one_line(picture.told))
    return w("drawing", inline)


def line_of(document: Any) -> int:
    """How wide its text is; as on our own paper where it does not say."""
    from docx.shared import Twips

    for sheet in document.sections:
        measures = sheet.page_width, sheet.left_margin, sheet.right_margin
        if None not in measures and measures[0] > sum(measures[1:]):
            return int(measures[0] - sum(measures[1:]))
    return int(Twips(LINE_WIDTH))


def row(
    cells: Iterable[str], widths: list[int], style: str, *marks: Element
) -> Element:
    return w(
        "tr",
        w("trPr", w("cantSplit"), *marks),
        *(
            w(
                "tc",
                w("tcPr", w("tcW", w=str(width), type="pct")),
                paragraph(carried(cell), style),
            )
            for cell, width in zip(cells, widths, strict=True)
        ),
    )
