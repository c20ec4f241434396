"""The secret address of one's own calendar: shown once, kept as a hash, ended."""

import pytest
from django.db import connection
from django.utils import timezone

from expliciet.accounts.actions.calendars import (
    end_calendar_address,
    make_calendar_address,
)
from expliciet.accounts.models import CalendarAddress, User
from expliciet.accounts.models.calendar_address import fresh_secret
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.factories import AppointmentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


@pytest.fixture
def user() -> User:
    user: User = AppointmentFactory().user
    return user


def make(user: User) -> str:
    secret = fresh_secret()
    make_calendar_address(user, secret, now=timezone.now())
    return secret


def test_an_address_leads_to_its_person(user: User) -> None:
    found = CalendarAddress.objects.known_by(make(user))
    assert found is not None
    assert found.user == user
    assert CalendarAddress.objects.known_by("geraden") is None


def test_the_address_itself_is_kept_nowhere(user: User) -> None:
    secret = make(user)
    assert len(secret) > 40
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM accounts_calendaraddress")
        assert secret not in repr(cursor.fetchall())
        cursor.execute("SELECT * FROM audit_line")
        assert secret not in repr(cursor.fetchall())


def test_a_new_address_ends_the_one_before_it(user: User) -> None:
    old, new = make(user), make(user)
    assert old != new
    assert CalendarAddress.objects.known_by(old) is None
    assert CalendarAddress.objects.known_by(new) is not None


def test_an_ended_address_leads_nowhere(user: User) -> None:
    secret = make(user)
    assert end_calendar_address(user, now=timezone.now()) == 1
    assert end_calendar_address(user, now=timezone.now()) == 0
    assert CalendarAddress.objects.known_by(secret) is None
    lines = Line.objects.order_by("at").values_list("action", flat=True)
    assert list(lines) == [Action.CALENDAR_OPENED, Action.CALENDAR_ENDED]


def test_a_closed_account_has_no_calendar(user: User) -> None:
    secret = make(user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert CalendarAddress.objects.known_by(secret) is None
