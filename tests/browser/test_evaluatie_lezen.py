"""The reading room as people read and code in it: a mouse, or a keyboard alone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.evaluation.models import Coding
from tests.browser.tables import as_
from tests.evaluation.coding import Coders

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
Scheme = Literal["light", "dark"]


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


@pytest.fixture
def coders() -> Coders:
    return Coders(timedelta(days=2))


def to(coders: Coders, name: str, *args: object) -> str:
    return reverse(f"evaluation:{name}", args=[coders.study.pk, *args])


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_everybody_can_read_it_on_every_screen(
    page: Page, site: str, axe: Look, coders: Coders, language: str, scheme: Scheme
) -> None:
    """Axe, the dark, the other language, and a screen of 320 pixels."""
    coders.gives(coders.lead, memo="let op")
    coders.gives(coders.lead, "vaste begeleider meer")
    coders.named("zonder overdracht", parent=coders.word, example="Nieuw gezicht.")
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, coders.lead.user)
    number = coders.dossier.number
    pages = [
        to(coders, "reading"),
        to(coders, "dossier", number),
        to(coders, "codebook"),
        to(coders, "code-add"),
        to(coders, "comparing"),
    ]

    def look(address: str) -> None:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(site + address)
        for folded in page.locator("main details:not([open]) > summary").all():
            folded.click()
        assert axe(page) == [], address
        page.set_viewport_size({"width": 320, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, address

    for address in pages:
        look(address)
    coders.done(coders.lead, coders.coder)
    look(to(coders, "comparing"))
    look(to(coders, "settle", number, 1, coders.word.pk))


def test_selected_words_become_a_coding(page: Page, site: str, coders: Coders) -> None:
    """F63: also over words that were coded before, whose numbers do not count."""
    coders.gives(coders.coder, "geen vaste begeleider")
    as_(page, site, coders.coder.user)
    page.goto(site + to(coders, "dossier", coders.dossier.number))
    page.evaluate(
        """() => {
            const texts = []
            const passage = document.querySelector("[data-passage]")
            const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT)
            while (walker.nextNode()) texts.push(walker.currentNode)
            const range = document.createRange()
            range.setStart(texts[1], 5)
            range.setEnd(texts.at(-1), 5)
            document.getSelection().removeAllRanges()
            document.getSelection().addRange(range)
        }"""
    )
    expect(page.locator("#id_words")).to_have_value("vaste begeleider meer")
    expect(page.locator("#id_number")).to_have_value("1")
    page.select_option("#id_choice", str(coders.word.pk))
    page.focus("#id_memo")
    with page.expect_navigation():
        page.locator("form[data-coding] button").press("Enter")
    expect(page.locator(".codings li")).to_have_count(2)
    made = {each.passage for each in Coding.objects.all()}
    assert made == {"geen vaste begeleider", "vaste begeleider meer"}


def test_one_codes_with_a_keyboard_alone(page: Page, site: str, coders: Coders) -> None:
    as_(page, site, coders.coder.user)
    page.goto(site + to(coders, "dossier", coders.dossier.number))
    page.locator(".masked__deed a").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("#id_number")).to_have_value("1")
    page.focus("#id_words")
    page.keyboard.type("De jongen … begeleider")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".codings li")).to_have_count(1)
    page.locator(".codings button").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".codings li")).to_have_count(0)
