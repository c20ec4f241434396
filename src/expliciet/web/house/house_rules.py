"""What a house decided for itself: every rule, its value, and where that stands."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from ...accounts.actions.house_rules import set_house_rule
from ...accounts.house_rules import KNOWN, Known
from ...accounts.models import House, HouseRule
from ...accounts.refusal import require
from ...audit.actions import Action
from ..forms import ThingForm, begin
from ..reading import show
from .fields import DayInput
from .house_rule_fields import LISTS, as_typed, asked_for
from .visiting import GUARDING, MANAGING, visit_or_404


class Standing(NamedTuple):
    """How one known rule stands in one house today."""

    known: Known
    row: HouseRule | None
    """What the house decided and holds now."""
    coming: list[HouseRule]
    before: list[HouseRule]

    @property
    def value(self) -> Any:
        return self.row.value if self.row else self.known.default

    @property
    def is_lacking(self) -> bool:
        """Only the house may say, and it did not."""
        return self.row is None and self.known.is_legal

    @property
    def is_list(self) -> bool:
        return self.known.look in LISTS


class HouseRuleForm(ThingForm):
    """A value of the right kind, with where it stands and from when it holds."""

    class Meta:
        model = HouseRule
        fields = ["value", "source", "source_date", "valid_from"]
        widgets = {"source_date": DayInput(), "valid_from": DayInput()}
        help_texts = {
            "valid_from": gettext_lazy(
                "From today on, or later. What was decided before keeps the rule of "
                "that day."
            )
        }

    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"] = asked_for(
            standing.known, self.instance.house, standing.value
        )


@require_safe
def house_rules(request: HttpRequest, house: UUID) -> HttpResponse:
    """What lacks comes first; the rest in the order of the catalogue."""
    visit = visit_or_404(request, house, *MANAGING)
    standing = standings(visit.house, timezone.localdate())
    return show(
        request,
        "house/house_rules.html",
        {
            "visit": visit,
            "lacking": [each for each in standing if each.is_lacking],
            "standing": [each for each in standing if not each.is_lacking],
            "may_set": visit.is_(*GUARDING),
        },
        action=Action.HOUSE_READ,
        by=visit.by,
        about=visit.house,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def set_rule(request: HttpRequest, house: UUID, name: str) -> HttpResponse:
    """A new value from a day on; what held before stays to be seen."""
    visit, now = visit_or_404(request, house, *MANAGING), timezone.now()
    if name not in KNOWN:
        raise Http404
    today = timezone.localdate(now)
    require(visit.is_(*GUARDING), "house_rule.set")
    by = visit.acting(*GUARDING)
    standing = standing_of(KNOWN[name], rules_of(visit.house, name), today)
    form = begin(
        request,
        HouseRuleForm,
        house=visit.house,
        name=f"house:house-rule/{name}",
        about=visit.house.id,
        instance=HouseRule(house=visit.house, name=name),
        standing=standing,
        initial={
            "value": as_typed(standing.value, standing.known),
            "valid_from": today,
        },
    )
    if request.method == "POST" and form.carries_out(
        set_house_rule, form.instance, by=by, now=now
    ):
        messages.success(request, _("The house rule stands."))
        return redirect("house:house-rules", house)
    return show(
        request,
        "house/house_rule.html",
        {"visit": visit, "standing": standing, "form": form},
        action=Action.HOUSE_READ,
        by=by,
        about=visit.house,
        status=422 if form.is_bound else 200,
    )


def standings(house: House, today: date) -> list[Standing]:
    """Every known rule: one query."""
    of_each: dict[str, list[HouseRule]] = defaultdict(list)
    for row in rules_of(house):
        of_each[row.name].append(row)
    return [standing_of(known, of_each[known.name], today) for known in KNOWN.values()]


def rules_of(house: House, *names: str) -> Iterable[HouseRule]:
    """The last one first."""
    rows = house.rules.select_related("set_by").order_by("-valid_from", "-set_at")
    return rows.filter(name__in=names) if names else rows


def standing_of(known: Known, rows: Iterable[HouseRule], today: date) -> Standing:
    rows = list(rows)
    begun = [row for row in rows if row.valid_from <= today]
    coming = [row for row in rows if row.valid_from > today]
    return Standing(known, begun[0] if begun else None, coming[::-1], begun[1:])
