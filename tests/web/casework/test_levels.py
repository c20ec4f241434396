"""Level, necessity review and telling the person, on the screen."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from expliciet.casework.actions.levels import record_informing
from expliciet.casework.models import Informing, Level, Review, Scaling
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Circle, Dossier
from expliciet.vault.keyring import keyring
from expliciet.web.casework.asked import about_the_approach
from expliciet.web.casework.levels import level_shown
from tests.casework.approach import exit_criterion, in_days, level, step
from tests.factories import Table
from tests.web.casework.bringing import bring_in, fact
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words
from tests.web.dossiers.looking import of

pytestmark = pytest.mark.django_db

SECRET = "GEHEIM-REDEN hij kocht een mes"


def tab(table: Table, part: str = "besluit") -> str:
    return reverse("dossiers:detail", args=[table.dossier.pk]) + f"?deel={part}"


def typed(table: Table, to: Level, **other: str) -> dict[str, str]:
    """A step to this level as somebody types it."""
    said = {
        "direction": "up",
        "reason": "er kwam een dreigbrief bij",
        "review_on": in_days(30).isoformat(),
        "hears": table.hears(table.chair),
    }
    for number, _criterion in enumerate(to.criteria, 1):
        said |= {f"met_{number}": "met", f"evidence_{number}": "gezien (verzonnen)"}
    return said | other


def test_a_statement_withdrawn_meanwhile_is_said_at_its_criterion(
    table: Table, at: At
) -> None:
    """Nothing typed is lost, and what was wrong stands where it is to be mended."""
    police = table.seat("police")
    brought = bring_in(table, police, fact("Hij schreef een brief."))
    line, ico, client = brought.statements.get(), level(table), at(table.chair)
    address = reverse("casework:step", args=[table.dossier.pk, ico.pk])
    withdraw(brought, "verwisseld", by=police, now=table.tick())
    said = typed(table, ico) | {"rests_on_2": str(line.pk)}
    refused = client.post(address, said)
    assert refused.status_code == REFUSED
    second = words(refused).partition('id="criterion-2"')[2].partition("</section>")[0]
    assert "intussen verbeterd of ingetrokken" in second
    assert "<details open>" in second
    assert "er kwam een dreigbrief bij" in words(refused)
    assert not Scaling.objects.exists()


def test_the_table_steps_up_with_every_criterion_answered(table: Table, at: At) -> None:
    """S41, F37, I-25: what was typed stays when one is lacking; nothing calculated."""
    police = table.seat("police")
    line = bring_in(table, police, fact("Hij schreef een brief.")).statements.get()
    ico = level(table)
    client = at(table.chair)
    ladder = words(client.get(reverse("casework:ladder", args=[table.dossier.pk])))
    assert "er is een dreiging" in ladder
    address = reverse("casework:step", args=[table.dossier.pk, ico.pk])
    assert "Hij schreef een brief." in words(client.get(address))
    lacking = client.post(address, typed(table, ico, met_2=""))
    assert lacking.status_code == REFUSED
    assert "onbekend is ook een antwoord" in words(lacking)
    assert "er kwam een dreigbrief bij" in words(lacking)
    answered = client.post(
        address, typed(table, ico, met_2="unknown", rests_on_1=str(line.pk))
    )
    assert answered.status_code == REDIRECTED
    moved = Scaling.objects.get()
    page = words(client.get(tab(table)))
    for told in ("Opschalen · ICO", "Onbekend.", "Hij schreef een brief.", "de tafel"):
        assert told in page
    assert moved.reference in page
    down = words(client.get(address))
    assert re.search(r'value="stay"[^>]*checked', down)


def test_who_records_for_the_table_steps_and_nobody_else(table: Table, at: At) -> None:
    ico, police = level(table), table.seat("police")
    address = reverse("casework:step", args=[table.dossier.pk, ico.pk])
    assert at(police).get(address).status_code == 403
    secretary = table.seat("office", role="secretary")
    assert at(secretary).get(address).status_code == 200
    elsewhere = level(Table(now=table.now))
    other = reverse("casework:step", args=[table.dossier.pk, elsewhere.pk])
    assert at(table.chair).get(other).status_code == 404


@pytest.mark.engines
def test_a_step_in_a_smaller_circle_is_nowhere_for_others(table: Table, at: At) -> None:
    """V4: not on the tab, not on the timeline, not in what it asks."""
    police = table.seat("police")
    ico = level(table, review_days=1)
    moved = step(
        table, ico, circle=Circle.Kind.OWN, reason=SECRET, review_on=in_days(1)
    )
    client = at(police)
    for part in ("besluit", "tijdlijn", "beeld"):
        page = words(client.get(tab(table, part)))
        assert SECRET not in page
        assert moved.reference not in page
    assert SECRET in words(at(table.chair).get(tab(table)))


def test_a_level_has_no_colour_and_no_list_is_sorted_by_it(
    table: Table, at: At
) -> None:
    """F36: of the approach, never of a person."""
    light, heavy = level(table, "Meekijken", 1), level(table, "Zwaar", 3)
    client = at(table.chair)
    step(table, light)
    before = words(client.get(tab(table)))
    step(table, heavy)
    after = words(client.get(tab(table)))
    classes = [set(re.findall(r'class="([^"]+)"', page)) for page in (before, after)]
    assert classes[1] - classes[0] <= {"records"}
    listing = client.get(reverse("dossiers:list") + "?sort=level")
    assert "Zwaar" not in words(listing)


def test_the_level_is_shown_as_it_was_known_and_costs_the_same(table: Table) -> None:
    """F18: by moment; and as many questions for one step as for six."""
    ico = level(table)
    step(table, ico)
    first = table.tick()
    table.chair.unlock(first)

    def asked() -> int:
        now = table.tick()
        with keyring(), CaptureQueriesContext(connection) as caught:
            table.chair.unlock(now)
            level_shown(table.chair, now)
        return len(caught)

    once = asked()
    for _ in range(5):
        step(table, ico, Scaling.Direction.STAY)
    assert asked() == once
    then = level_shown(table.chair, table.tick(), first).context
    assert then["level_now"].said.direction == Scaling.Direction.UP
    assert then["levels_before"] == []


def test_it_asks_for_what_is_due_and_what_was_never_said(table: Table) -> None:
    """F38, S42, S54, I-27, I-33: level, telling, and exit criteria."""
    now = table.tick()
    told = [each.words for each in about_the_approach(table.chair, now)]
    assert len(told) == 2
    ico = level(table)
    step(table, ico, review_on=in_days(1))
    exit_criterion(table)
    record_informing(
        Informing(
            state="postponed",
            ground="safety",
            whom="x",
            words="x",
            review_on=in_days(1),
        ),
        by=table.chair,
        circle=circle_for(table.chair, Circle.Kind.TABLE, table.tick()),
        now=table.tick(),
    )
    assert about_the_approach(table.chair, table.tick()) == []
    later = table.tick() + timezone.timedelta(days=2)
    assert len(about_the_approach(table.chair, later)) == 2
    table.chair.dossier.phase = Dossier.Phase.CLOSED
    assert about_the_approach(table.chair, later) == []


def test_a_necessity_review_leads_on_to_the_next_or_to_the_end(
    table: Table, at: At
) -> None:
    """S43."""
    police, client = table.seat("police"), at(table.chair)
    address = reverse("casework:review", args=[table.dossier.pk])
    said = {
        "outcome": "continue",
        "necessary": "de school kan het niet alleen",
        "lighter": "nee, nog niet",
        "hears": table.hears(table.chair),
    }
    assert client.post(address, said).status_code == REFUSED
    said["next_on"] = in_days(40).isoformat()
    assert client.post(address, said).status_code == REDIRECTED
    table.dossier.refresh_from_db()
    assert table.dossier.review_on == in_days(40)
    shown = words(client.get(tab(table)))
    assert "de school kan het niet alleen" in shown
    assert "Logboek van het huis" not in shown  # a review of the case, not of the trail
    ends = client.post(address, said | {"outcome": "close", "next_on": ""})
    assert ends["Location"] == reverse("casework:close", args=[table.dossier.pk])
    assert Review.objects.count() == 2
    assert at(police).get(address).status_code == 403


def test_telling_waits_only_on_a_ground_with_a_day(table: Table, at: At) -> None:
    """S54, I-33."""
    police = table.seat("police")
    client = at(police)
    assert "leeg is geen antwoord" in words(client.get(tab(table)))
    address = reverse("casework:inform", args=[table.dossier.pk])
    said = {
        "state": "postponed",
        "whom": "de jongen en zijn ouders (verzonnen)",
        "words": "er loopt een onderzoek",
        "hears": table.hears(police),
    }
    assert client.post(address, said).status_code == REFUSED
    said |= {"ground": "investigation", "review_on": in_days(20).isoformat()}
    assert client.post(address, said).status_code == REDIRECTED
    page = words(client.get(of(Informing.objects.get())))
    assert "Uitgesteld" in page
    assert "er loopt een onderzoek" in page


@pytest.mark.parametrize("name", ["letter", "guide"])
def test_the_papers_hold_the_house_and_nothing_of_the_case(
    table: Table, at: At, name: str
) -> None:
    """S54: plain words to print; no number, no name, no word of the dossier."""
    table.note(table.chair, SECRET)
    client = at(table.chair)
    page = words(client.get(reverse(f"casework:{name}", args=[table.dossier.pk])))
    body = page.split("<article")[1].split("</article>")[0]
    assert table.house.name in body
    for secret in (
        SECRET,
        table.dossier.number,
        table.dossier.working_name,
        table.chair.who,
    ):
        assert secret not in body
    if name == "letter":
        assert "U mag vragen wat er over u is opgeschreven." in body
