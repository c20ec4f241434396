"""Language and light: two habits of a visitor, kept in two cookies and nowhere else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

SCHEME_COOKIE = "weergave"
SCHEMES = ("licht", "donker")


# Exempt: these change nothing but how the page looks to the one who asks, and a
# token would put a cookie on the machine of every passer-by.
@csrf_exempt
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Dutch or English from now on."""
    chosen = request.POST.get("taal", "")
    known = chosen in dict(settings.LANGUAGES) and check_for_language(chosen)
    response = back(request)
    if known:
        keep(response, settings.LANGUAGE_COOKIE_NAME, chosen)
    return response


@csrf_exempt
@require_POST
def scheme(request: HttpRequest) -> HttpResponse:
    """Light or dark from now on; anything else: as the machine prefers."""
    chosen = request.POST.get("weergave", "")
    response = back(request)
    if chosen in SCHEMES:
        keep(response, SCHEME_COOKIE, chosen)
    else:
        response.delete_cookie(SCHEME_COOKIE)
    return response


def back(request: HttpRequest) -> HttpResponse:
    """To the page one came from, when that is one of ours."""
    asked = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        asked, {request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(asked if ours else "/")


def keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.BEHIND_HTTPS,
        httponly=True,
        samesite="Lax",
    )
