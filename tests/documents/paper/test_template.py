"""A house brings its own letter paper; what is on it places words and no more. F87."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expliciet.documents import Reason
from expliciet.documents.paper import (
    PLACES,
    Refusal,
    TemplateRefused,
    as_docx,
    check_template,
    own_template,
)
from tests.documents import word

from .duinmeer import PAPER, saying
from .houses import PLACED, anew, house, p, related, table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


NO_PLACE = {Refusal.NOT_A_PLACE, Refusal.UNKNOWN_PLACE, Refusal.LACKS_PLACE}


def refused(template):
    with pytest.raises(TemplateRefused) as caught:
        check_template(template)
    return caught.value


def opened(paper, template):
    return docx.Document(BytesIO(as_docx(paper, template)))


def test_a_template_of_the_house_is_filled_in_in_its_own_styles():
    body = (
        p("Gemeente Duinmeer")
        + p("{{ title }}", style="Titel")
        + p("{{ confidential }}, {{ number }}")
        + p("{{p story }}")
        + p("{{ made_for }}, {{ made_at }}, {{ export_number }}")
    )
    document = opened(PAPER, house(body))
    texts = [each.text for each in document.paragraphs]
    assert texts[:3] == [
        "Gemeente Duinmeer",
        PAPER.title,
        "vertrouwelijk, DM-2026-0041",
    ]
    assert texts[-1] == "Marijke Terpstra, 26 november 2026, 15:45, U-2026-0117"
    headings = [each for each in document.paragraphs if each.text == "Afspraken"]
    assert [each.style.style_id for each in headings] == ["Kop1"]
    (made,) = document.tables
    assert made.rows[1].cells[0].text == "Wijkteam Duinmeer"


def test_a_template_as_people_make_it_is_filled_in():
    made = docx.Document()
    (section,) = made.sections
    section.header.paragraphs[0].text = "Duinmeer, {{ number }}, {{ confidential }}"
    section.footer.paragraphs[0].text = "{{ footer }}"
    for text, style in (
        ("{{ title }}", "Title"),
        ("{{p story }}", None),
        ("Groet", None),
    ):
        made.add_paragraph(text, style)
    written = BytesIO()
    made.save(written)
    check_template(written.getvalue())
    document = opened(PAPER, written.getvalue())
    texts = [each.text for each in document.paragraphs]
    assert (texts[0], texts[-1]) == (PAPER.title, "Groet")
    header = document.sections[0].header.paragraphs[0].text
    assert header == "Duinmeer, DM-2026-0041, vertrouwelijk"


def test_styles_that_it_lacks_are_lent_by_us():
    document = opened(PAPER, house())
    styled = [each for each in document.paragraphs if each.style]
    lent = {each.style.name for each in styled}
    assert {"List Bullet", "Caption", "Expliciet Facts", "Heading 3"} <= lent
    bullet = next(each for each in styled if each.style.name == "List Bullet")
    named = bullet.style.element.find(f"{W}pPr/{W}numPr/{W}numId")
    lists = document.part.numbering_part.element
    lent_to = {
        each.get(f"{W}numId"): each.find(f"{W}abstractNumId").get(f"{W}val")
        for each in lists.findall(f"{W}num")
    }
    kinds = [each.get(f"{W}abstractNumId") for each in lists.findall(f"{W}abstractNum")]
    assert lent_to[named.get(f"{W}val")] == kinds[-1]
    assert len(set(kinds)) == len(kinds)


def test_a_template_without_lists_gets_a_part_for_them():
    bare = house(
        **{
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{word.PACKAGE}/relationships"/>'
            )
        }
    )
    document = opened(PAPER, bare)
    assert document.part.numbering_part.element.findall(f"{W}abstractNum")


def test_our_own_template_may_be_brought_back():
    check_template(own_template())
    ours = as_docx(PAPER, own_template())
    assert [each.text for each in docx.Document(BytesIO(ours)).paragraphs] == [
        each.text for each in docx.Document(BytesIO(as_docx(PAPER))).paragraphs
    ]


def test_word_may_have_cut_a_place_in_pieces():
    pieces = (
        '<w:p><w:r><w:t>{{ ti</w:t></w:r><w:proofErr w:type="spellStart"/>'
        "<w:r><w:t>tle }</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>"
    )
    document = opened(
        PAPER, house(PLACED.replace(p("{{ title }}", style="Titel"), pieces))
    )
    assert PAPER.title in [each.text for each in document.paragraphs]


@pytest.mark.parametrize("name", [name for name in PLACES if name != "story"])
def test_every_place_may_be_used_again_in_header_and_footer(name):
    template = anew(
        replaced={
            "word/header1.xml": ("{{ house }}", f"{{{{ {name} }}}} {{{{ house }}}}")
        }
    )
    check_template(template)


@pytest.mark.parametrize(
    "code",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ title.__class__ }}",
        "{{ title|upper }}",
        "{{ title is defined }}",
        "{{ title() }}",
        "{{ title ~ title }}",
        "{{ title * 1000000000 }}",
        "{{ 7*7 }}",
        "{{ 'tekst' }}",
        "{{ [title] }}",
        "{{ title if house else number }}",
        "{% for a in range(10**9) %}x{% endfor %}",
        "{% for a in title %}{% for b in title %}x{% endfor %}{% endfor %}",
        "{% if title %}x{% endif %}",
        "{% set title = house %}",
        "{% macro title() %}{% endmacro %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% block title %}{% endblock %}",
        "{% filter upper %}x{% endfilter %}",
        "{% with %}{% endwith %}",
        "{% do title %}",
        "{% hm %}",
        "{% onzin %}",
        "{{ title",
        "{% raw %}{{ title }}",
        "{{ }}",
        "{{ title }",
    ],
)
@pytest.mark.parametrize("where", ["word/document.xml", "word/footer1.xml"])
def test_between_braces_stands_a_name_and_nothing_else(code, where):
    place = {"word/document.xml": "{{ title }}", "word/footer1.xml": "{{ footer }}"}
    template = anew(replaced={where: (place[where], f"{place[where]} {code}")})
    found = refused(template)
    # Braces that do not close may swallow the place before them.
    closed = code.count("{{") + code.count("{%") <= code.count("}}") + code.count("%}")
    at_most = set(Refusal) - {Refusal.LACKS_PLACE} if closed else set(Refusal)
    assert found.reason in at_most & NO_PLACE


@pytest.mark.parametrize(
    "name", ["titel", "self", "range", "loop", "namespace", "__x__"]
)
def test_a_name_that_we_do_not_know_is_named_back(name):
    found = refused(house(PLACED + p(f"{{{{ {name} }}}}")))
    assert (found.reason, found.what) == (Refusal.UNKNOWN_PLACE, name)


def test_code_among_the_properties_of_a_file_is_not_carried_out():
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>{{ 7*7 }}</dc:title></cp:coreProperties>"
    )
    relations = word.RELATIONS.replace(
        "</Relationships>",
        f'<Relationship Id="rId2" Type="{word.PACKAGE}/relationships/metadata/'
        'core-properties" Target="docProps/core.xml"/></Relationships>',
    )
    kinds = word.TYPES.replace(
        "</Types>",
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxml'
        'formats-package.core-properties+xml"/></Types>',
    )
    parts = {"docProps/core.xml": core, "_rels/.rels": relations}
    template = house(**parts, **{"[Content_Types].xml": kinds})
    assert opened(PAPER, template).core_properties.title == PAPER.title


@pytest.mark.parametrize(
    ("body", "lacking"),
    [
        (PLACED.replace("{{ title }}", ""), "title"),
        (PLACED.replace("{{ confidential }}", ""), "confidential"),
        (PLACED.replace("{{p story }}", ""), "story"),
        (PLACED.replace("{{ footer }}", ""), "made_for"),
        (PLACED.replace("{{ footer }}", "{{ made_for }}"), "export_number"),
    ],
)
def test_what_a_page_may_not_lack_must_be_placed(body, lacking):
    found = refused(house(body))
    assert (found.reason, found.what) == (Refusal.LACKS_PLACE, lacking)


@pytest.mark.parametrize(
    "body",
    [
        PLACED + p("{{p story }}"),
        PLACED.replace("{{p story }}", "tekst {{ story }} tekst"),
        PLACED.replace(
            p("{{p story }}"),
            table(("{{p story }}",)).replace(
                "<w:tbl>", '<w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
            ),
        ),
    ],
)
def test_the_story_has_a_line_to_itself(body):
    assert refused(house(body)).reason is Refusal.STORY_PLACE


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        (related("attachedTemplate", "https://voorbeeld.nl/a.dotm", outside=True),
         "attachedTemplate"),
        (related("image", "https://voorbeeld.nl/spion.png", outside=True), "image"),
        (related("aFChunk", "../a.html", outside=False), "aFChunk"),
        (related("oleObject", "a.bin", outside=False), "oleObject"),
    ],
)  # fmt: skip
def test_a_template_fetches_nothing_and_brings_nothing_along(parts, what):
    found = refused(house(**parts))
    assert (found.reason, found.what) == (Refusal.REACHES_OUT, what)


def test_a_link_to_a_website_is_no_harm():
    check_template(house(**related("hyperlink", "https://voorbeeld.nl", outside=True)))


@pytest.mark.parametrize(
    "order",
    [
        'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
        'INCLUDEPICTURE "https://voorbeeld.nl/a.png"',
        'includetext "a.docx"',
        'LINK Excel.Sheet.8 "a.xls"',
        "DATABASE",
    ],
)
def test_an_order_to_fetch_or_start_something_is_refused(order):
    whole = f"<w:p><w:r><w:instrText>{order}</w:instrText></w:r></w:p>"
    half = len(order.split()[0]) // 2
    pieces = (
        f"<w:p><w:r><w:instrText>{order[:half]}</w:instrText></w:r>"
        f"<w:r><w:instrText>{order[half:]}</w:instrText></w:r></w:p>"
    )
    simple = f"""<w:p><w:fldSimple w:instr='{order}'/></w:p>"""
    for field in (whole, pieces, simple):
        assert refused(house(PLACED + field)).reason is Refusal.REACHES_OUT


def test_page_numbers_and_links_are_orders_that_may_stay():
    for order in ("PAGE", "NUMPAGES", 'HYPERLINK "https://voorbeeld.nl"', "DATE"):
        check_template(house(PLACED + f"<w:p><w:fldSimple w:instr='{order}'/></w:p>"))


def test_words_never_land_in_an_order_or_an_attribute():
    within = "<w:p><w:r><w:instrText>{{ title }}</w:instrText></w:r></w:p>"
    assert refused(house(PLACED + within)).reason is Refusal.NOT_A_PLACE
    within = '<w:p><w:fldSimple w:instr="{{ title }}"/></w:p>'
    assert refused(house(PLACED + within)).reason is Refusal.NOT_A_PLACE
    within = '<w:p><w:hyperlink w:tooltip="{{ title }}"/></w:p>'
    assert refused(house(PLACED + within)).reason is Refusal.NOT_A_PLACE


@pytest.mark.parametrize("name", ["header1", "footer1"])
def test_words_land_in_no_order_above_or_below_a_page_either(name):
    pieces = (
        "<w:p><w:r><w:instrText>{</w:instrText></w:r>"
        "<w:r><w:instrText>{ title }}</w:instrText></w:r></w:p></w:p>"
    )
    template = anew(replaced={f"word/{name}.xml": ("</w:p>", pieces)})
    assert refused(template).reason is Refusal.NOT_A_PLACE


def test_text_does_not_become_code_in_a_template_either():
    text = "{{ title }} {% raw %} {_{ x }_} <w:p>"
    texts = [each.text for each in opened(saying(text), house()).paragraphs]
    assert texts.count(text) >= 5
    assert f"t {text}" in texts


@pytest.mark.parametrize(
    ("data", "because"),
    [
        (b"", Reason.EMPTY),
        (b"Beste lezer", Reason.WRONG_NAME),
        (b"%PDF-1.7", Reason.WRONG_NAME),
        (b"PK\x03\x04 stuk word/", Reason.BROKEN),
        (word.word(PLACED, **{"word/vbaProject.bin": b"x"}), Reason.MACROS),
        (word.word(PLACED, **{"word/a.bin": b"PK\x03\x04"}), Reason.NESTED_ARCHIVE),
        (word.word("<w:p>" * 300 + "</w:p>" * 300), Reason.TOO_DEEP),
        (word.word(PLACED, **{"word/styles.xml": "<w:styles"}), Reason.BROKEN),
        (
            word.word(
                PLACED, **{"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}
            ),
            Reason.FOREIGN_DEFINITIONS,
        ),
    ],
)
def test_what_is_no_document_to_fill_in_is_turned_away(data, because):
    found = refused(data)
    assert (found.reason, found.because) == (Refusal.FILE, because)


@pytest.mark.parametrize("name", ["word/kop.dat", "word/media/logo.png"])
def test_a_part_of_the_document_does_not_go_under_another_name(name):
    kinds = word.TYPES.replace(
        "</Types>",
        f'<Override PartName="/{name}" ContentType="{word.TYPE}.header+xml"/></Types>',
    )
    head = f'<w:hdr xmlns:w="{word.W}"><w:p/></w:hdr>'
    found = refused(house(**{"[Content_Types].xml": kinds, name: head}))
    assert (found.reason, found.because) == (Refusal.FILE, Reason.BROKEN)


def test_a_document_that_only_looks_whole_is_turned_away():
    strange = house(**{"word/styles.xml": f'<w:onzin xmlns:w="{word.W}"/>'})
    rootless = house(**{"_rels/.rels": f'<a xmlns="{word.PACKAGE}/relationships"/>'})
    assert refused(rootless).reason is Refusal.FILE
    assert refused(strange).reason is Refusal.FILE


@pytest.mark.parametrize(
    "template",
    [
        b"PK\x03\x04" + b"x" * 6_000_000,
        house(p("x" * 2_200_000) + PLACED),
        house(**{"word/zwaar.xml": f"<a>{' ' * 30_000_000}</a>"}),
        house(**{f"word/{number}.xml": "<a/>" for number in range(400)}),
    ],
)
def test_a_template_that_is_or_unpacks_too_large_is_turned_away(template):
    assert refused(template).reason is Refusal.TOO_LARGE


def test_a_template_full_of_braces_is_turned_away_before_any_is_read():
    found = refused(house(PLACED + p("{{r " * 50_000)))
    assert found.reason is Refusal.NOT_A_PLACE


def test_the_reason_is_a_code_that_a_caller_can_translate():
    assert {reason.value for reason in Refusal} == {
        "file",
        "too-large",
        "reaches-out",
        "unknown-place",
        "not-a-place",
        "lacks-place",
        "story-place",
    }
    assert str(refused(b"")) == "file"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30), st.sampled_from(["{{%s}}", "{%%%s%%}", "{#%s#}", "{%s}"]))
def test_whatever_stands_between_braces_is_refused_or_harmless(inside, braces):
    said = word.p((braces % inside).replace("&", "+").replace("<", "+"))
    try:
        template = house(PLACED + said)
        document = opened(PAPER, template)
    except (TemplateRefused, UnicodeEncodeError):
        return
    assert PAPER.title in [each.text for each in document.paragraphs]


def test_the_parts_of_a_template_that_we_do_not_touch_stay_as_they_were():
    picture = b"\x89PNG\r\n\x1a\n" + bytes(100)
    made = as_docx(
        PAPER,
        house(
            **{
                "word/media/logo.png": picture,
                "[Content_Types].xml": word.TYPES.replace(
                    "</Types>",
                    '<Default Extension="png" ContentType="image/png"/></Types>',
                ),
                "word/_rels/document.xml.rels": word.STORY_RELATIONS.replace(
                    "</Relationships>",
                    f'<Relationship Id="rId8" Type="{word.OFFICE}/image" '
                    'Target="media/logo.png"/></Relationships>',
                ),
            }
        ),
    )
    with ZipFile(BytesIO(made)) as parts:
        assert parts.read("word/media/logo.png") == picture
        assert parts.getinfo("word/document.xml").compress_type == ZIP_DEFLATED
