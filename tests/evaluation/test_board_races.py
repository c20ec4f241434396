"""F68, T15: many at one board at once. None is lost, no number is given twice."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from expliciet.evaluation.actions.board import add_direction, put_dot
from expliciet.evaluation.actions.learning import close_session
from expliciet.evaluation.models import (
    Attendee,
    Dot,
    LearningSession,
    SolutionDirection,
)
from tests.evaluation.learning import Learning, joined, opened, put
from tests.proofs.racing import lost, race

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engines]

PEOPLE, EACH = 8, 3


def adding(found: Learning, who: Attendee, words: str) -> Any:
    """As a screen does: the board is found and unlocked anew each time."""

    def deed() -> SolutionDirection:
        session = LearningSession.objects.select_related("house").get(
            pk=found.session.pk
        )
        session.unlock()
        line = SolutionDirection(
            session=session, recommendation=found.recommendations[0], words=words
        )
        return add_direction(line, by=who, now=found.now)

    return deed


def test_all_that_is_added_at_once_stands_once_and_in_order() -> None:
    found, _code = opened()
    people = [joined(found).attendee for _each in range(PEOPLE)]
    for turn in range(EACH):
        outcomes = race(
            *(adding(found, each, f"{turn}-{n}") for n, each in enumerate(people))
        )
        assert lost(outcomes) == []
    found.session.unlock()
    lines = list(SolutionDirection.objects.order_by("number"))
    assert [each.number for each in lines] == list(range(1, PEOPLE * EACH + 1))
    assert {each.words for each in lines} == {
        f"{turn}-{n}" for turn in range(EACH) for n in range(PEOPLE)
    }


def test_at_once_nobody_lays_more_dots_than_they_have() -> None:
    found, _code = opened(dots=1)
    who = joined(found).attendee
    lines = [put(found, f"richting {n} (verzonnen)") for n in range(3)]
    outcomes = race(
        *(lambda each=each: put_dot(each, by=who, now=found.now) for each in lines)
    )
    assert all(isinstance(each, ValidationError) for each in lost(outcomes))
    assert Dot.objects.filter(attendee=who).count() == 1


def test_what_comes_in_as_the_board_closes_stands_or_is_refused() -> None:
    found, _code = opened()
    people = [joined(found).attendee for _each in range(4)]
    outcomes = race(
        *(adding(found, each, f"op het eind {n}") for n, each in enumerate(people)),
        lambda: close_session(found.session, by=found.director, now=found.now),
    )
    refused = lost(outcomes)
    assert all(isinstance(each, ValidationError) for each in refused)
    stands = SolutionDirection.objects.order_by("number").values_list("number")
    assert [each for (each,) in stands] == list(range(1, 5 - len(refused)))
