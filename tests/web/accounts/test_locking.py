"""A rest after wrong passwords: one person, one place, a quarter of an hour (C11)."""

import logging

import pytest
from axes.models import AccessAttempt
from django.test import override_settings

from expliciet.audit.actions import Action
from tests.factories import PASSWORD, AppointmentFactory, UserFactory
from tests.web.accounts.visitor import Clock, Rules, Visitor

pytestmark = pytest.mark.django_db

WRONG = "een verkeerd wachtwoord"
HERE, THERE = "192.0.2.1", "198.51.100.7"


def guess(visitor: Visitor, times: int = 5, **more: str) -> list[int]:
    return [visitor.gives_password(WRONG, **more).status_code for _ in range(times)]


def from_(visitor: Visitor, address: str) -> Visitor:
    other = visitor.again()
    other.defaults["REMOTE_ADDR"] = address
    return other


def test_the_fifth_wrong_password_brings_a_rest_and_says_so(visitor: Visitor) -> None:
    assert guess(visitor) == [422, 422, 422, 422, 429]
    answer = visitor.gives_password()
    assert answer.status_code == 429
    page = answer.content.decode()
    assert "Even een kwartier rust" in page
    assert "Niemand anders is hierdoor buitengesloten" in page


def test_after_a_quarter_of_an_hour_one_may_again(
    visitor: Visitor, clock: Clock
) -> None:
    guess(visitor)
    clock.forward(minutes=14, seconds=59)
    assert visitor.gives_password().status_code == 429
    clock.forward(seconds=2)
    assert visitor.gives_password().status_code == 302


def test_trying_on_makes_the_rest_no_longer(visitor: Visitor, clock: Clock) -> None:
    """Never permanent: nobody is kept out by somebody who goes on guessing."""
    guess(visitor)
    for _turn in range(14):
        clock.forward(minutes=1)
        guess(visitor, times=1)
    clock.forward(minutes=1, seconds=1)
    assert visitor.gives_password().status_code == 302


def test_the_account_itself_is_not_locked(visitor: Visitor) -> None:
    """Whoever guesses from elsewhere keeps nobody from their work."""
    guess(from_(visitor, THERE))
    assert from_(visitor, HERE).gives_password().status_code == 302


def test_neither_is_the_place(visitor: Visitor, clock: Clock) -> None:
    guess(visitor)
    colleague = AppointmentFactory(user=UserFactory(password=PASSWORD)).user
    assert Visitor(colleague, clock).gives_password().status_code == 302


def test_another_spelling_is_the_same_account(visitor: Visitor) -> None:
    spellings = [
        visitor.user.email,
        visitor.user.email.upper(),
        f" {visitor.user.email}",
        visitor.user.email.replace("i", "ｉ"),
        visitor.user.email.title(),
    ]
    answers = [guess(visitor, 1, login=spelling) for spelling in spellings]
    assert answers[-1] == [429]


def test_another_browser_is_the_same_place(visitor: Visitor) -> None:
    for turn in range(5):
        visitor.defaults["HTTP_USER_AGENT"] = f"browser {turn}"
        visitor.cookies.clear()
        guess(visitor, 1)
    assert visitor.gives_password().status_code == 429


def test_a_right_password_wipes_out_wrong_ones(visitor: Visitor) -> None:
    visitor.set_up_before()
    guess(visitor, 4)
    visitor.comes_in()
    visitor.post("/afmelden/")
    assert guess(visitor, 4) == [422] * 4


def test_a_right_password_without_a_code_wipes_out_nothing(visitor: Visitor) -> None:
    visitor.set_up_before()
    guess(visitor, 4)
    visitor.gives_password()
    visitor.post("/afmelden/")
    assert guess(visitor, 1) == [429]


def test_every_refusal_stands_in_the_trail(visitor: Visitor, rules: Rules) -> None:
    guess(visitor, 6)
    assert rules() == [
        *[(Action.SIGN_IN_REFUSED, "password")] * 4,
        (Action.SIGN_IN_REFUSED, "locked"),
        (Action.SIGN_IN_REFUSED, "locked"),
    ]


def test_what_is_counted_names_nobody(visitor: Visitor) -> None:
    """T24: neither an address nor a password stands in what is kept for a while."""
    guess(visitor, 2)
    kept = AccessAttempt.objects.get()
    said = f"{kept.username} {kept.get_data} {kept.post_data} {kept.path_info}"
    assert visitor.user.email not in said
    assert WRONG not in said


def test_no_log_says_who_it_was(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    guess(visitor, 6)
    assert visitor.user.email not in caplog.text
    assert HERE not in caplog.text


# --- from where -----------------------------------------------------------------------


def test_without_a_proxy_a_header_counts_for_nothing(visitor: Visitor) -> None:
    """Rule 10: whoever makes up an address per guess stays in one place."""
    for turn in range(5):
        visitor.defaults["HTTP_X_FORWARDED_FOR"] = f"203.0.113.{turn}"
        guess(visitor, 1)
    assert visitor.gives_password().status_code == 429


def test_behind_one_proxy_its_own_word_counts_and_no_other(visitor: Visitor) -> None:
    with override_settings(PROXIES=1):
        for turn in range(5):
            visitor.defaults["HTTP_X_FORWARDED_FOR"] = f"203.0.113.{turn}, {HERE}"
            guess(visitor, 1)
        assert visitor.gives_password().status_code == 429
        visitor.defaults["HTTP_X_FORWARDED_FOR"] = f"{HERE}, {THERE}"
        assert visitor.gives_password().status_code == 302


def test_one_who_has_many_addresses_is_in_one_place(visitor: Visitor) -> None:
    """An IPv6 line brings more addresses than there are guesses."""
    for turn in range(5):
        guess(from_(visitor, f"2001:db8:1:2::{turn + 1:x}"), 1)
    same = from_(visitor, "2001:db8:1:2:ffff::1")
    assert same.gives_password().status_code == 429
    assert from_(visitor, "2001:db8:1:3::1").gives_password().status_code == 302


@pytest.mark.parametrize("address", ["", "nergens", "999.1.1.1", "\0"])
def test_an_address_that_is_none_stops_nobody_at_work(
    visitor: Visitor, address: str
) -> None:
    other = from_(visitor, address)
    assert guess(other, 1) == [422]
    assert other.gives_password().status_code == 302
