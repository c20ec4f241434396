"""A dossier as people meet it: with a keyboard, on paper, on a small screen."""

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from pytest_playwright.pytest_playwright import CreateContextCallback

from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.actions.persons import record_person
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Circle, Draft, Note, Opening, Person, Seat
from expliciet.web.dossiers.moments import spelled
from tests.factories import Table, earlier_today
from tests.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
SMALL = {"width": 320, "height": 640}
LONG = "a" * 90


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


class Case:
    """A dossier with everything in it that a page can show (all of it made up)."""

    def __init__(self) -> None:
        self.table = table = Table(now=earlier_today())
        self.dossier = table.dossier
        self.police = table.seat("police")
        self.police.user.name = "مريم Verzonnen\u202e"
        self.police.user.save()
        first = table.note(self.police, "Het was dinsdag.")
        self.note = correct(
            Note(text=f"Het was woensdag. {LONG}", why_changed="agenda nagekeken"),
            first,
            by=self.police,
            now=table.tick(),
        )
        table.note(self.police, "Voor onszelf.", circle=Circle.Kind.OWN)
        gone = table.note(self.police, "Verwisselde naam.")
        withdraw(gone, "verwisseld met een ander", by=self.police, now=table.tick())
        self.school = table.seat("onderwijs")
        pass_on(self.note, self.school.organisation, by=self.police, now=table.tick())
        table.guest("GGZ")
        now = table.tick()
        record_person(
            Person(role=Person.Kind.SUBJECT, name="Verzonnen Persoon"),
            by=self.police,
            circle=circle_for(self.police, Circle.Kind.TABLE, now),
            now=now,
        )
        seen = table.tick()
        Seat.objects.filter(pk=self.police.pk).update(
            last_seen_at=seen - timedelta(minutes=50)
        )
        self.moment = table.tick()
        self.last = table.note(table.chair, "Van de voorzitter.", now=timezone.now())

    def of(self, name: str, *about: object) -> str:
        return reverse(f"dossiers:{name}", args=[self.dossier.pk, *about])

    @property
    def pages(self) -> list[str]:
        moment = spelled(self.moment)
        return [
            reverse("dossiers:list"),
            f"{reverse('dossiers:list')}?q=niets",
            self.of("detail"),
            f"{self.of('detail')}?deel=tafel",
            f"{self.of('detail')}?op={moment}",
            f"{self.of('detail')}?op=2026-01-01",
            f"{self.of('detail')}?deel=tafel&op={moment}",
            self.of("log"),
            self.of("note"),
            self.of("record", self.note.pk),
            self.of("correct", self.note.pk),
            self.of("withdraw", self.note.pk),
            self.of("pass-on", self.note.pk),
        ]


@pytest.fixture
def case() -> Case:
    return Case()


def as_(
    page: Page, site: str, seat: Seat, purpose: str = "overleg voorbereiden"
) -> Page:
    """This window is signed in as whoever sits there, with a purpose stated."""
    assert seat.user
    cookie = sign_in(Client(), seat.user).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie.value, "url": site}]
    )
    if purpose:
        state_purpose(Opening(purpose=purpose), by=seat, now=timezone.now())
    return page


def search(page: Page, words: str) -> None:
    page.fill("#woorden", words)
    page.press("#woorden", "Enter")
    expect(page.locator("#found-title")).to_be_visible()


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
    """T27."""
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, case.police, purpose="")
    page.goto(site + case.of("purpose"))
    assert axe(page) == [], "purpose"
    page.check("[name=purpose] >> nth=0")
    page.click("form.form button")
    for address in case.pages:
        page.goto(site + address)
        assert axe(page) == [], address
    page.goto(site + case.of("detail"))
    for shut in page.locator("details").all():
        shut.evaluate("details => { details.open = true }")
    assert axe(page) == [], "opened"
    search(page, "woensdag")
    assert axe(page) == [], "found"
    search(page, "tractor")
    assert axe(page) == [], "not found"
    page.goto(site + case.of("note"))
    page.click("form.form button[class*=primary]")
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    assert axe(page) == [], "refused"


def test_nothing_is_wider_than_a_small_screen(
    page: Page, site: str, case: Case
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    as_(page, site, case.police)
    for address in case.pages:
        page.goto(site + address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, address


def test_everything_to_press_is_large_enough(page: Page, site: str, case: Case) -> None:
    as_(page, site, case.police)
    for address in (case.of("detail"), case.of("note"), reverse("dossiers:list")):
        page.goto(site + address)
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, input, summary, select')]
                .filter(e => e.offsetParent && e.type !== 'hidden')
                .filter(e => !e.matches('[type=radio], [type=checkbox]'))
                .filter(e => Math.min(e.offsetWidth, e.offsetHeight) < 24)
                .map(e => e.outerHTML)"""
        )
        assert small == [], address


def test_on_paper_stands_what_was_said_and_nothing_to_press(
    page: Page, site: str, case: Case
) -> None:
    as_(page, site, case.police)
    page.goto(site + case.of("detail"))
    page.emulate_media(media="print")
    for hidden in (".seek", ".moment", ".record__foot", ".tabs", ".asks"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.get_by_text("Van de voorzitter.")).to_be_visible()
    expect(page.locator(".readers summary").first).to_be_visible()


# --- with a keyboard, and without a script ------------------------------------------


def test_by_keyboard_one_searches_and_says_something(
    page: Page, site: str, case: Case
) -> None:
    as_(page, site, case.police)
    page.goto(site + case.of("detail"))
    page.keyboard.press("/")
    expect(page.locator("#woorden")).to_be_focused()
    page.keyboard.type("voorzitter")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Van de voorzitter.")).to_be_visible()
    page.goto(site + case.of("detail"))
    page.keyboard.press("n")
    expect(page.locator("[name=text]")).to_be_visible()
    page.focus("[name=text]")
    page.keyboard.type("Met het toetsenbord. Ook een n en een /.")
    page.check("[name=hears][value^=own]")
    page.focus("[name=text]")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Met het toetsenbord.")).to_be_visible()


def test_everything_works_without_a_script(
    new_context: CreateContextCallback, site: str, case: Case
) -> None:
    page = as_(new_context(java_script_enabled=False).new_page(), site, case.police, "")
    page.goto(site + case.of("detail"))
    page.check("[name=purpose] >> nth=0")
    page.click("form.form button")
    page.get_by_role("link", name="Nieuwe notitie").click()
    page.fill("[name=text]", "Zonder script gezegd.")
    page.check("[name=hears][value^=table]")
    page.click("form.form button[class*=primary]")
    said = page.locator("article", has_text="Zonder script gezegd.")
    expect(said).to_be_visible()
    said.get_by_text("Wie kan dit later lezen?").click()
    expect(said.get_by_text("Een rechter die erom vraagt.")).to_be_visible()
    said.get_by_role("link", name="Verbeter").click()
    page.fill("[name=text]", "Zonder script verbeterd.")
    page.fill("[name=why_changed]", "preciezer")
    page.click("form.form button[class*=primary]")
    said = page.locator("article", has_text="Zonder script verbeterd.")
    said.get_by_text("toon de eerdere tekst").click()
    expect(said.get_by_text("Zonder script gezegd.")).to_be_visible()
    search(page, "verbeterd")
    page.click("text=Terug naar het dossier")
    page.click("text=vorige wijziging")
    expect(page.locator(".then")).to_be_visible()
    expect(page.get_by_role("link", name="Nieuwe notitie")).to_have_count(0)
    page.click("text=Terug naar nu")
    expect(page.locator(".then")).to_have_count(0)


# --- saying something ---------------------------------------------------------------


def test_what_is_typed_survives_a_page_that_is_left(
    page: Page, site: str, case: Case
) -> None:
    as_(page, site, case.police)
    page.goto(site + case.of("note"))
    page.fill("[name=text]", "Half gezegd.")
    page.check("[name=hears][value^=core]")
    expect(page.locator(".draft")).to_contain_text("Concept", timeout=6000)
    page.goto(site + case.of("detail"))
    page.click("text=Schrijf verder")
    expect(page.locator("[name=text]")).to_have_value("Half gezegd.")
    expect(page.locator("[name=hears][value^=core]")).to_be_checked()
    page.goto(site + case.of("detail"))
    page.click("text=Gooi weg")
    expect(page.get_by_text("Schrijf verder")).to_have_count(0)


def test_what_was_said_at_once_does_not_come_back_as_a_draft(
    page: Page, site: str, case: Case
) -> None:
    """Leaving the page keeps a draft; leaving it because it was sent keeps none."""
    as_(page, site, case.police)
    page.goto(site + case.of("note"))
    page.check("[name=hears][value^=core]")
    page.locator("[name=text]").press_sequentially("Meteen gezegd.")
    page.locator("[name=text]").press("Control+Enter")
    expect(page.get_by_text("Meteen gezegd.")).to_be_visible()
    page.wait_for_timeout(1000)
    assert not Draft.objects.exists()


def test_organisations_are_asked_for_only_when_they_are_chosen(
    page: Page, site: str, case: Case
) -> None:
    as_(page, site, case.police)
    page.goto(site + case.of("note"))
    expect(page.locator("[name=named]").first).to_be_hidden()
    page.check("[name=hears][value^=named]")
    expect(page.locator("[name=named]").first).to_be_visible()


def test_words_of_another_write_no_part_of_the_page(
    page: Page, site: str, case: Case
) -> None:
    """T8: with a policy that lets no such script run, and no such script there."""
    case.table.note(
        case.table.chair,
        "<img src=x onerror=alert(1)><b>vet</b>",
        now=timezone.now(),
    )
    as_(page, site, case.police)
    page.goto(site + case.of("detail"))
    expect(page.get_by_text("<img src=x onerror=alert(1)>")).to_be_visible()
    expect(page.locator(".record__text b, .record__text img")).to_have_count(0)
