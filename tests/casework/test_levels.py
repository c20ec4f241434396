"""Stepping up and down on criteria, as rules of the house and never of a person."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.levels import (
    current_level,
    review_necessity,
    scale,
)
from expliciet.casework.models import Level, Met, Review, Scaling
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Circle, Heading
from tests.casework.approach import answers, in_days, level, step
from tests.factories import Table
from tests.web.casework.bringing import bring_in

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_a_level_is_a_rule_of_the_house_with_a_source_and_a_day() -> None:
    """S40, S57, F36: a newer version never takes the old one away."""
    table = Table()
    old = level(table)
    new = level(table, criteria=["iets anders"], source="later besluit")
    today = timezone.localdate()
    assert list(Level.objects.holding(table.house, today)) == [new]
    assert Level.objects.filter(code="ico").count() == 2
    assert step(table, new).level == new
    for wrong in ({"criteria": []}, {"valid_from": in_days(-1)}, {"source": ""}):
        with pytest.raises(ValidationError):
            level(table, **wrong)
    with pytest.raises(ValidationError):
        step(table, old, Scaling.Direction.STAY)


def test_every_criterion_is_answered_with_evidence_both_ways() -> None:
    """S41, F37, I-25, I-26: up and down, met, not met or unknown; no sum."""
    table = Table()
    light, heavy = level(table, "Meekijken", 1), level(table)
    now = table.tick()
    circle = circle_for(table.chair, Circle.Kind.TABLE, now)
    half = Scaling(level=heavy, direction="up", reason="x", review_on=in_days(9))
    with pytest.raises(ValidationError):
        scale(half, answers(heavy)[:1], by=table.chair, circle=circle, now=now)
    empty = [Met(criterion=each, met="met") for each in heavy.criteria]
    again = Scaling(level=heavy, direction="up", reason="x", review_on=in_days(9))
    with pytest.raises(ValidationError):
        scale(again, empty, by=table.chair, circle=circle, now=now)
    assert not Scaling.objects.exists()
    step(table, heavy)
    with pytest.raises(ValidationError):
        step(table, light, Scaling.Direction.UP)
    down = step(table, light, Scaling.Direction.DOWN)
    assert current_level(table.chair, table.tick()) == down
    numbers = {"PositiveSmallIntegerField", "IntegerField", "FloatField"}
    for model in (Scaling, Met):
        kinds = {field.get_internal_type() for field in model._meta.concrete_fields}
        assert not kinds & numbers


def test_a_step_is_looked_at_again_within_the_term_of_the_house() -> None:
    """S40, F37."""
    table = Table()
    short = level(table, review_days=14)
    for day in (0, 15):
        with pytest.raises(ValidationError):
            step(table, short, review_on=in_days(day))
    assert step(table, short, review_on=in_days(14))


def test_a_criterion_rests_on_what_the_table_knows() -> None:
    """S41, V4."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    ico = level(table)
    shared = bring_in(table, police).statements.get()
    kept = bring_in(table, police, circle=Circle.Kind.OWN).statements.get()
    now = table.tick()
    circle = circle_for(table.chair, Circle.Kind.TABLE, now)

    def told() -> Scaling:
        return Scaling(level=ico, direction="up", reason="x", review_on=in_days(9))

    with pytest.raises(ValidationError):
        scale(
            told(),
            answers(ico),
            by=table.chair,
            circle=circle,
            now=now,
            rests_on={ico.criteria[0]: [kept]},
        )
    assert not Scaling.objects.exists()
    moved = scale(
        told(),
        answers(ico),
        by=table.chair,
        circle=circle,
        now=table.tick(),
        rests_on={ico.criteria[0]: [shared]},
    )
    rested = moved.criteria.get(criterion=ico.criteria[0]).rests_on
    assert list(rested.all()) == [shared]
    with pytest.raises(Refused):
        step(table, ico, Scaling.Direction.STAY, by=town)


def test_a_necessity_review_sets_the_next_one() -> None:
    """S43: continue, change or close; without a next day one only closes."""
    table = Table()

    def review(**told: object) -> Review:
        now = table.tick()
        return review_necessity(
            Review(
                **{"outcome": "continue", "necessary": "x", "lighter": "nee"} | told
            ),
            by=table.chair,
            circle=circle_for(table.chair, Circle.Kind.TABLE, now),
            now=now,
        )

    with pytest.raises(ValidationError):
        review()
    review(next_on=in_days(30))
    table.dossier.refresh_from_db()
    assert table.dossier.review_on == in_days(30)
    assert Heading.objects.latest("recorded_at").review_on == in_days(30)
    table.chair.dossier.refresh_from_db()
    review(next_on=in_days(30))
    review(outcome="close")
    assert table.dossier.review_on - timedelta(days=30) == timezone.localdate()
