"""The lock itself: AES-256-GCM, bound to the place where the text belongs.

A seal is one byte of format, twelve bytes of nonce, and the ciphertext with its tag.
The associated data are format, scope, compartment, the name the field gave its seal,
and the row; so a ciphertext that is moved, swapped or copied does not open.
"""

import os
from typing import NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .trouble import Broken

FORMAT = b"\x01"
NONCE = 12
TAG = 16
KEY = 32


class Place(NamedTuple):
    """Where a text belongs: for a record, its dossier and its circle."""

    scope: UUID
    compartment: str


def seal(key: bytes, words: bytes, place: Place, name: str, row: UUID) -> bytes:
    """The words, readable only with this key and only in this place."""
    nonce = os.urandom(NONCE)
    return FORMAT + nonce + AESGCM(key).encrypt(nonce, words, bound(place, name, row))


def unseal(key: bytes, sealed: bytes, place: Place, name: str, row: UUID) -> bytes:
    """The words back; `Broken` when this is not what was sealed here."""
    if len(sealed) < 1 + NONCE + TAG or sealed[:1] != FORMAT:
        raise Broken(f"{name}: not a seal of ours")
    nonce, cipher = sealed[1 : NONCE + 1], sealed[NONCE + 1 :]
    try:
        return AESGCM(key).decrypt(nonce, cipher, bound(place, name, row))
    except InvalidTag:
        raise Broken(f"{name}: changed, or sealed elsewhere") from None


def bound(place: Place, name: str, row: UUID) -> bytes:
    """What a seal is tied to; lengths in front, so that no two places look alike."""
    parts = (
        place.scope.bytes,
        place.compartment.encode(),
        name.encode(),
        row.bytes,
    )
    return FORMAT + b"".join(len(part).to_bytes(2, "big") + part for part in parts)


def fresh_key() -> bytes:
    return os.urandom(KEY)
