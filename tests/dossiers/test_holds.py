"""Holds: nothing is destroyed for now, and nobody sees more by it (F72, V16)."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.models import Appointment
from expliciet.accounts.refusal import Refused
from expliciet.accounts.terms import months_later
from expliciet.dossiers.actions.holds import lift_hold, put_hold
from expliciet.dossiers.models import Dossier, Hold
from expliciet.vault.keyring import keyring
from expliciet.vault.trouble import Locked
from tests.dossiers.told import fields, lines
from tests.factories import AppointmentFactory, Table
from tests.proofs.racing import lost, race, won

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

Role = Appointment.Role


def held(table: Table, by: Appointment | None = None, **more: Any) -> Hold:
    said = {"ground": "klacht 12 (verzonnen)", "review_on": in_days(table, 30)}
    hold = Hold(dossier=table.dossier, **(said | more))
    return put_hold(hold, by=by or table.director, now=table.tick())


def in_days(table: Table, days: int) -> date:
    return timezone.localdate(table.now) + timedelta(days=days)


def appointed(table: Table, role: str, **more: Any) -> Appointment:
    return AppointmentFactory(
        organisation=table.organisation("office"), role=role, **more
    )


@pytest.mark.parametrize("role", [Role.PROCESS_DIRECTOR, Role.PRIVACY_OFFICER])
def test_a_hold_is_put_by_who_guards_terms(role: str) -> None:
    table = Table()
    hold = held(table, appointed(table, role))
    assert list(Hold.objects.holding(table.tick())) == [hold]
    assert lines(table.dossier)[-1] == "held"


def test_nobody_else_puts_or_lifts_a_hold() -> None:
    table = Table()
    hold = held(table)
    strangers = [
        appointed(table, role)
        for role in set(Role) - {Role.PROCESS_DIRECTOR, Role.PRIVACY_OFFICER}
    ]
    strangers += [
        Table().director,
        appointed(
            table, Role.PRIVACY_OFFICER, until=timezone.localdate() - timedelta(days=1)
        ),
        appointed(table, Role.PRIVACY_OFFICER, user__is_active=False),
    ]
    for stranger in strangers:
        with pytest.raises(Refused):
            held(table, stranger)
        with pytest.raises(Refused):
            lift_hold(hold, "zomaar", by=stranger, now=table.tick())
    assert Hold.objects.holding(table.tick()).count() == 1


def test_a_hold_is_looked_at_again_within_the_term_of_the_house() -> None:
    """S57: the house says how long; half a year where it said nothing."""
    table = Table()
    today = timezone.localdate(table.now)
    last = months_later(today, 6)
    assert held(table, review_on=last)
    assert held(table, review_on=in_days(table, 1))
    for day in (today, last + timedelta(days=1)):
        with pytest.raises(ValidationError) as wrong:
            held(table, review_on=day)
        assert fields(wrong.value) == {"review_on"}


@pytest.mark.parametrize("lacking", ["ground", "review_on"])
def test_a_hold_has_a_ground_and_a_day(lacking: str) -> None:
    table = Table()
    with pytest.raises(ValidationError) as wrong:
        held(table, **{lacking: None})
    assert lacking in fields(wrong.value)


def test_a_hold_gives_nobody_more_to_read_or_longer() -> None:
    """V16: past its end a dossier is nobody's to read, hold or no hold."""
    table = Table()
    held(table)
    left = table.dossier.ends_on - timezone.localdate(table.now)
    after = table.now + left + timedelta(days=1)
    assert not Dossier.objects.visible_to(table.director.user, after).exists()


def test_lifting_leaves_the_term_that_counted_before() -> None:
    table = Table()
    ends_on = table.dossier.ends_on
    hold = held(table)
    lift_hold(hold, "klacht ingetrokken", by=table.director, now=table.tick())
    table.dossier.refresh_from_db()
    assert table.dossier.ends_on == ends_on
    assert not Hold.objects.holding(table.tick()).exists()
    assert lines(table.dossier)[-1] == "hold-lifted"


@pytest.mark.parametrize("why", ["", " ", "a\0b", "x" * 2_001])
def test_lifting_has_a_reason_that_can_be_kept(why: str) -> None:
    table = Table()
    hold = held(table)
    with pytest.raises(ValidationError) as wrong:
        lift_hold(hold, why, by=table.director, now=table.tick())
    assert fields(wrong.value) == {"lifted_why"}
    assert Hold.objects.get().lifted_at is None


def test_a_hold_is_lifted_once() -> None:
    table = Table()
    hold = held(table)
    again = Hold.objects.get(pk=hold.pk)
    lift_hold(hold, "klaar", by=table.director, now=table.tick())
    with pytest.raises(ValidationError):
        lift_hold(again, "nog eens", by=table.deputy, now=table.tick())
    assert Hold.objects.get().lifted_by == table.director.user


def test_the_ground_of_a_hold_is_sealed_apart_from_the_case() -> None:
    """A seat at the table opens no ground, and guarding terms opens no case."""
    table = Table()
    police = table.seat("police")
    note = table.note(police)
    held(table)
    with keyring():
        police.unlock(table.tick())
        with pytest.raises(Locked):
            _ = Hold.objects.get().ground
    with keyring():
        table.dossier.unlock_holds()
        assert Hold.objects.get().ground == "klacht 12 (verzonnen)"
        with pytest.raises(Locked):
            _ = type(note).objects.get().text


@pytest.mark.django_db(transaction=True)
def test_of_two_who_lift_a_hold_one_does() -> None:
    """T15."""
    table = Table()
    hold = held(table)

    def lift(by: Appointment) -> Any:
        return lambda: lift_hold(
            Hold.objects.select_related("dossier").get(pk=hold.pk),
            "klaar (verzonnen)",
            by=by,
            now=table.now,
        )

    outcomes = race(lift(table.director), lift(table.deputy))
    assert len(won(outcomes)) == 1, outcomes
    assert all(isinstance(wrong, ValidationError) for wrong in lost(outcomes))
