"""Long lists, a sheet at a time; without a script, and with the filter kept."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest


def sheet(request: HttpRequest, things: Any, size: int) -> Page[Any]:
    """The sheet that is asked for; the nearest one where there is no such sheet."""
    return Paginator(things, size).get_page(request.GET.get("blad"))


def kept(request: HttpRequest) -> str:
    """What else stands in the address, for the links to other sheets."""
    asked = request.GET.copy()
    asked.pop("blad", None)
    return asked.urlencode()
