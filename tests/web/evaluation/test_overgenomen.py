"""N14, N15: what became of recommendations, on the screen."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.actions.working_agreements import answer_working_agreement
from expliciet.accounts.models import WorkingAnswer
from expliciet.evaluation.models import (
    Adoption,
    Evidence,
    Finding,
    Reconstruction,
    Study,
    StudyHouse,
    Subject,
)
from tests.evaluation.learning import Learning, answered, called, partner, recommended
from tests.evaluation.test_adoption import made
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


def browser(appointment: Any) -> Client:
    return sign_in(Client(), appointment.user)


def page(found: Learning, by: Any) -> str:
    there = reverse("evaluation:adoption", args=[found.studied.study.pk])
    answer = browser(by).get(there)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_from_recommendation_to_agreement_claimed_and_confirmed() -> None:
    """N14, N15: each step by whoever may say it, with what shows it."""
    found = called()
    recommendation = found.recommendations[0]
    answered(recommendation, found.director, found.now)
    owner = found.studied.table.organisation("GGZ")
    study = found.studied.study.pk
    made_up = {
        "owner": str(owner.pk),
        "way": "agreement",
        "subject": "each_other",
        "text": "De GGZ belt binnen twee dagen (verzonnen).",
        "review_on": (timezone.localdate() + timedelta(days=100)).isoformat(),
    }
    there = reverse("evaluation:adopt", args=[study, 1])
    leader = browser(found.director)
    assert "Spreek af wie belt" in leader.get(there).content.decode()
    lacking = leader.post(there, {**made_up, "text": ""})
    assert lacking.status_code == 422
    assert leader.post(there, made_up).status_code == 302
    adoption = Adoption.objects.get()
    assert adoption.agreement is not None
    said = WorkingAnswer(agreement=adoption.agreement, says="yes")
    police, ggz = partner(found, "police"), partner(found, "GGZ")
    answer_working_agreement(said, by=police, now=timezone.now())
    claim = reverse("evaluation:adoption-claim", args=[study, adoption.pk])
    judge = reverse("evaluation:adoption-judge", args=[study, adoption.pk])
    assert browser(police).post(claim, {"words": "x"}).status_code == 403
    assert browser(ggz).post(claim, {"words": ""}).status_code == 422
    assert browser(ggz).post(claim, {"words": "in drie dossiers"}).status_code == 302
    seen = {"says": "confirmed", "words": "wij zien het ook"}
    assert browser(ggz).post(judge, seen).status_code == 403
    assert browser(police).post(judge, seen).status_code == 302
    shown = page(found, police)
    assert "in drie dossiers" in shown
    assert "wij zien het ook" in shown
    assert "De GGZ belt binnen twee dagen" in shown


def test_a_researcher_reads_no_words_of_partners_and_no_name() -> None:
    """V3: of an organisation its function, of an agreement what it is about."""
    found = called()
    adoption = made(found)
    shown = page(found, found.studied.lead)
    assert "GGZ" in shown
    assert adoption.owner.name not in shown
    assert "binnen twee dagen" not in shown


def test_another_house_finds_no_such_page() -> None:
    found = called()
    other = called()
    there = reverse("evaluation:adoption", args=[found.studied.study.pk])
    assert browser(other.director).get(there).status_code == 404


def test_the_next_study_measures_again() -> None:
    """N15: then and now, side by side; too few stays hidden."""
    found = called()
    first, lead = found.studied.study, found.studied.lead
    first.unlock_work()

    def counted(study: Study, count: int | None) -> Reconstruction:
        study.unlock_work()
        cells = {"weighed": [count, None, None], "not_weighed": [None, None, None]}
        told = {
            "measures": [
                {
                    "name": "reports",
                    "parts": list(cells),
                    "cells": {"all": {**cells, "total": [count, None, None]}},
                }
            ]
        }
        return Reconstruction.objects.create(
            study=study, figures=json.dumps(told), by=found.director.user, at=found.now
        )

    finding = Finding.objects.create(
        study=first,
        number=1,
        subject=Subject.COOPERATION,
        goes="better",
        words="het duurt lang (verzonnen)",
        by=lead,
        at=found.now,
    )
    Evidence.objects.create(
        finding=finding,
        speaks="for",
        reconstruction=counted(first, 41),
        measure="reports",
        by=lead,
        at=found.now,
    )
    found.recommendations[0].findings.add(finding)
    second = Study.objects.get(pk=first.pk)
    second.unlock_cover()
    second.pk = second.id = Adoption().id
    second._state.adding = True
    for name in ("name", "commissioner", "ground"):
        setattr(second, name, "een jaar later (verzonnen)")
    second.asks_interpretation = "Wat nu? (verzonnen)"
    second.follows = first
    second.unlock_cover()
    second.save(force_insert=True)
    StudyHouse.objects.create(
        study=second,
        house=found.studied.table.house,
        asked_at=found.now,
        released_at=found.now,
    )
    counted(second, 67)
    shown = page(found, found.director)
    assert ">41<" not in shown, "what a finding rests on before it is offered"
    finding.offered_at = found.now
    finding.save(update_fields=["offered_at"])
    shown = page(found, found.director)
    assert ">41<" in shown
    assert ">67<" in shown
    (drawn,) = re.findall(r'class="beside"[^>]*>(<svg.*</svg>)', shown)
    assert sorted(re.findall(r": (\d+)</text>", drawn)) == ["41", "41", "67", "67"]
    assert len(re.findall(r'<rect [^>]*width="', drawn)) == 4, "none of too few"
    for mark in ("style", "script", "href", "url("):
        assert mark not in drawn


def test_the_page_asks_no_more_with_many_recommendations(
    django_assert_max_num_queries: Any,
) -> None:
    found = called()
    client = browser(found.director)
    there = reverse("evaluation:adoption", args=[found.studied.study.pk])
    made(found)
    with django_assert_max_num_queries(42):
        client.get(there)
    for number in range(3, 12):
        each = recommended(found.studied, number)
        answered(each, found.director, found.now)
        made(found, recommendation=each)
    with django_assert_max_num_queries(42):
        client.get(there)
