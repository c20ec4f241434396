"""Second factors: each code once, sealed, and bound to whose it is (T12, T25)."""

import base64
from datetime import datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.actions.factors import (
    PAUSE,
    TRIES,
    Proof,
    add_app,
    make_recovery_codes,
    prove,
    replace_app,
)
from expliciet.accounts.actions.sessions import begin_session
from expliciet.accounts.factors import (
    codes_left,
    counter_of,
    has_factor,
    open_secret,
    plain,
    seal_secret,
    secrets_of,
)
from expliciet.accounts.models import Session, User
from expliciet.accounts.sessions import SessionStore
from expliciet.audit.actions import Action
from expliciet.vault.trouble import Broken, Locked
from tests.accounts.conftest import Trail
from tests.factories import AppointmentFactory
from tests.signing_in import shown_by_app

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

SECRET = base64.b32encode(b"verzonnen geheim 012").decode()
OTHER = base64.b32encode(b"een ander geheim 345").decode()
NOW = datetime.fromisoformat("2026-03-02T12:00:10+00:00")
HALF_MINUTE = timedelta(seconds=30)


@pytest.fixture
def user() -> User:
    return AppointmentFactory().user


@pytest.fixture
def codes(user: User) -> list[str]:
    """The codes on paper of somebody whose app was set up a minute ago."""
    before = NOW - timedelta(minutes=1)
    return add_app(user, SECRET, shown_by_app(SECRET, before), now=before)


def session_of(user: User) -> Session:
    store = SessionStore()
    store.save()
    assert store.row is not None
    return begin_session(store.row, user=user, now=timezone.now())


# --- arithmetic ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
    ],
)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    """The examples of RFC 6238, in six digits."""
    secret = base64.b32encode(b"12345678901234567890").decode()
    now = datetime.fromtimestamp(seconds, tz=NOW.tzinfo)
    assert counter_of(secret, code, now) == seconds // 30


@pytest.mark.parametrize(
    ("later", "counts"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_a_telephone_may_run_half_a_minute_early_or_late(
    later: int, counts: bool
) -> None:
    """T14: a window of one step to either side, and no more."""
    found = counter_of(SECRET, shown_by_app(SECRET, NOW, later), NOW)
    assert (found is not None) == counts


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "\0", "𝟙" * 400])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert counter_of(SECRET, plain(typed), NOW) is None


def test_a_code_may_be_typed_as_it_is_read() -> None:
    code = shown_by_app(SECRET, NOW)
    spaced = f" {code[:3]}\u00a0{code[3:]} "
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in code)
    assert plain(spaced) == plain(wide) == code


# --- setting up -----------------------------------------------------------------------


def test_an_app_is_taken_into_use_with_codes_on_paper(
    user: User, codes: list[str], trail: Trail
) -> None:
    assert has_factor(user)
    assert len(set(codes)) == codes_left(user) == 10


def test_setting_up_leaves_its_lines(user: User, trail: Trail) -> None:
    trail()
    add_app(user, SECRET, shown_by_app(SECRET, NOW), now=NOW)
    assert trail() == [Action.FACTOR_ADDED, Action.RECOVERY_CODES_MADE]


def test_a_wrong_first_code_sets_up_nothing(user: User, trail: Trail) -> None:
    trail()
    with pytest.raises(ValidationError) as wrong:
        add_app(user, SECRET, "000000", now=NOW)
    assert "code" in wrong.value.error_dict
    assert not has_factor(user)
    assert codes_left(user) == 0
    assert trail() == []


def test_whoever_has_an_app_cannot_be_given_another_by_a_password_alone(
    user: User, codes: list[str]
) -> None:
    """T12: two who set up at once: the second is refused, not let in."""
    with pytest.raises(ValidationError) as wrong:
        add_app(user, OTHER, shown_by_app(OTHER, NOW), now=NOW)
    assert wrong.value.code == "overtaken"
    assert prove(user, shown_by_app(OTHER, NOW), now=NOW) == Proof.WRONG


def test_the_code_that_set_up_the_app_does_not_let_in_again(user: User) -> None:
    code = shown_by_app(SECRET, NOW)
    add_app(user, SECRET, code, now=NOW)
    assert prove(user, code, now=NOW) == Proof.WRONG


def test_another_telephone_ends_the_old_one_and_all_other_sessions(
    user: User, codes: list[str], trail: Trail
) -> None:
    session_of(user)
    here = session_of(user)
    trail()
    replace_app(user, OTHER, shown_by_app(OTHER, NOW), keep=here, now=NOW)
    assert trail() == [
        Action.FACTOR_REMOVED,
        Action.FACTOR_ADDED,
        Action.SESSIONS_ENDED,
    ]
    assert list(user.sessions.all()) == [here]
    later = NOW + HALF_MINUTE
    assert prove(user, shown_by_app(SECRET, later), now=later) == Proof.WRONG
    assert prove(user, shown_by_app(OTHER, later), now=later) == Proof.APP


def test_a_wrong_code_replaces_nothing(user: User, codes: list[str]) -> None:
    here = session_of(user)
    with pytest.raises(ValidationError):
        replace_app(user, OTHER, "000000", keep=here, now=NOW)
    assert prove(user, shown_by_app(SECRET, NOW), now=NOW) == Proof.APP


# --- using -------------------------------------------------------------------------


def test_a_code_of_the_app_counts_once(user: User, codes: list[str]) -> None:
    code = shown_by_app(SECRET, NOW)
    assert prove(user, code, now=NOW) == Proof.APP
    assert prove(user, code, now=NOW) == Proof.WRONG
    assert prove(user, code, now=NOW + HALF_MINUTE) == Proof.WRONG


def test_after_a_code_no_older_one_counts(user: User, codes: list[str]) -> None:
    """Somebody who looked over a shoulder a moment ago has nothing any more."""
    assert prove(user, shown_by_app(SECRET, NOW), now=NOW) == Proof.APP
    assert prove(user, shown_by_app(SECRET, NOW, -1), now=NOW) == Proof.WRONG


def test_a_clock_set_back_makes_no_code_count_again(
    user: User, codes: list[str]
) -> None:
    """T14."""
    code = shown_by_app(SECRET, NOW)
    assert prove(user, code, now=NOW) == Proof.APP
    early = NOW - timedelta(hours=1)
    assert prove(user, shown_by_app(SECRET, early), now=early) == Proof.WRONG
    assert prove(user, code, now=NOW) == Proof.WRONG


def test_a_code_on_paper_counts_once(user: User, codes: list[str]) -> None:
    assert prove(user, codes[3], now=NOW) == Proof.PAPER
    assert prove(user, codes[3], now=NOW) == Proof.WRONG
    assert prove(user, codes[4], now=NOW) == Proof.PAPER
    assert codes_left(user) == 8


def test_new_codes_on_paper_end_the_old_ones(user: User, codes: list[str]) -> None:
    fresh = make_recovery_codes(user, now=NOW)
    assert prove(user, codes[0], now=NOW) == Proof.WRONG
    assert prove(user, fresh[0], now=NOW) == Proof.PAPER


def test_codes_of_somebody_else_count_for_nothing(user: User, codes: list[str]) -> None:
    other = AppointmentFactory().user
    theirs = add_app(other, OTHER, shown_by_app(OTHER, NOW), now=NOW)
    assert prove(user, theirs[0], now=NOW) == Proof.WRONG
    assert prove(other, codes[0], now=NOW) == Proof.WRONG


def test_without_an_app_nothing_is_proved(user: User) -> None:
    assert prove(user, "287082", now=NOW) == Proof.WRONG


def test_a_wrong_code_stands_in_the_trail(
    user: User, codes: list[str], trail: Trail
) -> None:
    trail()
    prove(user, "000000", now=NOW)
    assert trail() == [Action.SIGN_IN_REFUSED]


def test_after_five_wrong_codes_a_right_one_waits(user: User, codes: list[str]) -> None:
    for _turn in range(TRIES):
        assert prove(user, "000000", now=NOW) == Proof.WRONG
    assert prove(user, shown_by_app(SECRET, NOW), now=NOW) == Proof.TOO_OFTEN
    assert prove(user, codes[0], now=NOW) == Proof.TOO_OFTEN
    assert codes_left(user) == 10


def test_the_rest_after_wrong_codes_ends_by_itself(
    user: User, codes: list[str]
) -> None:
    """Never permanent, and asking again does not make it longer."""
    for _turn in range(TRIES):
        prove(user, "000000", now=NOW)
    prove(user, "000000", now=NOW + PAUSE / 2)
    later = NOW + PAUSE + timedelta(seconds=1)
    assert prove(user, shown_by_app(SECRET, later), now=later) == Proof.APP


def test_a_right_code_wipes_out_wrong_ones(user: User, codes: list[str]) -> None:
    for _turn in range(TRIES - 1):
        prove(user, "000000", now=NOW)
    assert prove(user, shown_by_app(SECRET, NOW), now=NOW) == Proof.APP
    for _turn in range(TRIES - 1):
        assert prove(user, "000000", now=NOW) == Proof.WRONG


# --- keeping -----------------------------------------------------------------------


def test_a_stolen_table_tells_no_secret_and_no_code(
    user: User, codes: list[str]
) -> None:
    """T4: what an app or a paper shows cannot be made from the database."""
    kept = repr(list(Authenticator.objects.values_list("data", flat=True)))
    assert SECRET not in kept
    assert not any(code in kept for code in codes)


def test_a_secret_copied_to_another_row_does_not_open(
    user: User, codes: list[str]
) -> None:
    """V19: whoever writes in the database cannot give others their own app."""
    mine = AppointmentFactory().user
    add_app(mine, OTHER, shown_by_app(OTHER, NOW), now=NOW)
    stolen = Authenticator.objects.get(user=user, type="totp")
    stolen.data["secret"] = Authenticator.objects.get(user=mine, type="totp").data[
        "secret"
    ]
    stolen.save()
    with pytest.raises(Broken):
        prove(user, shown_by_app(OTHER, NOW), now=NOW)


def test_no_secret_is_sealed_for_nobody(user: User) -> None:
    """Whatever would keep a secret on a way of its own is refused."""
    with pytest.raises(Locked):
        seal_secret(SECRET)
    with secrets_of(user):
        sealed = seal_secret(SECRET)
        assert open_secret(sealed) == SECRET
    with pytest.raises(Locked):
        open_secret(sealed)
