"""Master keys: rotated every week, and destroyed when no backup needs them."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import override_settings

from expliciet.accounts.actions.keys import destroy_old_epochs, rotate_keys
from expliciet.audit import trail
from expliciet.audit.actions import Action
from expliciet.audit.models import INSTALLATION
from expliciet.dossiers.models import Note
from expliciet.vault import key_files
from expliciet.vault.models import DataKey, Epoch
from expliciet.vault.sealing import fresh_key
from expliciet.vault.trouble import KeyMissing, KeyUnwritten
from tests.accounts.keys.keeping import LATER, NOW, file_of, lines, words

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_a_new_epoch_wraps_every_key_anew_and_every_text_still_opens(
    note: Note,
) -> None:
    before = {key.id: bytes(key.wrapped) for key in DataKey.objects.all()}
    epoch = rotate_keys(now=NOW)
    assert epoch.number == 2
    after = {key.id: bytes(key.wrapped) for key in DataKey.objects.all()}
    assert after.keys() == before.keys()
    assert not set(after.values()) & set(before.values())
    assert set(DataKey.objects.values_list("epoch__number", flat=True)) == {2}
    assert Epoch.objects.get(number=1).left_at == NOW
    assert words(note) == "een kanarie zingt"
    (line,) = lines(Action.KEYS_ROTATED)
    assert (line.house, line.role, line.count) == (
        INSTALLATION,
        "terminal",
        len(before),
    )


def test_after_rotating_the_old_key_is_not_needed_any_more(note: Note) -> None:
    rotate_keys(now=NOW)
    file_of(1).unlink()
    assert words(note) == "een kanarie zingt"


def test_the_clock_may_rotate_too() -> None:
    rotate_keys(now=NOW, by=trail.CLOCK)
    assert lines(Action.KEYS_ROTATED)[0].role == "clock"


def test_when_one_key_is_not_there_nothing_is_rotated(
    note: Note, key_folder: Path
) -> None:
    path = file_of(1)
    was = path.read_bytes()
    path.unlink()
    with pytest.raises(KeyMissing):
        rotate_keys(now=NOW)
    assert Epoch.objects.get().left_at is None
    assert list(key_folder.iterdir()) == []
    assert not lines(Action.KEYS_ROTATED)
    path.write_bytes(was)
    assert words(note) == "een kanarie zingt"


def test_without_room_for_the_new_key_nothing_is_rotated(
    note: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise KeyUnwritten

    monkeypatch.setattr(key_files, "write", full)
    with pytest.raises(KeyUnwritten):
        rotate_keys(now=NOW)
    assert Epoch.objects.get().left_at is None
    assert words(note) == "een kanarie zingt"


def test_an_old_key_lives_as_long_as_the_oldest_backup(note: Note) -> None:
    rotate_keys(now=NOW)
    with override_settings(EXPLICIET_BACKUP_DAYS=10):
        almost = NOW + timedelta(days=10) - timedelta(seconds=1)
        assert destroy_old_epochs(now=almost) == []
        assert file_of(1).exists()
        (gone,) = destroy_old_epochs(now=NOW + timedelta(days=10))
    assert gone.number == 1
    assert not file_of(1).exists()
    assert Epoch.objects.get(number=1).destroyed_at is not None
    assert words(note) == "een kanarie zingt"
    (line,) = lines(Action.EPOCH_DESTROYED)
    assert line.object_id == gone.id
    assert destroy_old_epochs(now=LATER) == []


def test_the_key_in_use_is_never_destroyed(note: Note) -> None:
    assert destroy_old_epochs(now=NOW + timedelta(days=4000)) == []
    assert words(note) == "een kanarie zingt"


def test_a_key_under_which_anything_is_wrapped_is_not_destroyed(note: Note) -> None:
    """One that was made while another process rotated."""
    rotate_keys(now=NOW)
    straggler = DataKey(
        scope=uuid4(), compartment="tafel", epoch=Epoch.objects.get(number=1)
    )
    straggler.wrap(fresh_key())
    straggler.save()
    assert destroy_old_epochs(now=LATER) == []
    assert file_of(1).exists()
    rotate_keys(now=LATER)
    assert {epoch.number for epoch in destroy_old_epochs(now=LATER)} == {1}


def test_a_file_that_went_by_itself_does_not_stop_the_rest(note: Note) -> None:
    rotate_keys(now=NOW)
    rotate_keys(now=NOW)
    file_of(1).unlink()
    assert len(destroy_old_epochs(now=LATER)) == 2
    assert not file_of(2).exists()
