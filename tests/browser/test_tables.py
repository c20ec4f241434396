"""Setting a table as people do: opening, inviting, persons, files, handing over."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import (
    Dossier,
    Opening,
    Seat,
)
from tests.browser.tables import Case, as_
from tests.factories import AppointmentFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
SEND = "form.form button.nl-button--primary"


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


@pytest.fixture
def case() -> Case:
    return Case()


# --- seen by everybody --------------------------------------------------------------


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_every_page_and_state_can_be_used_by_everybody(
    page: Page,
    site: str,
    axe: Look,
    case: Case,
    language: str,
    scheme: Literal["light", "dark"],
) -> None:
    """T27: the forms too as they come back with what is wrong."""
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, case.chair.user)
    for address in case.pages:
        page.goto(site + address)
        assert axe(page) == [], address
    for address in case.forms:
        page.goto(site + address)
        assert axe(page) == [], address
        for field in page.locator("form.form textarea").all():
            field.evaluate("field => { field.value = '' }")
        page.click(SEND)
        expect(page.locator("form.form")).to_be_visible()
        assert axe(page) == [], f"{address}, sent"


def test_every_page_fits_a_small_screen(page: Page, site: str, case: Case) -> None:
    as_(page, site, case.chair.user)
    page.set_viewport_size({"width": 320, "height": 640})
    for address in [*case.pages, *case.forms, case.of("detail")]:
        page.goto(site + address)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, address


# --- a dossier begins ---------------------------------------------------------------


def test_a_dossier_is_opened_and_its_table_set(
    page: Page, site: str, case: Case
) -> None:
    """From the list to a colleague at the table."""
    as_(page, site, case.chair.user)
    page.goto(site + reverse("dossiers:list"))
    page.click("text=Open een dossier")
    name = page.locator(".drawn output")
    first = name.inner_text()
    page.fill("[name=ground]", "Besluit van de weegploeg (verzonnen).")
    for _ in range(3):  # three draws of the same name would be a wonder
        page.click("text=Trek een andere")
        if name.inner_text() != first:
            break
    drawn = name.inner_text()
    assert drawn != first
    expect(page.locator("[name=ground]")).to_have_value(
        "Besluit van de weegploeg (verzonnen)."
    )
    today = timezone.localdate()
    page.fill("[name=grounded_on]", today.isoformat())
    page.check("[name=regime][value=wet-pga]")
    page.select_option("[name=controller]", index=1)
    page.fill("[name=review_on]", (today + timedelta(days=30)).isoformat())
    page.select_option("[name=deputy]", index=1)
    page.fill("[name=why]", "leiden deze tafel (verzonnen)")
    page.press("[name=review_on]", "Enter")  # sends, and does not draw
    page.check("[name=purpose] >> nth=0")
    page.click("form.form button")
    expect(page.locator("h1")).to_contain_text(drawn)
    page.click("text=Tafel")
    page.click("main a[href$='/tafel/collega/']")
    label = page.locator("[name=user] option", has_text="Nieuw Verzonnen").inner_text()
    page.select_option("[name=user]", label=label)
    page.fill("[name=why]", "kent de straat (verzonnen)")
    page.check("[name=mandate][value=commit]")
    page.click(SEND)
    expect(page.locator("table").first).to_contain_text("Nieuw Verzonnen")
    opened = Dossier.objects.get(working_name=drawn)
    assert opened.seats.count() == 3


# --- forms ask what applies, and lose nothing ----------------------------------------


def test_a_form_asks_only_what_applies(page: Page, site: str, case: Case) -> None:
    as_(page, site, case.chair.user)
    page.goto(site + case.of("add-person"))
    custody, necessity = page.locator("#id_custody"), page.locator("#id_necessity")
    named = page.locator("[name=named]").first
    for asked in (custody, necessity, named):
        expect(asked).to_be_hidden()
    page.check("#id_is_minor")
    expect(custody).to_be_visible()
    page.check("[name=role][value=third_party]")
    expect(necessity).to_be_visible()
    page.check("[name=hears][value=named]")
    expect(named).to_be_visible()
    page.uncheck("#id_is_minor")
    expect(custody).to_be_hidden()


def test_what_is_typed_is_kept_while_one_types(
    page: Page, site: str, case: Case
) -> None:
    as_(page, site, case.chair.user)
    page.goto(site + case.of("invite-guest"))
    page.fill("[name=guest_name]", "Half Verzonnen")
    page.fill("[name=why]", "kent de familie (verzonnen)")
    expect(page.locator(".draft")).to_contain_text("Concept bewaard")
    page.goto(site + case.of("invite-guest"))
    expect(page.locator("[name=guest_name]")).to_have_value("Half Verzonnen")
    expect(page.locator("[name=why]")).to_have_value("kent de familie (verzonnen)")


def test_everything_works_without_scripts(
    browser: Browser, site: str, case: Case, tmp_path: Path
) -> None:
    """A person, a file in and out again, and leaving."""
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = as_(context.new_page(), site, case.chair.user)
    page.goto(site + case.of("add-person"))
    page.check("[name=role][value=family]")
    page.fill("[name=name]", "Ada Verzonnen")
    page.check("[name=hears][value=named]")
    page.check(f"[name=named][value='{case.police.organisation_id}']")
    page.click(SEND)
    expect(page.locator("#persons")).to_contain_text("Ada Verzonnen")
    letter = tmp_path / "brief van school.txt"
    letter.write_text("Een verzonnen brief.\n", encoding="utf-8")
    page.goto(site + case.of("add-attachment"))
    page.set_input_files("[name=content]", letter)
    page.fill("[name=what]", "de brief van school (verzonnen)")
    page.check("[name=hears][value=own]")
    page.click(SEND)
    with page.expect_download() as coming:
        page.click("text=brief van school.txt")
    taken = coming.value
    assert taken.suggested_filename == "brief van school.txt"
    assert taken.path().read_bytes() == letter.read_bytes()
    context.close()


def test_whoever_hands_over_is_out_and_the_successor_reads_it(
    page: Page, site: str, case: Case
) -> None:
    """S61."""
    coming = AppointmentFactory(
        organisation=case.police.organisation, user__name="Opvolger Verzonnen"
    )
    state_purpose(
        Opening(purpose="overleg voorbereiden"), by=case.police, now=timezone.now()
    )
    as_(page, site, case.police.user)
    page.goto(site + case.of("seats"))
    page.click("text=Draag uw plek over")
    expect(page.locator("[name=open_ends]")).to_have_value(
        f"{case.dossier.review_on:%d-%m-%Y}: herziening van dit dossier"
    )
    page.select_option("[name=user]", label="Opvolger Verzonnen")
    page.fill("[name=why]", "neemt de wijk over (verzonnen)")
    page.fill("[name=summary]", "Hij komt op tijd (verzonnen).")
    page.click(SEND)
    expect(page.locator("main")).to_contain_text("Overgedragen")
    answer = page.goto(site + case.of("detail"))
    assert answer is not None
    assert answer.status == 404
    successor = Seat.objects.get(user=coming.user)
    state_purpose(
        Opening(purpose="overleg voorbereiden"), by=successor, now=timezone.now()
    )
    as_(page, site, coming.user)
    page.goto(site + case.of("detail"))
    expect(page.locator("main")).to_contain_text("Hij komt op tijd (verzonnen).")
