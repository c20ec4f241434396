"""Beheer: what there is to look after in a house, and for whom."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import HouseRule, Organisation
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.models import Dossier
from tests.factories import AppointmentFactory, Table
from tests.partners import Partners, Role, browser

pytestmark = pytest.mark.django_db

MANAGING = (Role.ADMINISTRATOR, Role.PROCESS_DIRECTOR, Role.PRIVACY_OFFICER)
PAGES = (
    "administration-of",
    "organisations",
    "people",
    "house-rules",
    "upkeep",
)


@pytest.mark.parametrize("role", list(Role), ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_three_roles_look_after_a_house_and_for_others_there_is_no_such_page(
    partners: Partners, role: str, page: str
) -> None:
    client = browser(partners.of("gemeente", role))
    response = client.get(reverse(f"house:{page}", args=[partners.house.id]))
    assert response.status_code == (200 if role in MANAGING else 404)


@pytest.mark.parametrize("page", [*PAGES, "kept-dossiers", "add-person", "change"])
def test_the_administration_of_another_house_does_not_exist(page: str) -> None:
    client = browser(Partners().administrator)
    other = Partners().house
    assert client.get(reverse(f"house:{page}", args=[other.id])).status_code == 404


def test_every_page_leaves_a_line_in_the_house(partners: Partners) -> None:
    client = browser(partners.privacy_officer)
    for page in (*PAGES, "kept-dossiers"):
        client.get(reverse(f"house:{page}", args=[partners.house.id]))
    lines = Line.objects.filter(action=Action.HOUSE_READ, house=partners.house.id)
    assert lines.count() == len(PAGES) + 1


def test_what_lacks_stands_first(partners: Partners) -> None:
    """S57: without source and date a legal rule does not exist."""
    client = browser(partners.administrator)
    page = reverse("house:administration")
    assert "heeft nog geen bron en datum" not in client.get(page).content.decode()
    HouseRule.objects.filter(name="dossier-months").delete()
    html = client.get(page).content.decode()
    assert "heeft nog geen bron en datum" in html
    assert "Dossiers kunnen niet worden geopend." in html


def test_a_clock_that_does_not_run_and_a_key_without_a_copy_ask_for_attention(
    partners: Partners,
) -> None:
    page = reverse("house:administration")
    html = browser(partners.administrator).get(page).content.decode()
    assert "De klok loopt niet" in html
    assert "is er geen tweede kopie" in html


def test_only_who_guards_terms_sees_dossiers_as_numbers(partners: Partners) -> None:
    """F72; an administrator sees no case, and not even its number."""
    table = Table(house=partners.house)
    address = reverse("house:kept-dossiers", args=[partners.house.id])
    overview = reverse("house:administration")
    for guard in (partners.privacy_officer, partners.director):
        html = browser(guard).get(address).content.decode()
        assert table.dossier.number in html
        assert table.dossier.working_name not in html
        assert "Er wordt 1 dossier bewaard" in (
            browser(guard).get(overview).content.decode()
        )
    administrator = browser(partners.administrator)
    assert administrator.get(address).status_code == 404
    assert "dossier bewaard" not in administrator.get(overview).content.decode()


def test_a_dossier_past_its_end_is_still_there_for_who_guards_it(
    partners: Partners,
) -> None:
    Table(house=partners.house)
    Dossier.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    address = reverse("house:kept-dossiers", args=[partners.house.id])
    html = browser(partners.privacy_officer).get(address).content.decode()
    assert "over het einde heen" in html


def test_the_administrator_changes_how_the_house_is_called(partners: Partners) -> None:
    address = reverse("house:change", args=[partners.house.id])
    said = {"name": "Huis Anders (verzonnen)", "region": "Elders"}
    assert browser(partners.director).post(address, said).status_code == 403
    assert browser(partners.administrator).post(address, said).status_code == 302
    partners.house.refresh_from_db()
    assert partners.house.name == "Huis Anders (verzonnen)"


def add(client: Client, partners: Partners, **said: str) -> int:
    address = reverse("house:add-organisation", args=[partners.house.id])
    told = {"name": "GGZ Verzonnen", "function": "GGZ"} | said
    return client.post(address, told).status_code


def test_administrator_and_process_director_add_organisations(
    partners: Partners,
) -> None:
    assert add(browser(partners.privacy_officer), partners) == 403
    assert add(browser(partners.administrator), partners) == 302
    assert add(browser(partners.director), partners, name="Nog een GGZ") == 302
    assert partners.house.organisations.filter(function="GGZ").count() == 2


@pytest.mark.parametrize("said", [{"function": "geheime dienst"}, {"name": ""}])
def test_an_organisation_has_a_name_and_a_function_of_the_list(
    partners: Partners, said: dict[str, str]
) -> None:
    assert add(browser(partners.administrator), partners, **said) == 422


def test_one_name_is_one_organisation(partners: Partners) -> None:
    client = browser(partners.administrator)
    assert add(client, partners) == 302
    assert add(client, partners) == 422


def test_an_organisation_that_leaves_stays_to_be_seen(partners: Partners) -> None:
    police = partners.of("police").organisation
    address = reverse("house:change-organisation", args=[police.id])
    browser(partners.director).post(address, {"name": "Politie Verzonnen"})
    police.refresh_from_db()
    assert (police.name, police.is_active) == ("Politie Verzonnen", False)
    page = reverse("house:organisations", args=[partners.house.id])
    html = browser(partners.director).get(page).content.decode()
    assert "1 doet niet meer mee" in html
    assert "Politie Verzonnen" in html


def test_a_function_is_not_changed_afterwards(partners: Partners) -> None:
    """Circles rest on it: whoever hears the core would change after the fact."""
    police = partners.of("police").organisation
    address = reverse("house:change-organisation", args=[police.id])
    said = {"name": "X", "is_active": "on", "function": Organisation.MUNICIPALITY}
    browser(partners.administrator).post(address, said)
    police.refresh_from_db()
    assert police.function == "police"


def test_whoever_manages_two_houses_chooses(partners: Partners) -> None:
    other = Partners()
    AppointmentFactory(
        user=partners.administrator.user,
        organisation=other.organisation("office"),
        role=Role.ADMINISTRATOR,
    )
    there = reverse("house:administration-of", args=[other.house.id])
    client = browser(partners.administrator)
    assert there in client.get(reverse("house:administration")).content.decode()
    assert other.house.name in client.get(there).content.decode()
