"""The zip container of docx and odt, opened with a hand on the latch.

Every part is judged by the directory before anything is unpacked; unpacking
then stops at the size the directory promised.
"""

import stat
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from .limits import MEGABYTE, Limits
from .unreadable import Reason, Unreadable

DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    KeyError,
    IndexError,
    OverflowError,
)
LOCAL_HEADER = 30  # bytes before the name in front of every part
PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b\x08", b"BZh")
# Word keeps the sheet behind a chart here. We carry it along and never open it.
EMBEDDED = ("word/embeddings/",)


@dataclass(frozen=True, slots=True)
class Archive:
    """A container found fit to read."""

    zip: ZipFile
    names: frozenset[str]

    def read(self, name: str, at_most: int) -> bytes:
        """Unpack one part, or refuse when it does not fit."""
        try:
            info = self.zip.getinfo(name)
            if info.file_size > at_most:
                raise Unreadable(Reason.UNPACKS_TOO_LARGE)
            return self.zip.read(info)
        except DAMAGE as error:
            raise Unreadable(Reason.BROKEN) from error


def open_archive(data: bytes, limits: Limits) -> Archive:
    """Open a container after judging every line of its directory."""
    # Counted before parsing: reading a directory of a million lines is work too.
    if data.count(b"PK\x01\x02") > limits.zip_entries:
        raise Unreadable(Reason.UNPACKS_TOO_LARGE)
    try:
        archive = ZipFile(BytesIO(data))
        entries = archive.infolist()
        judge(entries, limits)
        for entry in entries:
            if not entry.filename.startswith(EMBEDDED):
                with archive.open(entry) as part:
                    if part.read(4).startswith(PACKED):
                        raise Unreadable(Reason.NESTED_ARCHIVE)
    except DAMAGE as error:
        raise Unreadable(Reason.BROKEN) from error
    return Archive(archive, frozenset(entry.filename for entry in entries))


def judge(entries: list[ZipInfo], limits: Limits) -> None:
    """Refuse a directory that promises trouble."""
    if len(entries) > limits.zip_entries:
        raise Unreadable(Reason.UNPACKS_TOO_LARGE)
    if sum(entry.file_size for entry in entries) > limits.zip_bytes:
        raise Unreadable(Reason.UNPACKS_TOO_LARGE)
    if len({entry.filename for entry in entries}) < len(entries):
        raise Unreadable(Reason.BROKEN)
    reached = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if not is_safe(entry):
            raise Unreadable(Reason.UNSAFE_NAMES)
        if entry.flag_bits & 0x1:
            raise Unreadable(Reason.ENCRYPTED)
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Unreadable(Reason.BROKEN)
        if entry.header_offset < reached:  # parts that share their bytes
            raise Unreadable(Reason.UNPACKS_TOO_LARGE)
        reached = entry.header_offset + LOCAL_HEADER + entry.compress_size
        unpacked_much = entry.file_size > limits.zip_ratio * entry.compress_size
        if entry.file_size > MEGABYTE and unpacked_much:
            raise Unreadable(Reason.UNPACKS_TOO_LARGE)


def is_safe(entry: ZipInfo) -> bool:
    """A plain relative path to a plain file or folder."""
    path = PurePosixPath(entry.orig_filename)
    odd = any(mark in entry.orig_filename for mark in "\\:\0")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return (
        not odd
        and not path.is_absolute()
        and ".." not in path.parts
        and kind in (0, stat.S_IFREG, stat.S_IFDIR)
    )
