"""The session of whoever is asking."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from ...accounts.models import Session
from ...accounts.sessions import SessionStore


def store_of(request: HttpRequest) -> SessionStore:
    """The session as Django handles it, of our own engine."""
    return cast("SessionStore", request.session)


def session_of(request: HttpRequest) -> Session:
    """What we know of the session of whoever is asking."""
    row = store_of(request).row
    if row is None:
        raise PermissionDenied
    return row
