"""Pages for when something went wrong: what happened, what was kept, what to do."""

import logging
import sys
from typing import NamedTuple

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import requires_csrf_token

from ..audit.trail import TrailUnavailable
from ..vault.trouble import KeyMissing, VaultError

Sentence = str | Promise
log = logging.getLogger("expliciet")


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
TOO_OFTEN = Trouble(
    429,
    _("This goes faster than people work"),
    _("More was asked in one minute than fits. Nothing was changed."),
    _("Wait a minute and go on where you were."),
)
NO_TRAIL = Trouble(
    503,
    _("This cannot be shown now"),
    _(
        "Whoever looks or changes something leaves a line, and that line could not be "
        "written. So nothing was shown and nothing was changed."
    ),
    _("Try again in a minute. If it stays, tell whoever maintains this site."),
)
NO_KEY = Trouble(
    503,
    _("The key to these texts is not there"),
    _(
        "The file with the master key is missing, or it is another one. Nothing was "
        "lost and nothing was changed."
    ),
    _("Whoever maintains this site puts the second copy of the keys back."),
)
SEALED = Trouble(
    503,
    _("This text cannot be opened"),
    _(
        "Something sealed does not open as it was closed. Nothing of it was shown and "
        "nothing was changed."
    ),
    _("Tell whoever maintains this site; the trail shows when it last went well."),
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


def trouble_of(wrong: Exception) -> Trouble | None:
    """What is the matter, where something of ours could not do its work."""
    if isinstance(wrong, TrailUnavailable):
        log.error("the trail cannot be written")
        return NO_TRAIL
    if isinstance(wrong, KeyMissing):
        log.error("a key file is missing or is another one")
        return NO_KEY
    if isinstance(wrong, VaultError):
        log.error("a sealed text did not open: %s", type(wrong).__name__)
        return SEALED
    if isinstance(wrong, OperationalError):
        log.error("the database did not answer: %s", type(wrong).__name__)
        return UNAVAILABLE
    return None


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
