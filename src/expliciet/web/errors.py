"""Pages for when something went wrong: what happened, what was kept, what to do."""

import sys
from typing import NamedTuple

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import requires_csrf_token

Sentence = str | Promise


class Trouble(NamedTuple):
    """One thing that can go wrong, in words."""

    status: int
    title: Sentence
    happened: Sentence
    advice: Sentence


BAD_REQUEST = Trouble(
    400,
    _("This request cannot be understood"),
    _("Your browser sent something we cannot read. Nothing was kept."),
    _("Go back to the page you came from and try again."),
)
FORBIDDEN = Trouble(
    403,
    _("You may not do this here"),
    _("You can see this, but it is for others to do. Nothing was changed."),
    _("Ask the person who leads the meeting if you think you should be able to."),
)
FORGED = Trouble(
    403,
    _("We could not tell that this came from you"),
    _(
        "The page stood open too long, or your browser keeps no cookies. "
        "Nothing was changed."
    ),
    _("Open the page again, allow cookies for this site and send it once more."),
)
NOT_FOUND = Trouble(
    404,
    _("This page is not here"),
    _("The address may be mistyped, or the page has moved."),
    _("Check the address, or start again from the first page."),
)
TOO_LARGE = Trouble(
    413,
    _("This is too large to take in one go"),
    _("At most 25 MB per file and 1,000,000 characters of text. Nothing was kept."),
    _("Split the minutes, or take the pictures out, and try again."),
)
BROKEN = Trouble(
    500,
    _("Something broke on our side"),
    _("The mistake is ours, not yours. Nothing of your text was kept."),
    _("Try again in a minute. If it happens again, tell whoever maintains this site."),
)
UNAVAILABLE = Trouble(
    503,
    _("We are not ready yet"),
    _("The service is starting or being maintained. Nothing was lost."),
    _("Try again in a minute."),
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return tell(request, TOO_LARGE)
    return tell(request, BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return tell(request, FORBIDDEN)


@requires_csrf_token
def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    return tell(request, FORGED)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return tell(request, NOT_FOUND)


def broken(request: HttpRequest) -> HttpResponse:
    """A database that does not answer is a matter of waiting; the rest is a fault."""
    waiting = isinstance(sys.exception(), OperationalError)
    return tell(request, UNAVAILABLE if waiting else BROKEN)


def tell(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """The whole page, or just the message where a part of the page was asked for."""
    in_part = bool(getattr(request, "htmx", False))
    response = render(
        request,
        "errors/_trouble.html" if in_part else "errors/trouble.html",
        {"trouble": trouble},
        status=trouble.status,
    )
    response.headers["Cache-Control"] = "no-store"
    return response
