"""Which files may come to a table: known kinds, whole, and with nothing hidden.

A file is looked at once, when it comes in; what is let in is never opened here again,
only sealed and given back as it came.
"""

from base64 import b64decode
from collections.abc import Callable
from typing import NamedTuple

from . import active_pdf, containers, file_names, messages, pictures, plain
from .limits import DEFAULT, Limits
from .reading import OLE, ZIP_END, recognise
from .unreadable import Reason, Unreadable

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "jpg": "image/jpeg",
    "txt": "text/plain",
    "eml": "message/rfc822",
}
"""Everything that is let in, with the media type it goes by."""

# What virus scanners are tried out with; not spelled out, or they would stop us.
TEST_VIRUS = b64decode(
    "WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FSLVNUQU5EQVJELUFOVElWSVJVUy1URVNU"
    "LUZJTEUhJEgrSCo="
)
PAGES_IN_A_BROWSER = (b"<html", b"<script", b"<!doctype html", b"<svg")
# Of text that puremagic takes for one of these we believe it; of other kinds not, for
# a sentence may well begin as some file does.
NOT_PLAIN = {".html", ".svg", ".xml", ".rtf", ".gif", ".reg", ".eps", ".ps", ".uue"}


class Accepted(NamedTuple):
    """A file that was let in."""

    extension: str
    kind: str
    """Its media type."""


def accept(name: str, data: bytes, *, limits: Limits = DEFAULT) -> Accepted:
    """What this file is; `Unreadable` says why it is turned away, in both languages."""
    extension = look(name, data, limits)
    return Accepted(extension, KINDS[extension])


def look(name: str, data: bytes, limits: Limits, depth: int = 0) -> str:
    """The extension of a file in which nothing is wrong; also for one within a mail."""
    extension = file_names.extension(name)
    if extension not in KINDS:
        raise Unreadable(Reason.NOT_TAKEN)
    if not data:
        raise Unreadable(Reason.EMPTY)
    if len(data) > limits.file_bytes:
        raise Unreadable(Reason.TOO_LARGE)
    if TEST_VIRUS in data:
        raise Unreadable(Reason.HARMFUL)
    try:
        LOOKS[extension](name, data, limits, depth)
    except (RecursionError, MemoryError) as error:
        raise Unreadable(Reason.TOO_DEEP) from error
    return extension


def pdf(name: str, data: bytes, limits: Limits, depth: int) -> None:
    if recognise(name, data) != "pdf":
        raise Unreadable(Reason.WRONG_NAME)
    refuse_pages(data)
    active_pdf.check(data, limits)


def zipped(name: str, data: bytes, limits: Limits, depth: int) -> None:
    extension = file_names.extension(name)
    if extension == "xlsx" and not data.startswith(OLE):
        begins_as(extension, data)
    elif recognise(name, data) != extension:
        raise Unreadable(Reason.WRONG_NAME)
    if b"%PDF-" in data[:1024]:
        raise Unreadable(Reason.TWO_FORMATS)
    containers.check(extension, data, limits, TEST_VIRUS)


def picture(name: str, data: bytes, limits: Limits, depth: int) -> None:
    extension = file_names.extension(name)
    begins_as(extension, data)
    refuse_pages(data)
    if ZIP_END in data[-66_000:] or b"%PDF-" in data[:1024]:
        raise Unreadable(Reason.TWO_FORMATS)
    pictures.CHECKS[extension](data, limits)


def text(name: str, data: bytes, limits: Limits, depth: int) -> None:
    if recognise(name, data) != "txt" or taken_for(data) & NOT_PLAIN:
        raise Unreadable(Reason.WRONG_NAME)
    plain.decode(data)


def message(name: str, data: bytes, limits: Limits, depth: int) -> None:
    if taken_for(data) & NOT_PLAIN:
        raise Unreadable(Reason.WRONG_NAME)

    def inside(name: str, data: bytes) -> None:
        look(name, data, limits, depth + 1)

    messages.check(data, depth, inside)


def begins_as(extension: str, data: bytes) -> None:
    if f".{extension}" not in taken_for(data):
        raise Unreadable(Reason.WRONG_NAME)


def taken_for(data: bytes) -> set[str]:
    """What this could be, going by its first bytes."""
    import puremagic

    try:
        return {found.extension for found in puremagic.magic_string(data[:4096])}
    except (puremagic.PureError, ValueError):
        return set()


def refuse_pages(data: bytes) -> None:
    """No page for a browser in front of something else."""
    opening = data[:1024].lower()
    if any(mark in opening for mark in PAGES_IN_A_BROWSER):
        raise Unreadable(Reason.TWO_FORMATS)


LOOKS: dict[str, Callable[[str, bytes, Limits, int], None]] = {
    "pdf": pdf,
    "docx": zipped,
    "odt": zipped,
    "xlsx": zipped,
    "png": picture,
    "jpg": picture,
    "txt": text,
    "eml": message,
}
