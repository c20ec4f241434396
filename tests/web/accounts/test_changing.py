"""Another telephone, other codes, another password: by whom, and what ends (T25)."""

import pytest
from django.urls import reverse

from expliciet.accounts.factors import codes_left
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.post.models import Notice
from tests.factories import PASSWORD
from tests.signing_in import shown_by_app
from tests.web.accounts.visitor import OWN, Rules, Visitor, secret_on

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


# --- the app and the codes ------------------------------------------------------------


def test_another_telephone(insider: Visitor, rules: Rules) -> None:
    other = insider.again()
    other.comes_in()
    old = insider.secret
    insider.secret = secret_on(insider.get(APP))
    assert insider.secret != old
    rules()
    before = insider.key
    assert insider.post(APP, {"code": insider.shown()})["Location"] == OWN
    assert [action for action, _rule in rules()] == [
        Action.FACTOR_REMOVED,
        Action.FACTOR_ADDED,
        Action.SESSIONS_ENDED,
    ]
    assert insider.key != before
    assert insider.is_in()
    assert not other.is_in()
    assert notices(insider) == [Notice.Kind.SECURITY]
    later = insider.again()
    later.gives_password()
    insider.clock.forward(seconds=30)
    assert later.gives_code(shown_by_app(old, insider.clock.now)).status_code == 422
    assert later.gives_code().status_code == 302


@pytest.mark.parametrize("code", ["", "000000", "\0"])
def test_a_wrong_code_changes_no_telephone(insider: Visitor, code: str) -> None:
    insider.get(APP)
    assert insider.post(APP, {"code": code}).status_code == 422
    again = insider.again()
    again.comes_in()
    assert again.is_in()


def test_the_secret_on_the_page_is_not_the_one_in_use(insider: Visitor) -> None:
    """Nobody reads a running app off an open screen."""
    assert insider.secret not in insider.get(APP).content.decode().replace(" ", "")
    assert insider.secret not in insider.get(OWN).content.decode()


def test_new_codes_are_shown_until_they_are_kept(
    insider: Visitor, rules: Rules
) -> None:
    assert "Er zijn nog 10 codes over" in insider.get(CODES).content.decode()
    rules()
    answer = insider.post(CODES)
    assert rules() == [(Action.RECOVERY_CODES_MADE, "")]
    page = insider.get(answer["Location"]).content.decode()
    assert page.count("<li><code>") == 10
    assert rules() == [(Action.OWN_ACCOUNT_READ, "")]
    insider.post(reverse("accounts:codes-kept"))
    assert "<li><code>" not in insider.get(CODES).content.decode()
    assert codes_left(insider.user) == 10
    assert notices(insider) == [Notice.Kind.SECURITY]


def test_codes_are_shown_in_no_other_session(insider: Visitor) -> None:
    other = insider.again()
    other.comes_in()
    insider.post(CODES)
    assert "<li><code>" not in other.get(CODES).content.decode()


def test_an_app_is_taken_away_by_nobody(insider: Visitor) -> None:
    """It is replaced, never left out: between the two a password would be enough."""
    for address in (APP, CODES):
        assert insider.delete(address).status_code == 405


# --- another password -----------------------------------------------------------------


def test_another_password(insider: Visitor, rules: Rules) -> None:
    other = insider.again()
    other.comes_in()
    before = insider.key
    rules()
    fields = {"old": PASSWORD, "password": ANOTHER, "again": ANOTHER}
    assert insider.post(PASSWORD_PAGE, fields)["Location"] == OWN
    assert [action for action, _rule in rules()] == [
        Action.PASSWORD_CHANGED,
        Action.SESSIONS_ENDED,
    ]
    assert insider.key != before
    assert insider.is_in()
    assert not other.is_in()
    assert notices(insider) == [Notice.Kind.SECURITY]
    assert insider.again().gives_password(PASSWORD).status_code == 422
    assert insider.again().gives_password(ANOTHER).status_code == 302


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"password": ANOTHER, "again": ANOTHER},
        {"old": "", "password": ANOTHER, "again": ANOTHER},
        {"old": "verkeerd", "password": ANOTHER, "again": ANOTHER},
        {"old": PASSWORD, "password": ANOTHER},
        {"old": PASSWORD, "password": ANOTHER, "again": f"{ANOTHER} "},
        {"old": PASSWORD, "password": "kort", "again": "kort"},
        {"old": PASSWORD, "password": "password1234", "again": "password1234"},
    ],
)
def test_a_password_that_may_not_be_changes_nothing(
    insider: Visitor, fields: dict[str, str]
) -> None:
    assert insider.post(PASSWORD_PAGE, fields).status_code == 422
    assert insider.again().gives_password(PASSWORD).status_code == 302
    assert not Line.objects.filter(action=Action.PASSWORD_CHANGED).exists()


def test_guessing_the_old_password_is_stopped(insider: Visitor) -> None:
    fields = {"old": "verkeerd", "password": ANOTHER, "again": ANOTHER}
    answers = [insider.post(PASSWORD_PAGE, fields).status_code for _ in range(6)]
    assert answers[-1] == 429
