"""Makes small Word documents for the tests, part by part."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = f"""<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{TYPE}.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{TYPE}.numbering+xml"/>
</Types>"""
RELATIONS = f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>"""
STORY_RELATIONS = f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{OFFICE}/numbering" Target="numbering.xml"/>
</Relationships>"""
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Agendapunt"/>
<w:basedOn w:val="Kop2"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="Kop 2"/>
<w:basedOn w:val="Eigen"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering xmlns:w="{W}">
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">
<w:startOverride w:val="7"/></w:lvlOverride></w:num>
</w:numbering>"""


def word(body: str, *, namespace: str = W, **parts: str | bytes) -> bytes:
    """A Word document with this body; extra parts go by their path."""
    story = f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
    given = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": story,
        "word/_rels/document.xml.rels": STORY_RELATIONS,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
    } | parts
    return zipped(given)


def zipped(parts: dict[str, str | bytes], compression: int = ZIP_DEFLATED) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", compression) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return packed.getvalue()


def p(*inside: str, style: str = "", number: tuple[int, int] | None = None) -> str:
    """A paragraph; plain words become a run."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += (
            f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/>'
            "</w:numPr>"
        )
    runs = "".join(part if part.startswith("<") else r(part) for part in inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(words: str, formatting: str = "") -> str:
    """A run."""
    return (
        f'<w:r><w:rPr>{formatting}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    )


def table(*rows: tuple[str, ...]) -> str:
    made = "".join(
        "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{made}</w:tbl>"


def part(data: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(data)) as container:
        return etree.fromstring(container.read(name))


def beside(data: bytes) -> dict[str, str]:
    """The text that stands between the markers of every comment, by its number.

    Found by running through the story from front to back, which is how Word does
    it, and not by the positions that the program itself works with.
    """
    w = f"{{{W}}}"
    signs = {f"{w}tab": "\t", f"{w}br": "\n", f"{w}cr": "\n"}
    open_now: set[str] = set()
    found: dict[str, str] = {}
    for element in part(data, "word/document.xml").iter():
        number = element.get(f"{w}id", "")
        if element.tag == f"{w}commentRangeStart":
            open_now.add(number)
            found[number] = ""
        elif element.tag == f"{w}commentRangeEnd":
            open_now.remove(number)
        elif element.tag == f"{w}t" or element.tag in signs:
            for each in open_now:
                found[each] += signs.get(element.tag) or element.text or ""
    return found
