"""Master keys in files: made once, whole, for their owner alone."""

import os
import stat
from pathlib import Path
from uuid import uuid4

import pytest

from expliciet.vault import key_files
from expliciet.vault.sealing import fresh_key
from expliciet.vault.trouble import KeyMissing, KeyUnwritten


@pytest.fixture
def name() -> str:
    return key_files.epoch_name(uuid4())


def test_a_key_file_is_readable_by_its_owner_alone(key_folder: Path, name: str) -> None:
    key = fresh_key()
    key_files.write(name, key)
    path = key_files.path_of(name)
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(key_folder.stat().st_mode) == 0o700
    assert key_files.read(name) == key
    assert not key_files.is_open_to_others(name)
    assert list(key_folder.iterdir()) == [path]


def test_a_key_never_takes_the_place_of_another(key_folder: Path, name: str) -> None:
    first = fresh_key()
    key_files.write(name, first)
    with pytest.raises(FileExistsError):
        key_files.write(name, fresh_key())
    assert key_files.read(name) == first
    assert len(list(key_folder.iterdir())) == 1


def test_what_a_crash_left_does_not_stand_in_the_way(
    key_folder: Path, name: str
) -> None:
    key_folder.mkdir()
    (key_folder / f".{name}.key.{os.getpid()}").touch()
    key_files.write(name, fresh_key())
    assert key_files.read(name)


@pytest.mark.parametrize(
    ("bytes_there", "sentence"),
    [
        (b"", "does not hold a key"),
        (b"AAAA\n", "does not hold a key"),
        ("géén sleutel".encode(), "cannot be read"),
        (b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_what_is_no_key_is_said_to_be_none(
    key_folder: Path, name: str, bytes_there: bytes, sentence: str
) -> None:
    key_folder.mkdir()
    key_files.path_of(name).write_bytes(bytes_there)
    with pytest.raises(KeyMissing, match=sentence):
        key_files.read(name)


def test_a_file_that_is_not_there_or_cannot_be_read_is_missing(
    key_folder: Path, name: str
) -> None:
    with pytest.raises(KeyMissing, match="not there"):
        key_files.read(name)
    key_files.path_of(name).mkdir(parents=True)  # unreadable, for root as well
    with pytest.raises(KeyMissing, match="cannot be read"):
        key_files.read(name)


def test_a_disk_that_takes_no_key_says_so_and_keeps_nothing_half(
    key_folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KeyUnwritten, match="not written"):
        key_files.write(name, fresh_key())
    assert list(key_folder.iterdir()) == []


def test_a_destroyed_key_leaves_no_trace_in_a_second_name(
    key_folder: Path, name: str
) -> None:
    """A copy by hard link, as some backups make, is written over too."""
    key_files.write(name, fresh_key())
    other = key_folder / "backup"
    other.hardlink_to(key_files.path_of(name))
    assert key_files.destroy(name)
    assert not key_files.path_of(name).exists()
    assert not other.read_bytes().strip(b"\0")
    assert not key_files.destroy(name)


def test_a_wrong_file_is_set_aside_and_not_thrown_away(
    key_folder: Path, name: str
) -> None:
    key_files.write(name, fresh_key())
    was = key_files.path_of(name).read_bytes()
    key_files.set_aside(name)
    (aside,) = key_folder.iterdir()
    assert aside != key_files.path_of(name)
    assert aside.read_bytes() == was
