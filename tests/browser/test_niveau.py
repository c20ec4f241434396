"""Level, review, telling, the end, its card and the timeline: for everybody, on any
screen, in the dark, in the other language and on paper."""

from collections.abc import Callable
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.casework.actions.levels import record_informing, review_necessity
from expliciet.casework.lists import bring_ours
from expliciet.casework.models import Informing, Review, Scaling
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Opening, Seat
from tests.browser.tables import as_
from tests.casework.approach import close, exit_criterion, in_days, level, step
from tests.factories import AppointmentFactory, Table, earlier_today
from tests.web.casework.bringing import bring_in, fact
from tests.web.casework.deciding import INTRUDES, a_goal, core, plan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
Scheme = Literal["light", "dark"]
WAYS: tuple[tuple[str, Scheme], ...] = (
    ("nl", "light"),
    ("en", "dark"),
)


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


class Case:
    """A table that moved to a level, and said why the person is told later."""

    def __init__(self) -> None:
        bring_ours()
        self.table = table = Table(now=earlier_today())
        self.town, self.police, _law = core(table)
        bring_in(table, self.police, fact("Hij schreef een brief."))
        self.level = level(table)
        step(table, self.level, reason="Er kwam een dreigbrief bij.")
        exit_criterion(table)
        goal = a_goal(table, self.town)
        plan(table, goal, self.police)
        plan(table, goal, self.police, **INTRUDES)
        told = Informing(
            state="postponed",
            whom="hijzelf",
            ground="investigation",
            words="het onderzoek loopt nog (verzonnen)",
            review_on=in_days(20),
        )
        asked = Review(
            outcome="continue",
            necessary="één partner kan dit niet alleen",
            lighter="het wijkteam mag dit niet",
            next_on=in_days(60),
        )
        now = table.tick()
        table.chair.unlock(now)
        everybody = circle_for(table.chair, "table", now)
        record_informing(told, by=table.chair, circle=everybody, now=now)
        review_necessity(asked, by=table.chair, circle=everybody, now=table.tick())

    def of(self, name: str, *about: object) -> str:
        return reverse(f"casework:{name}", args=[self.table.dossier.pk, *about])

    def part(self, name: str) -> str:
        page = reverse("dossiers:detail", args=[self.table.dossier.pk])
        return f"{page}?deel={name}"

    @property
    def pages(self) -> list[str]:
        return [
            self.part("besluit"),
            self.part("tijdlijn"),
            self.of("ladder"),
            self.of("step", self.level.pk),
            self.of("review"),
            self.of("inform"),
            self.of("letter"),
            self.of("guide"),
            self.of("between"),
            self.of("close"),
        ]

    def ended(self) -> Seat:
        """The approach ended; the municipality keeps the card."""
        organisation = self.town.organisation
        AppointmentFactory(organisation=organisation, user__name="Opvolger Verzonnen")
        close(self.table, self.town)
        return Seat.objects.get(user=self.town.user, role=Seat.Role.AFTERCARE)


def visit(page: Page, site: str, seat: Seat) -> None:
    as_(page, site, seat.user)
    purpose = Opening(purpose="overleg voorbereiden")
    state_purpose(purpose, by=seat, now=timezone.now())


def wrong_with(page: Page, axe: Look, addresses: list[str]) -> list[str]:
    """What axe finds on these pages, and which do not fit a screen of 320 pixels."""
    found: list[str] = []
    for address in addresses:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(address)
        found += [f"{address}: {each}" for each in axe(page)]
        page.set_viewport_size({"width": 320, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 320:
            found.append(f"{address}: {wide} pixels wide")
    return found


@pytest.mark.parametrize(("language", "scheme"), WAYS)
def test_everybody_can_use_it_on_every_screen(
    page: Page, site: str, axe: Look, language: str, scheme: Scheme
) -> None:
    """Axe, the dark, the other language, and a screen of 320 pixels; the card too."""
    case = Case()
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    visit(page, site, case.table.chair)
    wrong = wrong_with(page, axe, [site + each for each in case.pages])
    visit(page, site, case.ended())
    cards = [site + case.of("card"), site + case.of("hand-card")]
    wrong += wrong_with(page, axe, cards)
    assert wrong == [], "\n".join(wrong)


def test_a_step_is_recorded_with_a_keyboard_alone(page: Page, site: str) -> None:
    """F37: every criterion answered, from the first choice to the button."""
    case = Case()
    visit(page, site, case.table.chair)
    page.goto(site + case.of("step", case.level.pk))
    for number in (1, 2):
        page.locator(f"[name=met_{number}]").first.focus()
        page.keyboard.press("Space")
        page.focus(f"[name=evidence_{number}]")
        page.keyboard.type("De brief lag op het stadhuis.")
    page.locator("[name=direction][value=stay]").focus()
    page.keyboard.press("Space")
    page.focus("[name=reason]")
    page.keyboard.type("De brief ligt er nog.")
    page.locator("[name=hears]").first.focus()
    page.keyboard.press("Space")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    wrong = page.locator(".utrecht-form-field-error-message, .utrecht-alert--error")
    assert wrong.all_inner_texts() == []
    assert Scaling.objects.count() == 2


def test_on_paper_the_limits_stand_beside_the_words(page: Page, site: str) -> None:
    """N6: a line above the page, and under each contribution what it is closed to."""
    case = Case()
    visit(page, site, case.table.chair)
    page.goto(site + case.part("beeld"))
    expect(page.locator(".on-paper-only")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".on-paper-only")).to_be_visible()
    expect(page.locator(".brought .closed-to").first).to_be_visible()


def test_who_copies_is_told_that_the_limits_go_along(page: Page, site: str) -> None:
    """N6: nothing is blocked; the words and their limits are copied together."""
    case = Case()
    visit(page, site, case.table.chair)
    page.goto(site + case.part("beeld"))
    told = page.evaluate(
        """() => {
            const words = document.querySelector(".statement__text");
            getSelection().selectAllChildren(words);
            const data = new DataTransfer();
            const how = {clipboardData: data, bubbles: true, cancelable: true};
            const copied = new ClipboardEvent("copy", how);
            words.dispatchEvent(copied);
            return data.getData("text/plain");
        }"""
    )
    assert "Hij schreef een brief." in told
    assert "Mag niet worden gebruikt voor:" in told
    expect(page.locator("#copied")).to_be_visible()
    expect(page.locator("#copied")).to_contain_text("mee gekopieerd")
