"""Own work, how the partners work, and the administration, as people meet them."""

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

from expliciet.accounts.models import Appointment, WorkingAnswer
from expliciet.post.actions.notices import notify
from expliciet.post.models import Notice
from tests.factories import AppointmentFactory, Table, earlier_today
from tests.partners import Partners, Role, Says
from tests.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]
SMALL = {"width": 320, "height": 640}


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


@pytest.fixture
def partners() -> Partners:
    """A house in which something was agreed, answered, replaced and put off."""
    partners = Partners(Table(now=earlier_today()).house)
    old = partners.agreement("Wie komt, belt eerst.")
    partners.answers(old, partners.of("GGZ"), Says.NO, "Bellen kan niet altijd.")
    partners.agreement("Wie komt, zegt het een dag van tevoren.", supersedes=old)
    shared = partners.agreement(
        "Wij lezen het verslag binnen een week.",
        now=timezone.localtime() - timedelta(days=90),
        review_on=timezone.localdate() - timedelta(days=2),
    )
    partners.answers(shared, partners.of("GGZ"), Says.OTHERWISE, "Binnen twee weken.")
    partners.answers(shared, partners.of("onderwijs"))
    return partners


def as_(page: Page, site: str, somebody: Appointment) -> Page:
    """This window is signed in as this person."""
    cookie = sign_in(Client(), somebody.user).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie.value, "url": site}]
    )
    return page


def pages(partners: Partners) -> dict[str, tuple[Appointment, list[str]]]:
    """Who, and which pages."""
    house = partners.house.id
    one = partners.house.working_agreements.current().first()
    police = partners.of("police")

    def of(name: str, *about: object) -> str:
        return reverse(f"house:{name}", args=about)

    return {
        "partner": (
            police,
            [
                "/",
                of("how-we-work"),
                of("answer", one and one.id),
                of("propose", house),
                of("own-lines"),
            ],
        ),
        "director": (
            partners.director,
            [
                *("/", of("administration"), of("replace", one and one.id)),
                of("template", house),
            ],
        ),
        "administrator": (
            partners.administrator,
            [
                "/",
                of("people", house),
                of("person", house, police.user_id),
                of("add-person", house),
                of("end-appointment", police.id),
                of("close-account", house, police.user_id),
                of("organisations", house),
                of("add-organisation", house),
                of("change", house),
            ],
        ),
        "privacy officer": (
            partners.privacy_officer,
            [
                of("administration"),
                of("house-rules", house),
                of("house-rule", house, "purposes"),
                of("upkeep", house),
                of("kept-dossiers", house),
            ],
        ),
        "reviewer": (partners.reviewer, [of("trail-purpose", house)]),
    }


@pytest.mark.parametrize(
    ("scheme", "language"), [("light", "nl"), ("dark", "en")], ids=["day", "night"]
)
@pytest.mark.parametrize(
    "who", ["partner", "director", "administrator", "privacy officer", "reviewer"]
)
def test_every_page_can_be_used_by_everybody_also_on_a_small_screen(
    page: Page,
    site: str,
    axe: Look,
    partners: Partners,
    who: str,
    scheme: Literal["light", "dark"],
    language: str,
) -> None:
    """WCAG 2.2 AA, and no scrolling sideways at 320 pixels."""
    somebody, addresses = pages(partners)[who]
    as_(page, site, somebody)
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for address in addresses:
        page.set_viewport_size({"width": 1280, "height": 900})
        response = page.goto(site + address)
        assert response
        assert response.status == 200, address
        assert axe(page) == [], address
        page.set_viewport_size(SMALL)  # type: ignore[arg-type]
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= SMALL["width"], address


def test_the_lines_of_a_house_can_be_used_by_everybody(
    page: Page, site: str, axe: Look, partners: Partners
) -> None:
    as_(page, site, partners.reviewer).goto(site + reverse("house:trails"))
    page.check("text=interne controle")
    page.fill("#id_words", "Steekproef (verzonnen).")
    page.click("text=Naar de regels")
    expect(page.locator(".purpose")).to_contain_text("interne controle")
    assert axe(page) == []
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


# --- answering where it stands --------------------------------------------------------


def test_one_tap_says_yes_and_the_page_stays(
    page: Page, site: str, partners: Partners
) -> None:
    as_(page, site, partners.of("police")).goto(site)
    page.evaluate("window.stays = true")
    first = page.locator(".ask--pact").first
    first.get_by_role("button", name="Akkoord").click()
    given = first.locator(".answer--given")
    expect(given).to_contain_text("akkoord")
    expect(given).to_be_focused()
    assert page.evaluate("window.stays")
    assert WorkingAnswer.objects.filter(says=Says.YES).count() == 2


def test_otherwise_is_said_by_keyboard_and_a_draft_survives_a_closed_window(
    page: Page, site: str, partners: Partners
) -> None:
    as_(page, site, partners.of("police")).goto(site)
    page.locator(".ask--pact summary").first.press("Enter")
    page.locator(".ask--pact textarea").first.type("Alleen als het kan.")
    expect(page.locator(".ask--pact .draft").first).to_contain_text("Concept bewaard")
    page.goto(site)
    words = page.locator(".ask--pact textarea").first
    expect(words).to_be_visible()
    expect(words).to_have_value("Alleen als het kan.")
    words.press("Control+Enter")
    expect(page.locator(".answer--given")).to_contain_text("Alleen als het kan.")
    answer = WorkingAnswer.objects.latest("at")
    assert answer.says == Says.OTHERWISE


def test_without_words_it_asks_for_them_in_place(
    page: Page, site: str, partners: Partners
) -> None:
    as_(page, site, partners.of("police")).goto(site)
    page.locator(".ask--pact summary").first.click()
    page.locator(".ask--pact").first.get_by_text("Wij zijn niet akkoord").click()
    expect(page.locator(".ask--pact").first).to_contain_text("Zeg waarom niet")
    expect(page.locator(".ask--pact textarea").first).to_be_visible()


def test_a_notice_is_put_away_in_place(page: Page, site: str) -> None:
    somebody = AppointmentFactory()
    for minutes in (1, 2):
        notify(
            Notice.Kind.SECURITY,
            [somebody.user],
            now=timezone.localtime() - timedelta(minutes=minutes),
        )
    as_(page, site, somebody).goto(site)
    expect(page.locator("#tidings li")).to_have_count(2)
    page.locator("#tidings li button").first.click()
    expect(page.locator("#tidings li")).to_have_count(1)
    page.locator("#tidings li button").first.click()
    expect(page.locator("#tidings")).to_be_hidden()


def test_without_a_script_everything_works_too(
    new_context: CreateContextCallback, site: str, partners: Partners
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    as_(page, site, partners.of("police")).goto(site)
    page.locator(".ask--pact").first.get_by_role("button", name="Akkoord").click()
    expect(page).to_have_url(f"{site}/")
    expect(page.locator(".utrecht-alert")).to_contain_text("Uw antwoord staat.")
    page.locator(".ask--pact summary").first.click()
    page.locator(".ask--pact textarea").first.fill("Dat lukt ons niet.")
    page.locator(".ask--pact").first.get_by_text("Wij zijn niet akkoord").click()
    expect(page.locator(".ask--pact")).to_have_count(0)
    said = WorkingAnswer.objects.filter(organisation=partners.organisation("police"))
    assert {answer.says for answer in said} == {Says.YES, Says.NO}


# --- going about, and paper --------------------------------------------------------


def test_one_goes_about_by_keyboard(page: Page, site: str, partners: Partners) -> None:
    as_(page, site, partners.director).goto(site)
    for keys, title in (
        ("w", "Zo werken wij"),
        ("b", "Beheer"),
        ("m", "Mijn werk"),
    ):
        page.keyboard.press("g")
        page.keyboard.press(keys)
        expect(page.locator("h1")).to_have_text(title)


def test_on_paper_how_we_work_is_text_and_nothing_to_press(
    page: Page, site: str, partners: Partners
) -> None:
    as_(page, site, partners.of("police")).goto(site + reverse("house:how-we-work"))
    page.emulate_media(media="print")
    expect(page.get_by_text("Wie komt, zegt het een dag van tevoren.")).to_be_visible()
    expect(page.get_by_text("Binnen twee weken.")).to_be_visible()
    for pressed in ("button", "main nav", "summary", ".pact__deed", ".pact__before"):
        assert not any(each.is_visible() for each in page.locator(pressed).all())


def test_a_first_password_can_be_read_and_is_not_there_twice(
    page: Page, site: str, partners: Partners
) -> None:
    administrator = partners.of("office", Role.ADMINISTRATOR)
    adding = reverse("house:add-person", args=[partners.house.id])
    as_(page, site, administrator).goto(site + adding)
    page.fill("#id_name", "Nieuw Verzonnen")
    page.fill("#id_email", "nieuw@voorbeeld.example")
    page.select_option("#id_organisation", label=partners.organisation("GGZ").name)
    page.get_by_role("button", name="Toelaten").click()
    secret = page.locator(".secret").inner_text()
    assert len(secret) == 23
    page.get_by_text("Ik heb het doorgegeven").click()
    expect(page.locator("h1")).to_have_text("Nieuw Verzonnen")
    assert secret not in page.content()
