"""The key that signs heads: made on first use, beside the master keys."""

from contextlib import suppress

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ..vault import key_files
from ..vault.trouble import KeyMissing
from .models import Head

SIGNING_KEY = "trail-signing"


def signing_key() -> Ed25519PrivateKey:
    """The one key that signed all heads so far; `KeyMissing` when it is another."""
    if not key_files.path_of(SIGNING_KEY).exists() and not Head.objects.exists():
        fresh = Ed25519PrivateKey.generate()
        with suppress(FileExistsError):  # another process was first
            key_files.write(SIGNING_KEY, fresh.private_bytes_raw())
    seed = key_files.read(SIGNING_KEY)
    if not signed_before(seed):
        raise KeyMissing(f"the key file {SIGNING_KEY} holds another key")
    return Ed25519PrivateKey.from_private_bytes(seed)


def signed_before(seed: bytes) -> bool:
    """Whether heads were signed with this key; true where there is none yet."""
    head = Head.objects.first()
    key = Ed25519PrivateKey.from_private_bytes(seed)
    return head is None or head.key == key_name(key)


def public_key() -> bytes:
    """What a partner needs in order to check heads."""
    return signing_key().public_key().public_bytes_raw()


def key_name(key: Ed25519PrivateKey) -> str:
    return key_files.fingerprint(key.public_key().public_bytes_raw())
