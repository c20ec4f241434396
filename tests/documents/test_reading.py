"""What a reader sees on the page is what comes out, in plain lines."""

from pathlib import Path

import pytest

from expliciet.documents import Unreadable, read

from .hostile import odt
from .pdfs import PAGE, page_of, pdf, stream
from .word import NUMBERING, STRICT, STYLES, p, r, table, word

EXAMPLES = Path(__file__).parents[2] / "examples"
FORMATS = ["txt", "md", "html", "docx", "odt", "pdf"]


def text_of(name, data):
    return read(name, data).text


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_shipped_minutes_can_be_read_in_every_format(suffix):
    path = EXAMPLES / f"verslag-esdoorn.{suffix}"
    document = read(path.name, path.read_bytes())
    assert document.format == suffix
    assert document.source == path.read_bytes()
    for sentence in (
        "Dit verslag is verzonnen.",
        "Aanwezig: mw. De Wit (procesregisseur, voorzitter)",
        "De gemeente pakt de huisvesting op.",
        "1. Besloten is om op te schalen.",
        "De voorzitter sluit om 11.15 uur.",
    ):
        assert sentence in document.text


@pytest.mark.parametrize("suffix", ["html", "docx", "odt"])
def test_the_shipped_minutes_say_the_same_in_every_format(suffix):
    def lines(name):
        text = text_of(name, (EXAMPLES / name).read_bytes())
        return [line for line in text.split("\n") if line.strip()]

    plain = [line.lstrip("# ") for line in lines(f"verslag-esdoorn.{suffix}")]
    assert plain == [line.lstrip(" ") for line in lines("verslag-esdoorn.txt")]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Besluit: één\n".encode(), "Besluit: één\n"),
        ("\ufeffBesluit: één".encode(), "Besluit: één"),
        ("Besluit: één".encode("utf-16"), "Besluit: één"),
        ("\ufeffBesluit".encode("utf-16-be"), "Besluit"),
        ("Café ‘t Hoekje – € 5".encode("cp1252"), "Café ‘t Hoekje – € 5"),
        ("wél ".encode() + "één dag".encode("cp1252"), "wél één dag"),
        (
            "“wél”, ".encode() + "“twee” en drie".encode("cp1252"),
            "“wél”, “twee” en drie",
        ),
        (b"een\r\ntwee\rdrie\n\nvier", "een\ntwee\ndrie\n\nvier"),
        ("vast\u00a0aan elkaar".encode(), "vast\u00a0aan elkaar"),
        ("cafe\u0301".encode(), "cafe\u0301"),
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_plain_text_comes_through_as_it_is(suffix, data, text):
    assert text_of(f"a.{suffix}", data) == text


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Kop\n\n| Wie | Wat |\n| --- | :-: |\n| Kok | Bellen |\n\nslot",
         "Kop\n\n\nWie | Wat\nKok | Bellen\n\nslot"),
        ("|Wie|Wat|\n|-|-|\n|Kok||\nslot", "\nWie | Wat\nKok | \nslot"),
        ("| Wie | Wat |\n|---|---|\n| | Bellen |\n| | |", "\nWie | Wat\n | Bellen\n"),
        ("Wie | Wat\n--- | ---\nKok|Bellen", "\nWie | Wat\nKok | Bellen"),
        ("|a|b|\n|-|-|\n|x|\n|x|y|z|", "\na | b | \nx |  | \nx | y | z"),
        ("| a \\| b | c |\n|---|---|\n| d | e |", "\na \\| b | c\nd | e"),
        ("| Wat |\n| --- |\n| Bellen |", "\nWat\nBellen"),
        ("```\n| a | b |\n|---|---|\n```", "```\n| a | b |\n|---|---|\n```"),
        ("| geen tabel |\nwant | maar een rij", "| geen tabel |\nwant | maar een rij"),
    ],
)  # fmt: skip
def test_a_markdown_table_reads_like_any_other(written, read_as):
    assert text_of("a.md", written.encode()) == read_as
    assert text_of("a.txt", written.encode()) == written


def test_a_thousand_lines_of_bars_are_no_trouble():
    for line in ("|", "||", "| |", "|-|", "|-|-|", "a|", "|a|b|", " | ", "|" * 60):
        assert text_of("a.md", f"{line}\n".encode() * 20_000 + b"slot").endswith("slot")


def test_a_megabyte_on_one_line_is_read():
    line = "Mw. De Wit belt vrijdag. " * 42_000
    assert text_of("a.txt", line.encode()) == line


def test_the_content_decides_what_a_file_is():
    assert read("a.txt", word(p("Besluit"))).format == "docx"
    assert read("verslag", b"%PDF" + pdf([page_of("Besluit")])[4:]).format == "pdf"
    assert read("a.docx", odt_of("<text:p>Besluit</text:p>")).format == "odt"
    assert read("a.txt", b"<!DOCTYPE html><p>Besluit").format == "html"
    assert read("NOTULEN", b"Besluit").format == "txt"
    assert read("a.MD", b"# Besluit").format == "md"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<h2>Be<b>slui</b>ten</h2><p>Een</p><p>Twee", "## Besluiten\n\nEen\n\nTwee"),
        ("<p>Een\n   twee<br>drie</p>", "Een twee\ndrie"),
        ("<p>a<br><br>b<br></p><p>c", "a\n\nb\n\nc"),
        ("<ul><li>a<ul><li>b</ul><li><p>c</ul>d", "- a\n- b\n- c\n\nd"),
        ("<ol start=3><li>a<li value=9>b<li>c</ol>", "3. a\n9. b\n10. c"),
        ("<ul><li></li></ul><p>a", "a"),
        ("<table><tr><th>Wie<th>Wat<tr><td>A<td><p>b</p><p>c</table>d",
         "Wie | Wat\nA | b c\n\nd"),
        ("<table><tr><td>a<td><td>b</table>", "a |  | b"),
        ("<nav>menu</nav><script>x</script><style>y</style><p>a", "a"),
        ("<p hidden>x</p><p style='display: none'>y</p><p>a", "a"),
        ("<p>oud <del>dit</del><ins>dat</ins></p>", "oud dat"),
        ("<pre>een\n  twee</pre>", "een\n  twee"),
        ("<p>R&amp;D &lt;3&nbsp;x&#8364;</p>", "R&D <3\u00a0x€"),
        ("<p>a</p><p></p><p>b</p>", "a\n\nb"),
        ("<div>a<div>b</div>c</div>", "a\nb\nc"),
    ],
)  # fmt: skip
def test_a_web_page_keeps_what_is_seen(body, text):
    assert text_of("a.html", f"<html><body>{body}</body></html>".encode()) == text


def test_a_web_page_says_its_own_encoding():
    page = '<meta charset="iso-8859-1"><p>café – €</p>'.encode("cp1252")
    assert text_of("a.html", page) == "café – €"


OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def odt_of(body, styles=""):
    names = " ".join(
        f'xmlns:{name}="{OASIS}:{name}:1.0"'
        for name in ("office", "text", "table", "style", "drawing")
    )
    return odt(
        f"<office:document-content {names}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )


NUMBERS = (
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1"'
    ' style:num-format="1" style:num-suffix="."/><text:list-level-style-number'
    ' text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<text:h text:outline-level="2">Kop</text:h><text:p>a</text:p>', "## Kop\na"),
        ('<text:p text:style-name="P1">Titel</text:p>', "# Titel"),
        ("<text:p>a</text:p><text:p/><text:p>b</text:p>", "a\n\nb"),
        ('<text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p>',
         "a  b\tc\nd"),
        ("<text:p>een\n   <text:span>twee </text:span> drie</text:p>", "een twee drie"),
        ("<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>",
         "- a"),
        (('<text:list text:style-name="N"><text:list-item><text:p>a</text:p><text:list>'
         "<text:list-item><text:p>b</text:p></text:list-item></text:list>"
         "</text:list-item><text:list-item><text:p>c</text:p></text:list-item>"
         "</text:list>"), "1. a\na) b\n2. c"),
        (("<text:tracked-changes><text:p>weg</text:p></text:tracked-changes>"
         "<text:p>a<text:note><text:p>noot</text:p></text:note>b</text:p>"), "ab"),
        (("<table:table><table:table-header-rows><table:table-row><table:table-cell>"
         "<text:p>Wie</text:p></table:table-cell><table:table-cell><text:p>Wat</text:p>"
         "</table:table-cell></table:table-row></table:table-header-rows>"
         "<table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
         "<table:table-cell><text:p>b</text:p><text:p>c</text:p></table:table-cell>"
         "</table:table-row></table:table>"), "Wie | Wat\nA | b c"),
        ("<text:section><text:p>a</text:p></text:section>", "a"),
    ],
)  # fmt: skip
def test_an_opendocument_keeps_its_structure(body, text):
    assert text_of("a.odt", odt_of(body, NUMBERS)) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("Kop", style="Kop1") + p("a"), "# Kop\na"),
        (p("Kop", style="Kop2"), "## Kop"),
        (p("Titel", style="Titel"), "# Titel"),
        (p("a") + p() + p("b"), "a\n\nb"),
        (p("a", number=(2, 0)), "- a"),
        (p("a", number=(1, 0)) + p("b", number=(1, 1)) + p("c", number=(1, 0)),
         "1. a\na) b\n2. c"),
        (p("a", number=(1, 0)) + p("b", number=(3, 0)), "1. a\n7. b"),
        (p("a", number=(0, 0)), "a"),
        (table(("Wie", "Wat"), ("A", "b")) + p("c"), "Wie | Wat\nA | b\nc"),
        (table(("a", "", "b")), "a |  | b"),
        (table(("in een kader",)), "in een kader"),
        (p("a", "<w:r><w:br/></w:r>", "b", "<w:r><w:tab/></w:r>", "c"), "a\nb\tc"),
        (p("a", '<w:r><w:br w:type="page"/></w:r>', "b"), "ab"),
        (p("oud ", "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>",
           f"<w:ins>{r('nieuw')}</w:ins>"), "oud nieuw"),
        (p(f"<w:moveFrom>{r('hier')}</w:moveFrom>",
           f"<w:moveTo>{r('daar')}</w:moveTo>"), "daar"),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("een ") + "</w:p>"
         + p("twee") + p("drie"), "een twee\ndrie"),
        (p("a", r("geheim", "<w:vanish/>"), "b"), "ab"),
        (p(f"<w:hyperlink>{r('link')}</w:hyperlink>",
           f"<w:sdt><w:sdtContent>{r(' veld')}</w:sdtContent></w:sdt>"), "link veld"),
        (f"<w:sdt><w:sdtContent>{p('a')}</w:sdtContent></w:sdt>" + p("b"), "a\nb"),
        (p("a", "<w:r><w:instrText>PAGE</w:instrText></w:r>", "b"), "ab"),
        (p("niet", "<w:r><w:noBreakHyphen/></w:r>", "lid"), "niet\u2011lid"),
        (p() + p("a") + p() + p(), "a"),
    ],
)  # fmt: skip
def test_a_word_document_keeps_its_structure(body, text):
    assert text_of("a.docx", word(body)) == text


def test_a_list_cannot_write_a_megabyte_before_every_item():
    numbering = NUMBERING.replace("%1.", "%1" + "x" * 1_000_000)
    body = p("a", number=(1, 0)) * 50
    text = text_of("a.docx", word(body, **{"word/numbering.xml": numbering}))
    assert len(text) < 3_000


def test_a_long_line_of_styles_is_followed_only_so_far():
    styles = "".join(
        f'<w:style w:styleId="s{at}"><w:name w:val="s{at}"/>'
        f'<w:basedOn w:val="s{at + 1}"/></w:style>'
        for at in range(20_000)
    )
    styles = STYLES.replace("</w:styles>", styles + "</w:styles>")
    body = p("a", style="s0") * 2_000
    text = text_of("a.docx", word(body, **{"word/styles.xml": styles}))
    assert text.count("a") == 2_000


def test_a_strict_word_document_is_read_too():
    data = word(p("Kop", style="Kop1"), namespace=STRICT,
                **{"word/styles.xml": STYLES.replace(
                    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    STRICT)})  # fmt: skip
    assert text_of("a.docx", data) == "# Kop"


def test_a_sheet_behind_a_chart_is_carried_along_unopened():
    embedded = {"word/embeddings/chart.xlsx": word(p("binnen"))}
    assert text_of("a.docx", word(p("Besluit"), **embedded)) == "Besluit"


def test_a_pdf_loses_what_is_repeated_on_every_page():
    pages = [
        page_of("Verslag Berkenhof - vertrouwelijk", f"Punt {at} besproken.", f"{at}")
        for at in range(1, 5)
    ]
    text = text_of("a.pdf", pdf(pages))
    assert text == "\n".join(f"Punt {at} besproken." for at in range(1, 5))


def test_a_pdf_keeps_a_number_that_is_no_page_number():
    assert text_of("a.pdf", pdf([page_of("Aantal meldingen:", "3")])).endswith("3")


def test_a_wide_gap_on_a_page_becomes_a_blank_line():
    content = (
        b"BT /F1 12 Tf 72 720 Td (een) Tj 0 -14 Td (twee) Tj 0 -14 Td (drie) Tj "
        b"0 -30 Td (vier) Tj ET"
    )
    assert text_of("a.pdf", pdf([stream(content)])) == "een\ntwee\ndrie\n\nvier"


def test_scripts_and_files_inside_a_pdf_are_left_alone():
    catalogue = (
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "
        "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec >>] >> >>"
    )
    text = text_of("a.pdf", pdf([stream(PAGE)], catalogue=catalogue))
    assert text == "Mw. De Wit belt vrijdag."


def test_a_pdf_with_a_broken_index_is_still_read():
    broken = pdf([stream(PAGE)]).replace(b"startxref\n", b"startxref\n9")
    assert text_of("a.pdf", broken) == "Mw. De Wit belt vrijdag."


def test_whatever_the_bytes_the_answer_is_text_or_a_refusal():
    path = EXAMPLES / "verslag-esdoorn.docx"
    whole = path.read_bytes()
    for at in range(0, len(whole), 97):
        damaged = whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]
        assert answers("a.docx", damaged)


def answers(name, data):
    try:
        return bool(read(name, data).text)
    except Unreadable as refusal:
        return bool(refusal.nl)
