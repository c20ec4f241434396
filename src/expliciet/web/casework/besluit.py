"""Decision and plan: what was decided and why, what it works towards, how it goes."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, cast
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ...casework.life_domains import LifeDomain
from ...casework.models import (
    Act,
    Decision,
    ExitCriterion,
    Goal,
    Idea,
    Intervention,
)
from ...dossiers.models import Seat
from ..dossiers.entries import Entry
from ..dossiers.heard import heard_here, told_here
from ..dossiers.links import linked
from ..dossiers.parts import DECISION, Shown, part
from ..dossiers.sheets import kept, sheet
from . import (
    decided,  # noqa: F401  # enters what a decision shows
    planned,  # noqa: F401  # enters what an intervention shows
)
from .axis import Axis, draw_plan
from .levels import level_shown

A_PAGE = 10
ALL_SHOWN = (
    Act.KIND,
    ExitCriterion.KIND,
    Goal.KIND,
    Idea.KIND,
    Intervention.KIND,
)
DOMAINS = [value for value, _label in LifeDomain.choices]


class Aim(NamedTuple):
    """One goal with what is done to reach it; no goal where this seat hears none."""

    goal: Entry | None
    interventions: list[Entry]


class Plan(NamedTuple):
    """The exit criteria first, and then each goal with its interventions."""

    exits: list[Entry]
    aims: list[Aim]
    without: list[Entry]
    """Interventions of which the goal is not heard, or no longer stands."""
    taken_back: list[Entry]


@part(DECISION, _("Decision and plan"), "casework/besluit.html")
def decision_and_plan(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: list[Seat],
) -> Shown:
    """As this seat hears it, now or then; in a constant number of questions."""
    page, told = told_by(request, seat, now, moment, seats)
    acts, ideas = of_kind(told, Act.KIND), of_kind(told, Idea.KIND)
    plan = plan_of(told)
    context = {
        "decisions": [told[pk] for pk in page],
        "page": page,
        "kept": kept(request),
        "plan": plan,
        "axis": axis_of(plan, moment or now),
        "acts": acts[::-1],
        "ideas": ideas[::-1],
        "links": linked(seat, now),
    }
    level = level_shown(seat, now, moment, seats)
    count = sum(each.lines for each in told.values())
    return Shown(context | level.context, count + level.count)


def told_by(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: list[Seat],
) -> tuple[Page[UUID], dict[UUID, Entry]]:
    """A sheet of decisions, the latest first, and all else of the plan."""
    heard = heard_here(seat, now, moment)
    decisions = heard.current(moment).filter(kind=Decision.KIND)
    decisions = decisions.order_by("-recorded_at", "-pk")
    page = sheet(request, decisions.values_list("pk", flat=True), A_PAGE)
    earlier = Q(kind=Decision.KIND, superseded_by__isnull=False)
    wanted = Q(pk__in=list(page)) | Q(kind__in=ALL_SHOWN) | earlier
    told = told_here(wanted, seat, now, moment, seats)
    shown = set(page)
    return page, {
        pk: each
        for pk, each in told.items()
        if pk in shown or each.record.kind != Decision.KIND
    }


def plan_of(told: dict[UUID, Entry]) -> Plan:
    """By goal, in the order of the domains; what was withdrawn stands apart."""
    exits = of_kind(told, ExitCriterion.KIND)
    goals = of_kind(told, Goal.KIND)
    done = of_kind(told, Intervention.KIND)
    goals.sort(key=lambda each: DOMAINS.index(cast("Goal", each.said).domain))
    standing = [each for each in goals if not each.record.is_withdrawn]
    top = {
        version.record.pk: goal.record.pk
        for goal in standing
        for version in (goal, *goal.earlier)
    }
    towards: dict[UUID, list[Entry]] = {goal.record.pk: [] for goal in standing}
    without: list[Entry] = []
    for each in done:
        if each.record.is_withdrawn:
            continue
        goal = top.get(cast("Intervention", each.said).towards_id)
        (towards[goal] if goal else without).append(each)
    return Plan(
        exits=[each for each in exits if not each.record.is_withdrawn],
        aims=[Aim(goal, towards[goal.record.pk]) for goal in standing],
        without=without,
        taken_back=[
            each for each in (*exits, *goals, *done) if each.record.is_withdrawn
        ],
    )


def axis_of(plan: Plan, at: datetime) -> Axis | None:
    """What is done, in the order in which it stands on the page."""
    shown = [each for aim in plan.aims for each in aim.interventions]
    return draw_plan([*shown, *plan.without], at)


def of_kind(told: dict[UUID, Entry], kind: str) -> list[Entry]:
    return in_order(each for each in told.values() if each.record.kind == kind)


def in_order(found: Iterable[Entry]) -> list[Entry]:
    return sorted(found, key=lambda each: each.record.recorded_at)
