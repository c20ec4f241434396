"""Factors: read by each for themselves, one's earlier reading superseded."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.factors import (
    confirm_list,
    load_list,
    read_factor,
    record_assessment,
)
from expliciet.casework.models import (
    Assessment,
    Factor,
    FactorList,
    FactorReading,
)
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.models import Circle, Seat
from tests.factories import AppointmentFactory, Role, Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def factor() -> Factor:
    return Factor.objects.filter(list__is_ours=True).earliest("code")


def read(
    table: Table, by: Seat, circle: str = Circle.Kind.TABLE, **other: Any
) -> FactorReading:
    now = table.tick()
    told: dict[str, Any] = {"factor": factor(), "read": "observed", "argument": "x"}
    return read_factor(
        FactorReading(**told | other),
        [],
        by=by,
        circle=circle_for(by, circle, now),
        now=now,
    )


@pytest.mark.parametrize("lacks", [{"read": ""}, {"read": "7"}, {"argument": ""}])
def test_a_reading_is_a_word_with_an_argument(lacks: dict[str, str]) -> None:
    """S14, F27: observed, not observed or unknown; never a number."""
    table = Table()
    with pytest.raises(ValidationError):
        read(table, table.seat("police"), **lacks)


def test_a_later_reading_supersedes_ones_own_also_at_a_changed_table() -> None:
    """F28: somebody came and somebody left; it is still the same reading."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    leaving = table.seat("GGZ")
    first = read(table, police, read="not_observed")
    others = read(table, town)
    table.seat("onderwijs")
    end_seat(leaving, "klaar", by=table.chair, now=table.tick())
    with pytest.raises(ValidationError) as wrong:
        read(table, police)
    assert "why_changed" in wrong.value.error_dict
    later = read(table, police, why_changed="nieuwe melding")
    assert later.supersedes_id == first.pk
    assert later.circle.member_ids() >= first.circle.member_ids()
    assert set(FactorReading.objects.current()) == {later, others}


def test_what_is_kept_to_oneself_stays_beside_what_the_table_hears() -> None:
    table = Table()
    police = table.seat("police")
    own = read(table, police, circle=Circle.Kind.OWN)
    shared = read(table, police)
    assert set(FactorReading.objects.current()) == {own, shared}


def test_a_reading_bears_the_organisation_and_nobody_else_corrects_it() -> None:
    table = Table()
    reading = read(table, table.seat("police"))
    assert reading.OWN_VOICE
    assert not reading.may_be_corrected_by(table.chair)


def a_list(**other: str) -> FactorList:
    told = {"name": "Open", "version": "1", "source": "bron", "licence": "CC0"}
    return FactorList(**told | other)


def one() -> Factor:
    return Factor(code="A", theme="context", name_nl="iets", name_en="something")


def test_a_list_is_used_in_the_house_that_confirmed_it() -> None:
    """S21: source and licence looked up by process director or privacy officer."""
    table = Table()
    loaded = load_list(a_list(), [one()], by=table.director, now=table.tick())
    police = table.seat("police")
    with pytest.raises(ValidationError):
        read(table, police, factor=loaded.factors.get())
    nobody = AppointmentFactory(
        organisation=table.organisation("police"), role=Role.ADMINISTRATOR
    )
    with pytest.raises(Refused):
        confirm_list(loaded, by=nobody, now=table.tick())
    for _again in range(2):
        confirm_list(loaded, by=table.director, now=table.tick())
    assert read(table, police, factor=loaded.factors.get()).pk


@pytest.mark.parametrize(
    "name",
    ["VERA-2R", "vera 2r (kopie)", "TRAP-18", "trap18", "ERG22+", "Lijst ERG 22"],
)
def test_the_text_of_a_licensed_instrument_is_not_loaded(name: str) -> None:
    """S20."""
    table = Table()
    with pytest.raises(ValidationError):
        load_list(a_list(name=name), [one()], by=table.director, now=table.tick())
    assert not FactorList.objects.filter(is_ours=False).exists()


def test_a_name_that_only_looks_like_one_is_loaded() -> None:
    table = Table()
    told = a_list(name="Verantwoording")
    assert load_list(told, [one()], by=table.director, now=table.tick()).pk


def test_of_an_instrument_only_this_is_kept() -> None:
    """S20: name, date, assessor, conclusion and limits, and not one item."""
    table = Table()
    police, now = table.seat("police"), table.tick()
    own = {field.name for field in Assessment._meta.local_fields} - {"record_ptr"}
    assert own == {"instrument", "assessed_on", "assessor", "conclusion", "limits"}
    with pytest.raises(ValidationError):
        record_assessment(
            Assessment(
                instrument="VERA-2R",
                assessed_on=timezone.localdate(now),
                assessor="deskundige",
                conclusion="geen plan",
            ),
            by=police,
            circle=circle_for(police, Circle.Kind.TABLE, now),
            now=now,
        )
