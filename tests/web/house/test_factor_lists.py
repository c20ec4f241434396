"""Lists of factors: loaded with a source and a licence, used once confirmed."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from expliciet.accounts.models import Appointment, House
from expliciet.casework.models import Confirmed, Factor, FactorList
from tests.factories import AppointmentFactory, HouseFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
Role = Appointment.Role

ONE = {"code": "A1", "theme": "context", "nl": "Verhuist vaak"}
LIST: dict[str, Any] = {
    "name": "Open lijst",
    "version": "2",
    "source": "verzonnen bron",
    "licence": "CC-BY-4.0",
    "factors": [ONE],
}


@pytest.fixture
def house() -> House:
    return HouseFactory()


def as_(house: House, role: str) -> Client:
    appointment = AppointmentFactory(
        organisation=OrganisationFactory(house=house, function="veiligheidshuis"),
        role=role,
    )
    client = Client()
    client.force_login(appointment.user)
    return client


def load(client: Client, house: House, told: Any) -> Any:
    text = told if isinstance(told, bytes) else json.dumps(told).encode()
    return client.post(
        reverse("house:load-factor-list", args=[house.pk]),
        {"file": SimpleUploadedFile("lijst.json", text)},
    )


def test_a_list_is_loaded_and_used_once_the_house_confirmed_it(house: House) -> None:
    """S21, F26: with who looked, and when."""
    director = as_(house, Role.PROCESS_DIRECTOR)
    loaded = load(director, house, LIST)
    assert loaded.status_code == 302
    found = FactorList.objects.get(name="Open lijst")
    assert found not in FactorList.objects.active_in(house)
    officer = as_(house, Role.PRIVACY_OFFICER)
    page = officer.get(loaded.url)
    assert "Verhuist vaak" in page.content.decode()
    assert "CC-BY-4.0" in page.content.decode()
    assert officer.post(loaded.url, {}).status_code == 422
    assert officer.post(loaded.url, {"looked": "on"}).status_code == 302
    assert found in FactorList.objects.active_in(house)
    assert found not in FactorList.objects.active_in(HouseFactory())


@pytest.mark.parametrize(
    "told",
    [
        LIST | {"licence": ""},
        LIST | {"source": ""},
        {name: words for name, words in LIST.items() if name != "source"},
        LIST | {"factors": []},
        LIST | {"factors": [ONE, ONE]},
        LIST | {"factors": [{"code": "A1", "theme": "risico", "nl": "x"}]},
        LIST | {"name": "VERA-2R"},
        LIST | {"name": "x" * 500},
        LIST | {"name": "a\0b"},
        b"geen json",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b"",
        b" " * 1_100_000,
    ],
)
def test_a_list_that_lacks_something_is_not_loaded(house: House, told: Any) -> None:
    """S20, S21: nor half of it, nor the text of a licensed instrument."""
    before = FactorList.objects.count(), Factor.objects.count()
    refused = load(as_(house, Role.PROCESS_DIRECTOR), house, told)
    assert refused.status_code == 422
    assert (FactorList.objects.count(), Factor.objects.count()) == before


def test_an_administrator_looks_and_decides_nothing(house: House) -> None:
    administrator = as_(house, Role.ADMINISTRATOR)
    ours = FactorList.objects.get(is_ours=True)
    page = reverse("house:factor-list", args=[house.pk, ours.pk])
    assert administrator.get(page).status_code == 200
    assert administrator.post(page, {"looked": "on"}).status_code == 403
    assert load(administrator, house, LIST).status_code == 403
    assert not Confirmed.objects.exists()


def test_a_partner_does_not_find_the_lists(house: House) -> None:
    page = reverse("house:factor-lists", args=[house.pk])
    assert as_(house, Role.PARTNER).get(page).status_code == 404
    assert as_(house, Role.PROCESS_DIRECTOR).get(page).status_code == 200
