"""Pictures on paper: drawn plainly, said in words, and asking for nothing. F87, V1."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pikepdf
import pytest
from docx.shared import Mm, Twips
from PIL import Image

from expliciet.documents import accepting
from expliciet.documents.paper import Grid, Part, Picture, as_docx, as_pdf
from expliciet.documents.paper.drawn import HIGHEST, WIDEST, drawn, in_dots
from expliciet.documents.paper.story import LINE_WIDTH

from .duinmeer import PAPER
from .houses import house, p
from .test_pdf import elements, squeezed, text_of

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
TOLD = "Afspraken: op tijd klaar: 12; te laat klaar: niet getoond"


def svg(inside, width=640, height=120):
    return f'<svg {SVG} width="{width}" height="{height}">{inside}</svg>'.encode()


BARS = svg(
    '<rect x="200" y="20" width="300" height="30" fill="#14566b"/>'
    '<text x="190" y="40" text-anchor="end" font-size="14">op tijd klaar</text>'
    '<text x="510" y="40" font-size="14">12</text>'
    '<text x="190" y="90" text-anchor="end" font-size="14">te laat klaar</text>'
    '<text x="200" y="90" font-size="14">niet getoond</text>'
)
PICTURE = Picture(BARS, "Over de hele periode.", TOLD)
TABLE = Grid("", ("Wat", "Hoeveel"), (("op tijd klaar", "12"),))


def paper(*blocks):
    return replace(PAPER, parts=(Part("Afspraken", 1, blocks),))


def plain(inside):
    return drawn(svg(inside)).svg


def drawings(document):
    return document.inline_shapes


def test_a_picture_says_in_a_pdf_what_it_shows():
    """It would not be made to the standards for reading and keeping without."""
    with pikepdf.open(BytesIO(as_pdf(paper(PICTURE, TABLE)))) as made:
        (figure,) = [each for each in elements(made) if each.S == "/Figure"]
        assert str(figure.Alt) == TOLD
        with made.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "A")


def test_its_words_are_words_in_a_pdf_and_its_caption_comes_before_it():
    (page,) = text_of(as_pdf(paper(PICTURE, TABLE)))
    page = squeezed(page)
    assert "niet getoond".replace(" ", "") in page
    assert page.index(squeezed(PICTURE.caption)) < page.index("nietgetoond")


def test_a_picture_says_in_word_what_it_shows():
    document = docx.Document(BytesIO(as_docx(paper(PICTURE, TABLE))))
    (shape,) = drawings(document)
    assert shape._inline.docPr.get("descr") == TOLD
    captions = [each for each in document.paragraphs if each.style.name == "Caption"]
    assert [each.text for each in captions] == [PICTURE.caption]


def test_what_word_gets_is_the_drawing_in_dots_and_may_come_back_to_a_table():
    made = as_docx(paper(PICTURE, TABLE))
    assert accepting.accept("rapport.docx", made).extension == "docx"
    with ZipFile(BytesIO(made)) as parts:
        (name,) = [each for each in parts.namelist() if each.endswith(".png")]
        dots = Image.open(BytesIO(parts.read(name))).convert("L")
    assert dots.width > 1000
    dark = [
        at for at in range(dots.width) if dots.getpixel((at, dots.height // 3)) < 99
    ]
    assert len(dark) > dots.width // 3


def test_two_pictures_in_word_have_names_of_their_own():
    document = docx.Document(BytesIO(as_docx(paper(PICTURE, PICTURE))))
    names = [each._inline.docPr.id for each in drawings(document)]
    assert len(set(names)) == 2


def test_the_same_picture_gives_the_same_bytes():
    assert as_pdf(paper(PICTURE)) == as_pdf(paper(PICTURE))
    assert in_dots(drawn(BARS)) == in_dots(drawn(BARS))


def test_a_picture_fits_on_the_page_and_on_narrow_letter_paper():
    long = drawn(svg("", height=6000))
    assert long.height == pytest.approx(HIGHEST)
    assert drawn(BARS).width == pytest.approx(WIDEST)
    narrow = house(
        p("{{ title }}") + p("{{p story }}") + p("{{ confidential }} {{ footer }}")
        + '<w:sectPr><w:pgSz w:w="8000" w:h="11000"/>'
        '<w:pgMar w:top="900" w:right="1000" w:bottom="900" w:left="1000"/></w:sectPr>'
    )  # fmt: skip
    document = docx.Document(BytesIO(as_docx(paper(PICTURE), narrow)))
    (shape,) = drawings(document)
    assert 0 < shape.width < Mm(WIDEST) - Mm(50)
    assert shape.width / shape.height == pytest.approx(640 / 120, rel=0.02)


def test_letter_paper_that_does_not_say_how_wide_it_is_takes_a_whole_line():
    document = docx.Document(BytesIO(as_docx(paper(PICTURE), house())))
    (shape,) = drawings(document)
    assert shape.width == Twips(LINE_WIDTH)


@pytest.mark.parametrize(
    "inside",
    [
        '<script>fetch("https://voorbeeld.nl")</script>',
        "<style>@import url(https://voorbeeld.nl);</style>",
        '<image href="https://voorbeeld.nl/a.png" width="9" height="9"/>',
        '<image xlink:href="file:///etc/passwd" width="9" height="9"/>',
        '<use href="#a"/>',
        '<a href="https://voorbeeld.nl"><text x="1" y="9">weg</text></a>',
        "<foreignObject><p>weg</p></foreignObject>",
        '<animate attributeName="x"/>',
        "<!-- weg -->",
        "<?weg?>",
        '<rect xmlns="https://voorbeeld.nl" width="9" height="9"/>',
    ],
)
def test_what_runs_or_lies_elsewhere_is_left_out(inside):
    """V1: nothing is fetched for a picture, and nothing in it does anything."""
    assert plain(inside) == plain("")


@pytest.mark.parametrize(
    "look",
    [
        'onclick="weg()"',
        'style="fill:url(https://voorbeeld.nl)"',
        'fill="url(#a)"',
        'fill="URL(https://voorbeeld.nl)"',
        'fill="\\75rl(x)"',
        'class="a"',
        'id="a"',
        'filter="url(#a)"',
    ],
)
def test_a_shape_keeps_how_it_looks_and_nothing_else(look):
    bare = plain('<rect width="9" height="9" fill="#14566b"/>')
    assert 'fill="#14566b"' in bare
    kept = plain(f'<rect width="9" height="9" {look}/>')
    assert kept == plain('<rect width="9" height="9"/>')


def test_words_in_a_picture_stay_words_and_a_sign_without_a_letter_is_named():
    said = plain('<text x="1" y="9">&lt;b&gt; #panic() 😀</text>')
    assert "&lt;b&gt; #panic() [grinning face]" in said
    told = squeezed(text_of(as_pdf(paper(replace(PICTURE, drawing=said.encode()))))[0])
    assert squeezed("<b> #panic() [grinning face]") in told


@pytest.mark.parametrize("told", ["", " ", "\x00"])
def test_a_picture_that_says_nothing_is_a_mistake_of_the_caller(told):
    with pytest.raises(ValueError, match="cannot see it"):
        Picture(BARS, "", told)


def test_a_picture_is_a_drawing():
    with pytest.raises(ValueError, match="no svg"):
        as_pdf(paper(Picture(b"<html/>", "", TOLD)))
