"""What every page may count on."""

from django.http import HttpRequest

from .. import __version__
from .preferences import SCHEME_COOKIE, SCHEMES


def house(request: HttpRequest) -> dict[str, object]:
    chosen = request.COOKIES.get(SCHEME_COOKIE, "")
    return {
        "version": __version__,
        "scheme": chosen if chosen in SCHEMES else "",
        # Where to return to after choosing a language: a page one can ask for again.
        "here": getattr(request, "stands_at", request.path),
    }
