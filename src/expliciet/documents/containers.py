"""Word, OpenDocument and Excel files: every part looked at as it unpacks."""

from collections.abc import Iterator
from zipfile import ZipFile, ZipInfo

from .archive import DAMAGE, EMBEDDED, PACKED, Archive, open_archive
from .limits import MEGABYTE, Limits
from .reading import OLE, ZIP_END
from .unreadable import Reason, Unreadable

TYPES = "[Content_Types].xml"
MAIN = {
    "docx": b"wordprocessingml.document.main+xml",
    "xlsx": b"spreadsheetml.sheet.main+xml",
}
OPENDOCUMENT = b"application/vnd.oasis.opendocument.text"
MACROS = ("vbaproject", "macrosheets/")
ODT_MACROS = ("Basic/", "Scripts/")
END_OF_ZIP = 22  # bytes, before the remark that may stand behind it
OPENING = 65_536
STEP = 4_096
OVERLAP = 128


def check(
    extension: str, data: bytes, limits: Limits, virus: bytes, *, within: bool = False
) -> None:
    """`Unreadable` when this is not what it says, or brings more than a document."""
    archive = open_archive(data, limits)
    entries = archive.zip.infolist()
    nothing_around(archive.zip, entries, data)
    if extension == "odt":
        opendocument(archive, limits)
    else:
        office(extension, archive, limits)
    for entry in entries:
        if is_xml(entry) and entry.file_size > limits.xml_bytes:
            raise Unreadable(Reason.UNPACKS_TOO_LARGE)
    for entry in entries:
        sheet = is_sheet_behind_a_chart(entry) and not within
        before = b""
        for piece in pieces(archive.zip, entry):
            if not before:
                first_bytes(piece, sheet=sheet)
                if is_xml(entry):
                    defines_nothing(piece)
            if virus in before + piece:
                raise Unreadable(Reason.HARMFUL)
            before = piece[-OVERLAP:]
        if sheet:
            part = archive.read(entry.filename, limits.file_bytes)
            check("xlsx", part, limits, virus, within=True)


def nothing_around(archive: ZipFile, entries: list[ZipInfo], data: bytes) -> None:
    """The container is the file: nothing stands before it, and nothing after."""
    end = data.rfind(ZIP_END) + END_OF_ZIP + len(archive.comment)
    if not entries:
        raise Unreadable(Reason.BROKEN)
    if min(entry.header_offset for entry in entries) > 0 or end != len(data):
        raise Unreadable(Reason.TWO_FORMATS)


def office(extension: str, archive: Archive, limits: Limits) -> None:
    """A document of Word or a sheet of Excel, without macros and controls."""
    if TYPES not in archive.names:
        raise Unreadable(Reason.BROKEN)
    types = archive.read(TYPES, limits.xml_bytes)
    names = " ".join(archive.names).lower()
    if any(mark in names for mark in MACROS):
        raise Unreadable(Reason.MACROS)
    if b"macroenabled" in types.lower() or b"macrosheet" in types.lower():
        raise Unreadable(Reason.MACROS)
    if "/activex/" in names:
        raise Unreadable(Reason.ACTIVE)
    if MAIN[extension] not in types:
        raise Unreadable(Reason.WRONG_NAME)


def opendocument(archive: Archive, limits: Limits) -> None:
    """A text of LibreOffice or a relative, without macros and password."""
    if "mimetype" not in archive.names or "content.xml" not in archive.names:
        raise Unreadable(Reason.BROKEN)
    if archive.read("mimetype", STEP).strip() != OPENDOCUMENT:
        raise Unreadable(Reason.WRONG_NAME)
    if any(name.startswith(ODT_MACROS) for name in archive.names):
        raise Unreadable(Reason.MACROS)
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and (
        b"encryption-data" in archive.read(manifest, limits.xml_bytes)
    ):
        raise Unreadable(Reason.ENCRYPTED)


def pieces(archive: ZipFile, entry: ZipInfo) -> Iterator[bytes]:
    """A part, unpacked a stretch at a time, up to the size that was promised."""
    try:
        with archive.open(entry) as part:
            while piece := part.read(MEGABYTE):
                yield piece
    except DAMAGE as error:
        raise Unreadable(Reason.BROKEN) from error


def first_bytes(piece: bytes, *, sheet: bool) -> None:
    """No file in the file; the numbers behind a chart are let be."""
    if piece.startswith(OLE):
        raise Unreadable(Reason.ACTIVE)
    if piece.startswith(PACKED) and not sheet:
        raise Unreadable(Reason.NESTED_ARCHIVE)


def is_xml(entry: ZipInfo) -> bool:
    return entry.filename.lower().endswith((".xml", ".rels"))


def is_sheet_behind_a_chart(entry: ZipInfo) -> bool:
    name = entry.filename
    return name.startswith(EMBEDDED) and name.lower().endswith(".xlsx")


class Outermost:
    """Hears when the first element begins: no definitions can follow."""

    def __init__(self) -> None:
        self.begun = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.begun = True

    def close(self) -> None:
        return None


def defines_nothing(piece: bytes) -> None:
    """Refuse definitions of its own in front of the first element of a part."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import XMLParser

    heard = Outermost()
    parser = XMLParser(target=heard, forbid_dtd=True)
    try:
        for at in range(0, min(len(piece), OPENING), STEP):
            parser.feed(piece[at : at + STEP])
            if heard.begun:
                return
    except DefusedXmlException as error:
        raise Unreadable(Reason.FOREIGN_DEFINITIONS) from error
    except (ParseError, LookupError, ValueError) as error:
        raise Unreadable(Reason.BROKEN) from error
    raise Unreadable(Reason.BROKEN)
