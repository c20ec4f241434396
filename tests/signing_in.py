"""Signing somebody in without the pages, and what an app on a telephone would show."""

import base64
from datetime import datetime
from importlib import import_module
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import Client

from expliciet.accounts.models import User
from expliciet.audit.here import being_here
from expliciet.web.accounts.entering import enter

FULL = "password+totp"


def sign_in(client: Client, user: User, level: str = FULL, **extra: str) -> Client:
    """This client is this user from here on, as after a password and a code."""
    request = HttpRequest()
    request.META = {"REMOTE_ADDR": "192.0.2.10", "HTTP_USER_AGENT": "Firefox/999"}
    request.META |= extra
    request.user = AnonymousUser()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    with being_here():
        enter(request, user, level)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key or ""
    return client


def force_login(client: Client, user: Any, backend: Any = None) -> None:
    """What a client of Django does, but through our own door."""
    sign_in(client, user)


def shown_by_app(secret: str, now: datetime, later: int = 0) -> str:
    """The six digits of an app at this moment, or so many half minutes later."""
    key = base64.b32decode(secret.replace(" ", ""))
    hotp = HOTP(key, 6, SHA1(), enforce_key_length=False)
    return hotp.generate(int(now.timestamp()) // 30 + later).decode()
