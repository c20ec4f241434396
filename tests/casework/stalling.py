"""Things at a table that will stand still; every word is invented.

Each is said at the moment of the table itself, with days counted from there. Look at
them later by giving a later moment.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from expliciet.casework.actions.agreements import agree, agree_anew
from expliciet.casework.actions.decisions import record_decision
from expliciet.casework.actions.expectations import expect
from expliciet.casework.actions.impasses import declare_impasse
from expliciet.casework.actions.levels import agree_exit, scale, set_level
from expliciet.casework.actions.plan import (
    plan_intervention,
    record_conflict,
    record_progress,
    set_goal,
)
from expliciet.casework.models import (
    Agreement,
    Conflict,
    Decision,
    ExitCriterion,
    Expectation,
    Factor,
    Goal,
    Impasse,
    Intervention,
    Level,
    Met,
    Option,
    Progress,
    Scaling,
)
from expliciet.casework.signals import Signal, found_anew
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Circle, Record, Seat
from tests.factories import Table

TABLE = Circle.Kind.TABLE


def after(table: Table, days: int) -> date:
    return timezone.localdate(table.now) + timedelta(days=days)


def later(table: Table, days: int) -> datetime:
    return table.now + timedelta(days=days)


def seen(seat: Seat, now: datetime) -> list[Signal]:
    return found_anew(seat, now)


def codes(seat: Seat, now: datetime, *, of: Record | None = None) -> list[str]:
    """Which rules speak, about everything or about one record."""
    return [
        one.rule.code
        for one in seen(seat, now)
        if not one.is_silent and (of is None or one.record == of.pk)
    ]


def core(table: Table) -> list[Seat]:
    return [table.seat(each) for each in ("municipality", "police", "prosecution")]


def expected(table: Table, by: Seat, of: Seat, circle: str = TABLE) -> Expectation:
    """Somebody counts on something, with an answer within a week."""
    now = table.tick()
    asked = Expectation(
        of=of.organisation, text="belt school", answer_by=after(table, 7)
    )
    said_in = circle_for(by, circle, now, [of.organisation_id])
    return expect(asked, by=by, circle=said_in, now=now)


def agreed(table: Table, owner: Seat, days: int = 7) -> Agreement:
    now = table.tick()
    made = Agreement(
        deed="belt school",
        owner=owner,
        due_on=after(table, days),
        done_when="gesprek gepland",
    )
    return agree(made, by=owner, circle=circle_for(owner, TABLE, now), now=now)


def moved(table: Table, old: Agreement, days: int) -> Agreement:
    """The same agreement with another day."""
    assert old.owner
    anew = Agreement(
        deed=old.deed,
        owner=old.owner,
        due_on=after(table, days),
        done_when=old.done_when,
        why_changed="het lukte niet (verzonnen)",
    )
    return agree_anew(anew, old, by=old.owner, now=table.tick())


def decided(table: Table, deciders: Iterable[Seat], **other: Any) -> Decision:
    now = table.tick()
    told = {
        "question": "Wie praat met hem? (verzonnen)",
        "outcome": "De wijkagent praat met hem.",
        "why": "kent hem al lang",
        "way": "consensus",
        "decided_on": after(table, 0),
        "review_on": after(table, 30),
    }
    return record_decision(
        Decision(**told | other),
        options=[
            Option(text="de wijkagent", is_chosen=True),
            Option(text="het jeugdwerk", why_dropped="kent hem niet"),
        ],
        considerations=[],
        deciders=list(deciders),
        by=table.chair,
        circle=circle_for(table.chair, TABLE, now),
        now=now,
    )


def planned(table: Table, owner: Seat, deed: str = "Een jobcoach.") -> Intervention:
    """An intervention with a goal, and with exit criteria agreed first."""
    now = table.tick()
    circle = circle_for(table.chair, TABLE, now)
    chair = {"by": table.chair, "circle": circle}
    agree_exit(ExitCriterion(text="Hij werkt.", seen_by="baas"), now=now, **chair)
    goal = Goal(domain="work", text="Hij heeft werk.", seen_by="contract")
    set_goal(goal, now=table.tick(), **chair)
    intervention = Intervention(
        towards=goal,
        weight="voluntary",
        deed=deed,
        owner=owner,
        starts_on=after(table, -5),
        review_on=after(table, 200),
        effect="hij solliciteert",
        seen_by="brieven",
        offered="ja",
    )
    factor = Factor.objects.filter(list__is_ours=True)[0]
    return plan_intervention(intervention, [factor], now=table.tick(), **chair)


def going(table: Table, of: Intervention, by: Seat, known: str = "assumed") -> Progress:
    told = Progress(
        of_intervention=of, known=known, seen_on=after(table, 0), words="gaat goed"
    )
    return record_progress(told, by=by, now=table.tick())


def clashing(table: Table, one: Intervention, other: Intervention) -> Conflict:
    now = table.tick()
    told = Conflict(one=one, other=other, why="zelfde avond")
    circle = circle_for(table.chair, TABLE, now)
    return record_conflict(told, by=table.chair, circle=circle, now=now)


def stuck(table: Table, by: Seat, days: int = 7) -> Impasse:
    now = table.tick()
    told = Impasse(
        question="Wie praat met de ouders?",
        asked="een besluit",
        since=after(table, -20),
        decide_by=after(table, days),
        breaker=table.chair,
    )
    return declare_impasse(told, by=by, circle=circle_for(by, TABLE, now), now=now)


def stepped(table: Table, days: int = 30) -> Scaling:
    level = Level(
        house=table.house,
        code="ico",
        name="ICO",
        order=2,
        meaning="samen aan tafel",
        criteria=["er is een dreiging"],
        decider="de tafel",
        review_days=90,
        source="verzonnen besluit",
        source_date=after(table, -9),
        valid_from=after(table, 0),
    )
    set_level(level, by=table.director, now=table.tick())
    now = table.tick()
    told = Scaling(
        level=level, direction="up", reason="er kwam bij", review_on=after(table, days)
    )
    met = [Met(criterion="er is een dreiging", met="met", evidence="zagen wij")]
    circle = circle_for(table.chair, TABLE, now)
    return scale(told, met, by=table.chair, circle=circle, now=now)
