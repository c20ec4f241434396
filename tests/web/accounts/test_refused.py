"""Whom the way in refuses, in which words, and what stands in the trail (T25)."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.actions.people import disable_user, end_appointment
from expliciet.accounts.factors import has_factor
from expliciet.accounts.models import Session, User
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.factories import PASSWORD, AppointmentFactory, Role, UserFactory
from tests.web.accounts.visitor import OWN, Clock, Rules, Visitor, secret_on

pytestmark = pytest.mark.django_db

SIGN_IN = "/aanmelden/"
CODE = "/aanmelden/code/"
SET_UP = "/aanmelden/instellen/"
FIRST = "/aanmelden/wachtwoord/"
CODES = "/mijn-account/codes/"


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"login": "", "password": ""},
        {"login": "iemand@voorbeeld.example"},
        {"password": PASSWORD},
        {"login": "geen adres", "password": PASSWORD},
        {"login": ["a@b.example", "c@d.example"], "password": PASSWORD},
        {"login": "\0@voorbeeld.example", "password": "\0"},
        {"login": "x" * 100_000, "password": PASSWORD},
        {"login": "iemand@voorbeeld.example", "password": "x" * 1_001},
        {"username": "iemand@voorbeeld.example", "password": PASSWORD},
        {"login": "' OR 1=1 --@voorbeeld.example", "password": "' OR 1=1 --"},
        {"login": "niemand@voorbeeld.example", "password": PASSWORD},
    ],
)
def test_what_is_lacking_or_wrong_lets_nobody_in(
    visitor: Visitor, fields: dict[str, object]
) -> None:
    """V7: leaving a field out never turns a refusal into something else."""
    answer = visitor.post(SIGN_IN, fields)
    assert answer.status_code == 422
    assert not visitor.is_in()
    assert not Session.objects.exists()


def test_a_wrong_password_leaves_a_line_without_address(visitor: Visitor) -> None:
    visitor.gives_password("een ander wachtwoord")
    line = Line.objects.get()
    assert (line.action, line.rule, line.allowed) == (
        Action.SIGN_IN_REFUSED,
        "password",
        False,
    )
    assert line.object_id == visitor.user.id
    assert visitor.user.email.encode() not in line.exported()


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    visitor: Visitor,
) -> None:
    """V1: nobody learns who has an account."""
    known = visitor.gives_password("verkeerd wachtwoord")
    unknown = visitor.gives_password(
        "verkeerd wachtwoord", login="niemand@voorbeeld.example"
    )

    def without_address(page: object) -> str:
        words = page.content.decode()  # type: ignore[attr-defined]
        for address in (visitor.user.email, "niemand@voorbeeld.example"):
            words = words.replace(address, "")
        return "".join(line for line in words.splitlines() if "csrf" not in line)

    assert known.status_code == unknown.status_code == 422
    assert without_address(known) == without_address(unknown)


def test_a_closed_account_gets_the_same_answer_as_a_wrong_password(
    visitor: Visitor,
) -> None:
    User.objects.filter(pk=visitor.user.pk).update(is_active=False)
    answer = visitor.gives_password()
    assert answer.status_code == 422
    assert "horen niet bij elkaar" in answer.content.decode()
    assert Line.objects.get().action == Action.SIGN_IN_REFUSED


def test_a_password_goes_nowhere_but_into_the_field(visitor: Visitor) -> None:
    """T24: not back onto the page, not into the trail."""
    answer = visitor.gives_password("kanarie-in-het-wachtwoord")
    assert b"kanarie" not in answer.content
    assert not any(b"kanarie" in line.exported() for line in Line.objects.all())


def test_whoever_has_no_appointment_is_told_so(clock: Clock) -> None:
    visitor = Visitor(UserFactory(password=PASSWORD), clock)
    answer = visitor.gives_password()
    assert answer.status_code == 403
    assert "geen aanstelling" in answer.content.decode()
    assert [line.rule for line in Line.objects.all()] == ["appointment"]
    assert not visitor.is_in()


def test_a_password_alone_opens_nothing(visitor: Visitor) -> None:
    """C7: neither with a factor nor without one."""
    pages = [
        OWN,
        CODES,
        "/mijn-account/app/",
        "/mijn-account/wachtwoord/",
        "/collegas/",
    ]
    for _turn in range(2):
        visitor.gives_password()
        for page in pages:
            answer = visitor.get(page)
            assert answer.status_code == 302
            assert answer["Location"].startswith(SIGN_IN)
        # The first page is for everybody: a visitor sees the Verslagcheck there.
        assert b"Afmelden" not in visitor.get("/").content
        assert visitor.post(reverse("accounts:end-sessions")).status_code == 302
        if not has_factor(visitor.user):
            visitor.set_up_before()
    assert not Line.objects.filter(action=Action.OWN_ACCOUNT_READ).exists()


@pytest.mark.parametrize("page", [CODE, SET_UP, FIRST])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_begins_halfway(client: Client, page: str, method: str) -> None:
    answer = getattr(client, method)(page, {"code": "123456"})
    assert answer.status_code == 302
    assert answer["Location"] == SIGN_IN


def test_nobody_sets_up_an_app_in_place_of_a_code(visitor: Visitor) -> None:
    """T12: a password does not give a new factor to who has one."""
    visitor.set_up_before()
    visitor.gives_password()
    assert visitor.get(SET_UP)["Location"] == SIGN_IN
    assert visitor.post(SET_UP, {"code": "123456"})["Location"] == SIGN_IN
    assert visitor.post(FIRST, {"password": "x", "again": "x"}).status_code == 302
    assert not visitor.is_in()


def test_two_who_set_up_at_once_do_not_both_come_in(visitor: Visitor) -> None:
    """Somebody else knows the first password: the second to be ready is refused."""
    thief = visitor.again()
    for each in (visitor, thief):
        each.gives_password()
        each.secret = secret_on(each.get(SET_UP))
    assert visitor.post(SET_UP, {"code": visitor.shown()}).status_code == 302
    refused = thief.post(SET_UP, {"code": thief.shown()})
    assert refused.status_code == 422
    assert not thief.is_in()
    assert visitor.is_in()


@pytest.mark.parametrize("code", ["", "000000", "abc", "\0", "9" * 41, "½½½½½½"])
def test_a_wrong_code_does_not_let_in(visitor: Visitor, code: str) -> None:
    visitor.set_up_before()
    visitor.gives_password()
    assert visitor.gives_code(code).status_code == 422
    assert not visitor.is_in()


def test_a_code_that_was_left_out_does_not_let_in(visitor: Visitor) -> None:
    """V7: nor does another field in its place."""
    visitor.set_up_before()
    visitor.gives_password()
    for fields in ({}, {"credential": "{}"}, {"codes": visitor.shown()}):
        assert visitor.post(CODE, fields).status_code == 422
    assert not visitor.is_in()


def test_a_code_counts_once_also_at_two_browsers(visitor: Visitor) -> None:
    """TOTP reuse: whoever looked along comes too late."""
    visitor.set_up_before()
    other = visitor.again()
    for each in (visitor, other):
        each.gives_password()
    code = visitor.shown()
    assert visitor.gives_code(code).status_code == 302
    assert other.gives_code(code).status_code == 422
    assert not other.is_in()


def test_a_code_on_paper_counts_once(visitor: Visitor) -> None:
    codes = visitor.set_up_before()
    other = visitor.again()
    for each in (visitor, other):
        each.gives_password()
    assert visitor.gives_code(codes[5]).status_code == 302
    assert other.gives_code(codes[5]).status_code == 422
    assert not other.is_in()


def test_a_code_without_a_password_is_nothing(visitor: Visitor) -> None:
    visitor.set_up_before()
    assert visitor.gives_code()["Location"] == SIGN_IN
    assert not visitor.is_in()


def test_a_wrong_code_stands_in_the_trail(visitor: Visitor, rules: Rules) -> None:
    visitor.set_up_before()
    visitor.gives_password()
    rules()
    visitor.gives_code("000000")
    assert rules() == [(Action.SIGN_IN_REFUSED, "code-wrong")]


def test_after_five_wrong_codes_no_code_counts_for_a_while(
    visitor: Visitor, clock: Clock
) -> None:
    visitor.set_up_before()
    visitor.gives_password()
    for _turn in range(5):
        visitor.gives_code("000000")
    answer = visitor.gives_code()
    assert answer.status_code == 422
    assert "Te veel verkeerde codes" in answer.content.decode()
    clock.forward(minutes=16)
    visitor.gives_password()
    assert visitor.gives_code().status_code == 302


def test_a_password_given_long_ago_waits_for_no_code(
    visitor: Visitor, clock: Clock
) -> None:
    visitor.set_up_before()
    visitor.gives_password()
    clock.forward(minutes=16)
    assert visitor.gives_code()["Location"] == SIGN_IN
    assert not visitor.is_in()


def test_whoever_is_closed_out_between_password_and_code_is_out(
    visitor: Visitor,
) -> None:
    """V8."""
    visitor.set_up_before()
    visitor.gives_password()
    near = visitor.user.appointments.get()
    by = AppointmentFactory(organisation=near.organisation, role=Role.ADMINISTRATOR)
    disable_user(visitor.user, by=by, why="verzonnen")
    visitor.gives_code()
    assert not visitor.is_in()
    assert not Line.objects.filter(action=Action.SIGNED_IN).exists()


def test_whoever_loses_the_appointment_between_password_and_code_is_out(
    visitor: Visitor, clock: Clock
) -> None:
    visitor.set_up_before()
    visitor.gives_password()
    near = visitor.user.appointments.get()
    by = AppointmentFactory(organisation=near.organisation, role=Role.ADMINISTRATOR)
    yesterday = timezone.localdate(clock.forward(seconds=1)).replace(day=29)
    end_appointment(near, on=yesterday, by=by)
    assert visitor.gives_code().status_code == 403
    assert not visitor.is_in()
