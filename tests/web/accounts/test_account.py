"""One's own account: sessions, second factor, codes, password, language (C8, T25)."""

import pytest
from django.urls import reverse

from expliciet.accounts.models import Session
from expliciet.audit.actions import Action
from tests.factories import PASSWORD, AppointmentFactory
from tests.web.accounts.visitor import OWN, Clock, Rules, Visitor

pytestmark = pytest.mark.django_db

STEP_UP = "/aanmelden/bevestigen/"
APP = f"{OWN}app/"
CODES = f"{OWN}codes/"
PASSWORD_PAGE = f"{OWN}wachtwoord/"
ANOTHER = "zes totaal andere woorden hier"
MATTERS = [
    ("get", APP),
    ("post", APP),
    ("get", CODES),
    ("post", CODES),
    ("post", f"{OWN}sessies/alle/"),
]


def notices(visitor: Visitor) -> list[str]:
    return list(visitor.user.notices.values_list("kind", flat=True))


# --- the page itself ------------------------------------------------------------------


def test_it_shows_where_i_am_signed_in_and_leaves_a_line(
    insider: Visitor, rules: Rules
) -> None:
    other = insider.again()
    other.comes_in()
    rules()
    page = insider.get(OWN, HTTP_USER_AGENT="Mozilla/5.0").content.decode()
    assert rules() == [(Action.OWN_ACCOUNT_READ, "")]
    assert page.count('class="session"') == 2
    assert page.count(">deze<") == 1
    assert "127.0.0.0/24" in page


def test_a_session_that_is_over_is_not_shown_as_open(
    insider: Visitor, clock: Clock
) -> None:
    other = insider.again()
    other.comes_in()
    clock.forward(minutes=10)
    insider.is_in()
    clock.forward(minutes=10)
    assert insider.get(OWN).content.decode().count('class="session"') == 1


@pytest.mark.parametrize(
    ("agent", "shown"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/99.0 Safari/9 Edg/99.0",
            "Edge · Windows",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:1) Firefox/140.0", "Firefox · Linux"),
        ("Mozilla/5.0 (iPhone; CPU) Version/18 Safari/604", "Safari · iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/99", "Chrome · Android"),
        ("curl/8", ""),
        ("<script>alert(1)</script>" * 500, ""),
        ("", ""),
    ],
)
def test_of_a_browser_only_its_kind_is_kept(
    visitor: Visitor, agent: str, shown: str
) -> None:
    visitor.set_up_before()
    visitor.defaults["HTTP_USER_AGENT"] = agent
    visitor.comes_in()
    assert Session.objects.get(user=visitor.user).agent == shown
    assert b"<script>alert" not in visitor.get(OWN).content


def test_i_end_one_session_of_mine(insider: Visitor, rules: Rules) -> None:
    other = insider.again()
    other.comes_in()
    there = Session.objects.latest("begun_at")
    rules()
    insider.post(reverse("accounts:end-session", args=[there.pk]))
    assert rules() == [(Action.SESSIONS_ENDED, "")]
    assert not other.is_in()
    assert insider.is_in()


def test_a_session_of_somebody_else_is_not_there_for_me(
    insider: Visitor, clock: Clock
) -> None:
    """Not yours to see: 404, and it goes on."""
    stranger = Visitor(AppointmentFactory().user, clock)
    stranger.set_up_before()
    stranger.force_login(stranger.user)
    theirs = Session.objects.get(user=stranger.user)
    address = reverse("accounts:end-session", args=[theirs.pk])
    assert insider.post(address).status_code == 404
    assert stranger.is_in()


def test_i_end_all_others(insider: Visitor) -> None:
    other = insider.again()
    other.comes_in()
    insider.post(reverse("accounts:end-sessions"))
    assert not other.is_in()
    assert insider.is_in()


def test_my_language_is_kept(insider: Visitor, rules: Rules) -> None:
    rules()
    answer = insider.post(reverse("accounts:language"), {"language": "en"})
    assert rules() == [(Action.PREFERENCE_SET, "language")]
    assert answer.cookies["taal"].value == "en"
    insider.user.refresh_from_db()
    assert insider.user.language == "en"


@pytest.mark.parametrize("language", ["", "xx", "nl-NL", "<b>"])
def test_an_unknown_language_is_refused(insider: Visitor, language: str) -> None:
    address = reverse("accounts:language")
    assert insider.post(address, {"language": language}).status_code == 404
    insider.user.refresh_from_db()
    assert insider.user.language == "nl"


def test_every_deed_asks_for_a_token_of_the_page(insider: Visitor) -> None:
    strict = Visitor(insider.user, insider.clock, enforce_csrf_checks=True)
    strict.force_login(insider.user)
    for name in ("end-sessions", "meeting-mode", "language", "codes", "app"):
        assert strict.post(reverse(f"accounts:{name}")).status_code == 403


# --- the password again ---------------------------------------------------------------


@pytest.mark.parametrize(("method", "address"), MATTERS)
def test_what_matters_asks_for_the_password_again(
    insider: Visitor, clock: Clock, method: str, address: str, rules: Rules
) -> None:
    """An open screen that somebody else sits down at changes nothing."""
    clock.forward(minutes=6)
    insider.is_in()
    rules()
    answer = getattr(insider, method)(address)
    assert answer["Location"].startswith(STEP_UP)
    assert rules() == []


def test_after_the_password_what_matters_goes_on_for_five_minutes(
    insider: Visitor, clock: Clock, rules: Rules
) -> None:
    clock.forward(minutes=6)
    asked = insider.get(APP)["Location"]
    assert asked == f"{STEP_UP}?next=%2Fmijn-account%2Fapp%2F"
    insider.get(asked)
    rules()
    assert insider.post(asked, {"password": PASSWORD})["Location"] == APP
    assert rules() == [(Action.SIGNED_IN, "again")]
    clock.forward(minutes=4)
    assert insider.get(APP).status_code == 200
    clock.forward(minutes=2)
    assert insider.get(APP).status_code == 302


@pytest.mark.parametrize("fields", [{}, {"password": ""}, {"password": "verkeerd"}])
def test_a_wrong_password_proves_nothing(
    insider: Visitor, clock: Clock, fields: dict[str, str]
) -> None:
    clock.forward(minutes=6)
    assert insider.post(STEP_UP, fields).status_code == 422
    assert insider.get(APP)["Location"].startswith(STEP_UP)


def test_guessing_the_password_again_and_again_is_stopped(
    insider: Visitor, clock: Clock
) -> None:
    clock.forward(minutes=6)
    answers = [
        insider.post(STEP_UP, {"password": "verkeerd"}).status_code for _ in range(6)
    ]
    assert answers == [422, 422, 422, 422, 429, 429]
    assert insider.post(STEP_UP, {"password": PASSWORD}).status_code == 429
    assert insider.is_in(), "whoever was in stays in"


def test_the_password_is_asked_of_who_is_in_alone(visitor: Visitor) -> None:
    answer = visitor.post(STEP_UP, {"password": PASSWORD})
    assert answer["Location"].startswith("/aanmelden/?next=")


@pytest.mark.parametrize("to", ["https://elders.example/", "//elders.example/"])
def test_after_the_password_nobody_is_sent_elsewhere(insider: Visitor, to: str) -> None:
    answer = insider.post(f"{STEP_UP}?next={to}", {"password": PASSWORD})
    assert answer["Location"] == OWN
