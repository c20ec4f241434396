"""Begrippen and the mirror: small, dark, by keyboard, as axe reads it (N12, N18)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.accounts.actions.loaded_words import add_loaded_word, give_meaning
from expliciet.accounts.models import LoadedWord, Meaning
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Opening, Seat
from tests.browser.test_gasten import SMALL, is_fine
from tests.browser.test_house import as_
from tests.casework.test_mirror import expects
from tests.factories import Table, earlier_today

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
Light = Literal["light", "dark"]


@pytest.fixture
def table() -> Table:
    return Table(now=earlier_today())


@pytest.fixture
def police(table: Table) -> Seat:
    seat = table.seat("police")
    state_purpose(Opening(purpose="overleg voorbereiden"), by=seat, now=timezone.now())
    return seat


@pytest.fixture
def word(table: Table, police: Seat) -> LoadedWord:
    table.house.unlock()
    by = police.user.appointments.get()  # type: ignore[union-attr]
    word = LoadedWord(house=table.house, word="zorgelijk", forms="zorgelijke")
    add_loaded_word(word, means(by.organisation), by=by, now=table.tick())
    anew = means(by.organisation, word=word, why_changed="te ruim (verzonnen)")
    give_meaning(anew, by=by, now=table.tick())
    house = means(None, word=word, not_meant="dat iemand gevaarlijk is")
    give_meaning(house, by=table.director, now=table.tick())
    return word


def means(whose: object, **more: object) -> Meaning:
    said = {"text": "er is een feit bij dat wij niet begrijpen", **more}
    return Meaning(
        organisation=whose,
        review_on=timezone.localdate() + timedelta(days=90),
        **said,
    )


@pytest.mark.parametrize("light", ["light", "dark"])
def test_from_a_word_in_a_text_to_what_each_means_by_it(
    page: Page,
    live_server: LiveServer,
    table: Table,
    police: Seat,
    word: LoadedWord,
    axe: Look,
    light: Light,
) -> None:
    table.note(police, "Hij kwam niet, en dat is zorgelijk (verzonnen).")
    page.emulate_media(color_scheme=light)
    as_(page, live_server.url, police.user.appointments.get())  # type: ignore[union-attr]
    page.goto(live_server.url + reverse("dossiers:detail", args=[table.dossier.pk]))
    assert axe(page) == []
    page.get_by_role("link", name="zorgelijk", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="Zorgelijk")).to_be_visible()
    is_fine(page, axe)
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    page.get_by_text("Wat er eerder mee werd bedoeld").press("Enter")
    expect(page.get_by_text("te ruim (verzonnen)")).to_be_visible()
    is_fine(page, axe)
    page.get_by_role("link", name="Opnieuw zeggen wat wij ermee bedoelen").click()
    is_fine(page, axe)
    page.get_by_label("Waarom verandert de betekenis?").fill("scherper (verzonnen)")
    page.get_by_role("button", name="Leg vast").press("Enter")
    expect(page.get_by_text("naast wat anderen ermee bedoelen")).to_be_visible()


@pytest.mark.parametrize("light", ["light", "dark"])
def test_the_mirror_reads_well_on_any_screen(
    page: Page,
    live_server: LiveServer,
    table: Table,
    police: Seat,
    axe: Look,
    light: Light,
) -> None:
    town = table.seat("municipality")
    asked = expects(table, town, police)
    expects(table, police, town)
    page.emulate_media(color_scheme=light)
    as_(page, live_server.url, police.user.appointments.get())  # type: ignore[union-attr]
    page.goto(live_server.url + "/")
    page.get_by_role("link", name="Spiegel").click()
    expect(page.get_by_role("heading", name="Spiegel")).to_be_visible()
    is_fine(page, axe)
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    is_fine(page, axe)
    page.get_by_role("link", name=asked.reference).press("Enter")
    expect(page.get_by_role("heading", name=asked.reference)).to_be_visible()
