"""A house and its organisations."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.actions.houses import change_house, found_house
from expliciet.accounts.actions.organisations import (
    add_organisation,
    change_organisation,
)
from expliciet.accounts.models import House, Organisation
from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.accounts.conftest import Trail
from tests.factories import AppointmentFactory, HouseFactory, OrganisationFactory, Role

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

NOW = timezone.now()
MANAGING = (Role.ADMINISTRATOR, Role.PROCESS_DIRECTOR)


def test_founding_a_house_is_done_at_the_terminal(trail: Trail) -> None:
    house = found_house(House(name="Veiligheidshuis Duinmeer (verzonnen)"), now=NOW)
    assert house.founded_at == NOW
    assert trail() == [Action.HOUSE_FOUNDED]
    line = Line.objects.get()
    assert (line.role, line.user, line.house) == ("terminal", None, house.id)


def test_two_houses_have_two_names() -> None:
    found_house(House(name="Duinmeer (verzonnen)"), now=NOW)
    with pytest.raises(ValidationError):
        found_house(House(name="Duinmeer (verzonnen)"), now=NOW)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_the_administrator_alone_changes_a_house(role: str) -> None:
    by = AppointmentFactory(role=role)
    with pytest.raises(Refused):
        change_house(by.house, by=by)


def test_nobody_changes_another_house() -> None:
    """V2."""
    by = AppointmentFactory(role=Role.ADMINISTRATOR)
    with pytest.raises(Refused):
        change_house(HouseFactory(), by=by)
    with pytest.raises(Refused):
        add_organisation(Organisation(house=HouseFactory(), name="X"), by=by)
    with pytest.raises(Refused):
        change_organisation(OrganisationFactory(), by=by)


@pytest.mark.parametrize("role", list(Role))
def test_who_says_which_organisations_take_part(role: str, trail: Trail) -> None:
    by = AppointmentFactory(role=role)
    partner = Organisation(house=by.house, name="GGZ Verzonnen", function="GGZ")
    trail()
    if role in MANAGING:
        add_organisation(partner, by=by)
        partner.is_active = False
        change_organisation(partner, by=by)
        assert trail() == [Action.ORGANISATION_ADDED, Action.ORGANISATION_CHANGED]
    else:
        with pytest.raises(Refused):
            add_organisation(partner, by=by)
        assert trail() == []


def test_a_function_stays_for_circles_rest_on_it() -> None:
    by = AppointmentFactory(role=Role.ADMINISTRATOR)
    school = OrganisationFactory(house=by.house, function="onderwijs")
    school.function, school.name = Organisation.POLICE, "School Verzonnen"
    change_organisation(school, by=by)
    school.refresh_from_db()
    assert (school.function, school.name) == ("onderwijs", "School Verzonnen")


@pytest.mark.parametrize("function", ["", "kerk", "Police", "police "])
def test_a_function_is_one_of_the_list(function: str) -> None:
    by = AppointmentFactory(role=Role.ADMINISTRATOR)
    partner = Organisation(house=by.house, name="Onbekend", function=function)
    with pytest.raises(ValidationError):
        add_organisation(partner, by=by)


def test_core_are_the_four_that_the_law_names() -> None:
    house = HouseFactory()
    for function in (*Organisation.FIXED, "onderwijs"):
        OrganisationFactory(house=house, function=function)
    core = house.organisations.all().core()
    assert {each.function for each in core} == set(Organisation.CORE)


def test_no_administrator_sees_what_was_said_by_being_one() -> None:
    """There is no superuser: roles give no way to case content."""
    from expliciet.dossiers.models import Dossier

    for role in Role:
        by = AppointmentFactory(role=role)
        later = NOW + timedelta(seconds=1)
        assert not Dossier.objects.visible_to(by.user, later)
