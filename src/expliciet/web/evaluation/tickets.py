"""What the browser of somebody at a board shows: a cookie of its own, signed."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "leersessie"
SALT = "evaluation.attendee"
A_DAY = 24 * 60 * 60


def ticket_of(request: HttpRequest) -> str:
    """The token that we gave out, or nothing: one that was made up is none."""
    found = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=A_DAY)
    return str(found or "")


def give_ticket(response: HttpResponse, token: str, path: str) -> None:
    """To be sent to the board alone, and read by no script."""
    response.set_signed_cookie(
        COOKIE,
        token,
        salt=SALT,
        max_age=A_DAY,
        path=path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
