"""Files that nobody should send us, made on the spot; each with what we answer."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from expliciet.documents import Reason

from .pdfs import PAGE, pdf, stream
from .word import TYPES, W, p, word, zipped

MEGABYTE = 1024 * 1024
GOOD = p("Mw. De Wit belt vrijdag.")


def with_entity(definitions: str, use: str) -> bytes:
    story = (
        f"<!DOCTYPE w:document [{definitions}]>"
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{use}</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )
    return word(GOOD, **{"word/document.xml": story})


def billion_laughs() -> bytes:
    levels = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10)
    )
    return with_entity(levels, "&a9;")


def quadratic() -> bytes:
    return with_entity(f'<!ENTITY a "{"h" * 50_000}">', "&a;" * 50_000)


def external_entity() -> bytes:
    return with_entity('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;")


def bomb_in(part: str, size: int = 150 * MEGABYTE) -> bytes:
    return word(GOOD, **{part: b"\0" * size})


def huge_story() -> bytes:
    """Within the ratio, yet far more than any story."""
    block = "".join(chr(33 + (at * 7919) % 90) for at in range(997)).replace("<", "")
    block = block.replace("&", "")
    return word(p(block * 45_000))


def many_entries() -> bytes:
    return zipped({f"word/{at}.xml": b"" for at in range(5_000)})


def overlapping() -> bytes:
    """Every line of the directory points at the same compressed bytes."""
    content = zlib.compress(b"0" * 100_000, 9)[2:-4]
    crc = zlib.crc32(b"0" * 100_000)
    numbers = (crc, len(content), 100_000)
    name = b"word/document.xml"
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, *numbers, len(name), 0)
    body = local + name + content
    directory = b""
    for at in range(500):
        label = f"word/{at:04}.xml".encode()
        directory += struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, *numbers, len(label),
            0, 0, 0, 0, 0, 0,
        )  # fmt: skip
        directory += label
    end = struct.pack(
        "<4s4H2IH", b"PK\5\6", 0, 0, 500, 500, len(directory), len(body), 0
    )
    return body + directory + end


def nested() -> bytes:
    inner = b"0" * MEGABYTE
    for _ in range(5):
        inner = zipped({f"{at}.zip": inner for at in range(16)})
    return word(GOOD, **{"word/inner.zip": inner})


def named(name: str) -> bytes:
    return word(GOOD, **{name: b"x"})


def symlink() -> bytes:
    packed = BytesIO(word(GOOD))
    with ZipFile(packed, "a") as container:
        link = ZipInfo("word/link")
        link.external_attr = 0o120777 << 16
        container.writestr(link, "/etc/passwd")
    return packed.getvalue()


def lying_size() -> bytes:
    """The directory promises ten bytes; a megabyte comes out."""
    good = bytearray(word(GOOD, **{"word/document.xml": b"<a>" + b"0" * MEGABYTE}))
    at = good.rfind(b"PK\1\2", 0, good.rfind(b"word/document.xml"))
    good[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(good)


def zip_password() -> bytes:
    good = bytearray(word(GOOD))
    at = -1
    while (at := good.find(b"PK\1\2", at + 1)) >= 0:
        good[at + 8] |= 1
    return bytes(good)


def many_elements() -> bytes:
    """Each a little different, so that the ratio does not give it away."""
    return word(
        "".join(f'<w:p a="{at * 2654435761 % 2**32:x}"/>' for at in range(900_000))
    )


def deep_story(depth: int = 5_000) -> bytes:
    return word("<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth)


def odt(content: str = "", **parts: str | bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        given = {"content.xml": content} | parts
        for name, part in given.items():
            container.writestr(name, part, ZIP_DEFLATED)
    return packed.getvalue()


def ole(stream_name: str) -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 504
        + stream_name.encode("utf-16-le")
        + b"\0" * 512
    )


def pdf_bomb() -> bytes:
    return pdf([stream(b"BT " + b"( ) Tj " * 20_000_000)])


def pdf_calls_itself() -> bytes:
    """Ten forms, each drawn ten times by the one before: ten milliard times a dot."""
    forms = [
        stream(
            f"/F{level + 1} Do ".encode() * 10 if level < 9 else b"BT (.) Tj ET",
            f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
            f"/Resources << /XObject << /F{level + 1} {level + 6} 0 R >> >>",
        )
        for level in range(10)
    ]
    return pdf([stream(b"/F0 Do")], forms=forms, resources="/XObject << /F0 5 0 R >>")


def pdf_of_lines() -> bytes:
    """Twenty pages with sixty thousand strokes each."""
    return pdf([stream(b"1 1 l\n" * 60_000)] * 20)


def pdf_of(pages: int) -> bytes:
    return pdf([stream(PAGE)] * pages)


def pdf_page_loop() -> bytes:
    return pdf([stream(PAGE)]).replace(b"/Kids [", b"/Kids [2 0 R ")


def pdf_with_password() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(BytesIO(pdf([stream(PAGE)]))))
    writer.encrypt("geheim", algorithm="RC4-128")
    packed = BytesIO()
    writer.write(packed)
    return packed.getvalue()


Maker = Callable[[], bytes]
HOSTILE: dict[str, tuple[str, Maker, Reason]] = {
    "nothing at all": ("a.docx", lambda: b"", Reason.EMPTY),
    "over 25 MB": ("a.txt", lambda: b"a " * 13 * MEGABYTE, Reason.TOO_LARGE),
    "an unknown extension": ("a.xyz", lambda: b"tekst", Reason.UNKNOWN_FORMAT),
    "a picture": ("a.docx", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99,
                  Reason.WRONG_NAME),
    "a picture without a name": ("a", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99,
                                 Reason.UNKNOWN_FORMAT),
    "a gif that is html too": ("a.html", lambda: b"GIF89a/*<html><script>*/=1",
                               Reason.WRONG_NAME),
    "a program": ("a.pdf", lambda: b"MZ" + b"\0" * 500, Reason.WRONG_NAME),
    "rtf": ("a.doc", lambda: b"{\\rtf1 hallo}", Reason.UNKNOWN_FORMAT),
    "text that says it is Word": ("a.docx", lambda: b"gewone tekst", Reason.WRONG_NAME),
    "text that says it is pdf": ("a.pdf", lambda: b"gewone tekst", Reason.WRONG_NAME),
    "binary rubbish": ("a.txt", lambda: bytes(range(256)) * 400, Reason.NOT_TEXT),
    "compressed rubbish": ("a.md", lambda: zlib.compress(bytes(range(256)) * 999),
                           Reason.NOT_TEXT),
    "zero bytes in text": ("a.txt", lambda: b"Besluit\0 genomen", Reason.NOT_TEXT),
    "zero characters in UTF-16": ("a.txt", lambda: "a\0b".encode("utf-16"),
                                  Reason.NOT_TEXT),
    "half a UTF-16 character": ("a.txt", lambda: b"\xff\xfea", Reason.BROKEN),
    "UTF-16 without saying so": ("a.txt", lambda: "Besluit".encode("utf-16-le"),
                                 Reason.NOT_TEXT),
    "only white space": ("a.txt", lambda: b" \n\t\n" * 99, Reason.NO_TEXT),
    "old Word": ("a.doc", lambda: ole("WordDocument"), Reason.OLD_WORD),
    "old Word as docx": ("a.docx", lambda: ole("WordDocument"), Reason.OLD_WORD),
    "Word with a password": ("a.docx", lambda: ole("EncryptedPackage"),
                             Reason.ENCRYPTED),
    "Word with macros": ("a.docm", lambda: named("word/vbaProject.bin"), Reason.MACROS),
    "macros by kind": ("a.docx", lambda: word(GOOD, **{
        "[Content_Types].xml": TYPES.replace("document.main", "macroEnabled.main")}),
        Reason.MACROS),
    "an empty Word document": ("a.docx", lambda: word(p()), Reason.NO_TEXT),
    "half a Word document": ("a.docx", lambda: word(GOOD)[:900], Reason.BROKEN),
    "Word without a story": ("a.docx", lambda: zipped({"word/styles.xml": "<a/>"}),
                             Reason.BROKEN),
    "broken xml": ("a.docx", lambda: word("<w:p><w:r>"), Reason.BROKEN),
    "a damaged part": ("a.docx", lambda: word(GOOD).replace(b"\xcb", b"\xcc"),
                       Reason.BROKEN),
    "a lying size": ("a.docx", lying_size, Reason.BROKEN),
    "an empty zip": ("a.docx", lambda: zipped({}), Reason.BROKEN),
    "a sheet": ("a.docx", lambda: zipped({"[Content_Types].xml": "", "xl/a.xml": ""}),
                Reason.UNKNOWN_FORMAT),
    "a zip with a password": ("a.docx", zip_password, Reason.ENCRYPTED),
    "a flat zip bomb": ("a.docx", lambda: bomb_in("word/media/a.png"),
                        Reason.UNPACKS_TOO_LARGE),
    "a bomb in the story": ("a.docx", lambda: bomb_in("word/document.xml"),
                            Reason.UNPACKS_TOO_LARGE),
    "many small bombs": ("a.docx", lambda: word(GOOD, **{
        f"word/media/{at}.bin": b"\0" * MEGABYTE for at in range(220)}),
        Reason.UNPACKS_TOO_LARGE),
    "a huge story": ("a.docx", huge_story, Reason.UNPACKS_TOO_LARGE),
    "five thousand parts": ("a.docx", many_entries, Reason.UNPACKS_TOO_LARGE),
    "overlapping parts": ("a.docx", overlapping, Reason.UNPACKS_TOO_LARGE),
    "zips in zips": ("a.docx", nested, Reason.NESTED_ARCHIVE),
    "a path upwards": ("a.docx", lambda: named("../../etc/cron.d/x"),
                       Reason.UNSAFE_NAMES),
    "an absolute path": ("a.docx", lambda: named("/etc/cron.d/x"), Reason.UNSAFE_NAMES),
    "a Windows path": ("a.docx", lambda: named("word\\..\\..\\x"), Reason.UNSAFE_NAMES),
    "a drive letter": ("a.docx", lambda: named("C:x"), Reason.UNSAFE_NAMES),
    "a symbolic link": ("a.docx", symlink, Reason.UNSAFE_NAMES),
    "a billion laughs": ("a.docx", billion_laughs, Reason.FOREIGN_DEFINITIONS),
    "quadratic blow-up": ("a.docx", quadratic, Reason.FOREIGN_DEFINITIONS),
    "an external entity": ("a.docx", external_entity, Reason.FOREIGN_DEFINITIONS),
    "a DTD elsewhere": ("a.docx", lambda: word(GOOD, **{
        "word/styles.xml": '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>'}),
        Reason.FOREIGN_DEFINITIONS),
    "five thousand deep": ("a.docx", deep_story, Reason.TOO_DEEP),
    "too many elements": ("a.docx", many_elements, Reason.TOO_DEEP),
    "odt with an entity": ("a.odt", lambda: odt('<!DOCTYPE a [<!ENTITY b "c">]><a/>'),
                           Reason.FOREIGN_DEFINITIONS),
    "odt without content": ("a.odt", lambda: zipped({"mimetype": ""}),
                            Reason.UNKNOWN_FORMAT),
    "odt with macros": ("a.odt", lambda: odt("<a/>", **{"Basic/Standard/m.xml": "x"}),
                        Reason.MACROS),
    "odt with a password": ("a.odt", lambda: odt("\1\2", **{
        "META-INF/manifest.xml": "<manifest:encryption-data/>"}), Reason.ENCRYPTED),
    "odt that is a sheet inside": ("a.odt", lambda: odt("<a/>"), Reason.UNKNOWN_FORMAT),
    "html a hundred thousand deep": ("a.html", lambda: b"<div>" * 100_000,
                                     Reason.TOO_DEEP),
    "a million html tags": ("a.html", lambda: b"<b></b>" * 1_000_000, Reason.TOO_DEEP),
    "a flood of brackets": ("a.html", lambda: b"<" * 20_000_000, Reason.TOO_DEEP),
    "a tag without end": ("a.html", lambda: b"<p " + b"a=1 " * 5_000_000 + b">",
                          Reason.TOO_DEEP),
    "html without words": ("a.html", lambda: b"<html><script>x</script></html>",
                           Reason.NO_TEXT),
    "pdf and zip at once": ("a.pdf", lambda: pdf([stream(PAGE)]) + word(GOOD),
                            Reason.TWO_FORMATS),
    "zip and pdf at once": ("a.docx", lambda: zipped(
        {"a": b"%PDF-1.4"}, ZIP_STORED), Reason.TWO_FORMATS),
    "a scan": ("a.pdf", lambda: pdf([stream(b"0 0 9 9 re f")]), Reason.SCANNED),
    "pdf with a password": ("a.pdf", pdf_with_password, Reason.ENCRYPTED),
    "half a pdf": ("a.pdf", lambda: pdf([stream(PAGE)])[:60], Reason.BROKEN),
    "only a pdf header": ("a.pdf", lambda: b"%PDF-1.7\n" + b"x" * 5000, Reason.BROKEN),
    "a pdf bomb": ("a.pdf", pdf_bomb, Reason.UNPACKS_TOO_LARGE),
    "pdf forms that multiply": ("a.pdf", pdf_calls_itself, Reason.UNPACKS_TOO_LARGE),
    "one order with a million letters": ("a.pdf", lambda: pdf(
        [stream(b"BT /F1 12 Tf (" + b"a" * MEGABYTE + b") Tj ET")]),
        Reason.UNPACKS_TOO_LARGE),
    "a pdf of strokes": ("a.pdf", pdf_of_lines, Reason.UNPACKS_TOO_LARGE),
    "too many pages": ("a.pdf", lambda: pdf_of(700), Reason.TOO_MANY_PAGES),
    "pages in a loop": ("a.pdf", pdf_page_loop, Reason.BROKEN),
}  # fmt: skip
