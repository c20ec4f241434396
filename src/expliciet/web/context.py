"""What every page may count on."""

from django.conf import settings
from django.http import HttpRequest

from .. import __version__
from ..accounts.models import Appointment, User
from .people import appointments
from .preferences import KEYS_COOKIE, KEYS_OFF, SCHEME_COOKIE, SCHEMES

MANAGING = (
    Appointment.Role.ADMINISTRATOR,
    Appointment.Role.PROCESS_DIRECTOR,
    Appointment.Role.PRIVACY_OFFICER,
)

LEARNING = (
    *Appointment.AT_TABLES,
    Appointment.Role.EVALUATOR,
    Appointment.Role.PRIVACY_OFFICER,
)
"""Whom a study asks something of, or shows something to."""


def house(request: HttpRequest) -> dict[str, object]:
    chosen = request.COOKIES.get(SCHEME_COOKIE, "")
    return {
        "version": __version__,
        "scheme": chosen if chosen in SCHEMES else "",
        "keys_are_on": request.COOKIES.get(KEYS_COOKIE) != KEYS_OFF,
        # Where to return to after choosing a language: a page one can ask for again.
        "here": getattr(request, "stands_at", request.path),
        "demo": getattr(settings, "DEMO", False),
        **somebody(request),
    }


def somebody(request: HttpRequest) -> dict[str, object]:
    """Who is signed in, and where they may go; nothing for a visitor."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return {"me": None}
    roles = {appointment.role for appointment in appointments(request)}
    return {
        "me": user,
        "my_name": user.name,
        "sits_at_tables": bool(roles & set(Appointment.AT_TABLES)),
        "learns": bool(roles & set(LEARNING)),
        "manages": bool(roles & set(MANAGING)),
        "reads_trail": Appointment.Role.LOG_REVIEWER in roles,
    }
