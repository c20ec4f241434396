"""Levels, ends and their people, without a screen; every word is invented."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from expliciet.casework.actions.levels import (
    agree_exit,
    close_dossier,
    record_informing,
    scale,
    set_level,
)
from expliciet.casework.models import (
    Closure,
    ExitCriterion,
    Informing,
    Level,
    Met,
    Scaling,
)
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Circle, Seat
from tests.factories import Table

CRITERIA = ["er is een dreiging", "één partner kan het niet alleen"]
CARD = "Bel de wijkagent als hij weer briefjes schrijft."


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def level(table: Table, name: str = "ICO", order: int = 2, **other: Any) -> Level:
    """A level as the process director sets it."""
    told: dict[str, Any] = {
        "code": name.lower(),
        "meaning": "partners zitten samen aan tafel",
        "criteria": CRITERIA,
        "decider": "de tafel",
        "review_days": 90,
        "source": "verzonnen besluit",
        "source_date": in_days(-9),
        "valid_from": in_days(0),
    } | other
    return set_level(
        Level(house=table.house, name=name, order=order, **told),
        by=table.director,
        now=table.tick(),
    )


def answers(at: Level, met: str = Met.Is.MET) -> list[Met]:
    return [
        Met(criterion=each, met=met, evidence="dat zagen wij (verzonnen)")
        for each in at.criteria
    ]


def step(
    table: Table,
    to: Level,
    direction: str = Scaling.Direction.UP,
    *,
    by: Seat | None = None,
    circle: str = Circle.Kind.TABLE,
    **other: Any,
) -> Scaling:
    """The table moves the approach to this level."""
    now, by = table.tick(), by or table.chair
    told: dict[str, Any] = {"reason": "er kwam iets bij", "review_on": in_days(30)}
    return scale(
        Scaling(level=to, direction=direction, **told | other),
        answers(to),
        by=by,
        circle=circle_for(by, circle, now),
        now=now,
    )


def exit_criterion(table: Table, text: str = "Hij werkt zes maanden.") -> ExitCriterion:
    now = table.tick()
    return agree_exit(
        ExitCriterion(text=text, seen_by="contract (verzonnen)"),
        by=table.chair,
        circle=circle_for(table.chair, Circle.Kind.TABLE, now),
        now=now,
    )


def told(table: Table) -> Informing:
    """The person was told today."""
    now = table.tick()
    return record_informing(
        Informing(
            state=Informing.State.INFORMED,
            told_on=in_days(0),
            whom="de jongen (verzonnen)",
            words="in een gesprek met zijn moeder erbij",
        ),
        by=table.chair,
        circle=circle_for(table.chair, Circle.Kind.TABLE, now),
        now=now,
    )


def closure(**other: Any) -> Closure:
    told: dict[str, Any] = {
        "outcome": Closure.Outcome.GONE,
        "why": "GEHEIM-WAAROM hij werkt",
        "criteria": "GEHEIM-CRITERIA alle gehaald",
        "remaining": "GEHEIM-ZORG geen",
        "aftercare": "Het wijkteam belt hem in het voorjaar.",
        "look_on": in_days(180),
        "signs": CARD,
        "call": "het wijkteam (verzonnen)",
        "person_told": "GEHEIM-GESPREK met zijn moeder",
        "reporter_told": "GEHEIM-MELDER gebeld",
    }
    return Closure(**told | other)


def close(table: Table, keeper: Seat, *named: Seat, **other: Any) -> Closure:
    """The chair ends the approach; this seat looks again."""
    return close_dossier(
        closure(aftercare_by=keeper, **other), named, by=table.chair, now=table.tick()
    )
