"""Gone is gone: after destruction no backup tells anything, however it is read."""

import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from expliciet.accounts.actions.keys import (
    copy_keys,
    destroy_old_epochs,
    rotate_keys,
)
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Circle, Dossier, Note, Opening
from expliciet.vault import key_files
from expliciet.vault.fields import Cipher, Sealed
from expliciet.vault.keyring import keyring
from expliciet.vault.models import DataKey
from expliciet.vault.models.epoch import forget_master_keys
from expliciet.vault.sealing import Place, unseal
from expliciet.vault.trouble import Destroyed, KeyMissing, VaultError
from tests.factories import Table, unlock_all

NOW = timezone.now()
CANARIES = 40


@pytest.fixture(autouse=True)
def from_file(key_folder: Path) -> None:
    forget_master_keys()


def full_table() -> tuple[Table, list[str]]:
    """A dossier with a canary wherever words can be."""
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    canaries = []
    for number in range(CANARIES - 1):
        canary = f"kanarie-{table.dossier.id.hex[:6]}-{number:02}"
        canaries.append(canary)
        seat = (police, school, table.chair)[number % 3]
        kind = (Circle.Kind.OWN, Circle.Kind.CORE, Circle.Kind.TABLE)[number // 3 % 3]
        if seat is school and kind is Circle.Kind.CORE:
            kind = Circle.Kind.OWN
        table.note(seat, f"Er zat een {canary} op het dak.", circle=kind)
    reason = f"kanarie-{table.dossier.id.hex[:6]}-reden"
    canaries.append(reason)
    purpose = Opening(purpose="overleg voorbereiden", words=reason)
    state_purpose(purpose, by=table.chair, now=table.tick())
    return table, canaries


def readable(dossier: Dossier) -> str:
    """Everything that opens in a dossier, with every circle and reason unlocked."""
    forget_master_keys()
    words = []
    with keyring() as ring:
        unlock_all(dossier)
        ring.unlock(Place(dossier.id, "reasons"))
        for model in apps.get_models():
            for field in model._meta.local_fields:
                if isinstance(field, Sealed):
                    words += opened(model, field.attname)
    return " ".join(words)


def opened(model: type[models.Model], name: str) -> list[str]:
    found = []
    for row in model._base_manager.all():
        try:
            found.append(str(getattr(row, name)))
        except VaultError:
            continue
    return found


def destroy(dossier: Dossier) -> None:
    """What destruction will do, in its own room, after two people approved it."""
    assert DataKey.objects.of_scope(dossier.id).delete()[0] > 0


@pytest.mark.django_db
@pytest.mark.engines
def test_without_its_keys_a_dossier_tells_nothing_and_the_others_tell_all() -> None:
    """V18: not one canary of 40, and all of the other dossier."""
    (gone, theirs), (kept, ours) = full_table(), full_table()
    for table, canaries in ((gone, theirs), (kept, ours)):
        told = readable(table.dossier)
        assert all(canary in told for canary in canaries)
    destroy(gone.dossier)
    told = readable(gone.dossier)
    assert not any(canary in told for canary in theirs)
    told = readable(kept.dossier)
    assert all(canary in told for canary in ours)
    with keyring():
        unlock_all(gone.dossier)
        with pytest.raises(Destroyed):
            _ = Note.objects.filter(dossier=gone.dossier)[0].text


Copied = list[tuple[DataKey, list[tuple[type[models.Model], Any, str, bytes]]]]


def backed_up() -> Copied:
    """Wrapped keys and sealed texts, as a backup of the database holds them."""
    texts = []
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, Sealed):
                for row in model._base_manager.all():
                    value = row.__dict__[field.attname]
                    if isinstance(value, Cipher):
                        texts.append((row, field.seal, value.sealed))
    keys = list(DataKey.objects.select_related("epoch"))
    return [
        (key, [text for text in texts if text[0].seal_place() == key.place])
        for key in keys
    ]


def restored(backup: Copied) -> str:
    """What a backup tells to whoever has every key file that still exists."""
    forget_master_keys()
    words = []
    for key, texts in backup:
        try:
            bare = unseal(
                key.epoch.key_in_file(),
                bytes(key.wrapped),
                key.place,
                "vault.data_key",
                key.id,
            )
        except KeyMissing:
            continue
        for row, seal, sealed in texts:
            words.append(unseal(bare, sealed, key.place, seal, row.id).decode())
    return " ".join(words)


@pytest.mark.django_db
@pytest.mark.engines
def test_a_backup_tells_nothing_once_its_epoch_is_gone(tmp_path: Path) -> None:
    """V18, T19: weekly epochs, a backup each week, and every one of them read back."""
    (gone, theirs), (kept, ours) = full_table(), full_table()
    backups: list[Copied] = []
    now = NOW
    for _ in range(3):
        backups.append(backed_up())
        copy_keys(tmp_path / "kluis", now=now)
        now += timedelta(days=7)
        rotate_keys(now=now)
    backups.append(backed_up())
    destroy(gone.dossier)
    destroyed_at = now
    told = restored(backups[-1])
    assert theirs[0] in told, "until the epoch ends, a backup still tells"
    while now < destroyed_at + timedelta(days=7 + 35):
        now += timedelta(days=7)
        rotate_keys(now=now)
        destroy_old_epochs(now=now)
        copy_keys(tmp_path / "kluis", now=now)
    for backup in backups:
        for keys in (key_files.folder(), tmp_path / "kluis"):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(key_files, "folder", lambda keys=keys: keys)
                told = restored(backup)
                assert not any(canary in told for canary in (*theirs, *ours))
    for told in (readable(kept.dossier), restored(backed_up())):
        assert all(canary in told for canary in ours)
        assert not any(canary in told for canary in theirs)


@pytest.mark.django_db(transaction=True)
def test_no_byte_of_the_database_tells_anything(tmp_path: Path) -> None:
    """T19: the file itself, as a thief finds it, with its free pages and journal."""
    table, canaries = full_table()
    destroy(table.dossier)
    connection.close()
    file = Path(connection.settings_dict["NAME"])
    found = [
        canary
        for path in file.parent.glob(f"{file.name}*")
        for canary in canaries
        if canary.encode() in path.read_bytes()
    ]
    assert found == []
    copy = sqlite3.connect(file)
    assert copy.execute("SELECT count(*) FROM dossiers_note").fetchone()[0] > 30
    copy.close()
