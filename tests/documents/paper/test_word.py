"""The Word file: real headings, real tables, and nothing that looks like them. F87."""

import subprocess
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from expliciet.documents import accepting, read
from expliciet.documents.paper import (
    Bullets,
    Facts,
    Paragraph,
    Part,
    as_docx,
    own_template,
)

from .duinmeer import ENGLISH, PAPER, PROMISES, long

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(paper, template=None):
    return docx.Document(BytesIO(as_docx(paper, template)))


def styled(document):
    return [(each.style.name, each.text) for each in document.paragraphs]


def test_headings_and_lists_are_what_they_look_like():
    parts = (
        Part("Een", 1, (Paragraph("regel\nregel"), Bullets(("punt", "punt")))),
        Part("Twee", 2),
        Part("Drie", 3, (Facts((("Wie", "GGZ"),)),)),
    )
    assert styled(opened(replace(PAPER, marks=(), parts=parts))) == [
        ("Title", PAPER.title),
        ("Heading 1", "Een"),
        ("Normal", "regel\nregel"),
        ("List Bullet", "punt"),
        ("List Bullet", "punt"),
        ("Heading 2", "Twee"),
        ("Heading 3", "Drie"),
        ("Expliciet Facts", "Wie\tGGZ"),
    ]


def test_the_limits_on_its_use_come_first():
    document = opened(PAPER)
    marked = [text for style, text in styled(document) if style == "Expliciet Marks"]
    assert marked == [PAPER.words.marks, *PAPER.marks]
    assert styled(document)[1][0] == "Expliciet Marks"


def test_a_table_marks_its_headers_and_comes_under_its_caption():
    document = opened(PAPER)
    (table,) = document.tables
    headers, *rows = table.rows
    assert [cell.text for cell in headers.cells] == list(PROMISES.headers)
    assert [tuple(cell.text for cell in row.cells) for row in rows] == list(
        PROMISES.rows
    )
    marked = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]
    assert marked == [True, False, False, False]
    assert table.style.name == "Expliciet Table"
    assert ("Caption", PROMISES.caption) in styled(document)


def test_it_says_what_it_is_and_in_which_language():
    about = opened(PAPER).core_properties
    assert (about.title, about.language) == (PAPER.title, "nl-NL")
    assert about.author == PAPER.house
    assert about.created.isoformat() == "2026-11-26T14:45:00+00:00"
    document = opened(replace(PAPER, language="en", words=ENGLISH))
    assert document.core_properties.language == "en-GB"
    (said,) = document.styles.element.iter(f"{W}lang")
    assert said.get(f"{W}val") == "en-GB"


def test_every_page_says_whose_copy_it_is():
    (section,) = opened(PAPER).sections
    header = " ".join(each.text for each in section.header.paragraphs)
    footer = " ".join(each.text for each in section.footer.paragraphs)
    for said in (PAPER.house, PAPER.number, "vertrouwelijk"):
        assert said in header
    assert "Gemaakt voor Marijke Terpstra · 26 november 2026, 15:45" in footer
    assert "uitdraai U-2026-0117" in footer


def test_a_very_long_title_fits_in_what_word_keeps_of_it():
    paper = replace(PAPER, title="woord " * 100)
    assert len(opened(paper).core_properties.title) <= 255
    assert styled(opened(paper))[0] == ("Title", ("woord " * 100).strip())


def test_what_we_make_may_come_back_to_a_table():
    made = as_docx(PAPER)
    assert accepting.accept("overzicht.docx", made).extension == "docx"
    text = read("overzicht.docx", made).text
    assert "# Afspraken" in text
    assert "GGZ Kustgebied | Plant een intake met de behandelaar" in text


def test_our_own_template_is_a_document_that_word_opens():
    document = docx.Document(BytesIO(own_template()))
    assert [each.text for each in document.paragraphs] == [
        "{{ title }}",
        "{{p story }}",
    ]


@pytest.mark.office
def test_libreoffice_reads_it_as_it_was_meant(tmp_path):
    (tmp_path / "paper.docx").write_bytes(as_docx(long(40)))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "paper.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    pages = [page.extract_text() for page in PdfReader(tmp_path / "paper.pdf").pages]
    assert PAPER.title in pages[0]
    for page in pages[2:]:
        assert "Klaar als" in page
        assert "vertrouwelijk" in page
