"""The rhythm of mail, and the calendar under its secret address."""

import re

import pytest
from django.core.cache import cache
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import Appointment, CalendarAddress, User
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.models import Dossier, Seat
from expliciet.web.inventory import Rate
from expliciet.web.rates import A_MINUTE
from tests.casework.approach import in_days
from tests.casework.promises import agreed, expected
from tests.factories import AppointmentFactory, Table
from tests.partners import browser
from tests.web.dossiers.conftest import At, at, table  # noqa: F401
from tests.web.dossiers.forms import words
from tests.web.work.calendars import read

pytestmark = pytest.mark.django_db
REACHED = reverse("work:reached")
MAKE, END = reverse("work:make-calendar"), reverse("work:end-calendar")


def made(client: Client) -> str:
    """A new address, as it stands on the page that one time."""
    page = words(client.post(MAKE))
    found = re.search(r'value="http://testserver(/werk/agenda/[\w-]+\.ics)"', page)
    assert found
    return found.group(1)


# --- mail -----------------------------------------------------------------------------


def test_one_chooses_how_often_a_mail_comes() -> None:
    somebody = AppointmentFactory()
    client = browser(somebody)
    page = words(client.get(REACHED))
    assert "zoals het huis het doet: meteen" in page
    client.post(REACHED, {"rhythm": "weekly"})
    somebody.user.refresh_from_db()
    assert somebody.user.mail_rhythm == "weekly"
    client.post(REACHED, {"rhythm": ""})
    somebody.user.refresh_from_db()
    assert somebody.user.mail_rhythm == ""


def test_a_rhythm_that_is_none_is_refused() -> None:
    somebody = AppointmentFactory()
    assert browser(somebody).post(REACHED, {"rhythm": "elk uur"}).status_code == 422


# --- the calendar ---------------------------------------------------------------------


def test_a_calendar_has_the_days_and_not_a_word_of_a_case(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """RFC 5545, read by a reader of our own; kinds, references and numbers only."""
    police, town = table.seat("police"), table.seat("municipality")
    own = agreed(table, police)
    asked = expected(table, town, police)
    others = agreed(table, town)
    address = made(at(police))
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = read(answer.content)
    days = {event["SUMMARY"]: event["DTSTART"] for event in calendar.events}
    number = table.dossier.number
    assert days == {
        f"Expliciet: Afspraak om uit te voeren {own.reference}\\, dossier {number}": (
            f"{in_days(5):%Y%m%d}"
        ),
        f"Expliciet: Verwachting om te beantwoorden {asked.reference}"
        f"\\, dossier {number}": f"{in_days(3):%Y%m%d}",
    }
    raw = answer.content.decode()
    for word in ("belt de school", "verzuim", table.dossier.working_name):
        assert word not in raw
    assert others.reference not in raw


def test_a_review_is_in_the_calendar_of_who_chairs(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    Dossier.objects.update(review_on=in_days(0))
    calendar = read(Client().get(made(at(table.chair))).content)
    assert [event["DTSTART"] for event in calendar.events] == [f"{in_days(0):%Y%m%d}"]


def test_the_same_thing_keeps_its_name_when_it_is_fetched_again(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police = table.seat("police")
    for _each in range(3):
        agreed(table, police)
    address = made(at(police))
    first, second = (read(Client().get(address).content) for _time in range(2))
    names = [event["UID"] for event in first.events]
    assert names == [event["UID"] for event in second.events]
    assert len(set(names)) == 3


def test_taking_it_leaves_a_line_and_is_no_sign_of_life(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police = table.seat("police")
    address = made(at(police))
    Client().get(address)
    line = Line.objects.get(action=Action.CALENDAR_TAKEN)
    assert line.user == police.user_id
    answer = Client().get(address)
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies


def test_a_wrong_address_tells_nothing(table: Table, at: At) -> None:  # noqa: F811
    """Never made, ended, replaced, of a closed account, of nobody any more: the same
    answer to each."""
    police = table.seat("police")
    client = at(police)
    replaced = made(client)
    ended = made(client)
    client.post(END)
    never = reverse("work:calendar", args=["nooit-gemaakt"])
    pages = {words(Client().get(each)) for each in (replaced, ended, never)}
    closed = made(client)
    User.objects.filter(pk=police.user_id).update(is_active=False)
    pages.add(words(Client().get(closed)))
    User.objects.filter(pk=police.user_id).update(is_active=True)
    Appointment.objects.filter(user=police.user_id).update(until=in_days(-1))
    pages.add(words(Client().get(closed)))
    bare = {re.sub(r"/werk/agenda/[\w-]+\.ics", "", page) for page in pages}
    assert len(bare) == 1
    assert not Line.objects.filter(action=Action.CALENDAR_TAKEN).exists()


def test_a_seat_that_ended_is_gone_from_the_calendar(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police = table.seat("police")
    agreed(table, police)
    address = made(at(police))
    assert len(read(Client().get(address).content).events) == 1
    Seat.objects.filter(pk=police.pk).update(left_at=timezone.now())
    assert read(Client().get(address).content).events == []


@override_settings(RATES_ARE_KEPT=True)
def test_guessing_is_slowed_down() -> None:
    cache.clear()
    wrong = reverse("work:calendar", args=["geraden"])
    client = Client()
    answers = [
        client.get(wrong).status_code for _time in range(A_MINUTE[Rate.HEAVY] + 2)
    ]
    assert answers[0] == 404
    assert 429 in answers


def test_the_address_is_shown_once(table: Table, at: At) -> None:  # noqa: F811
    client = at(table.seat("police"))
    address = made(client)
    page = words(client.get(REACHED))
    assert address not in page
    assert "Er is een adres, gemaakt op" in page
    client.post(END)
    assert not CalendarAddress.objects.open().exists()
