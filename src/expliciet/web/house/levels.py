"""Levels of the approach: what the house agreed about stepping up and stepping down."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from ...accounts.models import House
from ...accounts.refusal import require
from ...audit.actions import Action
from ...casework.actions.levels import set_level
from ...casework.models import Level
from ..forms import ThingForm, begin
from ..reading import show
from .fields import DayInput
from .visiting import MANAGING, Role, Visit, visit_or_404

LONGEST = 400


class Rung(NamedTuple):
    """One level of the ladder: what holds, what will, and what held before."""

    now: Level | None
    coming: list[Level]
    before: list[Level]

    @property
    def latest(self) -> Level:
        """What a new version begins from."""
        return (self.coming or [cast("Level", self.now)])[0]


class LevelForm(ThingForm):
    """A level as a rule of the house; never anything about a person."""

    criteria = forms.CharField(
        label=gettext_lazy("Criteria"),
        help_text=gettext_lazy(
            "One on each line: what must be so for the approach to be at this level. "
            "Each is answered with evidence, when stepping up to it and when stepping "
            "down to it. Nothing is added up."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    class Meta:
        model = Level
        fields = (
            "name",
            "meaning",
            "order",
            "decider",
            "review_days",
            "source",
            "source_date",
            "valid_from",
        )
        widgets = {
            "meaning": forms.Textarea(attrs={"rows": 2}),
            "order": forms.NumberInput(attrs={"inputmode": "numeric", "min": 1}),
            "review_days": forms.NumberInput(attrs={"inputmode": "numeric", "min": 1}),
            "source_date": DayInput(),
            "valid_from": DayInput(),
        }
        help_texts = {
            "order": gettext_lazy("1 is the lightest approach."),
            "meaning": gettext_lazy(
                "What partners do at this level. It is about the approach, not about "
                "the person."
            ),
            "review_days": gettext_lazy("At the latest, after each step."),
            "valid_from": gettext_lazy(
                "From today on, or later. What was decided before keeps the level of "
                "that day."
            ),
        }

    field_order = ("name", "meaning", "order", "criteria", "decider", "review_days")

    def clean_criteria(self) -> list[str]:
        said = str(self.cleaned_data["criteria"]).splitlines()
        found = [" ".join(line.split()) for line in said]
        found = list(dict.fromkeys(line for line in found if line))
        if any(len(line) > LONGEST for line in found):
            raise ValidationError(_("Keep each line under 400 characters."))
        return found

    def _post_clean(self) -> None:
        super()._post_clean()
        self.instance.criteria = self.cleaned_data.get("criteria", [])


@require_safe
def levels(request: HttpRequest, house: UUID) -> HttpResponse:
    """The ladder, lightest first; of each what holds, since when, and what held."""
    visit = visit_or_404(request, house, *MANAGING)
    return show(
        request,
        "house/levels.html",
        {
            "visit": visit,
            "ladder": ladder(visit.house, timezone.localdate()),
            "may_set": visit.is_(Role.PROCESS_DIRECTOR),
        },
        action=Action.HOUSE_READ,
        by=visit.by,
        about=visit.house,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, house: UUID) -> HttpResponse:
    """A level that was not there."""
    visit, now = visit_or_404(request, house, *MANAGING), timezone.now()
    require(visit.is_(Role.PROCESS_DIRECTOR), "level.set")
    initial = {"valid_from": timezone.localdate(now).isoformat(), "review_days": 90}
    return form_page(request, visit, now, Level(house=visit.house), initial)


@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: HttpRequest, house: UUID, code: str) -> HttpResponse:
    """Another version of a level, from a day on; what held before stays to be seen."""
    visit, now = visit_or_404(request, house, *MANAGING), timezone.now()
    today = timezone.localdate(now)
    rows = list(visit.house.levels.filter(code=code).select_related("set_by"))
    if not rows:
        raise Http404
    require(visit.is_(Role.PROCESS_DIRECTOR), "level.set")
    old = rung(rows, today).latest
    level = Level(house=visit.house, code=code)
    initial: dict[str, Any] = {
        name: getattr(old, name) for name in LevelForm.Meta.fields
    }
    initial |= {
        "criteria": "\n".join(old.criteria),
        "source_date": old.source_date.isoformat(),
        "valid_from": max(today, old.valid_from).isoformat(),
    }
    return form_page(request, visit, now, level, initial, old)


def form_page(
    request: HttpRequest,
    visit: Visit,
    now: datetime,
    level: Level,
    initial: dict[str, Any],
    old: Level | None = None,
) -> HttpResponse:
    by = visit.acting(Role.PROCESS_DIRECTOR)
    form = begin(
        request,
        LevelForm,
        house=visit.house,
        name=f"house:level/{level.code}" if old else "house:add-level",
        about=visit.house.id,
        instance=level,
        initial=initial,
    )
    if request.method == "POST" and form.carries_out(
        lambda: set_level(coded(level), by=by, now=now)
    ):
        messages.success(request, _("The level stands."))
        return redirect("house:levels", visit.house.id)
    return show(
        request,
        "house/level_form.html",
        {"visit": visit, "form": form, "old": old},
        action=Action.HOUSE_READ,
        by=by,
        about=visit.house,
        status=422 if form.is_bound else 200,
    )


def coded(level: Level) -> Level:
    """A new level gets a short name for in addresses; it keeps that for good."""
    taken = set(level.house.levels.values_list("code", flat=True))
    name = slugify(level.name)[:16] or "niveau"
    number = 1
    while not level.code:
        wish = name if number == 1 else f"{name}-{number}"
        level.code = "" if wish in taken else wish
        number += 1
    return level


def ladder(house: House, today: date) -> list[Rung]:
    """Every level of this house: one query."""
    of: dict[str, list[Level]] = {}
    rows = house.levels.select_related("set_by").order_by("order")
    for row in rows:
        of.setdefault(row.code, []).append(row)
    rungs = [rung(rows, today) for rows in of.values()]
    return sorted(rungs, key=lambda each: (each.now or each.latest).order)


def rung(rows: Iterable[Level], today: date) -> Rung:
    newest = sorted(rows, key=lambda row: (row.valid_from, row.set_at), reverse=True)
    begun = [row for row in newest if row.valid_from <= today]
    coming = [row for row in newest if row.valid_from > today]
    return Rung(begun[0] if begun else None, coming, begun[1:])
