"""Changing and ending seats; and what a seat gives, and gives no more."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.models import Appointment
from expliciet.accounts.refusal import Refused
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.notes import record_note
from expliciet.dossiers.actions.seats import change_seat, end_seat, invite
from expliciet.dossiers.models import Circle, Dossier, Note, Seat
from tests.dossiers.told import fields, lines, notices
from tests.factories import (
    AppointmentFactory,
    Table,
    unlock_all,
)

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

Role = Appointment.Role


def asked(table: Table, appointment: Appointment, **more: Any) -> Seat:
    """A colleague, invited by the chair."""
    seat = Seat(
        user=appointment.user,
        organisation=appointment.organisation,
        why=more.pop("why", "nodig (verzonnen)"),
        **more,
    )
    return invite(seat, by=table.chair, now=table.tick())


def colleague(table: Table, function: str = "police", **more: Any) -> Appointment:
    return AppointmentFactory(organisation=table.organisation(function), **more)


def test_a_role_and_a_mandate_are_changed_by_whoever_chairs() -> None:
    table = Table()
    town = table.seat("municipality")
    town.role, town.mandate = Seat.Role.CASE_DIRECTOR, Seat.Mandate.DECIDE
    change_seat(town, by=table.chair, now=table.tick())
    town.refresh_from_db()
    assert (town.role, town.mandate) == ("case_director", "decide")
    assert lines(table.dossier)[-1] == "seat-changed"


def test_changing_nothing_leaves_no_line() -> None:
    table = Table()
    town = table.seat("municipality")
    with pytest.raises(ValidationError):
        change_seat(town, by=table.chair, now=table.tick())
    assert "seat-changed" not in lines(table.dossier)


def test_nobody_changes_their_own_seat() -> None:
    """V5: no act raises the rights of whoever does it."""
    table = Table()
    table.chair.mandate = Seat.Mandate.DECIDE
    with pytest.raises(Refused):
        change_seat(table.chair, by=table.chair, now=table.tick())


def test_whoever_does_not_chair_changes_no_seat() -> None:
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    town.mandate = Seat.Mandate.DECIDE
    for by in (police, town, Table().chair):
        with pytest.raises(Refused):
            change_seat(town, by=by, now=table.tick())


def test_a_seat_that_ended_is_not_changed() -> None:
    table = Table()
    police = table.seat("police")
    stale = Seat.objects.select_related("dossier__house").get(pk=police.pk)
    end_seat(police, "klaar", by=table.chair, now=table.tick())
    stale.mandate = Seat.Mandate.DECIDE
    with pytest.raises(ValidationError):
        change_seat(stale, by=table.chair, now=table.tick())
    police.refresh_from_db()
    assert police.mandate == Seat.Mandate.SPEAK


def test_a_table_keeps_a_chair_and_a_deputy() -> None:
    """S61: the last of either is not changed away, and does not leave."""
    table = Table()
    for seat, by in ((table.chair, table.substitute), (table.substitute, table.chair)):
        again = Seat.objects.select_related("dossier__house").get(pk=seat.pk)
        again.role = Seat.Role.PARTICIPANT
        with pytest.raises(ValidationError):
            change_seat(again, by=by, now=table.tick())
        with pytest.raises(ValidationError):
            end_seat(seat, "weg", by=seat, now=table.tick())
    second = colleague(table, "office", role=Role.SECRETARY)
    asked(table, second, role=Seat.Role.SUBSTITUTE)
    assert end_seat(table.substitute, "weg", by=table.chair, now=table.tick())


# --- ending ---------------------------------------------------------------------------


def test_a_seat_that_ended_gives_nothing_from_that_moment() -> None:
    """V8: no seeing, no speaking, no keys; what was said from it stays."""
    table = Table()
    police = table.seat("police")
    note = table.note(police)
    end_seat(police, "andere post", by=table.chair, now=table.tick())
    now = table.tick()
    assert police.user is not None
    assert not Dossier.objects.visible_to(police.user, now).exists()
    assert not Note.objects.visible_to(police, now).exists()
    assert not Seat.objects.visible_to(police, now).exists()
    with pytest.raises(Refused):
        circle_for(police, Circle.Kind.TABLE, now)
    with pytest.raises(Refused):
        record_note(Note(text="nog dit"), by=police, circle=note.circle, now=now)
    assert Note.objects.visible_to(table.chair, now).filter(pk=note.pk).exists()
    assert notices(police.user) == ["seated", "seat-ended"]
    assert lines(table.dossier)[-1] == "seat-ended"


def test_a_clock_that_runs_behind_gives_no_seat_back() -> None:
    """T14, V8: on a machine whose clock stands before the end, the end holds too."""
    table = Table()
    police = table.seat("police")
    end_seat(police, "klaar", by=table.chair, now=table.tick())
    behind = table.now - timedelta(minutes=4)
    assert police.joined_at < table.now
    for clock in (police.joined_at, behind, table.now):
        assert not police.is_active(clock)


def test_a_clock_ten_years_ahead_shows_nothing_and_harms_nothing() -> None:
    """T14: past its end nobody reads it; with the clock right, all is there again."""
    table = Table()
    police = table.seat("police")
    note = table.note(police)
    ahead = table.now + timedelta(days=3_650)
    assert not Note.objects.visible_to(police, ahead).exists()
    with pytest.raises((Refused, ValidationError)):
        table.note(police, now=ahead)
    assert list(Note.objects.visible_to(police, table.tick())) == [note]


def test_a_seat_ends_once() -> None:
    table = Table()
    police = table.seat("police")
    again = Seat.objects.select_related("dossier__house").get(pk=police.pk)
    end_seat(police, "klaar", by=table.chair, now=table.tick())
    with pytest.raises(ValidationError):
        end_seat(again, "nog eens", by=table.chair, now=table.tick())
    unlock_all(table.dossier)
    assert Seat.objects.get(pk=police.pk).left_why == "klaar"


@pytest.mark.parametrize("why", ["", "  ", "a\0b", "x" * 2_001])
def test_an_end_has_a_reason_that_can_be_kept(why: str) -> None:
    table = Table()
    police = table.seat("police")
    with pytest.raises(ValidationError) as wrong:
        end_seat(police, why, by=table.chair, now=table.tick())
    assert fields(wrong.value) == {"left_why"}
    assert Seat.objects.get(pk=police.pk).left_at is None


def test_one_leaves_by_oneself_without_a_notice_to_oneself() -> None:
    table = Table()
    police = table.seat("police")
    end_seat(police, "ik ga met pensioen", by=police, now=table.tick())
    assert notices(police.user) == ["seated"]


def test_nobody_ends_the_seat_of_another_without_the_chair() -> None:
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    for by in (school, Table().chair):
        with pytest.raises(Refused):
            end_seat(police, "weg", by=by, now=table.tick())


def test_an_account_that_closes_takes_its_seats_along() -> None:
    """V8: so does the end of an appointment."""
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    assert police.user is not None
    police.user.is_active = False
    police.user.save()
    Appointment.objects.filter(user=school.user).update(
        until=timezone.localdate() - timedelta(days=1)
    )
    for seat in (police, school):
        assert not seat.is_active(table.tick())
        assert not Note.objects.visible_to(seat, table.tick()).exists()
