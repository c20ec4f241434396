"""One's own page in a browser: opened and answered where it stands, by everybody."""

from collections.abc import Callable
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.accounts.actions.absences import go_away
from expliciet.accounts.models import Absence
from expliciet.casework.models import Answer, Claim, Reply
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.models import Opening
from tests.browser.tables import as_
from tests.casework.approach import in_days
from tests.casework.promises import agreed, expected
from tests.factories import Table, earlier_today

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
Scheme = Literal["light", "dark"]
PHONE = {"width": 375, "height": 700}
NARROW = {"width": 320, "height": 640}


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


class Desk:
    """The police, of whom something is asked, and who wait for something."""

    def __init__(self, *, purpose: bool = True) -> None:
        self.table = table = Table(now=earlier_today())
        self.police, town = table.seat("police"), table.seat("municipality")
        self.colleague = table.seat("police")
        self.accept = agreed(table, self.police, by=town)
        self.do = agreed(table, self.police)
        type(self.do).objects.filter(pk=self.do.pk).update(due_on=in_days(-4))
        self.answer = expected(table, town, self.police, text="v" * 90)
        self.waits = expected(table, self.police, town)
        self.later = agreed(table, self.police)
        if purpose:
            state_purpose(
                Opening(purpose="overleg voorbereiden"),
                by=self.police,
                now=timezone.now(),
            )

    def leave(self) -> None:
        absence = Absence(
            replacement=self.colleague.user, since=in_days(0), until=in_days(5)
        )
        assert self.police.user
        go_away(absence, by=self.police.user, now=timezone.now())


def row(page: Page, record: object) -> str:
    return f"#m-{record.pk}"  # type: ignore[attr-defined]


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth") <= 320)


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_everybody_can_use_it_on_every_screen(
    page: Page, site: str, axe: Look, language: str, scheme: Scheme
) -> None:
    """Axe, the dark, the other language, and a screen of 320 pixels; opened too."""
    desk = Desk()
    desk.leave()
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    as_(page, site, desk.police.user)
    for address in ("/", reverse("work:away"), reverse("work:reached")):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(site + address)
        assert axe(page) == [], address
        page.set_viewport_size(NARROW)
        assert fits(page), address
    page.goto(site)
    for record in (desk.accept, desk.do, desk.answer):
        page.locator(f"{row(page, record)} .ask__deed a").click()
        expect(page.locator(f"{row(page, record)}.ask--open")).to_be_visible()
    for summary in page.locator(".ask--open .answer__otherwise > summary").all():
        summary.click()
    assert fits(page)
    assert axe(page) == []


def test_on_a_phone_three_things_are_answered_without_leaving_the_page(
    page: Page, site: str
) -> None:
    """One tap accepts; a few words say that it is done, or answer otherwise."""
    desk = Desk()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    as_(page, site, desk.police.user)
    page.goto(site)
    accept, do, answer = (
        page.locator(row(page, each)) for each in (desk.accept, desk.do, desk.answer)
    )
    tap = accept.get_by_role("button", name="Akkoord")
    box = tap.bounding_box()
    assert box
    assert box["height"] >= 44
    tap.click()
    expect(accept.get_by_role("status")).to_contain_text("Uw antwoord staat.")
    do.locator(".ask__deed a").click()
    expect(do).to_contain_text("belt de school")
    do.locator("textarea[name=words]").fill("Gebeld.")
    do.get_by_role("button", name="Het is gedaan").click()
    expect(do.get_by_role("status")).to_contain_text("gereed")
    answer.locator(".ask__deed a").click()
    answer.get_by_text("Nee, of anders").click()
    answer.get_by_label("Waarom niet, of wat dan wel").fill("Dat doet de school.")
    answer.get_by_role("button", name="Wij zeggen: anders").click()
    expect(answer.get_by_role("status")).to_contain_text("Uw antwoord staat.")
    assert page.url.rstrip("/") == site
    assert Reply.objects.filter(says="yes", agreement=desk.accept).exists()
    assert Claim.objects.filter(agreement=desk.do).exists()
    assert Answer.objects.get().says == "otherwise"


def test_a_refusal_keeps_what_was_typed(page: Page, site: str) -> None:
    desk = Desk()
    as_(page, site, desk.police.user)
    page.goto(site)
    answer = page.locator(row(page, desk.answer))
    answer.locator(".ask__deed a").click()
    answer.get_by_text("Ja, dat doen wij").click()
    answer.get_by_label("Wat zegt u toe").fill("Wij melden het.")
    answer.get_by_role("button", name="Dit toezeggen").click()
    expect(answer.get_by_text("Vul dit in.").first).to_be_visible()
    expect(answer.get_by_label("Wat zegt u toe")).to_have_value("Wij melden het.")
    assert not Answer.objects.exists()


def test_with_a_keyboard_alone_one_opens_and_accepts(page: Page, site: str) -> None:
    """The focus goes along with what opens."""
    desk = Desk()
    as_(page, site, desk.police.user)
    page.goto(site)
    accept = page.locator(row(page, desk.accept))
    accept.locator(".ask__deed a").focus()
    page.keyboard.press("Enter")
    expect(accept.locator("[tabindex='-1']").first).to_be_focused()
    tap = accept.get_by_role("button", name="Akkoord")
    for _press in range(12):
        page.keyboard.press("Tab")
        if tap.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(accept.get_by_role("status")).to_be_focused()
    assert Reply.objects.filter(says="yes", agreement=desk.accept).exists()


def test_without_javascript_the_same_stands_on_pages(
    browser: Browser, site: str
) -> None:
    """From the list to the text, through the purpose of today, and back."""
    desk = Desk(purpose=False)
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    page = as_(context.new_page(), site, desk.police.user)
    page.goto(site)
    page.locator(f"{row(page, desk.accept)} .ask__deed a").click()
    page.get_by_label("overleg voorbereiden").check()
    page.locator("main form button").last.click()
    expect(page.locator(".ask--alone")).to_contain_text("belt de school")
    page.get_by_role("button", name="Akkoord").click()
    expect(page.get_by_text("Uw antwoord staat.")).to_be_visible()
    assert page.url.rstrip("/") == site
    context.close()
    assert Reply.objects.filter(says="yes", agreement=desk.accept).exists()
