"""Remarks stand beside exactly the words they are about."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from expliciet.documents import Comment, Document, commented, read
from expliciet.documents.docx.remarks import plain
from expliciet.documents.table_rows import in_our_rows, lines_and_tables

from .word import W, beside, p, part, r, table, word, zipped

EXAMPLES = Path(__file__).parents[2] / "examples"
RICH = word(
    p("Kop", style="Kop1")
    + p("Mw. De ", r("Wit", "<w:b/>"), " belt vrijdag.")
    + p("a", "<w:r><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t></w:r>")
    + p("een punt", number=(2, 0))
    + p(f"<w:hyperlink>{r('klik hier')}</w:hyperlink>", f"<w:ins>{r(' nu')}</w:ins>")
    + table(("Wie", "Wat"), ("Kok", "Huis zoeken"))
    + p("slot"),
    **{"word/media/a.png": b"\x89PNG", "customXml/item1.xml": "<eigen/>"},
)


def remarked(data, *spans):
    """The text beside each remark, one remark on every span."""
    document = read("a.docx", data)
    comments = [Comment(start, end, "?") for start, end in spans]
    return list(beside(commented(document, comments)).values())


def around(data, words):
    text = read("a.docx", data).text
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("words", "beside_it"),
    [
        ("De Wit belt", "De Wit belt"),
        ("Wi", "Wi"),
        ("b\tc\nd", "b\tc\nd"),
        ("k hi", "k hi"),
        ("hier nu", "hier nu"),
        ("punt", "punt"),
        ("# Kop", "Kop"),
        ("Huis", "Huis"),
        ("Kok | Huis", "KokHuis"),
        ("vrijdag.\nab", "vrijdag.ab"),
    ],
)
def test_a_remark_stands_beside_its_words(words, beside_it):
    assert remarked(RICH, around(RICH, words)) == [beside_it]


def test_remarks_may_overlap_and_touch():
    spans = [(6, 20), (10, 14), (14, 20), (6, 20), (8, 12)]
    text = read("a.docx", RICH).text
    found = remarked(RICH, *spans)
    assert sorted(found) == sorted(text[start:end] for start, end in spans)


def test_the_words_and_their_formatting_stay_the_same():
    before = read("a.docx", RICH)
    after = commented(before, [Comment(10, 15, "?"), Comment(12, 30, "!")])
    assert read("a.docx", after).text == before.text
    assert bold_words(after) == bold_words(RICH) == "Wit"


def bold_words(data):
    paragraphs = docx.Document(BytesIO(data)).paragraphs
    return "".join(run.text for p in paragraphs for run in p.runs if run.bold)


def test_every_other_part_stays_as_it_was():
    after = commented(read("a.docx", RICH), [Comment(0, 3, "?")])
    written = {"word/document.xml", "[Content_Types].xml"}
    written.add("word/_rels/document.xml.rels")
    with ZipFile(BytesIO(RICH)) as old, ZipFile(BytesIO(after)) as new:
        assert set(new.namelist()) - set(old.namelist()) == {"word/comments.xml"}
        for name in set(old.namelist()) - written:
            assert new.read(name) == old.read(name)


def test_the_original_is_untouched_and_nothing_to_say_changes_nothing():
    document = read("a.docx", RICH)
    commented(document, [Comment(0, 3, "?")])
    assert document.source == RICH
    assert commented(document, []) == RICH


def test_remarks_that_were_there_are_kept():
    first = commented(read("a.docx", RICH), [Comment(6, 9, "eerst", "Jonker")])
    both = commented(read("a.docx", first), [Comment(8, 12, "daarna")])
    remarks = {
        remark.author: (remark.text, remark.comment_id)
        for remark in docx.Document(BytesIO(both)).comments
    }
    assert remarks == {"Jonker": ("eerst", 0), "Verslagcheck": ("daarna", 1)}
    text = read("a.docx", RICH).text
    assert beside(both) == {"0": text[6:9], "1": text[8:12]}


def test_a_remark_has_a_paragraph_per_line_an_author_and_a_date():
    when = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
    remark = Comment(6, 9, "Wie belt?\nEn vóór wanneer?", "Mw. Jonker")
    data = commented(read("a.docx", RICH), [remark], when=when)
    (found,) = docx.Document(BytesIO(data)).comments
    lines = [paragraph.text for paragraph in found.paragraphs]
    assert lines == ["Wie belt?", "En vóór wanneer?"]
    assert (found.author, found.initials, found.timestamp) == ("Mw. Jonker", "MJ", when)


def test_prefixes_that_word_depends_on_survive():
    x = "http://schemas.microsoft.com/office/word/2010/wordml"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    story = (
        f'<w:document xmlns:w="{W}" xmlns:w14="{x}" xmlns:mc="{mc}" '
        f'mc:Ignorable="w14"><w:body>{p("Besluit")}</w:body></w:document>'
    )
    data = word("", **{"word/document.xml": story})
    after = commented(read("a.docx", data), [Comment(0, 3, "?")])
    root = part(after, "word/document.xml")
    assert root.get(f"{{{mc}}}Ignorable") == "w14"
    assert root.nsmap == {"w": W, "w14": x, "mc": mc}


def test_a_remark_outside_the_text_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="off text"):
        commented(read("a.docx", RICH), [Comment(0, 9999, "?")])


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "docx", "odt", "pdf"])
def test_the_shipped_minutes_take_a_remark_in_every_format(suffix):
    path = EXAMPLES / f"verslag-esdoorn.{suffix}"
    document = read(path.name, path.read_bytes())
    words = "De gemeente pakt de huisvesting op."
    start = document.text.index(words)
    data = commented(document, [Comment(start, start + len(words), "Wie?")])
    assert list(beside(data).values()) == [words]
    assert len(docx.Document(BytesIO(data)).comments) == 1


def test_other_formats_become_a_well_built_word_document():
    text = "# Kop\nAlinea\n- punt\n1. een\n2. twee\nWie | Wat\nKok | Bellen\nslot"
    data = commented(Document("a.txt", "txt", text, b""), [], title="Verslag & meer")
    made = docx.Document(BytesIO(data))
    assert [paragraph.style.name for paragraph in made.paragraphs] == [
        "Heading 1", "Normal", "List Bullet", "List Number", "List Number", "Normal",
    ]  # fmt: skip
    assert [cell.text for cell in made.tables[0].rows[1].cells] == ["Kok", "Bellen"]
    assert made.core_properties.title == "Verslag & meer"
    assert made.core_properties.language == "nl-NL"


def rows_of(data):
    (made,) = docx.Document(BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for row in made.rows]


@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_a_markdown_table_becomes_a_table(suffix):
    text = "| Wie | Wat |\n| --- | :-: |\n| Kok | Bellen |\n"
    document = Document(f"a.{suffix}", suffix, text, b"")
    data = commented(document, [Comment(*span(text, "Bellen"), "Wanneer?")])
    assert list(beside(data).values()) == ["Bellen"]
    assert rows_of(data) == [["Wie", "Wat"], ["Kok", "Bellen"]]


@pytest.mark.parametrize(
    "row",
    ["| 5 |  | ggz |  |", "| 5 | | ggz | |", "|5||ggz||", "  | 5\t| |  ggz  | |  ",
     "| 5 | | ggz", "5 | | ggz | |"],
)  # fmt: skip
@pytest.mark.parametrize("ruling", ["|---|---|---|---|\n", "|-|:-:|-|-:|\n", ""])
def test_white_space_in_a_pasted_row_does_not_matter(row, ruling):
    text = f"| Nr | Wat | Wie | Wanneer |\n{ruling}| 4 | Bellen | Kok | |\n{row}\nslot"
    data = commented(Document("a.txt", "txt", text, b""), [])
    assert rows_of(data) == [
        ["Nr", "Wat", "Wie", "Wanneer"],
        ["4", "Bellen", "Kok", ""],
        ["5", "", "ggz", ""],
    ]
    assert [each.text for each in docx.Document(BytesIO(data)).paragraphs] == ["slot"]


def test_an_empty_cell_may_have_lost_its_space():
    text = "Wie | Wat | Wanneer\n| Contact |\nKok | | vrijdag\nSmit | Bellen |"
    assert rows_of(commented(Document("a.txt", "txt", text, b""), [])) == [
        ["Wie", "Wat", "Wanneer"],
        ["", "Contact", ""],
        ["Kok", "", "vrijdag"],
        ["Smit", "Bellen", ""],
    ]


def test_an_empty_row_in_a_single_column_is_a_blank_line():
    text = "slot\n| Kok |\n|-----|\n| Bellen |\n|  |\n| Smit |"
    made = read("a.docx", commented(Document("a.txt", "txt", text, b""), []))
    assert made.text == in_our_rows(text) == "slot\nKok\nBellen\n\nSmit"
    assert read("a.md", text.encode()).text == "slot\n\nKok\nBellen\n\nSmit"


def span(text, words):
    start = text.index(words)
    return start, start + len(words)


def test_the_lines_of_a_pdf_flow_again_as_paragraphs():
    text = "Dhr. Bakker belt met de mentor over het\nlesrooster.\n\nKort\n- punt"
    document = Document("a.pdf", "pdf", text, b"")
    data = commented(document, [Comment(*span(text, "het\nlesrooster"), "?")])
    assert list(beside(data).values()) == ["het lesrooster"]
    made = [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]
    assert made == [text[:51].replace("\n", " "), "", "Kort", "punt"]


def test_the_same_document_gives_the_same_bytes():
    document = Document("a.txt", "txt", "Besluit\n- punt", b"")
    remarks = [Comment(0, 4, "?")]
    assert commented(document, remarks) == commented(document, remarks)


ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
MARKED = st.lists(
    st.one_of(
        ANYTHING,
        st.sampled_from(
            ["# kop", "###### diep", "####### te diep", "# ", "- punt", "-  ", "1. een",
             "2. twee", "3. drie", "7. zeven", "007. nee", "a | b", "c | d", " | ",
             "a |  | ", "| x | y |", "| x | | y |",
             "| --- | --- |", "|-|", "a | b | c", "", "", " ", "\t", "een\ttwee"]
        ),
    ),
    max_size=12,
).map("\n".join)  # fmt: skip


def readable(text):
    """As a text file would have come in."""
    return plain(text.replace("\r", " "))


@settings(max_examples=300, deadline=None)
@given(MARKED)
@example("0\n|\n|---\n0")
def test_any_text_survives_the_way_into_word_and_back(text):
    text = readable(text)
    data = commented(Document("a.txt", "txt", text, b""), [])
    if text.strip():
        assert read("a.docx", data).text == in_our_rows(text).strip("\n")


@settings(max_examples=200, deadline=None)
@given(MARKED, st.data())
def test_any_spans_are_covered_exactly(text, data):
    """First in the document made anew, then in that document given back."""
    text = readable(text)
    place = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(place, place).map(sorted), max_size=6))
    spans_are_covered(text, spans)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("0 |\n0 |\n ", (0, 6)),
        ("a |   | b\nc | d | e", (1, 2)),
        ("| a |\n|-|\n|-|", (0, 8)),
    ],
)
def test_a_border_is_not_covered(text, span):
    """Nor are the spaces and lines in it, though the same may stand in a cell."""
    spans_are_covered(text, [span])


def spans_are_covered(text, spans):
    comments = [Comment(start, end, "?") for start, end in spans]
    made = commented(Document("a.txt", "txt", text, b""), comments)
    if not text.strip():
        return
    for number, (start, end) in enumerate(spans):
        assert covers(text, start, end, beside(made)[str(number)])
    again = read("a.docx", made)
    if again.text != text.strip("\n"):
        return  # a markdown table; its bars do not come back
    shift = len(text) - len(text.lstrip("\n"))
    moved = [
        Comment(*(min(max(at - shift, 0), len(again.text)) for at in span), "?")
        for span in spans
    ]
    returned = commented(again, moved)
    assert read("a.docx", returned).text == again.text
    for number in range(len(spans)):
        assert beside(returned)[str(number + len(spans))] == beside(made)[str(number)]


def covers(text, start, end, found):
    """The words of the span, but for the marks that Word shows in its own way."""
    bare = without_marks(text)
    kept = "".join(letter for at, letter in bare if start <= at < end)
    return kept == found


def without_marks(text):
    """Every letter with its place, but for marks, borders and line ends.

    The rows say where a line or a cell ends, the document itself what stands in it.
    """
    data = commented(Document("a.txt", "txt", text, b""), [])
    paragraphs = (
        "".join(
            {"t": node.text or "", "tab": "\t"}.get(node.tag.rpartition("}")[2], "")
            for node in paragraph.iter(f"{{{W}}}t", f"{{{W}}}r", f"{{{W}}}tab")
        )
        for paragraph in part(data, "word/document.xml").iter(f"{{{W}}}p")
    )
    letters = []
    for line, rows in lines_and_tables(text):
        cells = [cell for row in rows for cell in row]
        for start, end in cells or [line]:
            words = next(paragraphs)
            assert text[start:end].endswith(words)
            letters += enumerate(words, end - len(words))
    assert not any(paragraphs)  # Word wants an empty one below a table
    return letters


def test_a_thousand_remarks_are_no_trouble():
    line = "Mw. De Wit belt vrijdag met school.\n"
    document = read("a.docx", word(p(line.strip()) * 1_000))
    comments = [
        Comment(at * len(line) + 4, at * len(line) + 10, "?") for at in range(1_000)
    ]
    assert set(beside(commented(document, comments)).values()) == {"De Wit"}


def test_an_unrelated_zip_part_keeps_its_compression():
    stored = zipped({"a": "b"}, 0)
    data = word(p("Besluit"), **{"word/embeddings/a.bin": stored})
    after = commented(read("a.docx", data), [Comment(0, 3, "?")])
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(after)) as new:
        for entry in old.infolist():
            assert new.getinfo(entry.filename).compress_type == entry.compress_type
