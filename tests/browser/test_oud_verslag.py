"""Old minutes on screen: handed in, answered by keyboard, usable by everybody."""

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.casework.models import OpenPoint
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Opening
from tests.browser.cast import in_days
from tests.browser.tables import as_
from tests.factories import Table, earlier_today

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
SMALL = 320


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_old_minutes_are_taken_over_by_everybody(
    page: Page,
    live_server: LiveServer,
    axe: Look,
    language: str,
    scheme: Literal["light", "dark"],
) -> None:
    """F44, F86, T27: handed in, passed, whole, refused; and skipped with one key."""
    site = str(live_server.url)
    table = Table(now=earlier_today())
    police, now = table.seat("police"), timezone.now()
    state_purpose(Opening(purpose="overleg voorbereiden"), by=table.chair, now=now)
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, table.chair.user)
    held = timezone.localdate() - timedelta(days=20)

    def looks_well() -> None:
        assert axe(page) == [], page.url
        page.set_viewport_size({"width": SMALL, "height": 640})
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= SMALL, page.url
        page.set_viewport_size({"width": 1280, "height": 800})

    page.goto(site + reverse("casework:import", args=[table.dossier.pk]))
    looks_well()
    page.fill(
        "#id_pasted",
        f"{police.who} belt vóór {held + timedelta(days=5):%d-%m-%Y} met de school.\n\n"
        f"{police.who} stuurt vóór {in_days(9)} de brief.\n\n"
        "Besluit: we schalen niet op (verzonnen).",
    )
    page.fill("#id_held_on", held.isoformat())
    page.fill("#id_source", "het wijkteam")
    page.press("#id_source", "Enter")
    expect(page.locator(".taken__words")).to_contain_text("belt")
    looks_well()
    page.check("input[name=hears][value^='table']")
    page.keyboard.press("Enter")
    expect(page.locator(".taken__words")).to_contain_text("brief")
    assert OpenPoint.objects.count() == 1
    looks_well()
    page.fill("#id_deed", "")
    page.press("#id_due_on", "Enter")
    expect(page.locator(".utrecht-form-field-error-message").first).to_be_visible()
    looks_well()
    page.locator("h1").click()
    page.keyboard.press("s")
    expect(page.locator(".taken__words")).to_contain_text("niet op")
    page.locator(".dossier > details summary").click()
    looks_well()
