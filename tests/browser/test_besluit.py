"""Deciding and planning as people do: with a keyboard, on any screen, by everybody."""

from collections.abc import Callable
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.casework.actions.plan import record_progress
from expliciet.casework.lists import bring_ours
from expliciet.casework.models import Decision, Intervention, Progress
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Opening
from tests.browser.tables import as_
from tests.factories import Table, earlier_today
from tests.web.casework.deciding import (
    INTRUDES,
    a_goal,
    an_exit,
    core,
    decide,
    in_days,
    plan,
    to,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
Scheme = Literal["light", "dark"]


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


class Case:
    """A table with a provisional decision, and a plan that goes on and waits."""

    def __init__(self) -> None:
        bring_ours()
        self.table = Table(now=earlier_today())
        town, police, _om = core(self.table)
        self.decision = decide(self.table, [town, police], advice_to="de driehoek")
        an_exit(self.table)
        self.goal = a_goal(self.table, town)
        self.support = plan(self.table, self.goal, police)
        told = Progress(
            of_intervention=self.support,
            known="claimed",
            seen_on=in_days(0),
            words="goed",
        )
        record_progress(told, by=police, now=self.table.tick())
        self.measure = plan(self.table, self.goal, police, **INTRUDES)
        Intervention.objects.filter(pk=self.support.pk).update(review_on=in_days(-2))
        self.chair = self.table.chair
        state_purpose(
            Opening(purpose="overleg voorbereiden"), by=self.chair, now=timezone.now()
        )

    @property
    def part(self) -> str:
        page = reverse("dossiers:detail", args=[self.table.dossier.pk])
        return f"{page}?deel=besluit"

    @property
    def pages(self) -> list[str]:
        pk = self.table.dossier.pk
        return [
            self.part,
            to("decide", pk),
            to("decide-anew", pk, self.decision.pk),
            to("plan", pk),
            to("progress", pk, self.support.pk),
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


def test_a_decision_is_recorded_with_a_keyboard_alone(page: Page, site: str) -> None:
    """F57: from the first field to the button; what was chosen needs no why not."""
    case = Case()
    as_(page, site, case.chair.user)
    page.goto(site + to("decide", case.table.dossier.pk))
    page.focus("#id_question")
    page.keyboard.type("Wie belt hem?")
    page.keyboard.press("Tab")
    page.keyboard.type("De wijkagent belt.")
    page.focus("#id_option_1")
    page.keyboard.type("wijkagent")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#id_dropped_1")).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.type("jeugdwerk")
    page.locator("#id_dropped_2").focus()
    page.keyboard.type("kent hem niet")
    page.focus("#id_why")
    page.keyboard.type("kent hem")
    page.focus("#id_way")
    page.keyboard.press("ArrowDown")
    page.locator("[name=deciders]").first.focus()
    page.keyboard.press("Space")
    expect(page.locator(".asked--reached")).to_be_hidden()
    page.fill("#id_review_on", in_days(20).isoformat())
    page.locator("[name=hears]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.locator("[data-record]").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    wrong = page.locator(".utrecht-form-field-error-message, .utrecht-alert--error")
    assert wrong.all_inner_texts() == []
    expect(page.locator(".decision__outcome").first).to_be_visible()
    expect(page.locator(".decision__outcome").first).to_have_text("De wijkagent belt.")
    assert Decision.objects.count() == 2
