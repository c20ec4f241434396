"""The fixed parts of a new Word document: styles, lists, language, title."""

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

LIST_START = (
    '<w:num w:numId="{name}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
)

CONTENT_TYPES = f"""\
<Types xmlns="{PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.\
relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{WORD_TYPE}.styles+xml"/>\
<Override PartName="/word/numbering.xml" ContentType="{WORD_TYPE}.numbering+xml"/>\
<Override PartName="/word/settings.xml" ContentType="{WORD_TYPE}.settings+xml"/>\
<Override PartName="/word/comments.xml" ContentType="{WORD_TYPE}.comments+xml"/>\
<Override PartName="/docProps/core.xml" ContentType="application/\
vnd.openxmlformats-package.core-properties+xml"/>\
</Types>"""

PACKAGE_RELATIONS = f"""\
<Relationships xmlns="{PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" \
Target="docProps/core.xml"/>\
</Relationships>"""

STORY_RELATIONS = f"""\
<Relationships xmlns="{PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{OFFICE}/numbering" Target="numbering.xml"/>\
<Relationship Id="rId3" Type="{OFFICE}/settings" Target="settings.xml"/>\
<Relationship Id="rId4" Type="{OFFICE}/comments" Target="comments.xml"/>\
</Relationships>"""

CORE = f"""\
<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/">\
<dc:title>%s</dc:title><dc:language>nl-NL</dc:language></cp:coreProperties>"""

SETTINGS = f"""\
<w:settings xmlns:w="{NAMESPACE}"><w:defaultTabStop w:val="709"/>\
<w:compat><w:compatSetting w:name="compatibilityMode" \
w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
<w:themeFontLang w:val="nl-NL"/></w:settings>"""


def level(kind: str, pattern: str) -> str:
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/><w:pPr>'
        '<w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl>'
    )


NUMBERING = f"""\
<w:numbering xmlns:w="{NAMESPACE}">\
<w:abstractNum w:abstractNumId="1">{level("bullet", "•")}</w:abstractNum>\
<w:abstractNum w:abstractNumId="2">{level("decimal", "%1.")}</w:abstractNum>\
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"""


def style(identity: str, name: str, paragraph: str = "", run: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def heading(depth: int, half_points: int) -> str:
    return style(
        f"Heading{depth}",
        f"heading {depth}",
        '<w:keepNext/><w:spacing w:before="280" w:after="80"/>'
        f'<w:outlineLvl w:val="{depth - 1}"/>',
        f'<w:b/><w:sz w:val="{half_points}"/>',
    )


BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
TIGHT = '<w:spacing w:before="40" w:after="40"/>'
TABLE_TEXT = style("TableText", "Table Text", TIGHT)
TABLE_HEADING = style("TableHeading", "Table Heading", TIGHT, "<w:b/>")
BLANK = style(
    "Blank",
    "Blank Line",
    '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
    '<w:sz w:val="10"/>',
)
STYLES = f"""\
<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>\
<w:sz w:val="22"/><w:szCs w:val="22"/>\
<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="264" w:lineRule="auto"/>\
</w:pPr></w:pPrDefault></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal">\
<w:name w:val="Normal"/><w:qFormat/></w:style>\
<w:style w:type="table" w:default="1" w:styleId="TableNormal">\
<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>\
</w:style>\
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>\
<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders>\
<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>\
</w:tblCellMar></w:tblPr></w:style>\
{heading(1, 32)}{heading(2, 27)}{heading(3, 24)}\
{heading(4, 22)}{heading(5, 22)}{heading(6, 22)}\
{style("ListBullet", "List Bullet", "<w:contextualSpacing/>")}\
{style("ListNumber", "List Number", "<w:contextualSpacing/>")}\
{TABLE_TEXT}{TABLE_HEADING}{BLANK}\
</w:styles>"""


def parts(*, story: bytes, remarks: bytes, lists: str, title: str) -> dict[str, bytes]:
    """Every part of the document by name, in the order Word likes."""
    fixed = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONS,
        "docProps/core.xml": CORE % title,
        "word/_rels/document.xml.rels": STORY_RELATIONS,
        "word/styles.xml": STYLES,
        "word/numbering.xml": f"{NUMBERING}{lists}</w:numbering>",
        "word/settings.xml": SETTINGS,
    }
    written = {name: (DECLARATION + part).encode() for name, part in fixed.items()}
    return written | {"word/document.xml": story, "word/comments.xml": remarks}
