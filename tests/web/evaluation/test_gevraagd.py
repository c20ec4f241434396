"""Mijn werk: what a study asks of somebody stands there until it is answered."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from expliciet.accounts.models import Appointment
from tests.evaluation.finding import Found
from tests.partners import browser

pytestmark = pytest.mark.django_db


def asks(found: Found, who: Appointment, name: str) -> bool:
    """Whether the list of what is asked leads there; notices are another list."""
    html = browser(who).get("/").content.decode()
    deed = f'small" href="{reverse(f"evaluation:{name}", args=[found.study.pk])}"'
    return deed in html


def test_facts_to_check_wait_for_every_partner_and_nobody_else() -> None:
    """F67"""
    found = Found(timedelta(hours=2))
    finding = found.offered()
    assert asks(found, found.partner, "facts")
    assert asks(found, found.director, "facts")
    assert not asks(found, found.officer, "facts")
    assert not asks(found, found.outsider(), "facts")
    found.check(finding)
    assert not asks(found, found.partner, "facts")


def test_recommendations_wait_for_whoever_they_are_said_to() -> None:
    """F66"""
    found = Found(timedelta(days=40))
    found.recommendation(offered=True)
    assert asks(found, found.partner, "recommendations")
    assert not asks(found, found.director, "recommendations")


def test_what_is_asked_is_told_without_a_word_of_it() -> None:
    found = Found(timedelta(hours=2))
    finding = found.offered()
    assert (finding.words or "?") not in browser(found.partner).get(
        "/"
    ).content.decode()


def test_more_findings_take_no_more_queries() -> None:
    found = Found(timedelta(hours=2))

    def counted() -> int:
        with CaptureQueriesContext(connection) as queries:
            browser(found.partner).get("/")
        return len(queries)

    found.offered()
    few = counted()
    for _ in range(4):
        found.offered()
    assert counted() <= few
