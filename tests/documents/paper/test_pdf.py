"""The pdf: built so that it reads well aloud, and keeps. F87."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from expliciet.documents.paper import (
    Bullets,
    Facts,
    Grid,
    Paragraph,
    Part,
    as_pdf,
    pdf,
    shown,
)
from expliciet.documents.paper.carried import carried

from .duinmeer import ENGLISH, PAPER, long


def opened(paper):
    return pikepdf.open(BytesIO(as_pdf(paper)))


def elements(made):
    """Every element of the structure, in the order of reading."""

    def within(element):
        if isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                yield element
            kids = element.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                yield from within(kid)

    return list(within(made.Root.StructTreeRoot))


def tags(made):
    return [str(element.S)[1:] for element in elements(made)]


def text_of(made):
    return [page.extract_text() for page in PdfReader(BytesIO(made)).pages]


def squeezed(text):
    return "".join(text.split())


def test_it_says_what_it_is_and_in_which_language():
    with opened(PAPER) as made:
        assert made.docinfo.Title == PAPER.title
        assert made.Root.Lang == "nl-NL"
        assert made.Root.ViewerPreferences.DisplayDocTitle is True
        assert made.Root.MarkInfo.Marked is True
    with opened(replace(PAPER, language="en", words=ENGLISH)) as made:
        assert made.Root.Lang == "en-GB"


def test_it_is_made_to_the_standards_for_reading_and_keeping():
    with opened(PAPER) as made, made.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "A")
        assert told["dc:title"] == PAPER.title


def test_headings_lists_and_tables_are_what_they_look_like():
    with opened(PAPER) as made:
        found = Counter(tags(made))
    assert (found["H1"], found["H2"], found["H3"]) == (3, 3, 1)
    assert found["L"] == 4  # marks, facts, two lists
    assert found["LI"] == 2 + 4 + 3 + 1
    assert (found["Table"], found["TH"], found["TD"]) == (1, 5, 15)


def test_a_caption_lies_within_its_table():
    with opened(long(60)) as made:
        tables = [each for each in elements(made) if each.S == "/Table"]
        assert len(tables) == 2
        for table in tables:
            assert "/Caption" in [str(kid.S) for kid in table.K]


def test_a_cell_knows_the_header_above_it():
    with opened(PAPER) as made:
        first = next(each for each in elements(made) if each.S == "/TH")
        assert attributes(first)["/Scope"] == "/Column"


def attributes(element):
    given = element.A
    given = given if isinstance(given, pikepdf.Array) else [given]
    return {name: value for each in given for name, value in each.items()}


def test_the_headers_of_a_table_come_back_on_every_page():
    pages = text_of(as_pdf(long(60)))
    assert len(pages) > 4
    for page in pages[2:]:
        assert squeezed("Wie Doet wat Vóór Klaar als Stand") in squeezed(page)


def test_every_page_says_whose_copy_it_is():
    pages = text_of(as_pdf(long(60)))
    for number, page in enumerate(pages, 1):
        for said in (
            "Zorg- en Veiligheidshuis Duinmeer",
            "DM-2026-0041",
            "vertrouwelijk",
            "Gemaakt voor Marijke Terpstra · 26 november 2026, 15:45",
            "uitdraai U-2026-0117",
            f"pagina {number} van {len(pages)}",
        ):
            assert squeezed(said) in squeezed(page)


def test_what_is_not_confidential_does_not_say_so():
    (page, *_) = text_of(as_pdf(replace(PAPER, confidential=False)))
    assert "vertrouwelijk" not in page


def test_the_limits_on_its_use_stand_on_the_first_page():
    """N6."""
    first = squeezed(text_of(as_pdf(PAPER))[0])
    for said in (PAPER.words.marks, *PAPER.marks):
        assert squeezed(said) in first


def test_a_line_break_in_a_text_stays_one():
    parts = (Part("", 1, (Paragraph("eerste regel\ntweede regel"),)),)
    lines = text_of(as_pdf(replace(PAPER, parts=parts)))[0].splitlines()
    assert {"eerste regel", "tweede regel"} <= {line.strip() for line in lines}


@pytest.mark.parametrize(
    "parts",
    [
        (),
        (Part(""),),
        (Part("Kop"), Part("Kop", 3), Part("Kop", 2)),
        (Part("", 1, (Paragraph(""), Bullets(()), Bullets(("",)), Facts(()))),),
        (Part("", 1, (Facts((("", ""),)), Grid("", ("",), ()))),),
        (Part("", 1, (Grid("", ("a", "b"), (("1",), ())),)),),
        (Part("", 1, (Grid("", tuple("abcdefghijkl"), (("woord",) * 12,)),)),),
    ],
)
def test_what_is_empty_or_odd_still_gives_a_page(parts):
    paper = replace(PAPER, parts=parts, marks=(), house="", number="", made_for="")
    assert len(text_of(as_pdf(paper))) == 1


def test_the_same_paper_gives_the_same_bytes():
    assert as_pdf(PAPER) == as_pdf(PAPER)


def test_a_sign_that_no_font_has_is_named():
    parts = (Part("", 1, (Paragraph("blij 😀, 中 en ✓"),)),)
    made = squeezed(text_of(as_pdf(replace(PAPER, parts=parts)))[0])
    assert squeezed("blij [grinning face], [U+4E2D] en ✓") in made


def test_every_sign_that_we_say_can_be_shown_is_shown():
    """After a new version of the typesetter: its fonts may have changed."""
    signs = [sign for sign in map(chr, range(0x20, 0x20000)) if carried(sign) == sign]
    known = [sign for sign in signs if shown.shown(sign) == sign]
    assert len(known) > 7_000
    text = " ".join(known)
    parts = (Part("", 1, (Paragraph(text), Grid("", ("a",), ((text,),)))),)
    pdf.setting(replace(PAPER, parts=parts), lambda text: text)


def test_a_mark_that_fits_on_no_letter_does_not_keep_the_page_from_coming(monkeypatch):
    monkeypatch.setattr(pdf, "shown", lambda text: text)
    parts = (Part("", 1, (Paragraph("een 中 teken"),)),)
    made = squeezed(text_of(as_pdf(replace(PAPER, parts=parts)))[0])
    assert squeezed("een [U+4E2D] teken") in made


def test_typesetters_are_fetched_only_when_there_is_something_to_set():
    heavy = {"typst", "docx", "docxtpl", "jinja2", "lxml"}
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys, expliciet.documents.paper\nprint({heavy} & set(sys.modules))",
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.strip() == "set()"
