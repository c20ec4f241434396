"""Whatever somebody wrote comes out as they wrote it, and does nothing else. F87."""

import unicodedata
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from expliciet.documents.paper import Paragraph, Part, as_docx, as_pdf
from expliciet.documents.paper.carried import carried, on_one_line

from .duinmeer import PAPER, saying

HOSTILE = [
    '#panic("x")',
    '#read("/etc/passwd")',
    '#import "@preview/x:1.0.0"',
    "*b* _i_ = kop",
    "$x^2$ `raw` <label> @ref",
    r"\u{1} \ //",
    "// weg /* ook weg */",
    "{{ 7*7 }}",
    "{{p story }} {{ title }}",
    "{_{ title }_} {_% x %_}",
    "{% raw %} {% for a in b %}",
    "{# weg #}",
    "]]> <![CDATA[",
    "<w:p></w:t></w:r></w:p>",
    "&lt; &#123; &amp;",
    "&#x202e; %s %(x)s {0} {x}",
    "\"; DROP TABLE dossiers; --'",
]


def pdf_text(made):
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)


def docx_texts(made):
    document = docx.Document(BytesIO(made))
    (section,) = document.sections
    rows = [row for table in document.tables for row in table.rows]
    cells = [cell for row in rows for cell in row.cells]
    return [
        each.text
        for block in (document, section.header, section.footer, *cells)
        for each in block.paragraphs
    ]


def squeezed(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_code_is_text_in_a_pdf(text):
    assert squeezed(pdf_text(as_pdf(saying(text)))).count(squeezed(text)) >= 13


@pytest.mark.parametrize("text", HOSTILE)
def test_code_is_text_in_a_word_file(text):
    texts = docx_texts(as_docx(saying(text)))
    assert texts.count(text) >= 9
    assert f"t {text}" in texts
    assert {f"{text}\t{text}", f"{text}\n{text}"} & set(texts)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\x00b\x07c\x1bd\x7fe\x9bf", "abcdef"),
        ("om\u202eteews\u202c \u2066kom\u2069\u200f", "omteews kom"),
        ("half \ud800 en \udfff", "half  en"),
        ("eigen \uf0b7 teken \ufffe\uffff", "eigen  teken"),
        ("een\ttwee", "een twee"),
        ("een\r\ntwee\rdrie\u2028vier\x0bvijf", "een\ntwee\ndrie\nvier\nvijf"),
        ("\n\n een \n\n twee \n", " een\n\n twee"),
        ("cafe\u0301", "café"),
    ],
)
def test_signs_that_nobody_sees_go_and_the_words_stay(text, left):
    assert carried(text) == left
    assert squeezed(left) in squeezed(pdf_text(as_pdf(saying(text))))
    assert left in docx_texts(as_docx(saying(text)))


def test_a_word_without_end_stays_on_the_page():
    parts = (Part("", 1, (Paragraph("x" * 10_000),)),)
    reader = PdfReader(BytesIO(as_pdf(replace(PAPER, parts=parts))))
    page = "\n".join(each.extract_text() for each in reader.pages)
    longest = max(page.splitlines(), key=len)
    assert page.count("x") >= 10_000
    assert len(longest) < 120
    assert as_docx(saying("x" * 10_000))
    assert as_pdf(saying("x" * 10_000))


def test_an_emoji_is_itself_in_word_and_named_in_a_pdf():
    text = "👩‍👧 \U0001f600"
    assert text in docx_texts(as_docx(saying(text)))
    named = squeezed("[woman][girl] [grinning face]")
    assert named in squeezed(pdf_text(as_pdf(saying(text))))


def test_no_text_ends_up_where_word_looks_for_orders():
    made = as_docx(saying('INCLUDEPICTURE "https://voorbeeld.nl" {{ title }}'))
    with ZipFile(BytesIO(made)) as parts:
        for name in parts.namelist():
            part = parts.read(name)
            assert b"instrText" not in part
            assert b"TargetMode" not in part


ANYTHING = st.text(max_size=60)


@settings(max_examples=25, deadline=None)
@given(ANYTHING)
def test_any_text_at_all_becomes_a_pdf(text):
    assert as_pdf(saying(text)).startswith(b"%PDF-1.7")


@settings(max_examples=40, deadline=None)
@given(ANYTHING)
def test_any_text_at_all_comes_out_of_word_as_it_went_in(text):
    texts = docx_texts(as_docx(saying(text)))
    if carried(text):
        assert texts.count(carried(text)) >= 5
    assert on_one_line(f"t {text}") in texts


@settings(max_examples=25, deadline=None)
@given(
    st.text("abcABC #*_$\\{}[]()<>@`~=-+/'\"%&^|;:,.!?éëï\n", min_size=1, max_size=60)
)
def test_what_is_typed_on_a_keyboard_comes_out_of_a_pdf_as_it_went_in(text):
    assert squeezed(carried(text)) in squeezed(pdf_text(as_pdf(saying(text))))
