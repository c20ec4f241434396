"""What in a pdf does more than show pages: scripts, programs, files within the file.

The file is not parsed but searched, so that an ill-made table of contents hides
nothing: every name in it, however it is spelled, and every packed stream that could
hold further objects.
"""

import re
import zlib
from collections.abc import Iterator

from .limits import Limits
from .unreadable import Reason, Unreadable

ACTIVE = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|GoToE|ImportData|SubmitForm"
    rb"|XFA(?=[\s\[\d<]))"
)
SPELLED = re.compile(rb"#([0-9A-Fa-f]{2})")
STREAM = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
BLANK = b"\0\t\n\f\r "
NUMBERED = b"0123456789%"
"""How a stream of objects begins: with their numbers, or a remark."""
ODD_PACKING = re.compile(
    rb"/(?:LZWDecode|ASCIIHexDecode|ASCII85Decode|RunLengthDecode|Crypt)\b"
)
NEAR = 512
GLIMPSE = 8
PIECE = 1 << 20
STEP = 1 << 16
OVERLAP = 64
STREAMS = 100_000


def check(data: bytes, limits: Limits) -> None:
    """`Unreadable` when it does more than show pages, or cannot be looked into."""
    ending = data[-2048:]
    if b"startxref" not in ending or b"%%EOF" not in ending:
        raise Unreadable(Reason.BROKEN)
    spelled = plainly(data)
    if b"/Encrypt" in spelled:
        raise Unreadable(Reason.ENCRYPTED)
    refuse_active(spelled)
    for found in re.finditer(rb"/ObjStm\b", spelled):
        around = spelled[max(0, found.start() - NEAR) : found.end() + NEAR]
        head = around.partition(b"stream")[0] if b"stream" in around else around
        if ODD_PACKING.search(head):
            raise Unreadable(Reason.ACTIVE)
    room = limits.zip_bytes
    for count, found in enumerate(STREAM.finditer(data)):
        if count > STREAMS:
            raise Unreadable(Reason.TOO_DEEP)
        room -= search(data, found.end(), limits, room)


def search(data: bytes, at: int, limits: Limits, room: int) -> int:
    """Look through a packed stream that could hold objects; how large it was.

    A picture or a letter type is left alone as soon as it shows itself as one.
    """
    size, before, holds = 0, b"", False
    try:
        for piece in unpacked(data, at):
            size += len(piece)
            opening = piece.lstrip(BLANK)[:1]
            if not holds and opening and opening not in NUMBERED:
                return size
            holds = holds or bool(opening)
            if size > room or (holds and size > limits.xml_bytes):
                raise Unreadable(Reason.UNPACKS_TOO_LARGE)
            if holds:
                refuse_active(plainly(before + piece))
                before = piece[-OVERLAP:]
    except zlib.error as error:
        if holds:
            raise Unreadable(Reason.BROKEN) from error
    return size


def unpacked(data: bytes, at: int) -> Iterator[bytes]:
    """A packed stream, a stretch at a time; the first is but a glimpse."""
    unpacking, most = zlib.decompressobj(), GLIMPSE
    while at < len(data) and not unpacking.eof:
        packed = data[at : at + STEP]
        at += STEP
        while packed and not unpacking.eof:
            yield unpacking.decompress(packed, most)
            packed, most = unpacking.unconsumed_tail, PIECE


def plainly(data: bytes) -> bytes:
    """Every name as it is meant: `#4A` in one is another way to write a J."""
    return SPELLED.sub(lambda found: bytes([int(found[1], 16)]), data)


def refuse_active(data: bytes) -> None:
    if ACTIVE.search(data):
        raise Unreadable(Reason.ACTIVE)
