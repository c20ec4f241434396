"""What surrounds every request: restraint, a place in the trail, a keyring, a rule."""

import logging
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from ..accounts.models import User
from ..accounts.refusal import Refused
from ..audit import trail
from ..audit.actions import Action
from ..audit.here import Here, being_here
from ..audit.trail import TrailUnavailable
from ..vault.keyring import keyring
from . import errors
from .evaluation.tickets import ticket_of
from .inventory import Route, Who, route_of
from .people import acting, route_name
from .rates import too_often
from .whence import network_of

NOT_NEEDED = ", ".join(
    f"{ability}=()"
    for ability in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)

Answer = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger("expliciet")


def restraint(get_response: Answer) -> Answer:
    """No camera, no microphone, no place; and no page shown to whom it was not for."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", NOT_NEEDED)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        # Language and light come from cookies, a part of a page from a header.
        patch_vary_headers(response, ("Cookie", "HX-Request"))
        return response

    return answer


def surroundings(get_response: Answer) -> Answer:
    """A place in the trail and an empty keyring, for as long as this request lasts."""

    def answer(request: HttpRequest) -> HttpResponse:
        here = Here(access_point=network_of(request))
        request.here = here  # type: ignore[attr-defined]
        with being_here(here), keyring():
            return get_response(request)

    return answer


class Gate:
    """Asks the inventory about every address before its view, and after it.

    Before: is it classified, is this somebody for whom it is, not too often. After:
    was there a line, if it showed content. What goes wrong in between becomes a page
    that says what happened, what was kept and what to do.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
        route: Route | None = getattr(request, "route", None)
        if route and route.shows and is_content(response) and not lines_of(request):
            log.error("content without a line at %s", request.resolver_match)
            return errors.tell(request, errors.NO_TRAIL)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        name = route_name(request)
        route = route_of(name)
        if route is None:
            raise ImproperlyConfigured(f"the route {name} is not classified")
        request.route = route  # type: ignore[attr-defined]
        if request.method not in route.answers:
            return HttpResponseNotAllowed(route.answers)
        user = request.user
        if too_often(route.rate, counted_by(request)):
            return errors.tell(request, errors.TOO_OFTEN)
        if route.who in (Who.ANYBODY, Who.HALFWAY, Who.HOLDING):
            return None
        if not isinstance(user, User):
            return to_sign_in(request)
        return None

    def process_exception(
        self, request: HttpRequest, wrong: Exception
    ) -> HttpResponse | None:
        if isinstance(wrong, Refused):
            return refused(request, wrong)
        trouble = errors.trouble_of(wrong)
        return errors.tell(request, trouble) if trouble else None


def counted_by(request: HttpRequest) -> str:
    """Whose visits are counted together: somebody's own; at a board those of one
    screen, for forty sit in one room; otherwise those from one network."""
    return str(request.user.pk or ticket_of(request) or network_of(request))


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """First sign in, then on to where one was going; a part of a page goes whole."""
    here = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
    if getattr(request, "htmx", False):
        response = HttpResponse(status=401)
        response.headers["HX-Redirect"] = reverse(settings.LOGIN_URL)
        return response
    return redirect_to_login(here, reverse(settings.LOGIN_URL))


def is_content(response: HttpResponse) -> bool:
    return 200 <= response.status_code < 300 and response.status_code != 204


def lines_of(request: HttpRequest) -> int:
    here: Here = request.here  # type: ignore[attr-defined]
    return here.lines


def refused(request: HttpRequest, wrong: Refused) -> HttpResponse:
    """Seen, but not theirs to do: a line of its own, whatever else was undone."""
    seat = getattr(request, "seat", None)
    capacity = acting(request, house=getattr(request, "visited", None))
    user = request.user if isinstance(request.user, User) else None
    try:
        with trail.own_transaction():
            trail.record(
                Action.REFUSED,
                by=seat or capacity or user or trail.NOBODY,
                about=seat,
                allowed=False,
                rule=wrong.rule,
            )
    except TrailUnavailable:
        return errors.tell(request, errors.NO_TRAIL)
    return errors.tell(request, errors.FORBIDDEN)
