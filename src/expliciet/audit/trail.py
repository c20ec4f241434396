"""Leaving a line.

A change leaves its line in its own transaction; a page with content leaves its line,
committed, before the content leaves. Where a line cannot be written nothing happens
and nothing is shown: `TrailUnavailable`, which the screens answer with 503.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple, Protocol
from uuid import UUID

from django.db import DatabaseError, models, transaction
from django.utils import timezone

from ..vault.keyring import unlock
from .actions import Action
from .here import here
from .models import INSTALLATION, Line, Reason
from .models.reason import fresh_salt, hashed


class TrailUnavailable(Exception):
    """The line could not be written, so the thing itself was not done either."""


@dataclass(frozen=True)
class Identity:
    """Who does it, as identifiers."""

    user: UUID | None = None
    organisation: UUID | None = None
    role: str = ""
    seat: UUID | None = None
    house: UUID | None = None


NOBODY = Identity()
CLOCK = Identity(role="clock")
TERMINAL = Identity(role="terminal")
"""Somebody at a command line of the server, whom the system does not know."""


class Actor(Protocol):
    """A user, or a user in a seat."""

    def trail_identity(self) -> Identity: ...


class Whereabouts(NamedTuple):
    """To which house, dossier and circle a thing belongs."""

    house: UUID | None = None
    dossier: UUID | None = None
    circle: UUID | None = None


def record(
    action: Action,
    *,
    by: Actor | Identity = NOBODY,
    about: models.Model | None = None,
    at: Whereabouts | None = None,
    on_behalf_of: UUID | None = None,
    purpose: str = "",
    reason: str = "",
    allowed: bool = True,
    rule: str = "",
    count: int = 1,
) -> Line:
    """Write one line, in the transaction that is going on.

    `about` is what it was done to; a model that knows its house, dossier and circle
    tells them (`trail_place`), otherwise say `at`. `reason` is free text: its hash
    goes into the line, its words into a sealed side table.
    """
    who = by if isinstance(by, Identity) else by.trail_identity()
    where = at or place_of(about)
    place = here()
    salt = fresh_salt()
    line = Line(
        at=timezone.now(),
        house=where.house or who.house or INSTALLATION,
        trace=place.trace,
        span=secrets.token_hex(8),
        user=who.user,
        organisation=who.organisation,
        role=who.role,
        seat=who.seat,
        on_behalf_of=on_behalf_of,
        auth_level=place.auth_level,
        session=place.session,
        access_point=place.access_point,
        action=Action(action),
        object_type=about._meta.label_lower if about is not None else "",
        object_id=about.pk if about is not None else None,
        dossier=where.dossier,
        circle=where.circle,
        purpose=purpose,
        reason_hash=hashed(salt, reason) if reason else "",
        allowed=allowed,
        rule=rule,
        count=count,
    )
    try:
        line.save(force_insert=True)
        if reason:
            keep_reason(Reason(line=line, salt=salt, words=reason))
    except DatabaseError as trouble:
        raise TrailUnavailable(str(action)) from trouble
    place.lines += 1
    return line


def place_of(about: models.Model | None) -> Whereabouts:
    telling = getattr(about, "trail_place", None)
    return telling() if telling else Whereabouts()


def keep_reason(reason: Reason) -> None:
    """Seal the words; whoever wrote these may not read the reasons of others."""
    place = reason.seal_place()
    unlock(place.scope, [place.compartment], rows=[reason.id])
    reason.save(force_insert=True)


@contextmanager
def own_transaction() -> Iterator[None]:
    """For a line that must stand even though nothing else happened: a refusal, a read.

    Committed when the block ends; `TrailUnavailable` when it could not be.
    """
    try:
        with transaction.atomic(durable=True):
            yield
    except DatabaseError as trouble:
        raise TrailUnavailable("the line was not committed") from trouble
