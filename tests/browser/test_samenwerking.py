"""Agreeing and expecting as people do: with a keyboard, on any screen, by everybody."""

from collections.abc import Callable
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.casework.actions.agreements import claim
from expliciet.casework.models import Agreement, Claim
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Opening, Record, Seat
from tests.browser.tables import as_
from tests.casework.approach import in_days
from tests.casework.promises import agreed, expected
from tests.factories import Table, earlier_today

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
Scheme = Literal["light", "dark"]
LONG = "v" * 90


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


class Case:
    """A table with something in every list: to answer, to accept, late, to confirm."""

    def __init__(self) -> None:
        self.table = table = Table(now=earlier_today())
        self.police = table.seat("police")
        self.town, self.guest = table.seat("municipality"), table.guest()
        self.asked = expected(table, self.town, self.police, text=f"belt {LONG}")
        expected(table, self.police, self.guest)
        self.waits = agreed(table, self.police, self.town)
        self.late = agreed(table, self.police)
        self.done = agreed(table, self.town, why=LONG)
        Agreement.objects.filter(pk=self.late.pk).update(due_on=in_days(-3))
        told = Claim(agreement=self.done, done_on=in_days(0), words="gebeld")
        claim(told, by=self.town, now=table.tick())
        for seat in (self.police, table.chair):
            opening = Opening(purpose="overleg voorbereiden")
            state_purpose(opening, by=seat, now=timezone.now())

    def to(self, name: str, about: Record | None = None) -> str:
        more = [about.pk] if about else []
        return reverse(f"casework:{name}", args=[self.table.dossier.pk, *more])

    @property
    def part(self) -> str:
        page = reverse("dossiers:detail", args=[self.table.dossier.pk])
        return f"{page}?deel=samenwerking"

    @property
    def pages(self) -> list[str]:
        return [
            self.part,
            self.to("agree"),
            self.to("agree-anew", self.late),
            self.to("reply", self.waits),
            self.to("claim", self.late),
            self.to("confirm", self.done),
            self.to("expect"),
            self.to("answer-expectation", self.asked),
            self.to("case-number"),
            self.to("as-text"),
            reverse("agreements:open"),
        ]


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_everybody_can_use_it_on_every_screen(
    page: Page, site: str, axe: Look, language: str, scheme: Scheme
) -> None:
    """Axe, the dark, the other language, and a screen of 320 pixels."""
    case = Case()
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, case.police.user)
    for address in case.pages:
        page.set_viewport_size({"width": 1280, "height": 800})
        answer = page.goto(site + address)
        assert answer
        assert answer.status == 200, address
        assert axe(page) == [], address
        page.set_viewport_size({"width": 320, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, address


def chosen(page: Page, seat: Seat) -> None:
    page.select_option("#id_owner", str(seat.pk))


def test_an_agreement_from_keyboard_to_acceptance(page: Page, site: str) -> None:
    """F49, F50: asked what is open while one types; accepted in one tap."""
    case = Case()
    as_(page, site, case.police.user)
    page.goto(site + case.to("agree"))
    page.focus("#id_deed")
    page.keyboard.type("monitort de situatie")
    question = page.locator("#question_owner .asking")
    expect(question).to_be_visible(timeout=20_000)
    page.focus("#id_deed")
    page.keyboard.press("Control+a")
    page.keyboard.type("belt de school over het rooster")
    chosen(page, case.police)
    page.fill("#id_due_on", in_days(6).isoformat())
    page.focus("#id_done_when")
    page.keyboard.type("er is een gesprek gepland")
    page.locator("[name=hears]").nth(2).check()
    page.locator("[data-record]").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    wrong = page.locator(".utrecht-form-field-error-message, .utrecht-alert--error")
    assert wrong.all_inner_texts() == []
    there = page.locator(f"[id='{case.waits.reference}']")
    with page.expect_navigation():
        there.get_by_role("button", name="Aanvaarden").click()
    case.waits.refresh_from_db()
    assert case.waits.reply.says == "yes"


def test_a_yes_asks_at_once_for_the_rest(page: Page, site: str) -> None:
    """N3, F56: and a no does not."""
    case = Case()
    as_(page, site, case.police.user)
    page.goto(site + case.to("answer-expectation", case.asked))
    rest = page.locator(".asked--agreement")
    expect(rest).to_be_hidden()
    page.locator("[name=says][value=yes]").check()
    expect(rest).to_be_visible()
    page.locator("[name=says][value=no]").check()
    expect(rest).to_be_hidden()
    page.fill("#id_words", "dat mag niet zonder machtiging")
    with page.expect_navigation():
        page.locator("[data-record]").click()
    case.asked.refresh_from_db()
    assert case.asked.answer.says == "no"


def test_the_text_is_copied_with_one_button(page: Page, site: str) -> None:
    """N6: and it says whether that worked."""
    case = Case()
    as_(page, site, case.police.user)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site + case.to("as-text"))
    page.locator("[data-copies]").click()
    expect(page.locator("[data-copied]")).to_contain_text("klembord")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert case.late.reference in copied
