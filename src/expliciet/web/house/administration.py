"""Beheer: what there is to look after in a house, and what asks for attention."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ...accounts.actions.houses import change_house
from ...accounts.models import House
from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.models import Dossier, Hold
from ...vault.models import Epoch
from ..forms import ThingForm, begin
from ..people import me
from ..reading import show
from .house_rules import standings
from .upkeep import Work, trail_state, work
from .visiting import GUARDING, MANAGING, Role, Visit, visit_or_404


class HouseForm(ThingForm):
    class Meta:
        model = House
        fields = ["name", "region"]


@require_safe
def administration(request: HttpRequest, house: UUID | None = None) -> HttpResponse:
    """Each sees what is theirs: what lacks first, and then every part."""
    visit, now = visit_or_404(request, house, *MANAGING), timezone.now()
    today = timezone.localdate(now)
    rules, trail, epochs = (
        standings(visit.house, today),
        trail_state(visit.house),
        kept_keys(),
    )
    holding = visit.house.appointments.holding(today)
    context = {
        "visit": visit,
        "own_rules": sum(1 for each in rules if each.row),
        "rules": len(rules),
        "organisations": visit.house.organisations.filter(is_active=True).count(),
        "people": holding.order_by().values("user").distinct().count(),
        "epoch": epochs[0] if epochs else None,
        "trail": trail,
        "may_change": visit.is_(Role.ADMINISTRATOR),
        "guards": visit.is_(*GUARDING),
        "lacking": [each for each in rules if each.is_lacking],
        "without_copy": [each for each in epochs if each.copied_at is None],
        "clock": clock(now),
        **(kept(request, visit) if visit.is_(*GUARDING) else {}),
    }
    return show(
        request,
        "house/administration.html",
        context | {"asks": asks(context)},
        action=Action.HOUSE_READ,
        by=visit.acting(*MANAGING),
        about=visit.house,
    )


class Clock(NamedTuple):
    """How the clock does, in short."""

    ran_at: datetime | None
    late: list[Work]


def clock(now: datetime) -> Clock:
    done = work(now)
    ran_at = [each.errand.well_at for each in done if each.errand.well_at]
    return Clock(max(ran_at, default=None), [each for each in done if each.is_late])


def kept_keys() -> list[Epoch]:
    """The last one first, but for those that were destroyed."""
    return list(Epoch.objects.filter(destroyed_at=None).order_by("-number"))


def asks(context: Mapping[str, Any]) -> bool:
    """Whether anything asks for attention."""
    return bool(
        context["lacking"]
        or context["without_copy"]
        or context["clock"].late
        or context.get("over")
        or not context["trail"].is_guarded
    )


def kept(request: HttpRequest, visit: Visit) -> dict[str, int]:
    """How many dossiers there are, how many past their end, and how many held."""
    user, now = me(request), timezone.now()
    today = timezone.localdate(now)
    dossiers = Dossier.objects.guarded_by(user, today).filter(house=visit.house)
    held = Hold.objects.visible_to(user, today).holding(now)
    return {
        "dossiers": dossiers.count(),
        "over": dossiers.filter(ends_on__lt=today).count(),
        "held": held.filter(dossier__house=visit.house)
        .order_by()
        .values("dossier")
        .distinct()
        .count(),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, house: UUID) -> HttpResponse:
    """How the house is called."""
    visit = visit_or_404(request, house, *MANAGING)
    require(visit.is_(Role.ADMINISTRATOR), "house.change")
    by = visit.acting(Role.ADMINISTRATOR)
    form = begin(
        request, HouseForm, house=visit.house, about=house, instance=visit.house
    )
    if request.method == "POST" and form.carries_out(
        change_house, form.instance, by=by
    ):
        messages.success(request, _("Kept."))
        return redirect("house:administration-of", house)
    return show(
        request,
        "house/house.html",
        {"visit": visit, "form": form},
        action=Action.HOUSE_READ,
        by=by,
        about=visit.house,
        status=422 if form.is_bound else 200,
    )
