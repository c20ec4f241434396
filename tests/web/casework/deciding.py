"""Typing a decision and a plan, and saying them without a screen."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.casework.actions.decisions import record_decision
from expliciet.casework.actions.levels import agree_exit
from expliciet.casework.actions.plan import plan_intervention, set_goal
from expliciet.casework.models import (
    Consideration,
    Decision,
    ExitCriterion,
    Factor,
    Goal,
    Intervention,
    Option,
    Statement,
)
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Circle, Seat
from tests.factories import Table
from tests.web.dossiers.forms import words

INTRUDES = {
    "weight": "intrusive",
    "power": "gebiedsverbod (verzonnen)",
    "proportionate": "drie meldingen in een week",
    "lighter": "gesprek hielp niet",
    "harm": "hij kan zijn zus niet bezoeken",
}


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def core(table: Table) -> list[Seat]:
    """A colleague of each organisation that the quorum asks for."""
    return [table.seat(each) for each in ("municipality", "police", "prosecution")]


def a_decision(**other: Any) -> Decision:
    told = {
        "question": "Wie praat met hem? (verzonnen)",
        "outcome": "De wijkagent praat met hem.",
        "why": "kent hem al lang",
        "way": "consensus",
        "decided_on": in_days(0),
        "review_on": in_days(30),
    }
    return Decision(**told | other)


def two_options() -> list[Option]:
    return [
        Option(text="de wijkagent", is_chosen=True),
        Option(text="het jeugdwerk", why_dropped="kent hem niet"),
    ]


def decide(
    table: Table,
    deciders: Iterable[Seat],
    *statements: Statement,
    circle: str = Circle.Kind.TABLE,
    considerations: Iterable[Consideration] = (),
    **other: Any,
) -> Decision:
    """A decision that the chair wrote down."""
    now = table.tick()
    return record_decision(
        a_decision(**other),
        options=two_options(),
        considerations=list(considerations),
        deciders=list(deciders),
        statements=statements,
        by=table.chair,
        circle=circle_for(table.chair, circle, now),
        now=now,
    )


def typed(table: Table, deciders: Iterable[Seat], **other: Any) -> dict[str, Any]:
    """A decision as the chair types it."""
    return {
        "question": "Wie praat met hem? (verzonnen)",
        "outcome": "De wijkagent praat met hem.",
        "why": "kent hem al lang",
        "way": "consensus",
        "where": "meeting",
        "decided_on": in_days(0).isoformat(),
        "review_on": in_days(30).isoformat(),
        "option_1": "de wijkagent",
        "option_2": "het jeugdwerk",
        "dropped_2": "kent hem niet",
        "chosen": "1",
        "deciders": [str(each.pk) for each in deciders],
        "hears": table.hears(table.chair),
    } | other


def a_goal(table: Table, by: Seat, circle: str = Circle.Kind.TABLE) -> Goal:
    now = table.tick()
    return set_goal(
        Goal(domain="work", text="Hij heeft werk.", seen_by="een contract"),
        by=by,
        circle=circle_for(by, circle, now),
        now=now,
    )


def an_exit(table: Table) -> ExitCriterion:
    now = table.tick()
    return agree_exit(
        ExitCriterion(text="Hij werkt zes maanden.", seen_by="zijn baas"),
        by=table.chair,
        circle=circle_for(table.chair, Circle.Kind.TABLE, now),
        now=now,
    )


def an_intervention(goal: Goal, owner: Seat, **other: Any) -> Intervention:
    told = {
        "towards": goal,
        "weight": "voluntary",
        "deed": "Een jobcoach gaat mee. (verzonnen)",
        "owner": owner,
        "starts_on": in_days(-5),
        "review_on": in_days(60),
        "effect": "hij solliciteert",
        "seen_by": "zijn brieven",
        "offered": "ja, hij wil het",
    }
    return Intervention(**told | other)


def plan(
    table: Table,
    goal: Goal,
    owner: Seat,
    *,
    by: Seat | None = None,
    circle: str = Circle.Kind.TABLE,
    **other: Any,
) -> Intervention:
    """An intervention on a factor of our own list, planned by the chair."""
    now, by = table.tick(), by or table.chair
    return plan_intervention(
        an_intervention(goal, owner, **other),
        [Factor.objects.filter(list__is_ours=True)[0]],
        by=by,
        circle=circle_for(by, circle, now),
        now=now,
    )


def to(name: str, *args: Any) -> str:
    return reverse(f"casework:{name}", args=args)


def the_plan(client: Client, table: Table, **asked: str) -> str:
    """The part of decisions and plan, as somebody reads it."""
    page = reverse("dossiers:detail", args=[table.dossier.pk])
    return words(client.get(page, {"deel": "besluit", **asked}))
