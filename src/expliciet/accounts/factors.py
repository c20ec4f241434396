"""Second factors: codes from an app, and codes on paper for when the app is gone.

They are kept in the table of allauth, with their secrets sealed and bound to the row of
the user they belong to: copied to somebody else's row, a secret does not open.
"""

import base64
import hmac
import unicodedata
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP

from ..vault.keyring import held, standing
from ..vault.sealing import Place
from ..vault.trouble import Locked
from .models import User

FACTORS = Place(uuid.UUID("5e8a4b32-90f1-4f0e-8a41-1c7d2e6f9b05"), "factors")
"""Secrets of second factors: sealed against a stolen disk, open to every request."""

SEAL = "accounts.factor.secret"
PERIOD = 30
DIGITS = 6
WINDOW = (-1, 0, 1)
"""A phone may run half a minute early or late, not more."""

standing(FACTORS)

_whose: ContextVar[uuid.UUID | None] = ContextVar("whose factor", default=None)


@contextmanager
def secrets_of(user: User) -> Iterator[None]:
    """Within this block secrets are sealed for, and opened from, this user's row."""
    token = _whose.set(user.id)
    try:
        yield
    finally:
        _whose.reset(token)


def seal_secret(text: str) -> str:
    """What goes into the table; refused outside `secrets_of`."""
    sealed = held().close(text.encode(), FACTORS, SEAL, row())
    return base64.b64encode(sealed).decode("ascii")


def open_secret(sealed: str) -> str:
    """What was sealed for this user."""
    return held().open(base64.b64decode(sealed), FACTORS, SEAL, row()).decode()


def row() -> uuid.UUID:
    whose = _whose.get()
    if whose is None:
        raise Locked(f"{SEAL}: whose factor this is was not said")
    return whose


def counter_of(secret: str, code: str, now: datetime) -> int | None:
    """The half minute to which a code belongs; None when it is of no time near now.

    SHA-1 is what the apps on telephones know; RFC 6238 leans on none of its weaknesses.
    """
    key = HOTP(base64.b32decode(secret), DIGITS, SHA1(), enforce_key_length=False)  # noqa: S303
    current = int(now.timestamp()) // PERIOD
    for counter in (current + step for step in WINDOW):
        if hmac.compare_digest(key.generate(counter), code.encode()):
            return counter
    return None


def plain(code: str) -> str:
    """As somebody means it: spaces and dashes aside, full-width digits too."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKC", code) if sign not in " -\u00a0"
    )


def app_of(user: User) -> Authenticator | None:
    """The app on which this user reads codes, if one was set up."""
    return Authenticator.objects.filter(
        user_id=user.pk, type=Authenticator.Type.TOTP
    ).first()


def has_factor(user: User) -> bool:
    return app_of(user) is not None


def codes_left(user: User) -> int:
    """How many recovery codes are still unused."""
    kept = Authenticator.objects.filter(
        user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES
    ).first()
    if kept is None:
        return 0
    with secrets_of(user):
        return len(kept.wrap().get_unused_codes())
