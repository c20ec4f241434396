"""An impasse, a limit and what is held back, without a screen; all of it invented."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from expliciet.casework.actions.expectations import set_limit, withhold
from expliciet.casework.actions.impasses import (
    declare_impasse,
    resolve,
    take_further,
    take_position,
)
from expliciet.casework.models import (
    Impasse,
    Limit,
    Position,
    Resolution,
    Step,
    Withholding,
)
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Circle, Seat
from tests.factories import Table

QUESTION = "Wie praat met de ouders?"


def day(table: Table, days: int) -> date:
    return timezone.localdate(table.now) + timedelta(days=days)


def stuck(table: Table, by: Seat, circle: str = "table", **other: Any) -> Impasse:
    now = table.tick()
    told: dict[str, Any] = {
        "question": QUESTION,
        "asked": "een besluit van de wethouder",
        "since": day(table, -20),
        "decide_by": day(table, 7),
        "breaker": table.chair,
    } | other
    said_in = circle_for(by, Circle.Kind(circle), now)
    return declare_impasse(Impasse(**told), by=by, circle=said_in, now=now)


def stand(
    table: Table, to: Impasse, by: Seat, words: str = "wij niet", **other: Any
) -> Position:
    said = Position(impasse=to, words=words)
    return take_position(said, by=by, now=table.tick(), **other)


def go_further(table: Table, with_: Impasse, by: Seat, **other: Any) -> Step:
    told: dict[str, Any] = {
        "stage": Step.Stage.THIRD_EYE,
        "to_whom": "een procesregisseur van een ander huis",
        "note": "kijk mee naar de vraag",
    } | other
    return take_further(Step(impasse=with_, **told), by=by, now=table.tick())


def end(table: Table, of: Impasse, by: Seat, words: str = "de wijkagent") -> Resolution:
    told = Resolution(impasse=of, how=Resolution.How.AGREED, words=words)
    return resolve(told, by=by, now=table.tick())


def limit(table: Table, by: Seat, circle: str = "table", **other: Any) -> Limit:
    now = table.tick()
    told: dict[str, Any] = {"text": "geen huisbezoek", "why": "geen mensen"} | other
    said_in = circle_for(by, Circle.Kind(circle), now)
    return set_limit(Limit(**told), by=by, circle=said_in, now=now)


def hold_back(
    table: Table, by: Seat, circle: str = "core", **other: Any
) -> Withholding:
    now = table.tick()
    told: dict[str, Any] = {
        "ground": Withholding.Ground.INVESTIGATION,
        "words": "wij komen zelf als het dringend wordt",
        "review_on": day(table, 30),
    } | other
    said_in = circle_for(by, Circle.Kind(circle), now)
    return withhold(Withholding(**told), by=by, circle=said_in, now=now)
