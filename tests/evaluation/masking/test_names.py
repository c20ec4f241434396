"""What is known by name in one dossier gets a label there, and only there."""

import pytest

from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.persons import record_person
from expliciet.dossiers.models import Person
from expliciet.evaluation.masking.names import names_of
from expliciet.vault.keyring import keyring
from tests.factories import OrganisationFactory, Table, unlock_all

pytestmark = pytest.mark.django_db

Kind = Person.Kind


def a_table() -> Table:
    """With the person and a mother, a guest of the school and the police."""
    table = Table()
    table.seat("police")
    table.guest()
    circle = circle_for(table.chair, "table", table.tick())
    for role, name in ((Kind.SUBJECT, "Milan Krol"), (Kind.FAMILY, "Petra Krol")):
        record_person(
            Person(role=role, name=name, born_on="1980-03-31"),
            by=table.chair,
            circle=circle,
            now=table.tick(),
        )
    unlock_all(table.dossier)
    return table


def test_the_person_those_around_and_the_professionals_get_a_role() -> None:
    """F63: roles and no names."""
    table = a_table()
    names = names_of(table.chair, seed="een zaad")
    assert names.people["Milan Krol"] == "betrokkene"
    assert names.people["Petra Krol"] == "persoon-2"
    assert names.people["Gast Verzonnen"] == "onderwijs-1 (medewerker)"
    police = table.dossier.seats.get(organisation__function="police")
    assert names.people[police.who] == "politie-1 (medewerker)"
    assert names.of_seat[police.pk] == "politie-1"
    assert names.of_organisation[police.organisation_id] == "politie-1"
    assert names.unread == 0


def test_the_dossier_the_house_and_a_birthday_go_too() -> None:
    table = a_table()
    dossier = table.dossier
    masker = names_of(dossier, seed="een zaad").masker()
    text = f"{dossier.number}, {dossier.working_name}, {dossier.house.name}, 31-03-1980"
    assert masker.mask(text).text == "[nummer], [betrokkene], [huis], [geboortedatum]"


def test_labels_are_the_same_each_time_and_differ_between_dossiers() -> None:
    """F63: nobody is followed by a number from one dossier to another."""
    table = a_table()
    for number in range(12):
        OrganisationFactory(house=table.house, name=f"G{number}", function="GGZ")
    once = names_of(table.chair, seed="een zaad")
    assert once == names_of(table.chair, seed="een zaad")
    other = Table(house=table.house)
    unlock_all(other.dossier)
    elsewhere = names_of(other.chair, seed="een zaad")
    ggz = [pk for pk, label in once.of_organisation.items() if label[:3] == "ggz"]
    assert [once.of_organisation[pk] for pk in ggz] != [
        elsewhere.of_organisation[pk] for pk in ggz
    ]


def test_a_name_that_this_request_may_not_open_is_counted() -> None:
    """F63: two persons and a guest stay closed; the name check must find them."""
    table = a_table()
    with keyring():
        names = names_of(table.dossier, seed="een zaad")
    assert names.unread == 3
    assert "Milan Krol" not in names.people
