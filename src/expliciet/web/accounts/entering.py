"""Coming in: from here on a session is somebody's."""

from django.contrib.auth import login
from django.http import HttpRequest
from django.utils import timezone

from ...accounts.actions.sessions import begin_session, leave
from ...accounts.models import User
from ...accounts.refusal import Refused
from ...audit.here import here
from ..whence import network_of
from .here import session_of, store_of

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def enter(request: HttpRequest, user: User, auth_level: str) -> None:
    """Sign somebody in, with a new key, and leave a line.

    `Refused` where they have no appointment.
    `auth_level` says how they proved who they are: ``password+totp``, or ``demo`` where
    everything is made up.
    """
    session = store_of(request)
    now = timezone.now()
    if isinstance(request.user, User) and session.row is not None:
        leave(session.row, why="other", now=now)
        session.flush()
    login(request, user, backend=BACKEND)
    if session.row is None:
        session.cycle_key()
    row = session_of(request)
    row.auth_level = auth_level
    row.network = network_of(request)
    row.agent = family_of(request.META.get("HTTP_USER_AGENT", ""))
    place = here()
    place.session, place.auth_level = row.mark, auth_level
    try:
        begin_session(row, user=user, now=now)
    except Refused:
        session.flush()
        raise


def family_of(agent: str) -> str:
    """What kind of browser on what kind of machine; nothing that tells two apart."""
    kinds = [
        next((name for sign, name in known if sign in agent), "")
        for known in (BROWSERS, SYSTEMS)
    ]
    return " · ".join(kind for kind in kinds if kind)
