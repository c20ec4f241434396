"""What a request may open, and what happens when a key is not there."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from expliciet.vault import key_files
from expliciet.vault.keyring import Keyring, held, keyring, unlock
from expliciet.vault.models import DataKey, Epoch
from expliciet.vault.models.epoch import forget_master_keys
from expliciet.vault.sealing import Place
from expliciet.vault.trouble import (
    Broken,
    Destroyed,
    KeyMissing,
    KeyUnwritten,
    Locked,
)

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

NAME = "verzonnen.veld"
ROW = uuid4()


def place(compartment: str = "tafel", scope: UUID | None = None) -> Place:
    return Place(scope or uuid4(), compartment)


def sealed_in(*places: Place) -> dict[Place, bytes]:
    """Something sealed in each of these places, by a request that is over."""
    with keyring() as ring:
        for each in places:
            ring.unlock(each)
        return {each: ring.close(b"woorden", each, NAME, ROW) for each in places}


def opening(*places: Place) -> Keyring:
    """The ring of a new request, with these places unlocked."""
    ring = Keyring()
    for each in places:
        ring.unlock(each)
    return ring


def test_without_a_keyring_nothing_opens() -> None:
    with keyring():
        pass
    outside: list[Exception] = []

    def look() -> None:
        try:
            held()
        except Locked as locked:
            outside.append(locked)

    from contextvars import Context

    Context().run(look)
    assert len(outside) == 1


def test_without_unlocking_nothing_opens_and_nothing_closes() -> None:
    here, there = place(), place()
    sealed = sealed_in(here, there)
    ring = opening(here)
    assert ring.open(sealed[here], here, NAME, ROW) == b"woorden"
    with pytest.raises(Locked):
        ring.open(sealed[there], there, NAME, ROW)
    with pytest.raises(Locked):
        ring.close(b"woorden", there, NAME, ROW)


def test_another_circle_of_the_same_dossier_stays_closed() -> None:
    own = place("eigen")
    table = place("tafel", own.scope)
    sealed = sealed_in(own, table)
    with pytest.raises(Locked):
        opening(table).open(sealed[own], own, NAME, ROW)


def test_some_rows_may_be_opened_without_the_rest_of_the_circle() -> None:
    """N26: what was passed on, and not a row more."""
    here = place()
    mine, theirs = uuid4(), uuid4()
    ring = opening(here)
    sealed = {row: ring.close(b"woorden", here, NAME, row) for row in (mine, theirs)}
    with keyring() as ring:
        unlock(here.scope, [here.compartment], rows=[mine])
        assert ring.open(sealed[mine], here, NAME, mine) == b"woorden"
        with pytest.raises(Locked):
            ring.open(sealed[theirs], here, NAME, theirs)


def test_what_was_locked_again_stays_closed() -> None:
    here = place()
    sealed = sealed_in(here)[here]
    ring = opening(here)
    assert ring.open(sealed, here, NAME, ROW)
    ring.lock(here)
    with pytest.raises(Locked):
        ring.open(sealed, here, NAME, ROW)


def test_the_end_of_a_request_brings_back_what_was_held_before() -> None:
    here = place()
    unlock(here.scope, [here.compartment])
    with keyring() as inner:
        assert not inner.may_open(here, ROW)
    assert held().may_open(here, ROW)


def test_keys_of_many_places_come_in_one_query() -> None:
    places = [place(f"kring {number}") for number in range(5)]
    places += [place("seats") for _ in range(1_500)]
    sealed = sealed_in(*places[:8])
    ring = opening(*places)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        for each, cipher in sealed.items():
            assert ring.open(cipher, each, NAME, ROW)
    assert len(asked) == 1


def test_a_destroyed_key_says_so_and_the_other_texts_still_open() -> None:
    here, there = place(), place()
    sealed = sealed_in(here, there)
    DataKey.objects.of_scope(here.scope).delete()
    ring = opening(here, there)
    for _ in range(2):
        with pytest.raises(Destroyed):
            ring.open(sealed[here], here, NAME, ROW)
        assert ring.open(sealed[there], there, NAME, ROW) == b"woorden"


def test_a_key_of_a_destroyed_epoch_does_not_stand_in_the_way_of_others() -> None:
    here, there = place(), place()
    sealed = sealed_in(here, there)
    gone = Epoch.begin(90)
    Epoch.objects.filter(pk=gone.pk).update(destroyed_at=gone.began_at)
    DataKey.objects.of_scope(here.scope).update(epoch=gone)
    ring = opening(here, there)
    assert ring.open(sealed[there], there, NAME, ROW) == b"woorden"
    for _ in range(2):
        with pytest.raises(Destroyed):
            ring.open(sealed[here], here, NAME, ROW)
    assert ring.open(sealed[there], there, NAME, ROW) == b"woorden"


def another_key(path: Path) -> None:
    path.unlink()
    key_files.write(path.stem, b"x" * 32)


def unreadable(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [Path.unlink, another_key, unreadable])
def test_a_key_file_that_is_not_right_stops_everything_before_it_begins(
    key_folder: Path, damage: Callable[[Path], None]
) -> None:
    """Nothing opened, nothing sealed, nothing made; and put back, all is there."""
    here, fresh = place(), place()
    sealed = sealed_in(here)[here]
    (path,) = key_folder.iterdir()
    was = path.read_bytes()
    forget_master_keys()
    damage(path)
    keys = DataKey.objects.count()
    ring = opening(here, fresh)
    with pytest.raises(KeyMissing):
        ring.open(sealed, here, NAME, ROW)
    with pytest.raises(KeyMissing):
        ring.close(b"nieuw", here, NAME, ROW)
    with pytest.raises(KeyMissing):
        ring.close(b"nieuw", fresh, NAME, ROW)
    assert DataKey.objects.count() == keys
    assert Epoch.objects.count() == 1
    path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
    path.write_bytes(was)
    forget_master_keys()
    assert ring.open(sealed, here, NAME, ROW) == b"woorden"


def test_the_first_run_makes_the_first_key(key_folder: Path) -> None:
    sealed_in(place(), place())
    epoch = Epoch.objects.get()
    assert [path.name for path in key_folder.iterdir()] == [f"{epoch.file}.key"]
    assert epoch.number == 1


def test_without_room_for_a_key_file_nothing_is_sealed(key_folder: Path) -> None:
    key_folder.parent.joinpath("keys").write_text("a file where a folder should be")
    here = place()
    with pytest.raises(KeyUnwritten):
        opening(here).close(b"woorden", here, NAME, ROW)
    assert not Epoch.objects.exists()
    assert not DataKey.objects.exists()


def test_a_key_whose_making_was_undone_is_not_used_again() -> None:
    """Words sealed with a key that is not kept could never be read."""
    here = place()
    ring = opening(here)
    with transaction.atomic():
        lost = ring.close(b"ongedaan", here, NAME, ROW)
        transaction.set_rollback(True)
    assert not DataKey.objects.of_scope(here.scope).exists()
    kept = ring.close(b"woorden", here, NAME, ROW)
    assert opening(here).open(kept, here, NAME, ROW) == b"woorden"
    assert ring.open(kept, here, NAME, ROW) == b"woorden"
    with pytest.raises(Broken):
        ring.open(lost, here, NAME, ROW)


@pytest.mark.django_db(transaction=True)
def test_a_key_that_was_committed_is_not_sought_again() -> None:
    here = place()
    ring = opening(here)
    with transaction.atomic():
        ring.close(b"woorden", here, NAME, ROW)
    with CaptureQueriesContext(connection) as asked:
        ring.close(b"woorden", here, NAME, ROW)
    assert len(asked) == 0
