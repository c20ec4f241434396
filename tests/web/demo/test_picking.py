"""Coming in by picking a person: in a demo, and nowhere else."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils.html import escape

from expliciet.accounts.models import Appointment, Session
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.web.house.roles import IN_A_SENTENCE
from tests.factories import AppointmentFactory, HouseFactory, Table

pytestmark = pytest.mark.django_db

HERE = "/demo/"


@pytest.fixture
def in_a_demo() -> Iterator[None]:
    with override_settings(DEMO=True):
        yield


def somebody(**details: object) -> Appointment:
    appointment: Appointment = AppointmentFactory(**details)
    return appointment


def test_outside_a_demo_there_is_no_such_page(client: Client) -> None:
    person = somebody().user
    assert client.get(HERE).status_code == 404
    assert client.post(HERE, {"person": person.id}).status_code == 404
    assert not Session.objects.exclude(user=None).exists()


def test_beside_a_real_house_the_switch_alone_opens_nothing(
    client: Client, in_a_demo: None
) -> None:
    person = somebody().user
    HouseFactory(is_fictional=False)
    assert client.get(HERE).status_code == 404
    assert client.post(HERE, {"person": person.id}).status_code == 404


def test_everybody_stands_with_their_organisation_and_what_they_may(
    client: Client, in_a_demo: None
) -> None:
    table = Table()
    police = table.seat("police")
    page = client.get(HERE).content.decode()
    for seat in (table.chair, police):
        assert seat.organisation.name in page
        assert seat.who in page
    assert page.count("<button") >= 3
    assert "geen cookie" not in page
    assert escape(str(IN_A_SENTENCE["partner"])) in page


def test_one_tap_and_one_is_in_as_that_person(client: Client, in_a_demo: None) -> None:
    table = Table()
    police = table.seat("police")
    answer = client.post(HERE, {"person": police.user_id, "next": "/dossiers/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/dossiers/")
    assert police.who in client.get("/").content.decode()
    line = Line.objects.get(action=Action.SIGNED_IN)
    assert (line.user, line.auth_level) == (police.user_id, "demo")


def test_picking_another_leaves_the_first_behind(
    client: Client, in_a_demo: None
) -> None:
    one, other = somebody().user, somebody().user
    client.post(HERE, {"person": one.id})
    assert "dat bent u nu" in client.get(HERE).content.decode()
    client.post(HERE, {"person": other.id})
    assert [session.user for session in Session.objects.exclude(user=None)] == [other]
    assert Line.objects.filter(action=Action.SIGNED_OUT, user=one.id).exists()


def test_who_is_not_on_the_page_cannot_be_picked(
    client: Client, in_a_demo: None
) -> None:
    closed = somebody().user
    type(closed).objects.filter(pk=closed.pk).update(is_active=False)
    for person in (closed.id, uuid4(), "x", ""):
        assert client.post(HERE, {"person": person}).status_code == 404
    assert client.post(HERE).status_code == 404
    assert not Session.objects.exclude(user=None).exists()


def test_one_goes_on_to_pages_of_ours_only(client: Client, in_a_demo: None) -> None:
    person = somebody().user
    elsewhere = {"person": person.id, "next": "https://elders.example/"}
    assert client.post(HERE, elsewhere).headers["Location"] == "/"


def test_a_form_from_elsewhere_is_not_believed(in_a_demo: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(HERE, {"person": somebody().user.id}).status_code == 403


@pytest.mark.parametrize("address", ["/", "accounts:sign-in"])
def test_the_door_is_shown_in_a_demo_and_only_there(
    client: Client, address: str
) -> None:
    address = address if address == "/" else reverse(address)
    assert HERE not in client.get(address).content.decode()
    with override_settings(DEMO=True):
        page = client.get(address).content.decode()
    assert f'href="{HERE}"' in page
    assert "Fictieve gegevens" in page
