"""The order of a roster and its minutes: buttons that work without JavaScript."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from ...casework.actions.meetings import arrange
from ...casework.models import AgendaItem
from ..casework.agenda_items import did
from .finding import address, capacity, led


def arrange_roster(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """All minutes as they stand in the form, and one item a place up or down."""
    now = timezone.now()
    found = led(request, meeting, now)
    by = capacity(request, found.house)
    items = list(found.items.order_by("order", "pk"))
    order = moved([each.pk for each in items], request)
    minutes = asked(request, items)
    if minutes is None:
        messages.error(
            request,
            _("Minutes are a whole number, from 1 to 240. Nothing was changed."),
        )
    elif did(request, lambda: arrange(found, order, minutes, by=by, now=now)):
        messages.success(request, _("The roster stands as you arranged it."))
    return redirect(f"{address(found)}#rooster")


def moved(order: list[UUID], request: HttpRequest) -> list[UUID]:
    """With the item of the pressed button one place further."""
    for name, step in (("up", -1), ("down", 1)):
        pressed = request.POST.get(name, "")
        at = next((i for i, pk in enumerate(order) if str(pk) == pressed), None)
        if at is not None and 0 <= at + step < len(order):
            order[at], order[at + step] = order[at + step], order[at]
    return order


def asked(request: HttpRequest, items: list[AgendaItem]) -> dict[UUID, int] | None:
    """The minutes by item; None where something else than minutes was typed."""
    found: dict[UUID, int] = {}
    for each in items:
        typed = request.POST.get(f"minutes-{each.pk}", "").strip()
        if not typed:
            continue
        if not typed.isdecimal() or not 1 <= int(typed[:6]) <= 240:
            return None
        found[each.pk] = int(typed)
    return found
