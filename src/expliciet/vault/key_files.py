"""Master keys live in files outside the database, readable by their owner alone."""

import hashlib
import os
import tempfile
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from django.conf import settings

from .sealing import KEY
from .trouble import KeyMissing, KeyUnwritten


def folder() -> Path:
    """Where the keys are: beside the database in a trial, elsewhere for real."""
    return Path(settings.EXPLICIET_KEYS)


def path_of(name: str, where: Path | None = None) -> Path:
    return (where or folder()) / f"{name}.key"


def epoch_name(epoch: UUID) -> str:
    return f"epoch-{epoch}"


def write(name: str, key: bytes, where: Path | None = None) -> None:
    """A new file, whole or not at all, never in another's place; mode 0400.

    `FileExistsError` where one of that name is there, `KeyUnwritten` where the disk
    does not take it.
    """
    path = path_of(name, where)
    if path.exists():
        raise FileExistsError(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(prefix=".", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                with suppress(PermissionError):  # a memory stick knows no owners
                    os.fchmod(handle, 0o400)
                file.write(b64encode(key) + b"\n")
                file.flush()
                os.fsync(handle)
            appear(Path(fresh), path)
        finally:
            Path(fresh).unlink(missing_ok=True)
        keep_listing(path.parent)
    except OSError as reason:
        if isinstance(reason, FileExistsError) and path.exists():
            raise
        raise KeyUnwritten(f"the key file {path.name} was not written") from reason


def appear(fresh: Path, path: Path) -> None:
    """Give a whole file its name; a link never takes another's place."""
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        raise
    except OSError:  # a disk without links: nobody else makes keys there
        fresh.rename(path)


def read(name: str, where: Path | None = None) -> bytes:
    """The key in this file; `KeyMissing` when there is none, or it is no key."""
    path = path_of(name, where)
    try:
        key = b64decode(path.read_bytes().strip(), validate=True)
    except FileNotFoundError:
        raise KeyMissing(f"the key file {path.name} is not there") from None
    except (OSError, NotBase64) as reason:
        raise KeyMissing(f"the key file {path.name} cannot be read") from reason
    if len(key) != KEY:
        raise KeyMissing(f"the key file {path.name} does not hold a key")
    return key


def set_aside(name: str) -> None:
    """Make room for the right file without throwing the wrong one away."""
    path = path_of(name)
    with suppress(FileNotFoundError):
        path.rename(path.with_name(f"{path.name}.aside-{os.urandom(4).hex()}"))


def destroy(name: str, where: Path | None = None) -> bool:
    """Write over the file and take it away; whether it was there."""
    path = path_of(name, where)
    try:
        path.chmod(0o600)
        with path.open("r+b") as file:
            file.write(b"\0" * path.stat().st_size)
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        keep_listing(path.parent)
    except FileNotFoundError:
        return False
    return True


def keep_listing(place: Path) -> None:
    """Make sure that the folder itself remembers, also when the power fails."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_open_to_others(name: str) -> bool:
    """Whether anybody but its owner may do anything with the file."""
    return bool(path_of(name).stat().st_mode & 0o077)


def fingerprint(key: bytes) -> str:
    """Tells keys apart without telling the key."""
    return hashlib.sha256(b"expliciet key fingerprint\0" + key).hexdigest()[:16]
