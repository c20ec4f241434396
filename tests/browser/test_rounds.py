"""A round as people live it: written by two, revealed by one, read by all."""

from collections.abc import Callable
from typing import Literal

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.casework.models import Reading, Round
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Opening, Seat
from tests.casework.reading import (
    NO,
    YES,
    brought_in,
    opened,
    otherwise,
    own_view,
    read_together,
    revealed,
    written,
)
from tests.factories import Table, earlier_today
from tests.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
LONG = "v" * 90


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


class Case:
    """One round that runs, one that was revealed and read together (made up)."""

    def __init__(self) -> None:
        self.table = table = Table(now=earlier_today())
        self.police, self.town = table.seat("police"), table.seat("municipality")
        table.guest("onderwijs")
        fact = brought_in(table, self.police, f"Hij plakte stickers. {LONG}")
        self.over = opened(table, size=Round.Size.FULL, question=f"Zien wij? {LONG}")
        written(table, self.over, self.police, YES, rests_on=[fact], sees=LONG)
        written(table, self.over, self.town, NO, themes={"violence": NO})
        revealed(table, self.over)
        read_together(table, [fact], of_round=self.over)
        self.told = read_together(table, [fact], summary=LONG, changed="nieuw")
        otherwise(table, self.told, self.town)
        own_view(table, self.town)
        self.running = opened(table, question="Kan het lichter?")
        written(table, self.running, self.town, NO)

    def of(self, name: str, *about: object) -> str:
        return reverse(f"casework:{name}", args=[self.table.dossier.pk, *about])

    @property
    def tab(self) -> str:
        detail = reverse("dossiers:detail", args=[self.table.dossier.pk])
        return f"{detail}?deel=duiding"

    @property
    def pages(self) -> list[str]:
        return [
            self.tab,
            self.of("round", self.over.pk),
            f"{self.of('round', self.over.pk)}?eerst=answer",
            self.of("round", self.running.pk),
            self.of("open-round"),
            self.of("interpret"),
            self.of("correct-interpretation", self.told.pk),
            self.of("dissent", self.told.pk),
            self.of("view"),
        ]


@pytest.fixture
def case() -> Case:
    return Case()


def as_(page: Page, site: str, seat: Seat) -> Page:
    """This window is signed in as whoever sits there, with a purpose stated."""
    assert seat.user
    cookie = sign_in(Client(), seat.user).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie.value, "url": site}]
    )
    if not Opening.objects.filter(seat=seat).exists():
        purpose = Opening(purpose="overleg voorbereiden")
        state_purpose(purpose, by=seat, now=timezone.now())
    return page


def too_wide(page: Page) -> list[str]:
    """What stands out at the side, innermost; nothing where nothing scrolls."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
            [...document.querySelectorAll('main *')]
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                .filter(e => !e.closest('.map'))
                .map(e => e.outerHTML.slice(0, 120))"""
    )
    return found


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_every_page_can_be_used_by_everybody_on_any_screen(
    page: Page,
    site: str,
    axe: Look,
    case: Case,
    language: str,
    scheme: Literal["light", "dark"],
) -> None:
    """T27: axe is content; and nothing is wider than a small screen."""
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, case.table.chair)
    for address in case.pages:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(site + address)
        for shut in page.locator("main details").all():
            shut.evaluate("details => { details.open = true }")
        assert axe(page) == [], address
        page.set_viewport_size({"width": 320, "height": 640})
        assert too_wide(page) == [], address
    as_(page, site, case.police)
    page.goto(site + case.of("reading", case.running.pk))
    assert axe(page) == [], "reading"
    page.click("form.form button[class*=primary]")
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    assert axe(page) == [], "refused"
    assert too_wide(page) == [], "reading"


def test_one_writes_by_keyboard_another_reveals_and_both_read(
    page: Page, site: str, case: Case
) -> None:
    """N1, N2: from one's own work to the sentence, on the width of a phone."""
    page.set_viewport_size({"width": 390, "height": 800})
    as_(page, site, case.police)
    page.goto(site + "/")
    page.get_by_role("link", name="Onze duiding schrijven").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kan het lichter?").first).to_be_visible()
    page.focus("[name=sees]")
    page.keyboard.type("Hij kwam zelf langs.")
    page.keyboard.press("Tab")
    page.keyboard.type("Hij wil hier weg.")
    page.focus("[name=says_answer][value=yes]")
    page.keyboard.press("Space")
    page.focus("[name=words_answer]")
    page.keyboard.type("Hij vroeg om hulp.")
    page.focus("[name=would_change]")
    page.keyboard.type("Een nieuwe melding.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Het blijft dicht tot het onthullen.")).to_be_visible()
    assert Reading.objects.filter(of_round=case.running).count() == 2
    as_(page, site, case.table.chair)
    page.goto(site + case.of("round", case.running.pk))
    expect(page.get_by_text("Hij kwam zelf langs.")).to_have_count(0)
    page.get_by_role("button", name="Onthul alle eigen duidingen").press("Enter")
    told = "Jullie verschillen op 1 punt: de vraag zelf."
    expect(page.get_by_text(told)).to_be_visible()
    page.get_by_role("link", name="Bespreek dit eerst").press("Enter")
    expect(page.locator("#bespreken")).to_be_in_viewport()
    expect(page.locator("#bespreken")).to_contain_text("Hij vroeg om hulp.")
    as_(page, site, case.town)
    page.goto(site + case.of("round", case.running.pk))
    expect(page.get_by_text("Hij kwam zelf langs.").first).to_be_visible()


def test_on_paper_stands_where_one_differs(page: Page, site: str, case: Case) -> None:
    as_(page, site, case.police)
    page.goto(f"{site}{case.of('round', case.over.pk)}?eerst=answer")
    page.emulate_media(media="print")
    expect(page.locator(".difference")).to_be_visible()
    expect(page.locator("#bespreken")).to_be_visible()
    expect(page.locator(".map__table")).to_be_visible()
