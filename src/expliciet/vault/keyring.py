"""What this request may open: the circles of its seat, and nothing else.

A keyring lives as long as one request, command or job. Unlocking a place only notes
that it may be opened; keys are fetched when the first text is read, all at once.
A text in a place that was not unlocked raises `Locked`: a forgotten filter becomes an
error, never a leak.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from uuid import UUID

from django.db import transaction

from .models import DataKey
from .sealing import Place, seal, unseal
from .trouble import Destroyed, Locked, VaultError

_standing: set[Place] = set()


class Keyring:
    """The places that may be opened now, and the keys fetched so far."""

    def __init__(self) -> None:
        self.whole: set[Place] = set(_standing)
        self.single: dict[Place, set[UUID]] = {}
        self.keys: dict[Place, bytes] = {}
        self.sought: set[Place] = set()
        self.fresh: set[Place] = set()
        """Keys made in a transaction that may still be undone."""

    def unlock(self, place: Place, rows: Iterable[UUID] | None = None) -> None:
        """Allow everything in this place, or only these rows of it."""
        if rows is None:
            self.whole.add(place)
        else:
            self.single.setdefault(place, set()).update(rows)

    def lock(self, place: Place) -> None:
        """Take back what was allowed of this place."""
        self.whole.discard(place)
        self.single.pop(place, None)
        self.keys.pop(place, None)
        self.sought.discard(place)
        self.fresh.discard(place)

    def may_open(self, place: Place, row: UUID) -> bool:
        return place in self.whole or row in self.single.get(place, ())

    def key(self, place: Place) -> bytes | None:
        """The key of this place; with it come those of all places not yet sought."""
        if place in self.fresh:
            self.fetch(place, {place})
        elif place not in self.sought:
            self.fetch(place, {place} | self.whole | self.single.keys())
        return self.keys.get(place)

    def fetch(self, place: Place, places: set[Place]) -> None:
        """Look for the keys of these places, which were not sought or may be gone.

        A key that cannot be had stands in the way of its own place alone.
        """
        seeking = places - (self.sought - {place})
        self.keys.pop(place, None)
        for found in DataKey.objects.of(seeking):
            if found.place not in seeking:
                continue
            try:
                self.keys[found.place] = found.bare()
            except VaultError:
                if found.place == place:
                    raise
                seeking.discard(found.place)
        self.sought |= seeking

    def open(
        self,
        sealed: bytes,
        place: Place,
        name: str,
        row: UUID,
        under: UUID | None = None,
    ) -> bytes:
        """The words of one sealed field. `under` is the row that had to be unlocked:
        itself, or the record that it is a part of."""
        if not self.may_open(place, under or row):
            raise Locked(f"{name}: this place was not unlocked")
        key = self.key(place)
        if key is None:
            raise Destroyed(f"{name}: the key is gone")
        return unseal(key, sealed, place, name, row)

    def close(
        self,
        words: bytes,
        place: Place,
        name: str,
        row: UUID,
        under: UUID | None = None,
    ) -> bytes:
        """Seal words for a place; its key is made when this is the first."""
        if not self.may_open(place, under or row):
            raise Locked(f"{name}: this place was not unlocked")
        return seal(self.key_for(place), words, place, name, row)

    def key_for(self, place: Place) -> bytes:
        """The key of this place; made when this is the first that needs it."""
        key = self.key(place)
        if key is None:
            key = self.keys[place] = DataKey.objects.make(place).bare()
            self.fresh.add(place)
            transaction.on_commit(partial(self.fresh.discard, place))
        return key


_ring: ContextVar[Keyring | None] = ContextVar("keyring", default=None)


def standing(place: Place) -> None:
    """A place that every request may open, such as the names of professionals."""
    _standing.add(place)


@contextmanager
def keyring() -> Iterator[Keyring]:
    """An empty keyring until the end of the block; what was there before comes back."""
    ring = Keyring()
    token = _ring.set(ring)
    try:
        yield ring
    finally:
        _ring.reset(token)


def held() -> Keyring:
    """The keyring of this request; `Locked` where nobody took one."""
    ring = _ring.get()
    if ring is None:
        raise Locked("no keyring was taken here")
    return ring


def unlock(
    scope: UUID, compartments: Iterable[str], rows: Iterable[UUID] | None = None
) -> None:
    """Allow these compartments of a scope, whole or for some rows only."""
    rows = None if rows is None else list(rows)
    for compartment in compartments:
        held().unlock(Place(scope, compartment), rows)
