"""Being in: every request asks anew whether somebody may still be here."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.actions.sessions import leave
from ...accounts.models import Session
from ...accounts.models.session import Limits
from ...audit.here import here
from ...audit.trail import TrailUnavailable
from ...demo import doors
from ...vault.trouble import VaultError
from .. import errors
from ..inventory import route_of
from ..people import appointments, me, route_name
from .here import store_of

PROVED = {"password+totp", "password+recovery-code", "recovery+totp"}
"""Ways of proving who one is that take more than a password."""

IN_DEMO = {*PROVED, "password", "recovery", "demo"}

A_MOMENT = timedelta(seconds=10)
"""So long what a page asks by itself goes by what was asked before: whether somebody is
appointed, and how long a session may last. The session itself is asked every time."""
MANY = 5_000
_looked: dict[UUID, tuple[datetime, Limits]] = {}

Answer = Callable[[HttpRequest], HttpResponse]


class Staying:
    """Ends a session that is over, and notes a sign of life of one that is not.

    A page that asks something by itself is no sign of life.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            if request.user.is_authenticated:
                look(request, timezone.now())
        except (VaultError, OperationalError, TrailUnavailable) as trouble:
            # Whoever cannot be asked about is not in; the page says what is the matter.
            request.user = AnonymousUser()
            return errors.tell(request, errors.trouble_of(trouble) or errors.BROKEN)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if request.user.is_authenticated:
            route = route_of(route_name(request))
            polls = route is not None and route.polls
            if not polls and not store_of(request).seen(timezone.now()):
                step_out(request)
        return None


def look(request: HttpRequest, now: datetime) -> None:
    """Whoever may not be here any more is signed out before anything else happens."""
    row = store_of(request).row
    if row is not None:
        place = here()
        place.session, place.auth_level = row.mark, row.auth_level
    why, sentence = over(request, row, now)
    if why:
        if row is not None:
            leave(row, why=why, now=now)
        step_out(request)
        messages.info(request, sentence)


def over(request: HttpRequest, row: Session | None, now: datetime) -> tuple[str, Any]:
    """Why somebody may not be here any more, for the trail and in words."""
    again = _("Sign in again.")
    if row is None or row.user_id != me(request).id:
        return "nobody", again
    if row.auth_level not in (IN_DEMO if doors.are_open() else PROVED):
        return "factor", again
    limits = looked_at(row, now) if asks_by_itself(request) else None
    if limits is None:
        houses = {appointment.house_id for appointment in appointments(request)}
        if not houses:
            return "appointment", _("You have no appointment here any more.")
        limits = Limits.of(houses, timezone.localdate(now))
        remember(row, now, limits)
    why = row.over(now, limits)
    return (why.value, why.label) if why else ("", "")


def asks_by_itself(request: HttpRequest) -> bool:
    """A page asks this every other second; what it shows asks for the rights itself."""
    try:
        route = route_of(resolve(request.path_info).view_name)
    except Resolver404:
        return False
    return route is not None and route.polls


def looked_at(row: Session, now: datetime) -> Limits | None:
    """How long this session may last, when that was asked a moment ago."""
    at, limits = _looked.get(row.pk, (None, None))
    return limits if at and timedelta() <= now - at < A_MOMENT else None


def remember(row: Session, now: datetime, limits: Limits) -> None:
    if len(_looked) > MANY:
        _looked.clear()
    _looked[row.pk] = (now, limits)


def step_out(request: HttpRequest) -> None:
    """From here on this request is nobody's."""
    request.session.flush()
    request.user = AnonymousUser()
    vars(request).pop("appointments", None)
