"""F69, N13: what was known at a moment, to whom, and what came only later."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from expliciet.dossiers.models import Question
from expliciet.evaluation.models.study_text import Hearer
from expliciet.evaluation.reading.asked import left_open
from expliciet.evaluation.reading.known import TURNING, Dossier, Text
from expliciet.rules.catalogue import catalogue
from tests.evaluation.coding import Coders
from tests.evaluation.finding import destroyed

DAWN = datetime(2026, 3, 2, 8, tzinfo=UTC)


def hour(number: int) -> datetime:
    return DAWN + timedelta(hours=number)


def text(
    number: int,
    said: int,
    kind: str = "note",
    until: int | None = None,
    heard: dict[str, int] | None = None,
) -> Text:
    row = SimpleNamespace(
        number=number,
        kind=kind,
        recorded_at=hour(said),
        stands_until=None if until is None else hour(until),
        passage=f"tekst {number}",
        voice="politie-1",
        hearers=[Hearer(role, hour(at)) for role, at in (heard or {}).items()],
    )
    return Text(row, kind)  # type: ignore[arg-type]


def of(*texts: Text) -> Dossier:
    found = Dossier([])
    found.texts = sorted(texts, key=lambda each: each.row.recorded_at)
    return found


def numbers(texts: list[Text]) -> list[int]:
    return [each.row.number for each in texts]


def test_one_walks_along_decisions_scalings_and_interpretations_alone() -> None:
    """F69"""
    dossier = of(
        text(1, 1),
        text(2, 2, "decision"),
        text(3, 3),
        text(4, 4, "interpretation"),
        text(5, 5, "scaling"),
    )
    here, steps = dossier.at(hour(2)), []
    while here:
        steps.append(here.row.number)
        here = dossier.after(here.row.recorded_at)
    assert steps == [2, 4, 5]
    assert dossier.before(hour(2)) is None
    back = dossier.before(hour(9))
    assert back
    assert back.row.number == 5


def test_what_no_longer_stood_was_not_known_as_standing() -> None:
    """F69: replaced or withdrawn by then."""
    dossier = of(text(1, 1, until=3), text(2, 3))
    assert numbers(dossier.known(hour(2))) == [1]
    assert numbers(dossier.known(hour(3))) == [2]
    assert numbers(dossier.later(hour(2))) == [2]


def test_a_role_knows_from_the_moment_it_heard() -> None:
    """N13: passed on later is known later, and what never reached it is nowhere."""
    dossier = of(
        text(1, 1, heard={"politie-1": 1, "school-1": 4}),
        text(2, 2, heard={"politie-1": 2}),
    )
    assert numbers(dossier.known(hour(3), "politie-1")) == [1, 2]
    assert numbers(dossier.known(hour(3), "school-1")) == []
    assert numbers(dossier.later(hour(3), "school-1")) == [1]
    assert numbers(dossier.known(hour(4), "school-1")) == [1]
    assert dossier.later(hour(4), "school-1") == []


def test_one_line_says_who_knew_all_and_who_a_part() -> None:
    dossier = of(
        text(1, 1, heard={"politie-1": 1, "school-1": 1, "ggz-1": 5}),
        text(2, 2, heard={"politie-1": 2}),
    )
    assert dossier.who(hour(3)) == (["politie-1"], ["school-1"])
    assert dossier.who(hour(0)) == ([], [])


times = some.integers(0, 9)
roles = some.sampled_from(["politie-1", "school-1", "ggz-1"])


@some.composite
def dossiers(draw: Any) -> Dossier:
    found = []
    for number in range(1, draw(some.integers(1, 6)) + 1):
        said = draw(times)
        until = draw(some.none() | some.integers(said + 1, 12))
        heard = draw(some.dictionaries(roles, some.integers(said, 12)))
        kind = draw(some.sampled_from(["note", *TURNING]))
        found.append(text(number, said, kind, until, heard))
    return of(*found)


@given(dossiers(), times, roles)
def test_nobody_knows_more_than_everybody_together_and_nothing_stands_twice(
    dossier: Dossier, at: int, role: str
) -> None:
    """F69, N13: for any dossier, at any moment."""
    moment = hour(at)
    together = set(numbers(dossier.known(moment)))
    known = set(numbers(dossier.known(moment, role)))
    assert known <= together
    assert not known & set(numbers(dossier.later(moment, role)))
    assert not together & set(numbers(dossier.later(moment)))
    for each in dossier.known(moment):
        assert each.row.recorded_at <= moment
    if role in dossier.who(moment).everything:
        assert known == together


@pytest.mark.django_db
def test_of_the_checker_one_reads_the_question_and_only_where_it_stayed() -> None:
    """F69: of what was known; never about which words, nor why it stayed."""
    coders = Coders()
    coders.police.unlock(coders.table.now)
    Question.objects.bulk_create(
        Question(
            record=coders.text.record,
            rule=rule,
            place="text",
            outcome=outcome,
            about="KANARIE",
            why="KANARIE",
        )
        for rule, outcome in (
            ("EX101", Question.Outcome.STAYS),
            ("EX102", Question.Outcome.ANSWERED),
        )
    )
    room = Dossier([coders.text])
    spoken = {rule.code: rule.question for rule in catalogue()}
    assert left_open(room.texts) == {1: [spoken["EX101"]]}
    assert left_open([]) == {}


@pytest.mark.django_db
def test_of_a_destroyed_dossier_only_that_it_was_there_is_left() -> None:
    """V18: neither words, nor who said or heard them."""
    coders = Coders()
    destroyed(coders.dossier)
    (gone,) = Dossier(coders.dossier.study_texts.all()).texts
    assert gone.is_gone
    assert (gone.voice, gone.hearers, gone.roles) == ("", [], {})
