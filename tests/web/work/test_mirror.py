"""The mirror on the screen: for one's own organisation, and nobody else (N18)."""

import re

import pytest
from django.urls import reverse

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.casework.test_mirror import expects
from tests.factories import AppointmentFactory, Role, Table
from tests.web.dossiers.conftest import At, at, table  # noqa: F401
from tests.web.dossiers.forms import words

pytestmark = pytest.mark.django_db

MIRROR = reverse("mirror:look")
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')


def test_it_tells_what_is_owed_with_a_day_and_no_word_of_it(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    asked = expects(table, police, town)
    page = words(at(town).get(MIRROR))
    assert asked.reference in page
    assert police.organisation.name in page
    assert "Bel (verzonnen)." not in page
    line = Line.objects.get(action=Action.MIRROR_READ)
    assert line.organisation == town.organisation_id


def test_two_worlds_what_two_others_owe_each_other_changes_nothing(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """V1: for a third partner, and for whoever chairs, every byte is the same."""
    police, town = table.seat("police"), table.seat("municipality")
    browsers = [at(table.seat("onderwijs")), at(table.chair)]

    def pages() -> list[bytes]:
        return [TOKEN.sub(b"", each.get(MIRROR).content) for each in browsers]

    before = pages()
    expects(table, police, town, "named", (town.organisation,))
    assert pages() == before


def test_whoever_chairs_sees_no_mirror_of_a_partner(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police = table.seat("police")
    address = reverse("mirror:of", args=[police.organisation_id])
    assert at(police).get(address).status_code == 200
    assert at(table.chair).get(address).status_code == 404


def test_an_administrator_has_no_mirror(client: object) -> None:
    by = AppointmentFactory(role=Role.ADMINISTRATOR)
    client.force_login(by.user)  # type: ignore[attr-defined]
    assert client.get(MIRROR).status_code == 404  # type: ignore[attr-defined]


def test_whoever_acts_for_two_organisations_looks_into_one_at_a_time(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    second = AppointmentFactory(
        user=town.user, organisation=table.organisation("onderwijs")
    )
    asked = expects(table, police, town)
    client = at(town)
    theirs = reverse("mirror:of", args=[second.organisation_id])
    own = reverse("mirror:of", args=[town.organisation_id])
    assert asked.reference not in words(client.get(theirs))
    assert asked.reference in words(client.get(own))
    assert own in words(client.get(theirs))


def test_empty_lists_say_what_will_come(table: Table, at: At) -> None:  # noqa: F811
    page = words(at(table.seat("police")).get(MIRROR))
    assert "Hier komt wat anderen inbrengen" in page
    assert "Hier komt waar anderen nog op wachten" in page
