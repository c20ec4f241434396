"""Mails kept as a file: what comes along with them is looked at as a file would be."""

import re
from collections.abc import Callable
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message

from .plain import looks_like_text
from .unreadable import Reason, Unreadable

HEADED = re.compile(rb"\A(?:From [^\r\n]*\r?\n)?[A-Za-z][A-Za-z0-9-]*:[ \t]?")
SAYS = re.compile(rb"(?im)^(?:from|date|subject|received|return-path):")
BOUNDARY = re.compile(rb"(?i)boundary\s*=|boundary\*")
OPENING = 65_536
WITHIN_EACH_OTHER = 3
NESTED = 50
PARTS = 200
CLOSED = {"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"}
HARMLESS = {
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
    "text/calendar",
}
DRAWN = (b"GIF8", b"BM", b"RIFF")
"""Pictures of a signature, besides png and jpg."""


def check(data: bytes, depth: int, inside: Callable[[str, bytes], None]) -> None:
    """`Unreadable` when this is no mail, or brings a file that would not be let in."""
    if depth >= WITHIN_EACH_OTHER:
        raise Unreadable(Reason.TOO_DEEP)
    opening = data[:OPENING].removeprefix(b"\xef\xbb\xbf")
    if not looks_like_text(data):
        raise Unreadable(Reason.NOT_TEXT)
    if not HEADED.match(opening) or not SAYS.search(opening):
        raise Unreadable(Reason.WRONG_NAME)
    if len(BOUNDARY.findall(data)) > NESTED:
        raise Unreadable(Reason.TOO_DEEP)
    for count, part in enumerate(message_from_bytes(data).walk()):
        if count > PARTS:
            raise Unreadable(Reason.TOO_DEEP)
        if part.get_content_type() in CLOSED:
            raise Unreadable(Reason.ENCRYPTED)
        if not part.is_multipart():
            look_at(part, inside)


def look_at(part: Message, inside: Callable[[str, bytes], None]) -> None:
    """One part: words, a picture in a signature, or a file that came along."""
    name, kind = name_of(part), part.get_content_type()
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content or kind in HARMLESS:
        return
    main, _, sub = kind.partition("/")
    if main == "text" and not name:
        return
    if main == "image" and content.startswith(DRAWN):
        return
    inside(name or f"picture.{sub}", content)


def name_of(part: Message) -> str:
    """The name of a file that came along, however it was written down."""
    try:
        return str(make_header(decode_header(part.get_filename() or "")))
    except (ValueError, LookupError, UnicodeError) as error:
        raise Unreadable(Reason.ODD_NAME) from error
