"""Passwords: long enough, not common, not one's own name (C7)."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from expliciet.accounts.actions.passwords import change_password
from expliciet.accounts.actions.people import add_user
from expliciet.accounts.models import User
from expliciet.accounts.sessions import SessionStore
from expliciet.audit.actions import Action
from tests.accounts.conftest import Trail
from tests.factories import AppointmentFactory, HouseFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

WEAK = [
    "",
    "kort",
    "elf tekens!"[:11],
    "password1234",
    "qwertyuiop123",
    "Duizendpoot Verzonnen",
    "duizendpoot@voorbeeld",
]


@pytest.mark.parametrize("password", WEAK)
def test_a_weak_password_is_refused_in_words(password: str) -> None:
    user = UserFactory(
        name="Duizendpoot Verzonnen", email="duizendpoot@voorbeeld.example"
    )
    with pytest.raises(ValidationError) as wrong:
        change_password(user, password, keep=None, now=timezone.now())
    assert list(wrong.value.error_dict) == ["password"]
    user.refresh_from_db()
    assert not user.has_usable_password()


@pytest.mark.parametrize("password", ["kort", "qwertyuiop123", "Duizendpoot Verzonnen"])
def test_a_refusal_speaks_the_language_of_who_reads_it(password: str) -> None:
    user = UserFactory(name="Duizendpoot Verzonnen")
    said = set()
    for language in ("nl", "en"):
        with override(language), pytest.raises(ValidationError) as wrong:
            change_password(user, password, keep=None, now=timezone.now())
        said |= set(wrong.value.messages)
    assert len(said) == 2


@pytest.mark.parametrize("password", WEAK[1:])
def test_a_weak_first_password_is_refused_too(password: str) -> None:
    user = User(name="Duizendpoot Verzonnen", email="duizendpoot@voorbeeld.example")
    with pytest.raises(ValidationError):
        add_user(user, password, house=HouseFactory(), by=None, now=timezone.now())
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "password", ["drie woorden op een rij", "çok güçlü bir şifre", "密碼" * 6, " " * 20]
)
def test_any_long_words_will_do(password: str) -> None:
    user = AppointmentFactory().user
    change_password(user, password, keep=None, now=timezone.now())
    user.refresh_from_db()
    assert user.check_password(password)
    assert user.password.startswith("argon2$argon2id$")


def test_another_password_ends_all_other_sessions(trail: Trail) -> None:
    user = AppointmentFactory().user
    stores = [SessionStore(), SessionStore()]
    for store in stores:
        store.save()
        assert store.row is not None
        store.row.user = user
        store.row.save()
    trail()
    here = stores[0].row
    change_password(user, "drie woorden op een rij", keep=here, now=timezone.now())
    assert list(user.sessions.all()) == [here]
    assert trail() == [Action.PASSWORD_CHANGED, Action.SESSIONS_ENDED]
