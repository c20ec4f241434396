"""Language, light and keys: habits of a visitor, kept in cookies and nowhere else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import activate, check_for_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

SCHEME_COOKIE = "weergave"
SCHEMES = ("licht", "donker")
KEYS_COOKIE = "toetsen"
KEYS_OFF = "uit"


# Exempt: these change nothing but how the page looks to the one who asks, and a
# token would put a cookie on the machine of every passer-by.
@csrf_exempt
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Dutch or English from now on."""
    return remember(request, back(request))


@csrf_exempt
@require_POST
def scheme(request: HttpRequest) -> HttpResponse:
    """Light or dark from now on; anything else: as the machine prefers. And whether
    one goes about by single keys, which get in the way of who speaks to the machine."""
    return remember(request, back(request))


def are_chosen(request: HttpRequest) -> bool:
    """Whether a button for language or light was pressed, with or without a text."""
    return "taal" in request.POST or "weergave" in request.POST


def adopt(request: HttpRequest) -> None:
    """Answer this very request in the language and the light that it chooses."""
    if chosen := chosen_language(request):
        activate(chosen)
    if "weergave" in request.POST:
        request.COOKIES[SCHEME_COOKIE] = request.POST["weergave"]


def remember(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer, with what was chosen in it for the next time."""
    if chosen := chosen_language(request):
        keep(response, settings.LANGUAGE_COOKIE_NAME, chosen)
    if request.POST.get("weergave") in SCHEMES:
        keep(response, SCHEME_COOKIE, request.POST["weergave"])
    elif "weergave" in request.POST:
        response.delete_cookie(SCHEME_COOKIE)
    if request.POST.get("toetsen") == KEYS_OFF:
        keep(response, KEYS_COOKIE, KEYS_OFF)
    elif "toetsen" in request.POST:
        response.delete_cookie(KEYS_COOKIE)
    return response


def chosen_language(request: HttpRequest) -> str:
    chosen = request.POST.get("taal", "")
    known = chosen in dict(settings.LANGUAGES) and check_for_language(chosen)
    return chosen if known else ""


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
