"""Two processes that make a key at the same moment end up with the same one."""

from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction

from expliciet.vault.keyring import keyring
from expliciet.vault.models import DataKey, Epoch, data_key, epoch
from expliciet.vault.sealing import Place, fresh_key

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engines]

RUNNERS = 4


def at_once(work: Callable[[], Any], runners: int = RUNNERS) -> list[Any]:
    """What each of several threads got, each with a connection of its own."""
    results: list[Any] = []

    def run() -> None:
        try:
            results.append(work())
        except Exception as wrong:
            results.append(wrong)
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(runners)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def meet(monkeypatch: pytest.MonkeyPatch, module: Any) -> None:
    """Let everybody find that there is no key yet, and only then make one."""
    barrier = Barrier(RUNNERS, timeout=30)

    def key() -> bytes:
        barrier.wait()
        return fresh_key()

    monkeypatch.setattr(module, "fresh_key", key)


def test_the_first_epoch_is_made_once(
    key_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet(monkeypatch, epoch)
    made = at_once(Epoch.objects.current)
    assert [each.pk for each in made] == [Epoch.objects.get().pk] * RUNNERS
    assert [path.stem for path in key_folder.iterdir()] == [Epoch.objects.get().file]


def test_the_key_of_a_circle_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    Epoch.objects.current()
    here, name, row = Place(uuid4(), "tafel"), "verzonnen.veld", uuid4()
    meet(monkeypatch, data_key)

    def say() -> bytes:
        with keyring() as ring:
            ring.unlock(here)
            return ring.close(b"woorden", here, name, row)

    sealed = at_once(say)
    assert DataKey.objects.of_scope(here.scope).count() == 1
    with keyring() as ring:
        ring.unlock(here)
        assert [ring.open(each, here, name, row) for each in sealed] == (
            [b"woorden"] * RUNNERS
        )


@pytest.mark.parametrize("count", [20, pytest.param(500, marks=pytest.mark.long)])
def test_in_whole_actions_too(count: int) -> None:
    """T15: everybody in a transaction of their own, of which some are undone."""
    row = uuid4()
    for number in range(count):
        here = Place(uuid4(), f"tafel {number}")

        def say(here: Place = here, undone: bool = number % 3 == 0) -> bytes | None:
            with keyring() as ring:
                ring.unlock(here)
                with transaction.atomic():
                    ring.close(b"ongedaan", here, "veld", row)
                    transaction.set_rollback(undone)
                return ring.close(b"woorden", here, "veld", row)

        sealed = at_once(say)
        with keyring() as ring:
            ring.unlock(here)
            assert [ring.open(each, here, "veld", row) for each in sealed] == (
                [b"woorden"] * RUNNERS
            )
