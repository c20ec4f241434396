"""Saying why one looks, once a day (V13)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.house_rules import RuleLacking
from expliciet.accounts.refusal import Refused
from expliciet.audit.models import Line
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.models import Opening
from tests.dossiers.told import fields, lines
from tests.factories import Table, at
from tests.proofs.racing import as_in_a_request, lost, race

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

PURPOSE = "overleg voorbereiden"


def test_a_purpose_from_the_list_stands_in_the_trail() -> None:
    table = Table()
    opening = Opening(purpose=PURPOSE, words="vóór donderdag (verzonnen)")
    state_purpose(opening, by=table.chair, now=table.tick())
    line = Line.objects.get(action="purpose-stated")
    assert line.purpose == PURPOSE
    assert line.reason_hash
    assert "donderdag" not in line.exported().decode()
    assert lines(table.dossier)[-1] == "purpose-stated"


@pytest.mark.parametrize("purpose", ["", "nieuwsgierig", "OVERLEG VOORBEREIDEN"])
def test_another_purpose_is_none(purpose: str) -> None:
    table = Table()
    with pytest.raises(ValidationError) as wrong:
        state_purpose(Opening(purpose=purpose), by=table.chair, now=table.tick())
    assert fields(wrong.value) == {"purpose"}
    assert not Opening.objects.exists()


def test_where_the_house_named_no_purposes_nobody_opens() -> None:
    table = Table()
    table.house.rules.filter(name="purposes").delete()
    with pytest.raises(RuleLacking):
        state_purpose(Opening(purpose=PURPOSE), by=table.chair, now=table.tick())


def test_the_first_purpose_of_a_day_counts_and_a_new_day_asks_anew() -> None:
    table = Table(now=at(2026, 11, 25, 22))  # 23:00 in Amsterdam
    first = state_purpose(Opening(purpose=PURPOSE), by=table.chair, now=table.now)
    other = Opening(purpose="uitvoeren wat is afgesproken")
    again = state_purpose(other, by=table.chair, now=table.now + timedelta(minutes=30))
    assert again.pk == first.pk
    other = Opening(purpose="uitvoeren wat is afgesproken")
    after_midnight = table.now + timedelta(minutes=90)
    next_day = state_purpose(other, by=table.chair, now=after_midnight)
    assert next_day.pk != first.pk
    assert (next_day.day - first.day).days == 1


def test_without_a_seat_no_purpose_opens_anything() -> None:
    table = Table()
    police = table.seat("police")
    end_seat(police, "klaar", by=table.chair, now=table.tick())
    for seat in (police, table.guest()):
        with pytest.raises(Refused):
            state_purpose(Opening(purpose=PURPOSE), by=seat, now=table.tick())


@pytest.mark.django_db(transaction=True)
def test_two_windows_state_one_purpose() -> None:
    """T15."""
    table = Table()

    def state(by: object, now: object) -> Opening:
        return state_purpose(Opening(purpose=PURPOSE), by=by, now=now)  # type: ignore[arg-type]

    now = table.tick()
    outcomes = race(*[as_in_a_request(table.chair, state, now) for _ in range(3)])
    assert lost(outcomes) == []
    assert Opening.objects.count() == 1
