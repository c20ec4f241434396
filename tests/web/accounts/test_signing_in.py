"""The way in: what is let in, what is refused, and what stands in the trail (T25)."""

import pytest
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse

from expliciet.accounts.models import Session, User
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.factories import AppointmentFactory
from tests.web.accounts.visitor import OWN, Visitor, secret_on

pytestmark = pytest.mark.django_db

SIGN_IN = "/aanmelden/"
CODE = "/aanmelden/code/"
SET_UP = "/aanmelden/instellen/"
FIRST = "/aanmelden/wachtwoord/"
CODES = "/mijn-account/codes/"


# --- the whole way --------------------------------------------------------------------


def test_the_first_time_one_sets_up_an_app_and_is_in(visitor: Visitor) -> None:
    assert visitor.gives_password()["Location"] == SET_UP
    assert not visitor.is_in()
    visitor.secret = secret_on(visitor.get(SET_UP))
    answer = visitor.post(SET_UP, {"code": visitor.shown()})
    assert answer["Location"].startswith(CODES)
    page = visitor.get(answer["Location"])
    assert page.content.decode().count("<li><code>") == 10
    assert visitor.is_in()


def test_the_time_after_that_one_gives_a_code(visitor: Visitor) -> None:
    visitor.set_up_before()
    assert visitor.gives_password()["Location"] == CODE
    assert not visitor.is_in()
    assert visitor.gives_code()["Location"] == "/"
    assert visitor.is_in()


def test_coming_in_leaves_one_line_that_says_how(insider: Visitor) -> None:
    line = Line.objects.get(action=Action.SIGNED_IN)
    session = Session.objects.get(user=insider.user)
    assert line.user == insider.user.id
    assert line.auth_level == "password+totp"
    assert line.session == session.mark
    assert line.access_point == "127.0.0.0/24"


def test_a_code_on_paper_lets_in_and_the_line_says_so(visitor: Visitor) -> None:
    codes = visitor.set_up_before()
    visitor.gives_password()
    visitor.gives_code(codes[0])
    assert visitor.is_in()
    line = Line.objects.get(action=Action.SIGNED_IN)
    assert line.auth_level == "password+recovery-code"


@pytest.mark.parametrize("write", [str.upper, str.title, "  {} ".format])
def test_an_address_may_be_written_in_any_way(visitor: Visitor, write: object) -> None:
    assert callable(write)
    typed = write(visitor.user.email)
    assert visitor.gives_password(login=typed).status_code == 302


def test_one_goes_on_to_where_one_was_going(visitor: Visitor) -> None:
    visitor.set_up_before()
    asked = visitor.get(OWN)
    assert asked["Location"] == f"{SIGN_IN}?next={OWN}"
    visitor.gives_password(next=OWN)
    assert visitor.gives_code()["Location"] == OWN


def test_codes_that_were_shown_are_shown_until_they_are_kept(visitor: Visitor) -> None:
    visitor.gives_password()
    visitor.secret = secret_on(visitor.get(SET_UP))
    visitor.post(SET_UP, {"code": visitor.shown()})
    assert b"<li><code>" in visitor.get(CODES).content
    answer = visitor.post(reverse("accounts:codes-kept"), {"next": "/verslagcheck/"})
    assert answer["Location"] == "/verslagcheck/"
    assert b"<li><code>" not in visitor.get(CODES).content


# --- a first password -----------------------------------------------------------------


def test_whoever_comes_for_the_first_time_chooses_a_password(visitor: Visitor) -> None:
    """Whoever handed out the first one knows it; nobody knows the second."""
    User.objects.filter(pk=visitor.user.pk).update(last_login=None)
    assert visitor.gives_password()["Location"] == FIRST
    own = "vier eigen woorden hier"
    weak = visitor.post(FIRST, {"password": "kort", "again": "kort"})
    assert weak.status_code == 422
    other = visitor.post(FIRST, {"password": own, "again": f"{own}!"})
    assert other.status_code == 422
    answer = visitor.post(FIRST, {"password": own, "again": own})
    assert answer["Location"] == SET_UP
    assert visitor.again().gives_password().status_code == 422
    assert not visitor.is_in()


# --- where one goes -------------------------------------------------------------------


@pytest.mark.parametrize(
    "to",
    [
        "https://elders.example/",
        "//elders.example/",
        "///elders.example/",
        "/\\elders.example",
        "http:///elders.example",
        "javascript:alert(1)",
        "\thttps://elders.example",
        "https://testserver.elders.example/",
        "https://localhost/",
    ],
)
def test_nobody_is_sent_to_another_site(visitor: Visitor, to: str) -> None:
    """Open redirects: after signing in, after a code, after keeping codes."""
    codes = visitor.set_up_before()
    visitor.gives_password(next=to)
    assert visitor.gives_code(codes[0])["Location"] == "/"
    kept = visitor.post(reverse("accounts:codes-kept"), {"next": to})
    assert kept["Location"] == OWN
    again = visitor.get(f"{SIGN_IN}?next={to}")
    assert again["Location"] == "/"


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
@pytest.mark.parametrize("page", [SIGN_IN, CODE, SET_UP, "/afmelden/", OWN])
def test_other_methods_do_nothing(visitor: Visitor, method: str, page: str) -> None:
    assert getattr(visitor, method)(page).status_code == 405
    assert not Line.objects.exists()


def test_what_comes_from_elsewhere_signs_nobody_in(visitor: Visitor) -> None:
    """A form on another site knows no token."""
    strict = Visitor(visitor.user, visitor.clock, enforce_csrf_checks=True)
    assert strict.gives_password().status_code == 403
    assert not Session.objects.exists()


def test_no_header_makes_a_page_tell_more(visitor: Visitor) -> None:
    """Rule 10: a field that holds a password is not handed back as data."""
    for header in ("HTTP_X_REQUESTED_WITH", "HTTP_ACCEPT", "CONTENT_TYPE"):
        value = "XMLHttpRequest" if "WITH" in header else "application/json"
        answer = visitor.get(SIGN_IN, **{header: value})
        assert answer["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    "name",
    [
        *("account_signup", "account_reset_password", "account_email"),
        *("account_confirm_email", "account_request_login_code", "account_inactive"),
        *("mfa_index", "mfa_deactivate_totp", "socialaccount_login"),
    ],
)
def test_what_was_not_chosen_is_not_there(client: Client, name: str) -> None:
    """C7: nobody signs up, nobody is let in by mail, nobody takes a factor away."""
    with pytest.raises(NoReverseMatch):
        reverse(name)
    for address in ("/accounts/signup/", "/aanmelden/signup/", "/accounts/login/"):
        assert client.get(address).status_code == 404


def test_pages_on_the_way_in_are_kept_by_no_browser(visitor: Visitor) -> None:
    visitor.set_up_before()
    pages = [visitor.get(SIGN_IN), visitor.gives_password(), visitor.get(CODE)]
    for page in pages:
        assert "no-store" in page["Cache-Control"]


def test_the_language_of_the_account_counts_unless_another_was_chosen(
    visitor: Visitor,
) -> None:
    User.objects.filter(pk=visitor.user.pk).update(language="en")
    visitor.set_up_before()
    visitor.comes_in()
    assert visitor.cookies["taal"].value == "en"
    other = visitor.again()
    other.post("/taal/", {"taal": "nl"})
    other.comes_in()
    assert other.cookies["taal"].value == "nl"


# --- the demo -------------------------------------------------------------------------


def test_in_a_demo_a_password_is_enough(visitor: Visitor) -> None:
    with override_settings(DEMO=True):
        assert visitor.gives_password()["Location"] == "/"
        assert visitor.is_in()
    assert not visitor.is_in(), "and where it is no demo any more, it is not"


def test_where_a_real_house_is_the_switch_of_the_demo_opens_nothing(
    visitor: Visitor,
) -> None:
    """A setting that somebody left on by mistake takes no factor away."""
    AppointmentFactory(organisation__house__is_fictional=False)
    with override_settings(DEMO=True):
        assert visitor.gives_password()["Location"] == SET_UP
        assert not visitor.is_in()
