"""One door for every kind of file: what is it, may it in, what does it say?"""

from collections.abc import Callable
from pathlib import PurePath

from . import plain
from .document import Document
from .limits import DEFAULT, Limits
from .unreadable import Reason, Unreadable

SUFFIXES = {
    "": "txt",
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
OTHERS = (b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf", b"MZ", b"\x7fELF", b"%!PS")
ZIP_END = b"PK\x05\x06"


def read(name: str, data: bytes, *, limits: Limits = DEFAULT) -> Document:
    """Find the plain text of a file, or say why that cannot be done."""
    if not data:
        raise Unreadable(Reason.EMPTY)
    if len(data) > limits.file_bytes:
        raise Unreadable(Reason.TOO_LARGE)
    kind = recognise(name, data)
    try:
        text = READERS[kind](data, limits)
    except (RecursionError, MemoryError) as error:
        raise Unreadable(Reason.TOO_DEEP) from error
    if not text.strip():
        raise Unreadable(Reason.NO_TEXT)
    if len(text) > limits.text_characters:
        raise Unreadable(Reason.TOO_LARGE)
    return Document(name=name, format=kind, text=text, source=data)


def recognise(name: str, data: bytes) -> str:
    """What kind of file this is: the content decides, the name helps."""
    named = SUFFIXES.get(PurePath(name).suffix.lower())
    if data.startswith(OLE):
        encrypted = ENCRYPTED_PACKAGE in data
        raise Unreadable(Reason.ENCRYPTED if encrypted else Reason.OLD_WORD)
    if data.startswith(OTHERS):
        promised = SUFFIXES.get(PurePath(name).suffix.lower() or "none")
        raise Unreadable(Reason.WRONG_NAME if promised else Reason.UNKNOWN_FORMAT)
    begins_as_zip = data.startswith((b"PK\x03\x04", ZIP_END))
    begins_as_pdf = b"%PDF-" in data[:1024] if begins_as_zip else is_pdf(data, named)
    if begins_as_pdf and (begins_as_zip or ZIP_END in data[-66_000:]):
        raise Unreadable(Reason.TWO_FORMATS)
    if begins_as_pdf:
        return "pdf"
    if begins_as_zip:
        return container(data)
    if named is None:
        raise Unreadable(Reason.UNKNOWN_FORMAT)
    if named in ("docx", "odt", "pdf"):
        raise Unreadable(Reason.WRONG_NAME)
    opening = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if named == "txt" and opening.startswith((b"<!doctype html", b"<html")):
        return "html"
    return named


def is_pdf(data: bytes, named: str | None) -> bool:
    """A pdf may have some stray bytes in front, but then its name must agree."""
    return data.startswith(b"%PDF-") or (named == "pdf" and b"%PDF-" in data[:1024])


def container(data: bytes) -> str:
    """Which kind of document a zip file is, from the words in its directory.

    Only the right reader opens the container; this is no more than a look at
    the label.
    """
    directory = data[-1_000_000:]
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "odt"
    if b"word/" in directory:
        return "docx"
    if b"content.xml" in directory and b"META-INF/manifest.xml" in directory:
        return "odt"
    if b"[Content_Types].xml" in directory or b"PK\x01\x02" in directory:
        raise Unreadable(Reason.UNKNOWN_FORMAT)
    raise Unreadable(Reason.BROKEN)


def read_plain(data: bytes, limits: Limits) -> str:
    return plain.decode(data)


def read_markdown(data: bytes, limits: Limits) -> str:
    from . import markdown

    return markdown.read(data)


def read_html(data: bytes, limits: Limits) -> str:
    from . import html

    return html.read(data, limits)


def read_docx(data: bytes, limits: Limits) -> str:
    from . import docx

    return docx.read(data, limits)


def read_odt(data: bytes, limits: Limits) -> str:
    from . import odt

    return odt.read(data, limits)


def read_pdf(data: bytes, limits: Limits) -> str:
    from . import pdf

    return pdf.read(data, limits)


READERS: dict[str, Callable[[bytes, Limits], str]] = {
    "txt": read_plain,
    "md": read_markdown,
    "html": read_html,
    "docx": read_docx,
    "odt": read_odt,
    "pdf": read_pdf,
}
