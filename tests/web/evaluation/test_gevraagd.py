"""Mijn werk: what a study asks of somebody stands there until it is answered."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from expliciet.accounts.models import Appointment
from expliciet.evaluation.actions.adoption import claim_adoption, judge_adoption
from expliciet.evaluation.actions.scans import answer_scan, who_is_in
from expliciet.evaluation.actions.studies import draw_dossiers, say_on_study
from expliciet.evaluation.models import (
    Scan,
    SolutionDirection,
    StudyApproval,
    StudyDossier,
)
from expliciet.evaluation.scan_statements import SLUGS
from tests.evaluation.finding import Found
from tests.evaluation.learning import opened, put
from tests.evaluation.learning import partner as learner
from tests.evaluation.study import proposed
from tests.evaluation.test_adoption import made, step
from tests.evaluation.test_scans import ALL_YES, begun, partner
from tests.factories import AppointmentFactory, Role, Table, earlier_today
from tests.partners import browser

pytestmark = pytest.mark.django_db


def asks(found: Found, who: Appointment, name: str) -> bool:
    """Whether the list of what is asked leads there; notices are another list."""
    html = browser(who).get("/").content.decode()
    deed = f'small" href="{reverse(f"evaluation:{name}", args=[found.study.pk])}"'
    return deed in html


def asks_scan(scan: Scan, who: Appointment) -> bool:
    there = reverse("evaluation:scan-answer", args=[scan.pk])
    return f'small" href="{there}"' in browser(who).get("/").content.decode()


@pytest.fixture
def table() -> Table:
    return Table(now=earlier_today())


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


def test_it_stands_there_by_which_day_an_answer_is_asked() -> None:
    """F66: thirty days after it was offered, unless the house says otherwise."""
    found = Found(timedelta(days=40))
    found.recommendation(offered=True)
    with override("nl"):
        by = date_format(found.today + timedelta(days=30), "j M Y").lower()
    html = browser(found.partner).get("/").content.decode()
    assert f"was gevraagd vóór {by}" in html


def test_a_scan_waits_for_each_organisation_until_it_answered(table: Table) -> None:
    """N22"""
    scan, police = begun(table), partner(table, "police")
    other = partner(table, "GGZ")
    assert asks_scan(scan, police)
    assert asks_scan(scan, table.director)
    assert not asks_scan(scan, AppointmentFactory(role=Role.PARTNER))
    answer_scan(scan, ALL_YES, by=police, now=table.tick())
    assert not asks_scan(scan, police)
    assert asks_scan(scan, other)
    Scan.objects.update(answer_by=timezone.localdate() - timedelta(days=1))
    assert not asks_scan(scan, other), "it takes no answers any more"


def test_who_speaks_for_two_organisations_answers_a_scan_for_each(
    table: Table,
) -> None:
    """N22: and then nothing is asked any more."""
    scan, police = begun(table), partner(table, "police")
    AppointmentFactory(
        user=police.user, organisation=table.organisation("GGZ"), role=Role.PARTNER
    )
    there = reverse("evaluation:scan-answer", args=[scan.pk])
    said = {f"{slug}-says": "yes" for slug in SLUGS}
    for _each in range(2):
        assert asks_scan(scan, police)
        assert browser(police).post(there, said).status_code == 302
    assert not asks_scan(scan, police)
    assert {each.function for each in who_is_in(scan)} == {"police", "GGZ"}


def test_a_study_waits_for_the_word_of_each_office_and_then_for_masking(
    table: Table,
) -> None:
    """F63"""
    found = proposed(table)

    def waits(who: Appointment, name: str, part: str = "") -> bool:
        there = reverse(f"evaluation:{name}", args=[found.study.pk])
        html = browser(who).get("/").content.decode()
        return f'small" href="{there}{part}"' in html

    for office in (found.director, found.officer):
        assert waits(office, "decide")
        house = found.study.houses.get()
        word = StudyApproval(at_house=house, says=True, why="goed zo")
        say_on_study(word, by=office, now=table.tick())
        assert not waits(office, "decide")
    draw_dossiers(found.study, by=found.director, now=table.tick())
    assert waits(found.director, "study", "#release-title")
    assert not waits(found.officer, "study", "#release-title")
    StudyDossier.objects.update(released_at=table.tick())
    assert not waits(found.director, "study", "#release-title")


def test_what_was_taken_up_waits_for_its_owner_and_then_for_the_others() -> None:
    """N15: from the day of its first step, until another sees it."""
    found, _code = opened()
    line = put(found)
    SolutionDirection.objects.update(first_step_on=timezone.localdate())
    adoption = made(found, direction=line)
    owner, police = learner(found, "GGZ"), learner(found, "police")
    there = reverse("evaluation:adoption", args=[found.studied.study.pk])

    def waits(who: Appointment) -> bool:
        return f'small" href="{there}"' in browser(who).get("/").content.decode()

    def says(what: str, who: Appointment) -> None:
        act = claim_adoption if what == "claimed" else judge_adoption
        act(step(adoption, what), by=who, now=found.studied.table.tick())

    assert (waits(owner), waits(police)) == (True, False)
    says("claimed", owner)
    assert (waits(owner), waits(police)) == (False, True)
    says("not_seen", police)
    assert (waits(owner), waits(police)) == (True, False)
    says("claimed", owner)
    says("confirmed", police)
    assert (waits(owner), waits(police)) == (False, False)


def test_what_is_asked_is_told_without_a_word_of_it() -> None:
    found = Found(timedelta(hours=2))
    finding = found.offered()
    assert (finding.words or "?") not in browser(found.partner).get(
        "/"
    ).content.decode()


def leads(who: Appointment, name: str, about: object) -> bool:
    """Whether a notice leads there."""
    there = reverse(f"evaluation:{name}", args=[about])
    return f'class="nl-link" href="{there}"' in browser(who).get("/").content.decode()


def test_a_notice_leads_to_what_is_asked_as_long_as_one_may_see_it() -> None:
    """F67, N22"""
    found = Found(timedelta(hours=2))
    who, other = found.partner, found.outsider()
    found.offered()
    scan = begun(found.table)
    places = (("facts", found.study.pk), ("scan", scan.pk))
    assert all(leads(who, *each) for each in places)
    assert not any(leads(other, *each) for each in places)
    html = browser(who).get("/").content.decode()
    assert "De jaarscan wacht op het antwoord van uw organisatie" in html
    yesterday = timezone.localdate() - timedelta(days=1)
    Appointment.objects.filter(pk=who.pk).update(until=yesterday)
    AppointmentFactory(
        user=who.user, organisation=who.organisation, role=Role.LOG_REVIEWER
    )
    assert not any(leads(who, *each) for each in places)


def test_more_findings_and_a_scan_take_no_more_queries() -> None:
    found = Found(timedelta(hours=2))

    def counted() -> int:
        with CaptureQueriesContext(connection) as queries:
            browser(found.partner).get("/")
        return len(queries)

    found.offered()
    few = counted()
    for _ in range(4):
        found.offered()
    begun(found.table)
    assert counted() <= few
