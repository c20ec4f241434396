"""Coming in as people do: with a keyboard, a telephone and two minutes (C7, C8)."""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from expliciet.accounts.actions.recoveries import begin_recovery
from expliciet.accounts.models import Appointment, Organisation, User
from expliciet.vault.keyring import keyring
from tests.factories import (
    PASSWORD,
    AppointmentFactory,
    HouseFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.signing_in import shown_by_app

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Look = Callable[[Page], list[str]]


@pytest.fixture
def site(live_server: LiveServer) -> str:
    return str(live_server.url)


@pytest.fixture
def anna(db: None) -> Appointment:
    """Somebody of the police, with two colleagues."""
    house = HouseFactory(name="Veiligheidshuis Verzonnen")
    police = OrganisationFactory(
        house=house, name="Politie Verzonnen", function=Organisation.POLICE
    )
    for name in ("Bram Bedacht", "Carla Bedacht"):
        AppointmentFactory(organisation=police, user=UserFactory(name=name))
    user = UserFactory(
        email="anna@voorbeeld.example", name="Anna Bedacht", password=PASSWORD
    )
    return AppointmentFactory(organisation=police, user=user)


class Telephone:
    """An app that was shown a secret; of each half minute it gives the code once."""

    def __init__(self, secret: str) -> None:
        self.secret = secret
        self.step = 0

    def code(self) -> str:
        """One that was not used yet: of now, or already of the next half minute."""
        self.step += 1
        return shown_by_app(self.secret, timezone.now(), self.step - 1)


def enter(page: Page) -> None:
    """Press Enter, and wait for the page that comes."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def press(page: Page, selector: str) -> None:
    """Press a button, and wait for the page that comes."""
    with page.expect_navigation():
        page.locator(selector).first.click()


def types(page: Page, *words: str) -> None:
    """Field by field, with nothing but a keyboard."""
    for place, each in enumerate(words):
        if place:
            page.keyboard.press("Tab")
        page.keyboard.type(each)
    enter(page)


def to(page: Page, selector: str) -> None:
    """Walk there with the keyboard alone."""
    for _step in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"no way to {selector} by keyboard")


def gives_password(page: Page, site: str) -> None:
    page.goto(f"{site}/aanmelden/")
    to(page, "#id_login")
    types(page, "anna@voorbeeld.example", PASSWORD)


def sets_up(page: Page) -> Telephone:
    """Types the secret over, and gives the code that the app then shows."""
    secret = page.locator("code.secret").inner_text()
    telephone = Telephone(secret.replace(" ", ""))
    to(page, "#id_code")
    types(page, telephone.code())
    return telephone


def test_the_whole_way_by_keyboard_alone(
    page: Page, site: str, anna: Appointment, axe: Look, browser: Browser
) -> None:
    """Password, app, codes on paper, in, another browser, and out everywhere else."""
    gives_password(page, site)
    expect(page).to_have_url(f"{site}/aanmelden/instellen/")
    assert axe(page) == [], "setting up"
    telephone = sets_up(page)
    expect(page.locator(".codes li")).to_have_count(10)
    assert axe(page) == [], "codes on paper"
    to(page, "main button")
    enter(page)
    expect(page).to_have_url(f"{site}/")
    expect(page.get_by_text("Anna Bedacht").first).to_be_visible()

    elsewhere = browser.new_context(locale="nl-NL")
    other = elsewhere.new_page()
    gives_password(other, site)
    expect(other).to_have_url(f"{site}/aanmelden/code/")
    to(other, "#id_code")
    types(other, telephone.code())
    expect(other).to_have_url(f"{site}/")

    page.goto(f"{site}/mijn-account/")
    expect(page.locator(".session")).to_have_count(2)
    assert axe(page) == [], "own account"
    to(page, "form[action$='/sessies/alle/'] button")
    enter(page)
    expect(page.locator(".session")).to_have_count(1)
    other.goto(f"{site}/mijn-account/")
    expect(other).to_have_url(f"{site}/aanmelden/?next=/mijn-account/")
    expect(other.get_by_text("Meld u opnieuw aan")).to_have_count(0)
    elsewhere.close()

    to(page, "form[action='/afmelden/'] button")
    enter(page)
    expect(page).to_have_url(f"{site}/")
    page.goto(f"{site}/mijn-account/")
    expect(page).to_have_url(f"{site}/aanmelden/?next=/mijn-account/")


def test_after_signing_out_the_button_back_shows_nothing(
    page: Page, site: str, anna: Appointment
) -> None:
    gives_password(page, site)
    sets_up(page)
    page.goto(f"{site}/mijn-account/")
    press(page, "form[action='/afmelden/'] button")
    expect(page).to_have_url(f"{site}/")
    page.go_back()
    expect(page.locator("#sessions")).to_have_count(0)


def test_what_went_wrong_is_said_at_the_field_and_what_was_typed_stays(
    page: Page, site: str, anna: Appointment, axe: Look
) -> None:
    page.goto(f"{site}/aanmelden/")
    to(page, "#id_login")
    types(page, "anna@voorbeeld.example", "een verkeerd wachtwoord")
    expect(page.locator("[role=alert]")).to_contain_text("horen niet bij elkaar")
    expect(page.locator("#id_login")).to_have_value("anna@voorbeeld.example")
    expect(page.locator("#id_password")).to_have_value("")
    assert axe(page) == []
    gives_password(page, site)
    to(page, "#id_code")
    types(page, "000000")
    wrong = page.locator("#id_code_error")
    expect(wrong).to_contain_text("Dit is niet de code")
    described = page.locator("#id_code").get_attribute("aria-describedby") or ""
    assert "id_code_error" in described
    assert axe(page) == []


def every_page(page: Page, site: str, anna: Appointment) -> Iterator[str]:
    """Each page and state of coming in and of one's own account, one after another."""
    for address in ("/aanmelden/", "/aanmelden/collega/"):
        page.goto(site + address)
        yield address
    User.objects.filter(pk=anna.user_id).update(last_login=None)
    gives_password(page, site)
    yield "a first password"
    page.fill("#id_password", "kort")
    page.fill("#id_again", "anders")
    enter(page)
    yield "two passwords that are refused"
    page.fill("#id_password", "vier heel eigen woorden")
    page.fill("#id_again", "vier heel eigen woorden")
    enter(page)
    yield "setting up"
    telephone = sets_up(page)
    yield "codes on paper"
    press(page, "main button")
    for address in ("/mijn-account/", "/mijn-account/app/", "/mijn-account/codes/"):
        page.goto(site + address)
        yield address
    page.goto(f"{site}/mijn-account/wachtwoord/")
    page.keyboard.press("Tab")
    yield "another password"
    page.goto(f"{site}/aanmelden/bevestigen/")
    yield "the password again"
    page.goto(f"{site}/collegas/")
    yield "colleagues"
    press(page, "main li form button")
    yield "asked"
    with keyring():
        colleagues = Appointment.objects.filter(organisation=anna.organisation)
        bram, carla = colleagues.exclude(user=anna.user).order_by("pk")
        for about, by in ((bram, carla), (carla, bram)):
            if not about.user.recoveries.exists():
                begin_recovery(about.user, by=by, now=timezone.now())
    page.goto(f"{site}/collegas/")
    press(page, "form[action*='/toelaten/'] button")
    yield "the code to hand over"
    press(page, "form[action='/afmelden/'] button")
    page.goto(f"{site}/aanmelden/")
    page.fill("#id_login", "anna@voorbeeld.example")
    page.fill("#id_password", "vier heel eigen woorden")
    enter(page)
    yield "a code"
    page.fill("#id_code", "000000")
    enter(page)
    yield "a wrong code"
    page.fill("#id_code", telephone.code())
    enter(page)
    expect(page).to_have_url(f"{site}/")


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_every_page_can_be_used_by_everybody_on_any_screen(
    page: Page,
    site: str,
    anna: Appointment,
    axe: Look,
    scheme: Literal["light", "dark"],
    language: str,
) -> None:
    page.context.add_cookies([{"name": "taal", "value": language, "url": site}])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for state in every_page(page, site, anna):
        assert axe(page) == [], state
        assert page.locator("html").get_attribute("lang") == language, state
        page.set_viewport_size({"width": 320, "height": 640})
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, state
        page.set_viewport_size({"width": 1280, "height": 800})


def test_a_rest_says_until_when(page: Page, site: str, anna: Appointment) -> None:
    for _turn in range(5):
        page.goto(f"{site}/aanmelden/")
        page.fill("#id_login", "anna@voorbeeld.example")
        page.fill("#id_password", "een verkeerd wachtwoord")
        enter(page)
    expect(page.locator("h1")).to_contain_text("Even een kwartier rust")


def test_without_scripts_one_comes_in_too(
    browser: Browser, site: str, anna: Appointment
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{site}{reverse('accounts:sign-in')}")
    page.fill("#id_login", "anna@voorbeeld.example")
    page.fill("#id_password", PASSWORD)
    press(page, "main button")
    secret = page.locator("code.secret").inner_text().replace(" ", "")
    page.fill("#id_code", shown_by_app(secret, timezone.now()))
    press(page, "main form button")
    expect(page.locator(".codes li")).to_have_count(10)
    context.close()
