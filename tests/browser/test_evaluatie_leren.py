"""F68, N15, N22: the board, what came of it and the scan; small, dark, by keyboard."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.evaluation.actions.learning import close_session
from expliciet.evaluation.actions.scans import answer_scan, open_scan
from expliciet.evaluation.models import Scan, SolutionDirection
from expliciet.vault.keyring import keyring
from tests.browser.test_house import as_
from tests.evaluation.learning import Learning, answered, opened, partner, put
from tests.evaluation.test_adoption import claimed
from tests.evaluation.test_scans import ALL_YES, begun
from tests.evaluation.test_scans import partner as of_table
from tests.factories import Table, earlier_today

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
SMALL, LARGE = {"width": 320, "height": 640}, {"width": 1280, "height": 900}


@pytest.fixture(autouse=True)
def in_english(page: Page, live_server: LiveServer) -> None:
    page.context.add_cookies([{"name": "taal", "value": "en", "url": live_server.url}])


def is_fine(page: Page, axe: Look, name: str = "") -> None:
    """Nothing for axe to find, and no sideways scrolling, large and small."""
    for size in (LARGE, SMALL):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        if (kept := os.environ.get("PICTURES")) and name:
            page.screenshot(
                path=Path(kept) / f"{name}-{size['width']}.png", full_page=True
            )
        assert axe(page) == []
        wide = "document.documentElement.scrollWidth - innerWidth"
        assert page.evaluate(wide) <= 0


def goes(page: Page, live_server: LiveServer, name: str, *args: object) -> None:
    page.goto(f"{live_server.url}{reverse(f'evaluation:{name}', args=args)}")


@pytest.mark.parametrize("light", ["light", "dark"])
def test_somebody_joins_by_code_adds_by_keyboard_and_sees_what_others_add(
    page: Page,
    live_server: LiveServer,
    axe: Look,
    light: Literal["light", "dark"],
) -> None:
    """F68: typing is never replaced; the focus stays."""
    found, code = opened()
    put(found, "Een vaste beller voor de school (verzonnen)")
    page.emulate_media(color_scheme=light)
    goes(page, live_server, "join")
    is_fine(page, axe, f"deur-{light}")
    page.locator("[name=code]").fill(f"{code[:4]} {code[4:]}")
    page.keyboard.press("Enter")
    page.get_by_label("GGZ").check()
    is_fine(page, axe, f"functie-{light}")
    page.keyboard.press("Enter")
    field = page.locator("#lijn-1")
    field.fill("GGZ belt binnen twee dagen (verzonnen)")
    page.keyboard.press("Enter")
    expect(page.locator("#lijn2")).to_contain_text("GGZ belt binnen twee dagen")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    field.fill("half getypt")
    put(found, "Van een ander scherm (verzonnen)")
    expect(page.locator("#lijn3")).to_be_visible(timeout=8000)
    expect(field).to_have_value("half getypt")
    expect(field).to_be_focused()
    page.locator("#stip3").press("Enter")
    expect(page.locator("#stip3")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#stip3")).to_be_focused()
    is_fine(page, axe, f"bord-{light}")


def test_without_a_connection_what_was_typed_stays_and_is_sent_once(
    page: Page, live_server: LiveServer
) -> None:
    """F68: a dropped connection keeps what was typed and catches up."""
    _found, code = opened()
    goes(page, live_server, "join")
    page.locator("[name=code]").fill(code)
    page.keyboard.press("Enter")
    page.get_by_label("GGZ").check()
    page.keyboard.press("Enter")
    field = page.locator("#lijn-1")
    expect(field).to_be_visible()
    page.wait_for_load_state("load")
    page.context.set_offline(True)
    field.fill("getypt zonder verbinding (verzonnen)")
    page.keyboard.press("Enter")
    expect(page.locator("[data-lost]")).to_be_visible()
    expect(field).to_have_value("getypt zonder verbinding (verzonnen)")
    page.context.set_offline(False)
    expect(page.locator("#lijn1")).to_be_visible(timeout=20000)
    expect(field).to_have_value("")
    assert SolutionDirection.objects.count() == 1


def test_the_leader_groups_and_shows_it_on_the_wall(
    page: Page, live_server: LiveServer, axe: Look
) -> None:
    found, _code = opened()
    for words in ("een", "twee", "drie"):
        put(found, f"richting {words} (verzonnen)")
    where = (found.studied.study.pk, found.session.pk)
    as_(page, live_server.url, found.director)
    goes(page, live_server, "sessions", where[0])
    is_fine(page, axe, "sessies")
    goes(page, live_server, "session-call", where[0])
    is_fine(page, axe, "roepen")
    goes(page, live_server, "session", *where)
    is_fine(page, axe, "sessie")
    page.get_by_role("button", name="Make another code").click()
    expect(page.locator(".code-large")).to_be_visible()
    is_fine(page, axe, "code")
    goes(page, live_server, "board", *where)
    page.locator("#kies1").check()
    page.locator("#kies3").check()
    page.locator(".grouping summary").click()
    page.locator("#naam-1").fill("Bellen (verzonnen)")
    page.keyboard.press("Enter")
    expect(page.locator(".board__group").first).to_contain_text("Bellen")
    is_fine(page, axe, "leiden")
    goes(page, live_server, "own", *where, 1)
    page.locator("#regel").fill("GGZ belt de school vóór 3 december 2027")
    page.keyboard.press("Enter")
    expect(page.locator("[name=first_step]")).not_to_have_value("")
    is_fine(page, axe, "wie")
    page.goto(f"{live_server.url}{reverse('evaluation:board', args=where)}?muur")
    is_fine(page, axe, "muur")


def adopted(live_server: LiveServer) -> Learning:
    found, _code = opened()
    put(found)
    answered(found.recommendations[0], found.director, found.now)
    claimed(found)
    close_session(found.session, by=found.director, now=found.now)
    return found


def test_what_came_of_it_and_making_it_an_agreement(
    page: Page, live_server: LiveServer, axe: Look
) -> None:
    """N15."""
    found = adopted(live_server)
    study, adoption = found.studied.study.pk, found.recommendations[0].adoptions.get()
    as_(page, live_server.url, partner(found, "police"))
    goes(page, live_server, "adoption", study)
    is_fine(page, axe, "overgenomen")
    goes(page, live_server, "adoption-judge", study, adoption.pk)
    is_fine(page, axe, "gezien")
    as_(page, live_server.url, found.director)
    goes(page, live_server, "adopt", study, 1)
    is_fine(page, axe, "overnemen")


def test_the_scan_is_answered_and_read(
    page: Page, live_server: LiveServer, axe: Look
) -> None:
    """N22."""
    table = Table(now=earlier_today())
    scan = begun(table)
    police = of_table(table, "police")
    as_(page, live_server.url, police)
    goes(page, live_server, "scans")
    is_fine(page, axe, "scans")
    goes(page, live_server, "scan-answer", scan.pk)
    is_fine(page, axe, "antwoorden")
    for function in ("police", "GGZ"):
        with keyring():
            answer_scan(scan, ALL_YES, by=of_table(table, function), now=table.tick())
    goes(page, live_server, "scan", scan.pk)
    is_fine(page, axe, "eigen")
    Scan.objects.update(answer_by=timezone.localdate() - timedelta(days=1))
    with keyring():
        open_scan(scan, by=table.director, now=timezone.now())
    goes(page, live_server, "scan", scan.pk)
    is_fine(page, axe, "scan")
    as_(page, live_server.url, table.director)
    goes(page, live_server, "scan-begin")
    is_fine(page, axe, "beginnen")
