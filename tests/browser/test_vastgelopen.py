"""Being stuck, saying where one stops, holding something back: used by everybody."""

from collections.abc import Callable
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.casework.models import Impasse, Position
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Opening
from tests.browser.tables import as_
from tests.casework.stuck import day, end, go_further, hold_back, limit, stand, stuck
from tests.factories import Table, earlier_today

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
Scheme = Literal["light", "dark"]
LONG = "v" * 90


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


class Case:
    """A table that is stuck on one thing and was on another; limits; something held."""

    def __init__(self) -> None:
        self.table = table = Table(now=earlier_today())
        police, school = table.seat("police"), table.seat("onderwijs")
        self.chair = table.chair
        self.question = stuck(table, police, asked=LONG)
        stand(table, self.question, police, f"wij niet {LONG}")
        stand(table, self.question, police, "wij wel")
        go_further(table, self.question, self.chair, to_whom=LONG)
        over = stuck(table, school, question="Wie belde?")
        end(table, over, self.chair)
        Impasse.objects.filter(pk=over.pk).update(decide_by=day(table, -2))
        limit(table, school, instead="wel een telefoontje")
        self.held = hold_back(table, self.chair)
        state_purpose(
            Opening(purpose="overleg voorbereiden"), by=self.chair, now=timezone.now()
        )

    def to(self, name: str, *about: object) -> str:
        return reverse(f"casework:{name}", args=[self.table.dossier.pk, *about])

    @property
    def part(self) -> str:
        page = reverse("dossiers:detail", args=[self.table.dossier.pk])
        return f"{page}?deel=samenwerking"

    @property
    def pages(self) -> list[str]:
        one = self.question.pk
        return [
            self.part,
            self.to("declare"),
            self.to("limit"),
            self.to("withhold"),
            self.to("withhold-anew", self.held.pk),
            self.to("further", one),
            self.to("resolve", one),
            self.to("impasse-note", one),
        ]


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_everybody_can_use_it_on_every_screen(
    page: Page, site: str, axe: Look, language: str, scheme: Scheme
) -> None:
    """Axe, the dark, the other language, and a screen of 320 pixels."""
    case = Case()
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, case.chair.user)
    for address in case.pages:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(site + address)
        assert axe(page) == [], address
        page.set_viewport_size({"width": 320, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, address


def test_one_says_where_one_stands_with_a_keyboard_alone(page: Page, site: str) -> None:
    """F61: from the link at the impasse to the words that stand with it."""
    case = Case()
    as_(page, site, case.chair.user)
    page.goto(site + case.part)
    link = page.get_by_role("link", name="Zeg waar wij staan").first
    link.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.focus("#id_words")
    page.keyboard.type("Wij kunnen leven met de wijkagent.")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Wij kunnen leven met de wijkagent.")).to_be_visible()
    assert Position.objects.count() == 3


def test_the_note_prints_on_one_page(page: Page, site: str) -> None:
    """S38: A4, without anything to press."""
    case = Case()
    as_(page, site, case.chair.user)
    page.goto(site + case.to("impasse-note", case.question.pk))
    page.emulate_media(media="print")
    expect(page.locator(".paper__back")).to_be_hidden()
    expect(page.locator(".paper__mark")).to_contain_text("Vertrouwelijk")
    paper = page.pdf(format="A4")
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") == 1
