"""The course of the process and the report of a study: used by everybody."""

from collections.abc import Callable
from typing import Literal

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.evaluation.models import Reconstruction
from tests.browser.tables import as_
from tests.evaluation.reporting import Course

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
Scheme = Literal["light", "dark"]


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


def to(found: Course, name: str) -> str:
    return reverse(f"evaluation:{name}", args=[found.study.pk])


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_everybody_can_use_it_on_every_screen(
    page: Page, site: str, axe: Look, language: str, scheme: Scheme
) -> None:
    """Axe, the dark, the other language, and a screen of 320 pixels."""
    found = Course(busy=4, steps=8)
    found.counted()
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, found.lead.user)
    for name in ("process", "report"):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(site + to(found, name))
        assert axe(page) == [], name
        page.locator("main details").evaluate_all(
            "all => all.forEach(each => { each.open = true })"
        )
        assert axe(page) == [], name
        page.set_viewport_size({"width": 320, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, name


def test_one_counts_with_a_keyboard_and_sees_pictures(page: Page, site: str) -> None:
    """F58: a press on a button, and charts that the browser can really show."""
    found = Course(busy=4, steps=6)
    as_(page, site, found.lead.user)
    page.goto(site + to(found, "process"))
    page.locator("form[action$='tellen/'] button").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert Reconstruction.objects.count() == 1
    pictures = page.locator("figure img")
    expect(pictures.first).to_be_visible()
    for at in range(pictures.count()):
        picture = pictures.nth(at)
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("image => image.decode().then(() => true)")
        assert picture.evaluate("image => image.naturalWidth") > 300
    page.locator(".themes__list a").last.focus()
    page.keyboard.press("Enter")
    assert "#explicitness" in page.url
    folded = page.locator(".measure__numbers:not([open])").first
    expect(folded.locator("table")).to_be_hidden()
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".measure__numbers table").first).to_be_visible()


def test_on_paper_every_table_stands_open(page: Page, site: str) -> None:
    found = Course(busy=4, steps=6)
    found.counted()
    as_(page, site, found.lead.user)
    page.goto(site + to(found, "process"))
    tables = page.locator(".measure__numbers table")
    page.emulate_media(media="print")
    for at in range(tables.count()):
        shown = tables.nth(at).evaluate("table => table.getBoundingClientRect().height")
        assert shown > 50, at
