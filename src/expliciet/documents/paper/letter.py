"""Our own letter paper for Word: what a house without a template uses, or starts from.

A template of a house may lack styles that the story needs; it borrows them from here.
"""

from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..docx.skeleton import DECLARATION, NAMESPACE, OFFICE, PACKAGE, WORD_TYPE, level

INK, ACCENT, QUIET, HAIRLINE = "1C2B33", "14566B", "4C5B63", "B9C6CC"
PIECES = {"settings": "settings", "styles": "styles", "numbering": "numbering"}
PIECES |= {"header": "header1", "footer": "footer1"}
BULLETS = 1
"""The number that the list of our own style goes by."""


def style(name: str, paragraph: str = "", run: str = "", *, after: str = "") -> str:
    """A style of paragraphs; `after` names the style of what follows it."""
    identity = name.title().replace(" ", "")
    follows = f'<w:next w:val="{after}"/>' if after else ""
    ours = ' w:customStyle="1"' if name.startswith("Expliciet") else ""
    return (
        f'<w:style w:type="paragraph"{ours} w:styleId="{identity}">'
        f'<w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{follows}<w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def letters(half_points: int, colour: str = INK, *, how: str = "") -> str:
    return (
        f'{how}<w:color w:val="{colour}"/><w:sz w:val="{half_points}"/>'
        f'<w:szCs w:val="{half_points}"/>'
    )


def heading(depth: int, before: int, run: str) -> str:
    return style(
        f"heading {depth}",
        f"<w:keepNext/><w:keepLines/>{space(before, 100)}"
        f'<w:outlineLvl w:val="{depth - 1}"/>',
        run,
        after="Normal",
    )


def rule(side: str, colour: str, eighths: int = 4, away: int = 0) -> str:
    return (
        f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{away}" '
        f'w:color="{colour}"/>'
    )


TOGETHER = "<w:contextualSpacing/>"  # no white between two of one kind
FACTS_AT = 2700  # twentieths of a point: where what stands behind a label begins
PARAGRAPHS = [
    style("Title", space(0, 360), letters(44, ACCENT), after="Normal"),
    heading(1, 480, letters(30, ACCENT, how="<w:b/>")),
    heading(2, 360, letters(25, how="<w:b/>")),
    heading(3, 280, letters(22, how="<w:i/>")),
    style(
        "List Bullet",
        f'<w:numPr><w:numId w:val="{BULLETS}"/></w:numPr>{space(0, 140)}{TOGETHER}',
    ),
    style(
        "caption", f"<w:keepNext/>{space(120, 80)}", letters(20, QUIET, how="<w:i/>")
    ),
    style(
        "Expliciet Facts",
        f'<w:tabs><w:tab w:val="left" w:pos="{FACTS_AT}"/></w:tabs>{space(0, 200)}'
        f'<w:ind w:left="{FACTS_AT}" w:hanging="{FACTS_AT}"/>{TOGETHER}',
    ),
    style(
        "Expliciet Marks",
        f"<w:pBdr>{rule('left', ACCENT, 18, 10)}</w:pBdr>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="F1F6F8"/>{space(0, 0)}'
        '<w:ind w:left="280"/>',
        letters(20),
    ),
    style("Expliciet Table Text", space(40, 40), letters(19)),
    style("Expliciet Space", space(0, 0), letters(12)),
    style("header", space(0, 0), letters(18, QUIET)),
    style("footer", space(0, 0), letters(18, QUIET)),
]
TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="ExplicietTable">'
    '<w:name w:val="Expliciet Table"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
    f"<w:tblBorders>{rule('bottom', HAIRLINE)}{rule('insideH', HAIRLINE)}"
    '</w:tblBorders><w:tblCellMar><w:left w:w="90" w:type="dxa"/>'
    '<w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="{ACCENT}"/></w:rPr>'
    f"<w:tcPr><w:tcBorders>{rule('bottom', ACCENT, 8)}</w:tcBorders></w:tcPr>"
    "</w:tblStylePr></w:style>"
)
STYLES = (
    f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" '
    f'w:cs="Calibri"/>{letters(22)}<w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/>'
    '</w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" '
    'w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
    f"</w:style>{''.join(PARAGRAPHS)}{TABLE}</w:styles>"
)
NUMBERING = (
    f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="{BULLETS}">'
    f'{level("bullet", "–")}</w:abstractNum><w:num w:numId="{BULLETS}">'
    f'<w:abstractNumId w:val="{BULLETS}"/></w:num></w:numbering>'
)
SETTINGS = (
    f'<w:settings xmlns:w="{NAMESPACE}"><w:defaultTabStop w:val="709"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    "</w:settings>"
)
TO_THE_RIGHT = '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>'


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def line(inside: str, of: str, around: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{of}"/>{around}</w:pPr>{inside}</w:p>'


HEADER = line(
    words("{{ house }}")
    + "<w:r><w:tab/></w:r>"
    + words("{{ number }}   ")
    + f'<w:r><w:rPr><w:b/><w:color w:val="{ACCENT}"/></w:rPr>'
    "<w:t>{{ confidential }}</w:t></w:r>",
    "Header",
    f"<w:pBdr>{rule('bottom', HAIRLINE, 4, 4)}</w:pBdr>{TO_THE_RIGHT}",
)
FOOTER = line(
    words("{{ footer }}")
    + "<w:r><w:tab/></w:r>"
    + words("{{ page }} ")
    + field("PAGE")
    + words(" {{ of }} ")
    + field("NUMPAGES"),
    "Footer",
    f"<w:pBdr>{rule('top', HAIRLINE, 4, 4)}</w:pBdr>{TO_THE_RIGHT}",
)
STORY = (
    f'<w:document xmlns:w="{NAMESPACE}" xmlns:r="{OFFICE}"><w:body>'
    f"{line(words('{{ title }}'), 'Title')}{line(words('{{p story }}'), 'Normal')}"
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
    '<w:footerReference w:type="default" r:id="footer"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1928" w:right="1418" '
    'w:bottom="1814" w:left="1418" w:header="1021" w:footer="907" w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)


def framed(kind: str, inside: str) -> str:
    return f'<w:{kind} xmlns:w="{NAMESPACE}">{inside}</w:{kind}>'


def relations(*lines: tuple[str, str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{place}"/>'
        for name, kind, place in lines
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{file}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>'
        for kind, file in {"document.main": "document", **PIECES}.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


@cache
def letter() -> bytes:
    """Our own template, as a Word file."""
    parts = {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(
            ("story", f"{OFFICE}/officeDocument", "word/document.xml")
        ),
        "word/document.xml": STORY,
        "word/_rels/document.xml.rels": relations(
            *(
                (kind, f"{OFFICE}/{kind}", f"{file}.xml")
                for kind, file in PIECES.items()
            )
        ),
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/settings.xml": SETTINGS,
        "word/header1.xml": framed("hdr", HEADER),
        "word/footer1.xml": framed("ftr", FOOTER),
    }
    packed = BytesIO()
    with ZipFile(packed, "w") as container:
        for name, part in parts.items():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            container.writestr(entry, DECLARATION + part)
    return packed.getvalue()
