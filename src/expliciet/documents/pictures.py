"""Pictures, judged by their headers: never decoded, so never unpacked either."""

import struct

from .limits import Limits
from .unreadable import Reason, Unreadable

PNG = b"\x89PNG\r\n\x1a\n"
BLOCKS = 50_000
SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The marks in a jpeg after which its size stands."""
BARE = frozenset([0x01, *range(0xD0, 0xD8)])
SCAN, END = 0xDA, 0xD9


def check_png(data: bytes, limits: Limits) -> None:
    """One block after the other up to the last, and nothing behind that."""
    at, count = len(PNG), 0
    if not data.startswith(PNG):
        raise Unreadable(Reason.WRONG_NAME)
    while True:
        if at + 12 > len(data):
            raise Unreadable(Reason.BROKEN)
        length, kind = struct.unpack_from(">I4s", data, at)
        if (count == 0) is not (kind == b"IHDR") or at + 12 + length > len(data):
            raise Unreadable(Reason.BROKEN)
        if kind == b"IHDR":
            width, height = struct.unpack_from(">II", data, at + 8)
            fits(width, height, limits)
        at += 12 + length
        count += 1
        if kind == b"IEND":
            break
        if count > BLOCKS:
            raise Unreadable(Reason.TOO_DEEP)
    if at != len(data):  # such as the part that somebody thought to have cut away
        raise Unreadable(Reason.BROKEN)


def check_jpg(data: bytes, limits: Limits) -> None:
    """One segment after the other up to the picture itself, which has an end."""
    at, sized = 2, False
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if at + 4 > len(data) or data[at] != 0xFF:
            raise Unreadable(Reason.BROKEN)
        mark = data[at + 1]
        if mark in BARE:
            at += 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if length < 2 or mark == END:
            raise Unreadable(Reason.BROKEN)
        if mark in SIZES:
            if at + 9 > len(data):
                raise Unreadable(Reason.BROKEN)
            height, width = struct.unpack_from(">HH", data, at + 5)
            fits(width, height, limits)
            sized = True
        if mark == SCAN:
            break
        at += 2 + length
    if not sized or data.rfind(b"\xff\xd9") < at:
        raise Unreadable(Reason.BROKEN)


def fits(width: int, height: int, limits: Limits) -> None:
    """A small file may unpack to a wall of pixels."""
    if not width or not height:
        raise Unreadable(Reason.BROKEN)
    if width * height > limits.pixels:
        raise Unreadable(Reason.TOO_MANY_PIXELS)


CHECKS = {"png": check_png, "jpg": check_jpg}
