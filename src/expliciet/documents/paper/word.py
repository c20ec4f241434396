"""Sets a paper as a Word file, on our own letter paper or on that of the house.

docxtpl puts the short texts in their places; then the story takes the place of one
paragraph, as real headings, lists and tables in the styles of the template.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from ..docx.skeleton import W
from ..unreadable import Reason
from .carried import on_one_line
from .layout import footer, header, moment
from .lending import Styles
from .letter import letter
from .refusing import Refusal, TemplateRefused
from .sheet import Bullets, Facts, Grid, Paper, Paragraph, Part, Picture, Words
from .story import story
from .template import PLACES, everything_placed, fields, look_over, placing

__all__ = ["PLACES", "as_docx", "check_template", "own_template"]

LOCALES = {"nl": "nl-NL", "en": "en-GB"}
PROPERTIES = (
    "author category comments content_status identifier keywords language "
    "last_modified_by subject title version"
).split()
LONGEST_PROPERTY = 255
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
STORY = "expliciet-story"
MARKER = f'<w:p><w:pPr><w:pStyle w:val="{STORY}"/></w:pPr></w:p>'


def as_docx(paper: Paper, template: bytes | None = None) -> bytes:
    """The paper as a Word file; `TemplateRefused` when the template will not do."""
    if template is None:
        return filled_in(letter(), paper)
    look_over(template)
    try:
        return filled_in(template, paper)
    except TemplateRefused:
        raise
    except Exception as error:  # there are many ways for a file to be off
        raise TemplateRefused(Refusal.FILE, because=Reason.BROKEN) from error


def check_template(template: bytes) -> None:
    """`TemplateRefused` when a house could not use this; for when it is handed in."""
    line = "Een verzonnen regel."
    blocks = Paragraph(line), Bullets((line,)), Facts(((line, line),))
    grid = Grid(line, (line, line), ((line, line),))
    picture = Picture(DRAWING, line, line)
    parts = tuple(Part(line, level, (*blocks, grid, picture)) for level in (1, 2, 3))
    words = Words(line, line, line, line, line, line)
    now = datetime.now(UTC)
    paper = Paper(line, line, line, "nl", True, line, now, line, words, (line,), parts)
    as_docx(paper, template)


def own_template() -> bytes:
    """Our own template: a house may start from it."""
    return letter()


def filled_in(template: bytes, paper: Paper) -> bytes:
    from docxtpl import DocxTemplate  # type: ignore[import-untyped, unused-ignore]

    places = placing()
    filling = DocxTemplate(BytesIO(template))
    document = filling.get_docx()
    orders = fields(document.element)
    for name in PROPERTIES:
        setattr(document.core_properties, name, "")
    filling.render(values(paper), places, autoescape=True)
    everything_placed(places.placed)
    document = filling.docx
    if fields(document.element) != orders:
        raise TemplateRefused(Refusal.NOT_A_PLACE)
    styles = Styles(document)
    lay_in(document, story(paper, styles))
    styles.speak(LOCALES[paper.language])
    describe(document, paper)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def values(paper: Paper) -> dict[str, Any]:
    from markupsafe import Markup

    house, number, confidential = header(paper)
    said = {
        "title": on_one_line(paper.title),
        "house": house,
        "number": number,
        "confidential": confidential,
        "made_for": on_one_line(paper.made_for),
        "made_at": moment(paper),
        "export_number": on_one_line(paper.export_number),
        "footer": footer(paper),
        "page": on_one_line(paper.words.page),
        "of": on_one_line(paper.words.of),
    }
    return {name: inert(text) for name, text in said.items()} | {
        "story": Markup(MARKER)  # noqa: S704 (ours)
    }


def inert(text: str) -> Any:
    """Words in which nothing is a sign to whatever comes along them after this."""
    from markupsafe import Markup, escape

    said = str(escape(text)).replace("{", "&#123;").replace("}", "&#125;")
    return Markup(said)  # noqa: S704 (escaped just now)


def lay_in(document: Any, inside: Any) -> None:
    """Put the story where its line stands, straight in the document."""
    body = document.element.body
    named = body.iter(f"{W}pStyle")
    lines = [
        style.getparent().getparent()
        for style in named
        if style.get(f"{W}val") == STORY
    ]
    if len(lines) != 1 or lines[0].getparent() is not body:
        raise TemplateRefused(Refusal.STORY_PLACE)
    for element in inside:
        lines[0].addprevious(element)
    body.remove(lines[0])


def describe(document: Any, paper: Paper) -> None:
    about = document.core_properties
    about.title = on_one_line(paper.title, LONGEST_PROPERTY)
    about.author = on_one_line(paper.house, LONGEST_PROPERTY)
    about.language = LOCALES[paper.language]
    made = paper.made_at.astimezone(UTC).replace(tzinfo=None)
    about.created = about.modified = made
    about.revision = 1
