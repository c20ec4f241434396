"""Makes the fictional minutes in every format from one text.

    python examples/make.py

Run it after changing the text. The pdf needs typst, which only whoever changes
the text has to install; the other formats need nothing beyond the program itself.
The same text gives the same bytes.
"""

import json
import sys
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "src"))

from expliciet.documents import Document, commented  # noqa: E402

NAME = "verslag-esdoorn"
TITLE = "Verslag individueel casusoverleg Esdoorn (fictief)"
TEXT = """\
# Verslag individueel casusoverleg Esdoorn

Dit verslag is verzonnen. Personen, organisaties en gebeurtenissen bestaan niet; elke \
gelijkenis berust op toeval.
Datum: woensdag 18 november 2026, 10.00 – 11.15 uur. Plaats: Zorg- en Veiligheidshuis \
Berkenland.
Aanwezig: mw. De Wit (procesregisseur, voorzitter), dhr. Bakker (gemeente Elzendam), \
mw. Yıldız (politie), mr. Vermeer (OM), dhr. Aziz (jeugdbescherming), mw. Smit (ggz, \
tot 10.45 uur), mw. Jonker (secretaris).
Afwezig met bericht: dhr. Kok (reclassering).

## Opening en vorig verslag

De voorzitter opent om 10.00 uur. Het verslag van 4 november 2026 wordt ongewijzigd \
vastgesteld.
Van de zes actiepunten zijn er vier afgerond. De overige twee lopen nog.

## Beeld

Volgens de politie is R. op 9 en 12 november aangesproken bij het station; beide \
keren ging hij rustig mee naar buiten.
School zou hebben gehoord dat R. thuis veel ruzie maakt.
De moeder is agressief.
Er zijn signalen dat hij weer contact heeft met de oude groep.
Mw. Smit ziet R. wekelijks; hij sliep de afgelopen twee weken naar eigen zeggen vier \
uur per nacht.
Dhr. Aziz leest dit als overbelasting en niet als verharding; mw. Yıldız houdt beide \
open tot het gesprek met de moeder.

## Oordeel

De aanwezigen zijn het er wel over eens dat de situatie zorgelijk is.
Het risico is te groot om niets te doen.
Mogelijk speelt schaamte een rol, maar dat is lastig te zeggen.
Over de vraag of de woning veilig is, denken gemeente en politie verschillend. Dit \
wordt meegenomen.

## Besluiten

1. Besloten is om op te schalen.
2. De aanpak blijft op niveau 2 tot 16 december 2026, omdat er na 12 november geen \
nieuwe melding is; bij een melding met geweld roept mw. De Wit het overleg binnen \
twee werkdagen bijeen.
3. Er komt een huisverbod, tenzij het beter gaat.

## Afspraken

- Mw. Yıldız belt vóór vrijdag 20 november 12.00 uur met de mentor van R. over het \
lesrooster en mailt de uitkomst aan dhr. Bakker.
- De gemeente pakt de huisvesting op.
- Er wordt contact gezocht met de moeder.
- Politie en OM stemmen zo snel mogelijk af over het contactverbod.
- We houden elkaar op de hoogte.
- Dhr. Aziz heeft toegezegd vóór 2 december 2026 een gezinsgesprek te voeren; hij \
legt het verslag daarvan in het volgende overleg op tafel.
- Van de ggz wordt verwacht dat zij de begeleiding voortzet.

## Actielijst

Wie | Wat | Wanneer
Mw. Yıldız | Bellen met de mentor over het lesrooster | 20 november 2026
Gemeente | Huisvesting | z.s.m.
 | Contact met de moeder |
Dhr. Bakker | Aanvraag dagbesteding indienen bij Het Atelier | 25 november 2026
Dhr. Aziz, mw. Smit | Veiligheidsplan bespreken met het gezin | loopt

## Rondvraag en sluiting

Mr. Vermeer vraagt of de reclassering al een standpunt heeft. Dat is niet bekend.
Het volgende overleg is op woensdag 16 december 2026 om 10.00 uur. De voorzitter \
sluit om 11.15 uur.
"""

Part = tuple[str, str | list[list[str]]]  # kind, and the words or the rows


def parts() -> list[Part]:
    """The text as headings, paragraphs, items and one table."""
    found: list[Part] = []
    for line in TEXT.splitlines():
        mark, _, words = line.partition(" ")
        if " |" in line:
            row = [cell.strip() for cell in line.split("|")]
            if found[-1][0] == "table" and isinstance(found[-1][1], list):
                found[-1][1].append(row)
            else:
                found.append(("table", [row]))
        elif mark in ("#", "##"):
            found.append((f"h{len(mark)}", words))
        elif mark == "-":
            found.append(("bullet", words))
        elif mark.rstrip(".").isdigit() and mark.endswith("."):
            found.append(("number", words))
        elif line:
            found.append(("p", line))
    return found


def lines() -> list[str]:
    """The text line by line; a last cell that is empty keeps its border."""
    return [f"{line} " if line.endswith(" |") else line for line in TEXT.splitlines()]


def text() -> bytes:
    """As somebody types minutes: headings bare, tables with bars."""
    bare = (line.lstrip("#").lstrip() if line[:1] == "#" else line for line in lines())
    return ("\n".join(bare) + "\n").encode()


def markdown() -> bytes:
    written = []
    in_table = False
    for line in TEXT.splitlines():
        is_row = " |" in line
        if is_row:
            cells = [cell.strip() for cell in line.split("|")]
            written.append("| " + " | ".join(cells) + " |")
            if not in_table:
                written.append("|" + " --- |" * len(cells))
        else:
            written.append(line)
        in_table = is_row
    return ("\n".join(written) + "\n").encode()


LISTS = {"bullet": "ul", "number": "ol"}


def html() -> bytes:
    body = []
    open_list = ""
    for kind, words in parts():
        wanted = LISTS.get(kind, "")
        if open_list and open_list != wanted:
            body.append(f"</{open_list}>")
        if wanted and open_list != wanted:
            body.append(f"<{wanted}>")
        open_list = wanted
        if isinstance(words, list):
            rows = [cells("th", words[0]), *(cells("td", row) for row in words[1:])]
            body += ["<table>", *rows, "</table>"]
        else:
            tag = "li" if wanted else kind
            body.append(f"<{tag}>{escape(words)}</{tag}>")
    page = "\n".join(body)
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(TITLE)}</title>\n</head>\n<body>\n{page}\n</body>\n</html>\n"
    ).encode()


def cells(tag: str, row: list[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "</tr>"


def docx() -> bytes:
    bare = "\n".join(line for line in lines() if line)
    return commented(Document(NAME, "txt", bare, b""), [], title=TITLE)


NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "meta", "manifest")
)
ODT = "application/vnd.oasis.opendocument.text"
LIST_STYLES = (
    '<text:list-style style:name="Number"><text:list-level-style-number '
    'text:level="1" style:num-suffix="." style:num-format="1"/></text:list-style>'
    '<text:list-style style:name="Bullet"><text:list-level-style-bullet '
    'text:level="1" text:bullet-char="•"/></text:list-style>'
)


def odt() -> bytes:
    body = []
    open_list = ""
    for kind, words in parts():
        wanted = kind.title() if kind in LISTS else ""
        if open_list and open_list != wanted:
            body.append("</text:list>")
        if wanted and open_list != wanted:
            body.append(f'<text:list text:style-name="{wanted}">')
        open_list = wanted
        if isinstance(words, list):
            body.append(odt_table(words))
        elif wanted:
            item = f"<text:p>{escape(words)}</text:p>"
            body.append(f"<text:list-item>{item}</text:list-item>")
        elif kind.startswith("h"):
            level = f'text:outline-level="{kind[1]}"'
            body.append(f"<text:h {level}>{escape(words)}</text:h>")
        else:
            body.append(f"<text:p>{escape(words)}</text:p>")
    return odt_container("".join(body))


def odt_table(rows: list[list[str]]) -> str:
    def row(cells: list[str]) -> str:
        inside = "".join(
            f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>"
            for cell in cells
        )
        return f"<table:table-row>{inside}</table:table-row>"

    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    header = f"<table:table-header-rows>{row(rows[0])}</table:table-header-rows>"
    rest = "".join(row(cells) for cells in rows[1:])
    return f'<table:table table:name="Acties">{columns}{header}{rest}</table:table>'


def odt_container(body: str) -> bytes:
    version = 'office:version="1.3"'
    content = (
        f"<office:document-content {NAMESPACES} {version}><office:automatic-styles>"
        f"{LIST_STYLES}</office:automatic-styles><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    meta = (
        f'<office:document-meta {NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f" {version}><office:meta><dc:title>{escape(TITLE)}</dc:title>"
        "<dc:language>nl-NL</dc:language></office:meta></office:document-meta>"
    )
    files = {"/": ODT, "content.xml": "text/xml", "meta.xml": "text/xml"}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" '
        f'manifest:media-type="{kind}"/>'
        for path, kind in files.items()
    )
    manifest = (
        f'<manifest:manifest {NAMESPACES} manifest:version="1.3">{entries}'
        "</manifest:manifest>"
    )
    packed = BytesIO()
    with ZipFile(packed, "w") as container:
        mimetype = ZipInfo("mimetype")
        mimetype.compress_type = ZIP_STORED
        container.writestr(mimetype, ODT)
        for name, part in (
            ("content.xml", content),
            ("meta.xml", meta),
            ("META-INF/manifest.xml", manifest),
        ):
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            container.writestr(entry, '<?xml version="1.0" encoding="UTF-8"?>' + part)
    return packed.getvalue()


# The words reach typst as data, never as code.
PAGE = """\
#let parts = json(bytes(sys.inputs.parts))
#set document(title: sys.inputs.title, date: none)
#set text(lang: "nl", size: 10.5pt, hyphenate: false)
#set page(paper: "a4", margin: 2.5cm,
  header: align(right, text(8pt)[Esdoorn · fictief verslag]),
  footer: context align(center, text(8pt, counter(page).display())))
#for (kind, words) in parts {
  if kind == "h1" { heading(level: 1, words) }
  else if kind == "h2" { heading(level: 2, words) }
  else if kind == "bullet" { list(words) }
  else if kind == "number" { enum(enum.item(int(words.first()), words.last())) }
  else if kind == "table" {
    table(columns: (1fr, 2fr, 1fr),
      table.header(..words.first().map(strong)), ..words.slice(1).flatten())
  } else { par(words) }
}
"""


def pdf() -> bytes:
    import typst

    counted: list[tuple[str, object]] = []
    number = 0
    for kind, words in parts():
        number = number + 1 if kind == "number" else 0
        counted.append((kind, [str(number), words] if kind == "number" else words))
    made: bytes = typst.compile(
        PAGE.encode(),
        sys_inputs={"parts": json.dumps(counted), "title": TITLE},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
    )
    return made


def main() -> None:
    makers = {
        "txt": text, "md": markdown, "html": html, "docx": docx, "odt": odt, "pdf": pdf,
    }  # fmt: skip
    for suffix, make in makers.items():
        (HERE / f"{NAME}.{suffix}").write_bytes(make())


if __name__ == "__main__":
    main()
