"""A second copy of the master keys, and putting it back."""

import stat
from functools import partial
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.actions.keys import (
    copy_keys,
    destroy_old_epochs,
    lacking,
    restore_keys,
    rotate_keys,
)
from expliciet.audit.actions import Action
from expliciet.audit.sealer import sign_heads
from expliciet.audit.signing import SIGNING_KEY
from expliciet.dossiers.models import Note
from expliciet.vault import key_files
from expliciet.vault.models import Epoch
from expliciet.vault.sealing import fresh_key
from expliciet.vault.trouble import KeyMissing, KeyUnwritten
from tests.accounts.keys.keeping import LATER, NOW, file_of, lines, words

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_a_second_copy_is_whole_and_for_its_owner_alone(
    note: Note, key_folder: Path, tmp_path: Path
) -> None:
    sign_heads(NOW)
    rotate_keys(now=NOW)
    names = copy_keys(tmp_path / "kluis", now=NOW)
    assert len(names) == 3
    for name in names:
        copy = key_files.path_of(name, tmp_path / "kluis")
        assert stat.S_IMODE(copy.stat().st_mode) == 0o400
        assert copy.read_bytes() == key_files.path_of(name).read_bytes()
    assert set(Epoch.objects.values_list("copied_at", flat=True)) == {NOW}
    assert copy_keys(tmp_path / "kluis", now=NOW) == names, "again changes nothing"
    assert [line.count for line in lines(Action.KEYS_COPIED)] == [3, 3]


def test_a_copy_writes_over_nothing(note: Note, tmp_path: Path) -> None:
    name = Epoch.objects.get().file
    key_files.write(name, fresh_key(), tmp_path / "kluis")
    was = key_files.read(name, tmp_path / "kluis")
    with pytest.raises(ValidationError) as refusal:
        copy_keys(tmp_path / "kluis", now=NOW)
    assert refusal.value.code == "another_key"
    assert key_files.read(name, tmp_path / "kluis") == was
    assert Epoch.objects.get().copied_at is None


def test_a_copy_in_the_same_folder_is_none(note: Note, key_folder: Path) -> None:
    for deed in (partial(copy_keys, now=NOW), restore_keys):
        with pytest.raises(ValidationError) as refusal:
            deed(key_folder)
        assert refusal.value.code == "same_folder"


def test_a_lost_key_is_put_back_from_the_copy(note: Note, tmp_path: Path) -> None:
    """T20: the current key lost, the copy used."""
    sign_heads(NOW)
    copy_keys(tmp_path / "kluis", now=NOW)
    file_of(1).unlink()
    key_files.path_of(SIGNING_KEY).unlink()
    with pytest.raises(KeyMissing):
        words(note)
    assert set(restore_keys(tmp_path / "kluis")) == {
        Epoch.objects.get().file,
        SIGNING_KEY,
    }
    assert words(note) == "een kanarie zingt"
    assert lines(Action.KEYS_RESTORED)[0].count == 2
    assert restore_keys(tmp_path / "kluis") == []
    assert len(lines(Action.KEYS_RESTORED)) == 1, "nothing done, nothing told"


def test_a_wrong_key_makes_room_for_the_right_one_and_is_kept_aside(
    note: Note, key_folder: Path, tmp_path: Path
) -> None:
    copy_keys(tmp_path / "kluis", now=NOW)
    path = file_of(1)
    path.unlink()
    key_files.write(path.stem, fresh_key())
    wrong = path.read_bytes()
    with pytest.raises(KeyMissing):
        words(note)
    restore_keys(tmp_path / "kluis")
    assert words(note) == "een kanarie zingt"
    assert wrong in {each.read_bytes() for each in key_folder.iterdir()}


def test_a_copy_that_is_not_the_right_key_is_not_put_back(
    note: Note, tmp_path: Path
) -> None:
    """T20: both lost: it says so, and damages nothing."""
    path = file_of(1)
    path.unlink()
    key_files.write(path.stem, fresh_key(), tmp_path / "kluis")
    assert restore_keys(tmp_path / "kluis") == []
    assert restore_keys(tmp_path / "nergens") == []
    assert lacking() == [path.stem]
    assert not path.exists()
    with pytest.raises(KeyMissing):
        words(note)


def test_a_right_key_is_left_in_peace(note: Note, tmp_path: Path) -> None:
    key_files.write(Epoch.objects.get().file, fresh_key(), tmp_path / "kluis")
    assert restore_keys(tmp_path / "kluis") == []
    assert words(note) == "een kanarie zingt"


def test_a_destroyed_key_does_not_come_back(note: Note, tmp_path: Path) -> None:
    """V18: not from the second copy, and not by hand either."""
    copy_keys(tmp_path / "kluis", now=NOW)
    rotate_keys(now=NOW)
    old = file_of(1)
    key = old.read_bytes()
    destroy_old_epochs(now=LATER)
    assert restore_keys(tmp_path / "kluis") == []
    assert not old.exists()
    copy_keys(tmp_path / "kluis", now=LATER)
    assert not key_files.path_of(old.stem, tmp_path / "kluis").exists()
    old.write_bytes(key)
    destroy_old_epochs(now=LATER)
    assert not old.exists()


def test_a_new_key_lies_in_the_second_copy_before_it_is_used(
    note: Note, second: Path
) -> None:
    epoch = rotate_keys(now=NOW)
    assert epoch.copied_at == NOW
    assert key_files.read(epoch.file, second) == key_files.read(epoch.file)
    file_of(2).unlink()
    restore_keys(second)
    assert words(note) == "een kanarie zingt"


def test_when_the_second_copy_is_not_there_nothing_is_rotated(
    note: Note, second: Path
) -> None:
    """A disk that is not mounted: no folder is made in its place."""
    second.rmdir()
    for deed in (rotate_keys, destroy_old_epochs):
        with pytest.raises(KeyUnwritten):
            deed(now=NOW)
    assert not second.exists()
    assert Epoch.objects.get().left_at is None


def test_a_destroyed_key_goes_from_the_second_copy_too(
    note: Note, second: Path
) -> None:
    rotate_keys(now=NOW)
    rotate_keys(now=NOW)
    old = Epoch.objects.get(number=2).file
    assert key_files.path_of(old, second).exists()
    destroy_old_epochs(now=LATER)
    assert not key_files.path_of(old, second).exists()
    assert key_files.path_of(Epoch.objects.get(number=3).file, second).exists()
