"""Files that may not come to a table, made on the spot; each with what we answer."""

import zlib
from collections.abc import Callable

from expliciet.documents import Reason
from expliciet.documents.accepting import TEST_VIRUS

from .hostile import (
    GOOD,
    HOSTILE,
    MEGABYTE,
    bomb_in,
    lying_size,
    named,
    odt,
    ole,
    pdf_with_password,
)
from .pdfs import PAGE, pdf, stream
from .welcome import RUBBISH, block, jpg, mail, object_stream, part, png, segment, sheet
from .word import TYPES, word, zipped

PAGES = pdf([stream(PAGE)])
DEFINES = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
ZIP = zipped({"a": b"x" * 99})


def acting(catalogue: str) -> bytes:
    return pdf([stream(PAGE)], catalogue=catalogue)


def packed_script(*more: bytes) -> bytes:
    return pdf([stream(PAGE)], forms=[object_stream(SCRIPT, *more)])


def oddly_packed(packing: str) -> bytes:
    hidden = f"<< /Type /ObjStm /N 1 /First 4 /Filter /{packing} /Length 9 >>"
    return pdf([stream(PAGE)], forms=[hidden.encode() + b"\nstream\n<~ab~>\nendstream"])


def large_objects() -> bytes:
    return pdf(
        [stream(PAGE)], forms=[object_stream(b"(" + b"a" * 40 * MEGABYTE + b")")]
    )


def in_mail(name: str, content: bytes, kind: str = "application/octet-stream") -> bytes:
    return mail(part("text/plain", b"Zie bijlage."), part(kind, content, name))


def mails_in_each_other(depth: int) -> bytes:
    inner = mail()
    for _ in range(depth):
        inner = in_mail("door.eml", inner)
    return inner


def many_boundaries() -> bytes:
    return mail() + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (at, at)
        for at in range(5_000)
    )


def rounded(data: bytes) -> bytes:
    """Without the end of the container quite at the end of the file."""
    return data + b"\0" * 70_000


def utf16_definitions() -> bytes:
    story = "<?xml version='1.0' encoding='UTF-16'?>" + DEFINES
    return word(GOOD, **{"word/document.xml": story.encode("utf-16")})


ODD_NAMES = [
    "../../etc/passwd.txt", "/etc/x.txt", "..\\x.txt", "C:\\x.txt", "x.exe:y.txt",
    "gpj\u202etxt.txt", "\u200fverslag.txt", "\u2066a\u2069.txt", "a\0.txt", "a\n.txt",
    "a\x1b[31m.txt", "a\x7f.txt", "\ufeffa.txt", "a\u200b.txt", "a\u2028b.txt",
    "\ud800.txt", "a" * 300 + ".txt", "", " ", ".", "..", ".txt", " .txt",
]  # fmt: skip
OTHER_KINDS = [
    "a.exe", "a.html", "a.svg", "a.js", "a.zip", "a.7z", "a.docm", "a.doc", "a.msg",
    "a.gif", "a.heic", "a.lnk", "a.iso", "a.csv", "a", "a.pdf.exe", "a.txt.",
    "a.ｐｄｆ",
]  # fmt: skip
# Read as text these go wrong, but we read no text here: they are let in.
ONLY_UNREADABLE = {
    "only white space", "an empty Word document", "five thousand deep",
    "too many elements", "odt that is a sheet inside", "a scan", "pages in a loop",
    "only a pdf header", "a pdf bomb", "pdf forms that multiply", "too many pages",
    "one order with a million letters", "a pdf of strokes", "broken xml",
    "Word without a story",
}  # fmt: skip
# These are turned away here for another reason than by whoever reads them.
OTHERWISE = {
    "an unknown extension": Reason.NOT_TAKEN,
    "a picture without a name": Reason.NOT_TAKEN,
    "a gif that is html too": Reason.NOT_TAKEN,
    "rtf": Reason.NOT_TAKEN,
    "compressed rubbish": Reason.NOT_TAKEN,
    "old Word": Reason.NOT_TAKEN,
    "Word with macros": Reason.NOT_TAKEN,
    "html a hundred thousand deep": Reason.NOT_TAKEN,
    "a million html tags": Reason.NOT_TAKEN,
    "a flood of brackets": Reason.NOT_TAKEN,
    "a tag without end": Reason.NOT_TAKEN,
    "html without words": Reason.NOT_TAKEN,
}

Maker = Callable[[], bytes]
UNWELCOME: dict[str, tuple[str, Maker, Reason]] = {
    **{
        f"{case}, as for reading": (name, make, OTHERWISE.get(case, reason))
        for case, (name, make, reason) in HOSTILE.items()
        if case not in ONLY_UNREADABLE
    },
    **{
        f"a file called {name[:20]!a}": (name, lambda: b"Besluit", Reason.ODD_NAME)
        for name in ODD_NAMES
    },
    **{
        f"another kind: {name}": (name, lambda: b"Besluit", Reason.NOT_TAKEN)
        for name in OTHER_KINDS
    },
    "zero bytes of every kind": ("a.png", lambda: b"", Reason.EMPTY),
    "the test virus": ("a.txt", lambda: TEST_VIRUS, Reason.HARMFUL),
    "the test virus behind words": ("a.txt", lambda: b"Hallo " * 99 + TEST_VIRUS,
                                    Reason.HARMFUL),
    "the test virus in Word": ("a.docx", lambda: word(GOOD, **{
        "word/media/a.bin": RUBBISH[: MEGABYTE - 20] + TEST_VIRUS}), Reason.HARMFUL),
    "the test virus in a mail": ("a.eml", lambda: in_mail("a.txt", TEST_VIRUS),
                                 Reason.HARMFUL),
    "Word with macros, called docx": ("a.docx", lambda: named("word/vbaProject.bin"),
                                      Reason.MACROS),
    "macros by another name": ("a.docx", lambda: word(GOOD, **{
        "word/data.bin": ole("VBA")}), Reason.ACTIVE),
    "Word with an object": ("a.docx", lambda: word(GOOD, **{
        "word/embeddings/oleObject1.bin": ole("x")}), Reason.ACTIVE),
    "Word with a control": ("a.docx", lambda: named("word/activeX/activeX1.xml"),
                            Reason.ACTIVE),
    "Word in Word": ("a.docx", lambda: word(GOOD, **{
        "word/embeddings/a.docx": word(GOOD)}), Reason.NESTED_ARCHIVE),
    "a zip behind a chart": ("a.docx", lambda: word(GOOD, **{
        "word/embeddings/a.xlsx": ZIP}), Reason.BROKEN),
    "macros behind a chart": ("a.docx", lambda: word(GOOD, **{
        "word/embeddings/a.xlsx": sheet(**{"xl/vbaProject.bin": b"x"})}),
        Reason.MACROS),
    "sheets behind sheets": ("a.docx", lambda: word(GOOD, **{
        "word/embeddings/a.xlsx": sheet(**{"word/embeddings/b.xlsx": sheet()})}),
        Reason.NESTED_ARCHIVE),
    "a lying size in a picture": ("a.docx", lying_size, Reason.BROKEN),
    "a bomb in a picture": ("a.docx", lambda: bomb_in("word/media/a.png"),
                            Reason.UNPACKS_TOO_LARGE),
    "a bomb in a sheet": ("a.xlsx", lambda: sheet(**{
        "xl/worksheets/sheet9.xml": b"<a>" + b"0" * 90 * MEGABYTE}),
        Reason.UNPACKS_TOO_LARGE),
    "definitions in UTF-16": ("a.docx", utf16_definitions, Reason.FOREIGN_DEFINITIONS),
    "definitions in a sheet": ("a.xlsx", lambda: sheet(**{
        "xl/sharedStrings.xml": DEFINES}),
        Reason.FOREIGN_DEFINITIONS),
    "a template of Word": ("a.docx", lambda: word(GOOD, **{
        "[Content_Types].xml": TYPES.replace("document.main", "template.main")}),
        Reason.WRONG_NAME),
    "Word called xlsx": ("a.xlsx", lambda: word(GOOD), Reason.WRONG_NAME),
    "a sheet called odt": ("a.odt", sheet, Reason.UNKNOWN_FORMAT),
    "Word called odt": ("a.odt", lambda: word(GOOD), Reason.WRONG_NAME),
    "odt called docx": ("a.docx", lambda: odt("<a/>"), Reason.WRONG_NAME),
    "a zip called xlsx": ("a.xlsx", lambda: ZIP, Reason.BROKEN),
    "a sheet with macros": ("a.xlsx", lambda: sheet(**{"xl/vbaProject.bin": b"x"}),
                            Reason.MACROS),
    "a sheet with old macros": ("a.xlsx", lambda: sheet(**{
        "xl/macrosheets/a.xml": "<a/>"}),
                                Reason.MACROS),
    "a sheet with a password": ("a.xlsx", lambda: ole("EncryptedPackage"),
                                Reason.ENCRYPTED),
    "half a sheet": ("a.xlsx", lambda: sheet()[:300], Reason.BROKEN),
    "a sheet and a pdf": ("a.xlsx", lambda: b"PK\3\4%PDF-1.7" + sheet(),
                          Reason.TWO_FORMATS),
    "a sheet with something behind it": ("a.xlsx", lambda: rounded(sheet()),
                                         Reason.BROKEN),
    "a sheet with little behind it": ("a.xlsx", lambda: sheet() + b"<html>",
                                      Reason.TWO_FORMATS),
    "odt with an object": ("a.odt", lambda: odt("<a/>", **{"Object 1": ole("x")}),
                           Reason.ACTIVE),
    "a pdf with a script": ("a.pdf", lambda: acting("/OpenAction " + SCRIPT.decode()),
                            Reason.ACTIVE),
    "a pdf with a script, spelled oddly": ("a.pdf", lambda: acting(
        "/OpenAction << /S /J#61v#61Script /JS (1) >>"), Reason.ACTIVE),
    "a pdf with scripts by name": ("a.pdf", lambda: acting(
        "/Names << /JavaScript 9 0 R >>"),
                                   Reason.ACTIVE),
    "a pdf with a packed script": ("a.pdf", packed_script, Reason.ACTIVE),
    "a pdf with a script far in": ("a.pdf", lambda: pdf([stream(PAGE)], forms=[
        object_stream(b"(" + b"a" * 5 * MEGABYTE + b")", SCRIPT)]), Reason.ACTIVE),
    "a pdf whose packed objects are damaged": ("a.pdf", lambda: pdf(
        [stream(PAGE)], forms=[object_stream(b"<< /A 1 >>")[:-14] + b"0000\nendstream"]
        ), Reason.BROKEN),
    "a pdf with oddly packed objects": ("a.pdf", lambda: oddly_packed(
        "ASCII85Decode"),
                                        Reason.ACTIVE),
    "a pdf that packs with a spelled filter": ("a.pdf", lambda: oddly_packed(
        "LZWDec#6fde"),
                                               Reason.ACTIVE),
    "a pdf that unpacks large": ("a.pdf", large_objects, Reason.UNPACKS_TOO_LARGE),
    "a pdf that starts a program": ("a.pdf", lambda: acting(
        "/OpenAction << /S /Launch /F (cmd.exe) >>"), Reason.ACTIVE),
    "a pdf with a file in it": ("a.pdf", lambda: acting(
        "/Names << /EmbeddedFiles 9 0 R >>"),
                                Reason.ACTIVE),
    "a pdf with a film in it": ("a.pdf", lambda: acting(
        "/A << /Subtype /RichMedia >>"),
                                Reason.ACTIVE),
    "a pdf that sends": ("a.pdf", lambda: acting("/A << /S /SubmitForm >>"),
                         Reason.ACTIVE),
    "a pdf with a form of its own": ("a.pdf", lambda: acting(
        "/AcroForm << /XFA [] >>"),
                                     Reason.ACTIVE),
    "a pdf with a password": ("a.pdf", pdf_with_password, Reason.ENCRYPTED),
    "a pdf without an end": ("a.pdf", lambda: PAGES[:-40], Reason.BROKEN),
    "a pdf that is a page too": ("a.pdf", lambda: b"<html><script>" + PAGES,
                                 Reason.TWO_FORMATS),
    "a gif that is a pdf too": ("a.pdf", lambda: b"GIF89a" + PAGES, Reason.WRONG_NAME),
    "a pdf with a zip behind it": ("a.pdf", lambda: PAGES + ZIP, Reason.TWO_FORMATS),
    "a flood of pixels": ("a.png", lambda: png(50_000, 50_000), Reason.TOO_MANY_PIXELS),
    "a flood in a photograph": ("a.jpg", lambda: jpg(65_500, 65_500),
                                Reason.TOO_MANY_PIXELS),
    "a picture without size": ("a.png", lambda: png(0, 9), Reason.BROKEN),
    "a photograph without size": ("a.jpg", lambda: jpg(9, 0), Reason.BROKEN),
    "half a picture": ("a.png", lambda: png()[:-20], Reason.BROKEN),
    "half a photograph": ("a.jpg", lambda: jpg()[:30], Reason.BROKEN),
    "a photograph without an end": ("a.jpg", lambda: jpg()[:-2], Reason.BROKEN),
    "a picture with something behind it": ("a.png", lambda: png() + b"geheim",
                                           Reason.BROKEN),
    "a picture with a zip behind it": ("a.png", lambda: png() + ZIP,
                                       Reason.TWO_FORMATS),
    "a picture with a zip in it": ("a.png", lambda: png(9, 9, block(b"zipp", ZIP)),
                                   Reason.TWO_FORMATS),
    "a photograph with a zip behind it": ("a.jpg", lambda: jpg() + ZIP,
                                          Reason.TWO_FORMATS),
    "a photograph that is a page too": ("a.jpg", lambda: jpg(
        9, 9, segment(0xFE, b"<html><script>alert(1)</script>")), Reason.TWO_FORMATS),
    "a picture that is a pdf too": ("a.png", lambda: png(9, 9, block(b"pdff", PAGES)),
                                    Reason.TWO_FORMATS),
    "a picture of a million blocks": ("a.png", lambda: png(
        9, 9, block(b"prIv") * 10**6),
                                      Reason.TOO_DEEP),
    "a photograph called png": ("a.png", jpg, Reason.WRONG_NAME),
    "a picture called jpg": ("a.jpg", png, Reason.WRONG_NAME),
    "a program called png": ("a.png", lambda: b"MZ" + b"\0" * 99, Reason.WRONG_NAME),
    "a page called txt": ("a.txt", lambda: b"<html><script>1</script>",
                          Reason.WRONG_NAME),
    "a drawing called txt": ("a.txt", lambda: b"<svg onload='x'>", Reason.WRONG_NAME),
    "rtf called txt": ("a.txt", lambda: b"{\\rtf1 hallo}", Reason.WRONG_NAME),
    "a program called txt": ("a.txt", lambda: b"MZ" + bytes(range(256)) * 9,
                             Reason.WRONG_NAME),
    "packed rubbish called txt": ("a.txt", lambda: zlib.compress(
        bytes(range(256)) * 99),
                                  Reason.NOT_TEXT),
    "text called eml": ("a.eml", lambda: b"Zomaar een verhaal.", Reason.WRONG_NAME),
    "a page called eml": ("a.eml", lambda: b"<html>From: x", Reason.WRONG_NAME),
    "zero bytes in a mail": ("a.eml", lambda: mail() + b"\0", Reason.NOT_TEXT),
    "a mail with a program": ("a.eml", lambda: in_mail("a.exe", b"MZ"),
                              Reason.NOT_TAKEN),
    "a mail with a program called pdf": ("a.eml", lambda: in_mail("a.pdf", b"MZ"),
                                         Reason.WRONG_NAME),
    "a mail with a page": ("a.eml", lambda: in_mail("a.html", b"<p>", "text/html"),
                           Reason.NOT_TAKEN),
    "a mail with a zip": ("a.eml", lambda: in_mail("a.zip", ZIP), Reason.NOT_TAKEN),
    "a mail with a bomb": ("a.eml", lambda: in_mail("a.docx", bomb_in("word/media/a")),
                           Reason.UNPACKS_TOO_LARGE),
    "a mail with an odd name": ("a.eml", lambda: in_mail("../a.pdf", PAGES),
                                Reason.ODD_NAME),
    "a closed mail": ("a.eml", lambda: mail(
        part("application/pkcs7-mime", b"0", "a.p7m")),
                      Reason.ENCRYPTED),
    "mails in mails in mails": ("a.eml", lambda: mails_in_each_other(6),
                                Reason.TOO_DEEP),
    "a mail of boundaries": ("a.eml", many_boundaries, Reason.TOO_DEEP),
    "a mail of many parts": ("a.eml", lambda: mail(*[part("text/plain", b"x")] * 900),
                             Reason.TOO_DEEP),
}  # fmt: skip
