"""What one began to write, on one's own page."""

from uuid import uuid4

import pytest
from django.urls import get_resolver

from expliciet.dossiers.models import Draft
from expliciet.web.house.answer_form import NAME as AN_ANSWER
from expliciet.web.inventory import Who, classified
from expliciet.web.work.begun import FORMS, address_of

NOT_WRITTEN = {
    "dossiers:purpose",  # asked once a day, before anything is seen
    "dossiers:search",  # a question, not a text to be said
    AN_ANSWER,  # stands in the agreement itself
    "evaluation:mask",  # it would keep what has to be hidden
    "evaluation:code-import",  # a file
    "evaluation:settle",  # repeats words that die with a dossier
    "evaluation:evidence",  # and so does a note with a passage
    "evaluation:join",  # by a code, for no account
}


IN_ADDRESS = {
    "house:house-rule": "idle-minutes",
    **dict.fromkeys(
        ("evaluation:adoption-claim", "evaluation:adoption-judge"), str(uuid4())
    ),
    **dict.fromkeys(("evaluation:code-change", "evaluation:session-change"), uuid4()),
    "evaluation:own": f"{uuid4()}/3",
    "evaluation:check-answer": f"3/{uuid4()}",
    **dict.fromkeys(
        (
            "evaluation:adopt",
            "evaluation:check",
            "evaluation:conversation-change",
            "evaluation:conversation-enter",
            "evaluation:finding-change",
            "evaluation:recommendation-change",
            "evaluation:respond",
        ),
        "3",
    ),
}
"""What stands in the name of a draft, since its address needs more than one thing."""


def forms() -> list[str]:
    """Every address of somebody who signed in where something is typed."""
    assert get_resolver().url_patterns
    return sorted(
        name
        for name, route in classified().items()
        if {"GET", "POST"} <= set(route.methods)
        and name.partition(":")[0] in ("dossiers", "house", "evaluation")
        and route.who not in (Who.ANYBODY, Who.HALFWAY)
        and name not in NOT_WRITTEN
    )


def test_there_are_forms() -> None:
    assert len(forms()) > 20


@pytest.mark.parametrize("name", forms())
def test_a_draft_is_called_by_what_it_will_be(name: str) -> None:
    """Otherwise it would stand there as `something in a form`."""
    assert name in FORMS


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_draft_leads_back_to_its_form(name: str) -> None:
    """Whatever it is about: a dossier, a record of it, a person, the house."""
    spelled = f"{name}/{IN_ADDRESS[name]}" if name in IN_ADDRESS else name
    drafts = (
        Draft(form=spelled, house_id=uuid4(), about=uuid4()),
        Draft(form=spelled, house_id=uuid4(), dossier_id=uuid4()),
        Draft(form=spelled, house_id=uuid4(), dossier_id=uuid4(), about=uuid4()),
        Draft(form=spelled, house_id=uuid4()),
    )
    assert any(address_of(draft) for draft in drafts)


def test_a_form_that_is_no_more_leads_nowhere() -> None:
    assert address_of(Draft(form="dossiers:verdwenen", house_id=uuid4())) == ""
