"""What stands still, as people look at it: with a keyboard, on any screen."""

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.casework.actions.signals import leave_so
from expliciet.casework.models import LeftSo
from expliciet.casework.signals import found_anew
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Opening
from tests.browser.tables import as_
from tests.casework import stalling
from tests.factories import Table

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
Scheme = Literal["light", "dark"]


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


class Case:
    """A table of forty days ago: two things stand still, one of them left so."""

    def __init__(self) -> None:
        self.table = Table(now=timezone.localtime() - timedelta(days=40))
        town, police, _om = stalling.core(self.table)
        stalling.expected(self.table, town, police)
        once = stalling.moved(self.table, stalling.agreed(self.table, police), 14)
        stalling.moved(self.table, once, 60)
        self.chair = self.table.chair
        now = timezone.now()
        state_purpose(Opening(purpose="overleg voorbereiden"), by=self.chair, now=now)
        marks = {one.rule.code: one.mark for one in found_anew(self.chair, now)}
        self.speaking = marks["EX301"]
        left = LeftSo(mark=marks["EX302"], why="de jurist", until=in_days(20))
        leave_so(left, by=self.chair, now=now)

    @property
    def part(self) -> str:
        page = reverse("dossiers:detail", args=[self.table.dossier.pk])
        return f"{page}?deel=samenwerking"

    @property
    def form(self) -> str:
        return reverse("casework:leave-so", args=[self.table.dossier.pk, self.speaking])

    @property
    def pages(self) -> list[str]:
        return [self.part, self.form, reverse("signals:everywhere")]


def in_days(days: int) -> object:
    return timezone.localdate() + timedelta(days=days)


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_everybody_can_read_it_on_every_screen(
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
        for folded in page.locator("details.signals-left > summary").all():
            folded.click()
        assert axe(page) == [], address
        page.set_viewport_size({"width": 320, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, address


def test_a_signal_is_left_so_with_a_keyboard_alone(page: Page, site: str) -> None:
    """N9: why, until when, and then it is silent here."""
    case = Case()
    as_(page, site, case.chair.user)
    page.goto(site + case.part)
    page.get_by_role("link", name="Laat dit voorlopig zo").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.focus("#id_why")
    page.keyboard.type("De politie is volgende week terug.")
    page.fill("#id_until", str(in_days(9)))
    page.focus("#id_until")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.locator("#signalen .quiet").first).to_contain_text("staat niets stil")
    expect(page.locator("#signalen .signals-left")).to_contain_text("volgende week")
