"""Files as partners bring them to a table, made on the spot; all are invented."""

import struct
import zlib
from base64 import encodebytes
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_STORED, ZipFile

from .hostile import odt
from .pdfs import PAGE, page_of, pdf, stream
from .word import PACKAGE, TYPES, p, table, word, zipped

EXAMPLES = Path(__file__).parents[2] / "examples"
BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET_TYPES = f"""<Types xmlns="{PACKAGE}/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{BOOK}.sheet.main+xml"/>
</Types>"""
RUBBISH = Random(1).randbytes(3_000_000)


def sheet(**parts: str | bytes) -> bytes:
    given = {
        "[Content_Types].xml": SHEET_TYPES,
        "xl/workbook.xml": "<workbook/>",
        "xl/worksheets/sheet1.xml": "<worksheet>Zaterdag</worksheet>",
    }
    return zipped(given | parts)


def block(kind: bytes, content: bytes = b"") -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def png(width: int = 3, height: int = 2, *between: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress(b"\0" * (min(width, 99) + 1) * min(height, 99))
    return (
        b"\x89PNG\r\n\x1a\n"
        + block(b"IHDR", head)
        + b"".join(between)
        + block(b"IDAT", lines)
        + block(b"IEND")
    )


def segment(mark: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, mark, len(content) + 2) + content


def jpg(width: int = 3, height: int = 2, *between: bytes, frame: int = 0xC0) -> bytes:
    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
        + b"".join(between)
        + segment(frame, struct.pack(">BHHB3B", 8, height, width, 1, 1, 17, 0))
        + segment(0xDA, b"\1\1\0\0\77\0")
        + b"\x12\x34\xff\0\x56"
        + b"\xff\xd9"
    )


def mail(*parts: bytes, head: str = "") -> bytes:
    """A mail with these parts; one part alone is its text."""
    headed = (
        "From: Verzonnen Afzender <a@voorbeeld.example>\r\n"
        f"Subject: Overleg van dinsdag\r\nMIME-Version: 1.0\r\n{head}"
    ).encode()
    if not parts:
        return headed + b"\r\nTot dinsdag.\r\n"
    between = b"--grens\r\n"
    return (
        headed
        + b'Content-Type: multipart/mixed; boundary="grens"\r\n\r\n'
        + b"".join(between + part + b"\r\n" for part in parts)
        + b"--grens--\r\n"
    )


def part(kind: str, content: bytes, name: str = "") -> bytes:
    named = f'; name="{name}"' if name else ""
    return (
        f"Content-Type: {kind}{named}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    ).encode() + encodebytes(content)


def object_stream(*objects: bytes) -> bytes:
    """Objects of a pdf, packed away as most programs do."""
    numbers = b" ".join(b"%d 0" % (20 + at) for at in range(len(objects)))
    inside = numbers + b" " + b" ".join(objects)
    return stream(inside, f"/Type /ObjStm /N {len(objects)} /First {len(numbers) + 1}")


def example(name: str) -> bytes:
    return (EXAMPLES / name).read_bytes()


def odt_from_libreoffice() -> bytes:
    return odt("<a/>", **{
        "Configurations2/accelerator/current.xml": b"",
        "META-INF/manifest.xml": "<manifest/>",
        "Pictures/100.png": png(),
    })  # fmt: skip


def word_stored() -> bytes:
    packed = BytesIO(word(p("Ongecomprimeerd.")))
    stored = BytesIO()
    with ZipFile(packed) as old, ZipFile(stored, "w", ZIP_STORED) as new:
        for entry in old.namelist():
            new.writestr(entry, old.read(entry))
        new.comment = b"een opmerking achter het bestand"
    return stored.getvalue()


STORY = p("Mw. De Wit belt vrijdag.")
PAGES = pdf([page_of("Verzonnen verslag")])
NAMES = [
    "verslag.docx", "VERSLAG.DOCX", "verslag van mei.docx", "Verslag (2).docx",
    "ürün özeti.docx", "Ḥamza & Şule.docx", "تقرير الاجتماع.docx", "گزارش\u200cها.docx",
    "会議の記録.docx", "протокол.docx", "πρακτικά.docx", "verslag.v2.docx",
    ".verslag.docx", "'; DROP TABLE dossier; --.docx", "<b>verslag.docx", "👍.docx",
    "e\u0301\u0301\u0301.docx", "100%.docx", "verslag.exe.docx", "a" * 195 + ".docx",
]  # fmt: skip

Maker = Callable[[], bytes]
WELCOME: dict[str, tuple[str, Maker]] = {
    **{f"a file called {name[:30]}": (name, lambda: word(STORY)) for name in NAMES},
    "the example in Word": ("a.docx", lambda: example("verslag-esdoorn.docx")),
    "the example in LibreOffice": ("a.odt", lambda: example("verslag-esdoorn.odt")),
    "the example as pdf": ("a.pdf", lambda: example("verslag-esdoorn.pdf")),
    "the example as text": ("a.txt", lambda: example("verslag-esdoorn.txt")),
    "a table in Word": ("a.docx", lambda: word(table(("wie", "wat"), ("GGZ", "-")))),
    "Word with a picture": ("a.docx", lambda: word(STORY, **{
        "word/media/image1.png": png()})),
    "Word without packing": ("a.docx", word_stored),
    "Word with a chart": ("a.docx", lambda: word(STORY, **{
        "word/embeddings/Microsoft_Excel_Sheet1.xlsx": sheet()})),
    "Word with printer settings": ("a.docx", lambda: word(STORY, **{
        "word/printerSettings/printerSettings1.bin": b"P\0r\0i\0n\0t\0"})),
    "Word that begins with a mark": ("a.docx", lambda: word(STORY, **{
        "[Content_Types].xml": b"\xef\xbb\xbf" + TYPES.encode()})),
    "Word with parts in UTF-16": ("a.docx", lambda: word(STORY, **{
        "customXml/item1.xml": "<?xml version='1.0' encoding='UTF-16'?><a/>".encode(
            "utf-16")})),
    "Word of a few megabytes": ("a.docx", lambda: word(STORY, **{
        "word/media/image1.png": png(9, 9, block(b"prIv", RUBBISH))})),
    "a long story": ("a.docx", lambda: word("".join(
        p(f"Regel {at}: {at * 7919 % 99991}") for at in range(20_000)))),
    "LibreOffice, with all it brings": ("a.odt", odt_from_libreoffice),
    "OpenDocument, bare": ("a.odt", lambda: odt("<a/>")),
    "a sheet": ("a.xlsx", sheet),
    "a sheet with pictures": ("a.xlsx", lambda: sheet(**{"xl/media/a.png": png()})),
    "a sheet with printer settings": ("a.xlsx", lambda: sheet(**{
        "xl/printerSettings/printerSettings1.bin": b"\0" * 99})),
    "a large sheet": ("a.xlsx", lambda: sheet(**{
        "xl/worksheets/sheet2.xml": "<w>" + "".join(
            f"<c r='{at}'>{at * 7919 % 99991}</c>" for at in range(300_000)
        ) + "</w>"})),
    "a pdf": ("a.pdf", lambda: PAGES),
    "a pdf of many pages": ("a.pdf", lambda: pdf([stream(PAGE)] * 300)),
    "a scan": ("a.pdf", lambda: pdf([stream(b"0 0 9 9 re f")])),
    "a pdf with links": ("a.pdf", lambda: pdf([stream(PAGE)], catalogue=(
        "/OpenAction [5 0 R /Fit] /Names << /Dests 9 0 R >>"))),
    "a pdf with a form": ("a.pdf", lambda: pdf([stream(PAGE)], catalogue=(
        "/AcroForm << /Fields [] >>"))),
    "a pdf with packed objects": ("a.pdf", lambda: pdf([stream(PAGE)], forms=[
        object_stream(b"<< /Type /Annot /Subtype /Link >>", b"<< /A 1 >>")])),
    "a pdf after a line": ("a.pdf", lambda: b"\n" + PAGES),
    "a pdf with words behind it": ("a.pdf", lambda: PAGES + b"\r\n" * 50),
    "a pdf that tells of scripts": ("a.pdf", lambda: pdf([page_of("JavaScript")])),
    "a picture": ("a.png", png),
    "a large picture": ("a.png", lambda: png(9_000, 9_000)),
    "a picture with a text": ("a.png", lambda: png(9, 9, block(b"tEXt", b"a\0b"))),
    "a picture in capitals": ("FOTO.PNG", png),
    "a photograph": ("a.jpg", jpg),
    "a photograph called jpeg": ("a.JPEG", jpg),
    "a photograph that comes in steps": ("a.jpg", lambda: jpg(frame=0xC2)),
    "a photograph with a small one in it": ("a.jpg", lambda: jpg(
        9, 9, segment(0xE1, b"Exif\0\0" + jpg()[:40]))),
    "a photograph that a telephone wrote on": ("a.jpg", lambda: jpg() + b"SEFT" * 9),
    "a large photograph": ("a.jpg", lambda: jpg(10_000, 9_999)),
    "plain text": ("a.txt", lambda: b"Besluit: opschalen.\r\n"),
    "text from old Windows": ("a.txt", lambda: "café, reünie".encode("cp1252")),
    "text in UTF-16": ("a.txt", lambda: "Mw. Yıldız belt.".encode("utf-16")),
    "text with a mark in front": ("a.txt", lambda: "\ufeffBesluit".encode()),
    "text that begins like a program": ("a.txt", lambda: b"MIDlet- is geen woord."),
    "text that begins like a sound": ("a.txt", lambda: b"FORMULIER OVERDRACHT"),
    "text that begins like a mail": ("a.txt", lambda: b"From: de wijk\n\nHallo"),
    "one letter": ("a.txt", lambda: b"x"),
    "a mail": ("a.eml", mail),
    "a mail in two forms": ("a.eml", lambda: mail(
        part("text/plain", b"Hallo"), part("text/html", b"<p>Hallo</p>"))),
    "a mail with files": ("a.eml", lambda: mail(
        part("text/plain", b"Hallo"),
        part("application/pdf", PAGES, "verslag.pdf"),
        part("application/octet-stream", word(STORY), "=?utf-8?B?w7xyw7xuLmRvY3g=?="))),
    "a mail with a logo": ("a.eml", lambda: mail(
        part("text/html", b"<img>"), part("image/gif", b"GIF89a" + b"\0" * 20),
        part("image/png", png()), part("image/jpeg", jpg(), "image001.jpg"))),
    "a signed mail with a date": ("a.eml", lambda: mail(
        part("text/plain", b"Hallo"), part("text/calendar", b"BEGIN:VCALENDAR"),
        part("application/pkcs7-signature", b"0\x80", "smime.p7s"))),
    "a mail in a mail": ("a.eml", lambda: mail(
        b"Content-Type: message/rfc822\r\n\r\n" + mail())),
    "a mail from a mailbox": ("a.eml", lambda: b"From a@b.example Tue\r\n" + mail()),
}  # fmt: skip
