"""Plain text: bytes to characters, and nothing else."""

import codecs
import re

from .unreadable import Reason, Unreadable

CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
MANY = 1_000_000  # reading byte by byte which is which would take too long
CP1252 = {
    byte: bytes([byte]).decode("cp1252", errors="replace") for byte in range(128, 256)
}


def decode(data: bytes) -> str:
    """UTF-8, UTF-16 when it says so, and otherwise what old Windows wrote.

    A file pasted together from several sources may be both: each stray byte is
    then read the Windows way and the rest stays UTF-8.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return lines(data.decode("utf-16"))
        except UnicodeDecodeError as error:
            raise Unreadable(Reason.BROKEN) from error
    if not looks_like_text(data):
        raise Unreadable(Reason.NOT_TEXT)
    try:
        return lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    foreign = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if foreign * 2 > len(data):
        raise Unreadable(Reason.NOT_TEXT)
    if foreign > MANY or not UTF_8.search(data):
        return lines(data.decode("cp1252", errors="replace"))
    return lines(data.decode("utf-8-sig", errors="expliciet.cp1252"))


def looks_like_text(data: bytes) -> bool:
    """No zero bytes and hardly any control codes."""
    controls = len(data) - len(data.translate(None, CONTROLS))
    return b"\0" not in data and controls * 100 <= len(data)


def lines(text: str) -> str:
    """Every line ends the same way."""
    if "\0" in text:
        raise Unreadable(Reason.NOT_TEXT)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def windows(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are not UTF-8 as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return "".join(CP1252[byte] for byte in stray), error.end


codecs.register_error("expliciet.cp1252", windows)
