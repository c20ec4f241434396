"""Circles: who hears it, frozen at the moment of saying (F75)."""

from collections.abc import Iterable

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.models import Organisation
from expliciet.accounts.refusal import Refused
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.models import Circle, Seat
from tests.factories import OrganisationFactory, Table
from tests.proofs.racing import as_in_a_request, lost, race

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

Kind = Circle.Kind


def hearers(
    table: Table, by: Seat, kind: str, named: Iterable[Organisation] = ()
) -> set[str]:
    """The functions of the organisations that would hear it."""
    circle = circle_for(by, kind, table.tick(), [each.pk for each in named])
    return {each.function for each in circle.organisations}


def test_each_circle_holds_whom_it_says() -> None:
    table = Table()
    police = table.seat("police")
    table.seat("municipality")
    table.guest("onderwijs")
    school = table.organisation("onderwijs")
    assert hearers(table, police, Kind.OWN) == {"police"}
    assert hearers(table, police, Kind.CORE) == {"police", "municipality", "office"}
    assert hearers(table, police, Kind.TABLE) == {
        "police",
        "municipality",
        "office",
        "onderwijs",
    }
    assert hearers(table, police, Kind.NAMED, [school]) == {"police", "onderwijs"}


def test_whoever_is_not_of_the_core_does_not_speak_in_it() -> None:
    table = Table()
    school = table.seat("onderwijs")
    with pytest.raises(ValidationError):
        circle_for(school, Kind.CORE, table.tick())


def test_only_who_sits_here_can_be_named() -> None:
    """V5: nobody is let in by being named."""
    table = Table()
    police = table.seat("police")
    elsewhere = OrganisationFactory(house=table.house)
    for named in ([], [elsewhere], [police.organisation]):
        with pytest.raises(ValidationError):
            circle_for(police, Kind.NAMED, table.tick(), [each.pk for each in named])
    assert hearers(
        table, police, Kind.NAMED, [elsewhere, table.organisation("office")]
    ) == {
        "police",
        "office",
    }


def test_a_circle_is_the_table_as_it_is_and_never_changes_afterwards() -> None:
    table = Table()
    police = table.seat("police")
    first = circle_for(police, Kind.TABLE, table.tick())
    assert circle_for(police, Kind.TABLE, table.tick()) == first
    school = table.seat("onderwijs")
    wider = circle_for(police, Kind.TABLE, table.tick())
    assert wider != first
    assert school.organisation_id not in first.member_ids()
    end_seat(school, "klaar", by=table.chair, now=table.tick())
    assert circle_for(police, Kind.TABLE, table.tick()) == first


def test_a_seat_that_ended_chooses_no_circle() -> None:
    """V8: and so gets no key of one."""
    table = Table()
    police = table.seat("police")
    end_seat(police, "klaar", by=table.chair, now=table.tick())
    for seat in (police, table.guest()):
        with pytest.raises(Refused):
            circle_for(seat, Kind.OWN, table.tick())


@pytest.mark.django_db(transaction=True)
def test_two_who_speak_first_speak_in_one_circle() -> None:
    """T15: the circle is made once, and neither runs into a fault."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    now = table.tick()

    def choose(by: Seat, now: object) -> Circle:
        return circle_for(by, Kind.TABLE, now)  # type: ignore[arg-type]

    outcomes = race(
        as_in_a_request(police, choose, now), as_in_a_request(town, choose, now)
    )
    assert lost(outcomes) == []
    assert outcomes[0] == outcomes[1]
