"""N22, N1: the yearly scan on the screen: blind until it opens, then in words."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import Appointment
from expliciet.evaluation.actions.scans import Given, answer_scan
from expliciet.evaluation.figured import Figure, Part
from expliciet.evaluation.models import Scan, ScanAnswer
from expliciet.evaluation.scan_statements import SLUGS
from expliciet.vault.keyring import keyring
from expliciet.web.evaluation.scan_shown import facts
from tests.evaluation.test_scans import begun, partner
from tests.factories import AppointmentFactory, Role, Table, earlier_today
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
CANARY = "GEHEIM wij wachten te lang (verzonnen)"


@pytest.fixture
def table() -> Table:
    return Table(now=earlier_today())


def browser(appointment: Appointment) -> Client:
    return sign_in(Client(), appointment.user)


def typed(says: str = "yes", words: str = "") -> dict[str, str]:
    found = {f"{slug}-says": says for slug in SLUGS}
    return {**found, f"{SLUGS[0]}-words": words}


def given(says: str, words: str = "") -> dict[str, Given]:
    return {slug: Given(says, words) for slug in SLUGS}


def of(name: str, scan: Scan) -> str:
    return reverse(f"evaluation:{name}", args=[scan.pk])


def test_begun_answered_and_opened_on_the_screen(table: Table) -> None:
    """N22: once a year, each partner for itself, opened at once."""
    leader = browser(table.director)
    today = timezone.localdate()
    first = leader.post(
        reverse("evaluation:scan-begin"),
        {"year": today.year, "answer_by": (today + timedelta(days=9)).isoformat()},
    )
    assert first.status_code == 302
    scan = Scan.objects.get()
    police, ggz = partner(table, "police"), partner(table, "GGZ")
    assert browser(police).post(of("scan-answer", scan), {}).status_code == 422
    for by, says in ((police, "yes"), (ggz, "no")):
        sent = typed(says, CANARY)
        assert browser(by).post(of("scan-answer", scan), sent).status_code == 302
    assert browser(police).post(of("scan-open", scan)).status_code == 403
    assert of("scan-open", scan) not in leader.get(of("scan", scan)).content.decode()
    again = browser(police).get(of("scan-answer", scan))
    assert again.headers["Location"] == of("scan", scan), "answered once"
    Scan.objects.update(answer_by=today - timedelta(days=1))
    assert of("scan-open", scan) in leader.get(of("scan", scan)).content.decode()
    assert leader.post(of("scan-open", scan)).status_code == 302
    shown = leader.get(of("scan", scan)).content.decode()
    assert shown.count(CANARY) == 2
    for each in (police, ggz):
        assert each.organisation.name in shown
    assert "%" not in re.sub(r"<[^>]+>", "", shown)


def test_until_it_opens_an_answer_changes_nothing_for_anybody_else(
    table: Table,
) -> None:
    """N1, N22: two worlds that differ only in what another said give the same bytes;
    to the process director, to partners, and to whoever guards privacy."""
    scan, police = begun(table), partner(table, "police")
    officer = AppointmentFactory(
        organisation=table.director.organisation, role=Role.PRIVACY_OFFICER
    )
    viewers = [table.director, officer, partner(table, "GGZ")]
    with keyring():
        answer_scan(scan, given("yes", CANARY), by=police, now=table.tick())
    before = [looked(each, scan) for each in viewers]
    with keyring():
        scan.unlock([police.organisation_id])
        for answer in ScanAnswer.objects.all():
            answer.says, answer.words = "no", "heel iets anders, en korter"
            answer.save()
    assert [looked(each, scan) for each in viewers] == before
    assert not any(CANARY.encode() in each for pages in before for each in pages)
    own = browser(police).get(of("scan", scan)).content.decode()
    assert "heel iets anders" in own


def looked(by: Appointment, scan: Scan) -> list[bytes]:
    client = browser(by)
    addresses = [
        reverse("evaluation:scans"),
        of("scan", scan),
        of("scan-answer", scan),
    ]
    return [TOKEN.sub(b"", client.get(each).content) for each in addresses]


def test_last_year_stands_beside_it(table: Table) -> None:
    today, seen = timezone.localdate(), []
    for year, says in ((today.year - 1, "no"), (today.year, "yes")):
        scan = begun(table)
        Scan.objects.filter(pk=scan.pk).update(year=year)
        for function in ("police", "GGZ"):
            with keyring():
                by = partner(table, function)
                answer_scan(scan, given(says), by=by, now=table.tick())
        Scan.objects.update(answer_by=today - timedelta(days=1))
        leader = browser(table.director)
        assert leader.post(of("scan-open", scan)).status_code == 302
        seen.append(leader.get(of("scan", scan)).content.decode())
    assert f"{today.year - 1}: dit is niet zo" in seen[1]
    assert f"{today.year - 2}: " not in seen[0]


def test_another_house_and_an_evaluator_see_no_scan(table: Table) -> None:
    """V3, V5."""
    scan = begun(table)
    elsewhere = AppointmentFactory(role=Role.PROCESS_DIRECTOR)
    evaluator = AppointmentFactory(
        organisation=table.director.organisation, role=Role.EVALUATOR
    )
    for each in (elsewhere, evaluator):
        client = browser(each)
        for name in ("scan", "scan-answer"):
            assert client.get(of(name, scan)).status_code == 404
        assert client.post(of("scan-open", scan)).status_code == 404


def test_an_open_scan_asks_as_much_with_many_partners(
    table: Table, django_assert_max_num_queries: Any
) -> None:
    scan = begun(table)
    for number in range(2):
        with keyring():
            by = partner(table, f"partner {number}")
            answer_scan(scan, given("yes"), by=by, now=table.tick())
    client = browser(table.director)
    Scan.objects.update(answer_by=timezone.localdate() - timedelta(days=1))
    client.post(of("scan-open", scan))
    with django_assert_max_num_queries(24):
        client.get(of("scan", scan))


def test_facts_of_two_years_are_drawn_as_their_table_has_them() -> None:
    """N22, V1: both years in words, and a bar only where a number may be told."""
    now = Figure("x", "Verzonnen", [Part("op tijd", 12), Part("te laat <b>", None)])
    then = Figure("x", "Verzonnen", [Part("op tijd", 8.5), Part("te laat <b>", 3)])
    drawn = str(facts(now, then, 2026).drawn)
    said = re.findall(r">([^<>]+)</text>", drawn)
    assert {"2026: 12", "2025: 8,5", "2025: 3", "te laat &lt;b&gt;"} < set(said)
    assert len([each for each in said if each.startswith("20")]) == 4
    assert len(re.findall(r'<rect [^>]*width="', drawn)) == 3


def test_without_a_year_before_there_is_nothing_to_draw() -> None:
    now = Figure("x", "Verzonnen", [Part("op tijd", 12)])
    few = Figure("x", "Verzonnen", [Part("op tijd", None)])
    assert facts(now, None, 2026).drawn == ""
    assert facts(now, few, 2026).drawn == ""
    assert facts(few, now, 2026).drawn == ""
