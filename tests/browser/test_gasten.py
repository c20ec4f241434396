"""A guest answers one thing: small, dark, by keyboard, and as axe reads it (N28)."""

from collections.abc import Callable
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.casework.actions.expectations import expect as expect_of
from expliciet.casework.actions.guest_questions import Halves, ask_guest
from expliciet.casework.models import Answer, Expectation
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Opening
from tests.browser.test_house import as_
from tests.casework.test_working_together import in_days
from tests.factories import Table, earlier_today

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
SMALL = {"width": 320, "height": 640}


@pytest.fixture
def table() -> Table:
    return Table(now=earlier_today())


@pytest.fixture
def halves(table: Table) -> Halves:
    guest, now = table.guest(), table.tick()
    asked = expect_of(
        Expectation(
            of=guest.organisation,
            text="De school belt bij verzuim nog dezelfde dag (verzonnen).",
            answer_by=in_days(9),
        ),
        by=table.chair,
        circle=circle_for(table.chair, "table", now),
        now=now,
    )
    return ask_guest(asked, guest, by=table.chair, now=table.tick())


def is_fine(page: Page, axe: Look) -> None:
    assert axe(page) == []
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0


@pytest.mark.parametrize("light", ["light", "dark"])
def test_a_guest_answers_by_keyboard_on_a_small_screen(
    page: Page,
    live_server: LiveServer,
    halves: Halves,
    axe: Look,
    light: Literal["light", "dark"],
) -> None:
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    page.emulate_media(color_scheme=light)
    page.goto(f"{live_server.url}{reverse('guests:door', args=[halves.word])}")
    is_fine(page, axe)
    page.get_by_label("Code").fill("00000000")
    page.keyboard.press("Enter")
    expect(page.get_by_text("opent deze link niet")).to_be_visible()
    is_fine(page, axe)
    page.get_by_label("Code").fill(f"{halves.code[:4]} {halves.code[4:]}")
    page.keyboard.press("Enter")
    expect(page.get_by_text("De school belt bij verzuim")).to_be_visible()
    is_fine(page, axe)
    page.get_by_label("nee, omdat").focus()
    page.keyboard.press("Space")
    page.get_by_label("Waarom niet, of wat dan wel").fill("Dat doet leerplicht.")
    page.get_by_role("button", name="Dit antwoord geven").press("Enter")
    expect(page.get_by_role("heading", name="vastgelegd")).to_be_visible()
    is_fine(page, axe)
    assert Answer.objects.get().says == "no"


def test_whoever_chairs_asks_and_ends_it(
    page: Page, live_server: LiveServer, table: Table, halves: Halves, axe: Look
) -> None:
    state_purpose(
        Opening(purpose="overleg voorbereiden"), by=table.chair, now=timezone.now()
    )
    site, guest = live_server.url, halves.question.guest
    as_(page, site, table.director)
    page.goto(f"{site}{reverse('guests:ask', args=[table.dossier.pk, guest.pk])}")
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    is_fine(page, axe)
    page.get_by_role("button", name="Link en code maken").first.click()
    expect(page.get_by_role("heading", name="Link en code")).to_be_visible()
    is_fine(page, axe)
    page.get_by_role("link", name="Ik heb ze allebei").click()
    is_fine(page, axe)
    page.get_by_role("button", name="Link stoppen").first.click()
    expect(page.get_by_text("De link opent niets meer").first).to_be_visible()


def test_it_speaks_english_and_needs_no_script(
    page: Page, live_server: LiveServer, halves: Halves
) -> None:
    page.context.add_cookies([{"name": "taal", "value": "en", "url": live_server.url}])
    page.goto(f"{live_server.url}{reverse('guests:door', args=[halves.word])}")
    expect(page.get_by_role("heading", name="A question to you")).to_be_visible()
