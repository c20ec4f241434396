"""Where sessions are kept: in our own table, sealed, under a hash of their key.

Django asks a session engine for a class of this name.
"""

import hashlib
import json
import logging
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from ..vault.trouble import Broken, Destroyed
from .models.session import A_WHILE, Session

HALFWAY = timedelta(hours=1)
"""How long something may stand that nobody signed in to."""

log = logging.getLogger("expliciet")


def row_of(key: str) -> uuid.UUID:
    """Under which identifier the session with this key is kept."""
    return uuid.UUID(bytes=hashlib.sha256(f"row {key}".encode()).digest()[:16])


class SessionStore(SessionBase):
    """One session, as Django handles it; what we know of it stands in `row`."""

    row: Session | None = None

    def load(self) -> dict[str, Any]:
        key = self.session_key
        self.row = (
            Session.objects.filter(
                pk=row_of(key), expires_at__gt=timezone.now()
            ).first()
            if key
            else None
        )
        if self.row is None:
            self._session_key = None
            return {}
        try:
            data: dict[str, Any] = json.loads(self.row.data or "{}")
        except (Broken, Destroyed):
            log.error("a session does not open as it was closed")
            self._session_key, self.row = None, None
            return {}
        return data

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(pk=row_of(session_key)).exists()

    def create(self) -> None:
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        if self.session_key is None:
            self.create()
            return
        words = json.dumps(self._get_session(no_load=must_create))  # type: ignore[attr-defined]
        now = timezone.now()
        row = self.row
        if must_create or row is None or row.pk != row_of(self.session_key):
            row = Session(
                id=row_of(self.session_key),
                begun_at=now,
                seen_at=now,
                expires_at=now + HALFWAY,
                ends_on=timezone.localdate(now + HALFWAY),
            )
        row.data = words
        try:
            with transaction.atomic():
                if must_create:
                    row.save(force_insert=True)
                else:
                    row.save(force_update=True, update_fields=["data"])
        except IntegrityError as trouble:
            if must_create:
                raise CreateError from trouble
            raise
        except DatabaseError as trouble:
            # Ended meanwhile: what was ended does not come back.
            if not must_create and not self.exists(self.session_key):
                raise UpdateError from trouble
            raise
        self.row = row

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            Session.objects.filter(pk=row_of(key)).delete()

    def flush(self) -> None:
        super().flush()
        self.row = None

    def cycle_key(self) -> None:
        """A new key for the same session: it grows no younger, and comes not back."""
        data = self._get_session()  # type: ignore[attr-defined]
        old = self.row
        with transaction.atomic():
            if old is not None and not Session.objects.filter(pk=old.pk).delete()[0]:
                raise SessionInterrupted("The session was ended meanwhile.")
            self.create()
            self._session_cache = data
            row = self.row
            if old is not None and row is not None:
                for name in KEPT:
                    setattr(row, name, getattr(old, name))
                row.save(update_fields=KEPT)

    def seen(self, now: datetime) -> bool:
        """Note a sign of life, at most once a minute; False when it was ended."""
        row = self.row
        if row is None:
            return False
        if now - row.seen_at < A_WHILE:
            return True
        row.seen_at = now
        return bool(Session.objects.filter(pk=row.pk).update(seen_at=now))

    @classmethod
    def clear_expired(cls) -> None:
        """Take away what was left; the clock does this."""
        Session.objects.past(timezone.now()).delete()


KEPT = [
    *("user_id", "begun_at", "seen_at", "proved_at", "expires_at", "ends_on"),
    *("auth_level", "network", "agent", "in_meeting"),
]
