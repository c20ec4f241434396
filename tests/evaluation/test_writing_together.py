"""V14: nobody writes over what another wrote meanwhile, unseen."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from expliciet.evaluation.actions.codebook import change_code
from expliciet.evaluation.actions.conversations import change_conversation
from expliciet.evaluation.actions.findings import change_finding
from expliciet.evaluation.actions.learning import change_session
from expliciet.evaluation.actions.recommendations import change_recommendation
from expliciet.evaluation.models.written import Written
from tests.evaluation.finding import Found
from tests.evaluation.learning import called
from tests.evaluation.marks import mark

pytestmark = pytest.mark.django_db

Change = Callable[[Any, str, str], object]
"""Puts these words in this thing, by somebody who read what bears this mark."""


def a_finding() -> tuple[Written, str, Change]:
    found = Found()
    facts = {"by": found.lead, "now": found.now}
    return (
        found.finding(),
        "limits",
        lambda thing, words, read: change_finding(
            put(thing, "limits", words), read=read, **facts
        ),
    )


def a_code() -> tuple[Written, str, Change]:
    found = Found()
    facts = {"by": found.lead, "now": found.now}
    return (
        found.code(),
        "definition",
        lambda thing, words, read: change_code(
            put(thing, "definition", words), read=read, **facts
        ),
    )


def a_recommendation() -> tuple[Written, str, Change]:
    found = Found()
    finding = found.final()
    facts = {"by": found.lead, "now": found.now}
    return (
        found.recommendation(finding),
        "why",
        lambda thing, words, read: change_recommendation(
            put(thing, "why", words), [finding], read=read, **facts
        ),
    )


def a_conversation() -> tuple[Written, str, Change]:
    found = Found()
    facts = {"by": found.lead, "now": found.now}
    return (
        found.conversation("docent", agreed=False),
        "guide",
        lambda thing, words, read: change_conversation(
            put(thing, "guide", words), ["docent"], read=read, **facts
        ),
    )


def a_session() -> tuple[Written, str, Change]:
    found = called()
    facts = {"by": found.director, "now": found.now}
    return (
        found.session,
        "case",
        lambda thing, words, read: change_session(
            put(thing, "case", words), found.recommendations, read=read, **facts
        ),
    )


def put(thing: Any, field: str, words: str) -> Any:
    setattr(thing, field, words)
    return thing


THINGS = [a_finding, a_code, a_recommendation, a_conversation, a_session]


@pytest.mark.parametrize("make", THINGS, ids=lambda make: make.__name__[2:])
def test_who_read_what_stood_there_before_is_told_so_and_changes_nothing(
    make: Callable[[], tuple[Written, str, Change]],
) -> None:
    thing, field, change = make()
    read = mark(thing)
    change(fresh(thing), "Van de eerste.", read)
    with pytest.raises(ValidationError, match="while you wrote") as refused:
        change(fresh(thing), "Van de tweede.", read)
    assert refused.value.code == "unread"
    assert getattr(fresh(thing), field) == "Van de eerste."
    change(fresh(thing), "Van de tweede.", mark(thing))
    assert getattr(fresh(thing), field) == "Van de tweede."


def fresh(thing: Written) -> Any:
    return type(thing)._default_manager.get(pk=thing.pk)


def test_who_takes_part_and_what_it_rests_on_are_part_of_what_was_read() -> None:
    """A change of these alone is a change as well."""
    found = Found()
    conversation = found.conversation("docent", agreed=False)
    read, facts = mark(conversation), {"by": found.lead, "now": found.now}
    change_conversation(fresh(conversation), ["docent", "agent"], read=read, **facts)
    assert mark(conversation) != read
    recommendation = found.recommendation(found.final())
    read = mark(recommendation)
    change_recommendation(fresh(recommendation), [], read=read, **facts)
    assert mark(recommendation) != read
