"""Conversations, findings, recommendations and the chain: used by everybody."""

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from expliciet.evaluation.models import Finding
from tests.browser.tables import as_
from tests.evaluation.finding import Found

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
Scheme = Literal["light", "dark"]


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


@pytest.fixture
def found() -> Found:
    return Found(timedelta(hours=3))


def to(found: Found, name: str, *more: object) -> str:
    return reverse(f"evaluation:{name}", args=[found.study.pk, *more])


def look_at(page: Page, site: str, axe: Look, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site + address)
    assert axe(page) == [], address
    page.set_viewport_size({"width": 320, "height": 640})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320, address


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_researchers_can_use_it_on_every_screen(
    page: Page, site: str, axe: Look, found: Found, language: str, scheme: Scheme
) -> None:
    """Axe, the dark, the other language, and a screen of 320 pixels."""
    finding = found.offered()
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, found.lead.user)
    number = finding.number
    for address in (
        to(found, "conversations"),
        to(found, "conversation-plan"),
        to(found, "findings"),
        to(found, "finding-add"),
        to(found, "finding", number),
        to(found, "evidence", number),
        to(found, "recommendations"),
        to(found, "recommend"),
    ):
        look_at(page, site, axe, address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_partners_can_use_it_on_every_screen(
    page: Page, site: str, axe: Look, found: Found, scheme: Scheme
) -> None:
    """F67: what was offered, and the word of one's own organisation on it."""
    finding = found.offered()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, found.partner.user)
    for address in (
        to(found, "facts"),
        to(found, "check", finding.number),
        to(found, "recommendations"),
    ):
        look_at(page, site, axe, address)


def test_a_finding_is_written_with_a_keyboard(
    page: Page, site: str, found: Found
) -> None:
    """F67: from the list to the finding, without a mouse."""
    as_(page, site, found.lead.user)
    page.goto(site + to(found, "finding-add"))
    page.locator("[name=subject]").focus()
    page.keyboard.press("ArrowDown")
    page.locator("[name=goes]").first.focus()
    page.keyboard.press("Space")
    page.locator("[name=words]").focus()
    page.keyboard.type("Overdracht staat niet op papier (verzonnen).")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    assert Finding.objects.count() == 1
