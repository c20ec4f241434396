"""A rest after too many wrong passwords: one person, one place, never for good."""

from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from .. import errors

LOCKED = errors.Trouble(
    429,
    _("A rest of a quarter of an hour"),
    _(
        "A wrong password or code was given too often from this place. Nobody else has "
        "been shut out by this, and nothing was lost."
    ),
    _(
        "Try again after fifteen minutes. Did you lose your password? A colleague of "
        "your organisation can let you in anew."
    ),
)


def nameless(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Who it is about, so that it can be counted and not be read."""
    email = User.objects.normalize_email((credentials or {}).get("email"))
    return salted_hmac("expliciet sign-in", email, algorithm="sha256").hexdigest()


def locked_out(request: HttpRequest, *_: object) -> HttpResponse:
    """Why it does not go now, and until when."""
    return errors.tell(request, LOCKED)


def is_locked(request: HttpRequest, email: str) -> bool:
    return not AxesProxyHandler.is_allowed(request, {"email": email})


def count_wrong(request: HttpRequest, email: str) -> None:
    """One more attempt that failed, from this place at this account."""
    user_login_failed.send(
        sender=__name__, credentials={"email": email}, request=request
    )
