"""Inviting a colleague or a guest: who may, whom, and what they hear from then on."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from expliciet.accounts.models import Appointment
from expliciet.accounts.refusal import Refused
from expliciet.dossiers.actions.seats import change_seat, end_seat, invite
from expliciet.dossiers.models import Heading, Note, Seat
from tests.dossiers.told import fields, lines, notices
from tests.factories import (
    AppointmentFactory,
    OrganisationFactory,
    Table,
    UserFactory,
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


def test_whoever_is_invited_sits_from_then_on_and_is_told() -> None:
    """N26: seeing begins at sitting down."""
    table = Table()
    before = table.note(table.chair)
    seat = asked(table, colleague(table))
    after = table.note(table.chair)
    assert seat.invited_by == table.chair
    assert seat.joined_at == seat.hears_from
    assert set(Note.objects.visible_to(seat, table.tick())) == {after}
    assert before.recorded_at < seat.joined_at
    assert notices(seat.user) == ["seated"]
    assert lines(table.dossier).count("seated") == 3


def test_whoever_joins_reads_on_which_ground_the_table_sits() -> None:
    table = Table()
    seat = asked(table, colleague(table))
    assert Heading.objects.visible_to(seat, table.tick()).count() == 1


def test_only_whoever_chairs_invites() -> None:
    table = Table()
    police, other = table.seat("police"), Table()
    secretary = asked(
        table, colleague(table, "office", role=Role.SECRETARY), role="secretary"
    )
    for by in (police, secretary):
        seat = Seat(
            user=UserFactory(), organisation=police.organisation, why="verzonnen"
        )
        with pytest.raises(Refused):
            invite(seat, by=by, now=table.tick())
    newcomer = colleague(table)
    seat = Seat(user=newcomer.user, organisation=newcomer.organisation, why="x")
    with pytest.raises(ValidationError):  # another house chairs nothing here
        invite(seat, by=other.chair, now=other.tick())


def test_the_substitute_chairs_too() -> None:
    table = Table()
    police = colleague(table)
    seat = Seat(user=police.user, organisation=police.organisation, why="nodig")
    assert invite(seat, by=table.substitute, now=table.tick())


def test_a_chair_whose_seat_ended_a_second_ago_invites_nobody() -> None:
    """V8: the request read the seat before it ended."""
    table = Table()
    third = asked(
        table,
        colleague(table, "office", role=Role.PROCESS_DIRECTOR),
        role=Seat.Role.PROCESS_DIRECTOR,
    )
    stale = Seat.objects.select_related("dossier__house").get(pk=third.pk)
    end_seat(third, "andere post", by=table.chair, now=table.tick())
    newcomer = colleague(table)
    seat = Seat(user=newcomer.user, organisation=newcomer.organisation, why="x")
    with pytest.raises(Refused):
        invite(seat, by=stale, now=table.tick())


def test_whoever_lost_the_chair_a_second_ago_chairs_nothing() -> None:
    table = Table()
    third = asked(
        table,
        colleague(table, "office", role=Role.PROCESS_DIRECTOR),
        role=Seat.Role.PROCESS_DIRECTOR,
    )
    stale = Seat.objects.select_related("dossier__house").get(pk=third.pk)
    third.role = Seat.Role.PARTICIPANT
    change_seat(third, by=table.chair, now=table.tick())
    assert stale.chairs
    with pytest.raises(Refused):
        end_seat(table.substitute, "weg", by=stale, now=table.tick())


@pytest.mark.parametrize(
    "role",
    [
        Role.ADMINISTRATOR,
        Role.EVALUATOR,
        Role.LOG_REVIEWER,
        Role.PRIVACY_OFFICER,
        Role.DATA_PROTECTION_OFFICER,
    ],
)
def test_a_role_without_a_place_at_tables_gets_none(role: str) -> None:
    table = Table()
    with pytest.raises(ValidationError) as wrong:
        asked(table, colleague(table, role=role))
    assert fields(wrong.value) == {"user"}


def test_a_colleague_sits_for_whom_they_were_appointed() -> None:
    table, other = Table(), Table()
    police = colleague(table)
    police.organisation = table.organisation("municipality")
    for stranger in (
        police,
        colleague(other),
        colleague(table, until=timezone.localdate() - timedelta(days=1)),
        colleague(table, since=timezone.localdate() + timedelta(days=1)),
        colleague(table, user__is_active=False),
    ):
        with pytest.raises(ValidationError):
            asked(table, stranger)
    assert table.dossier.seats.count() == 2


def test_an_organisation_that_stopped_taking_part_gets_no_seat() -> None:
    table = Table()
    gone = OrganisationFactory(house=table.house, is_active=False)
    with pytest.raises(ValidationError):
        asked(table, AppointmentFactory(organisation=gone))
    guest = Seat(guest_name="Gast", organisation=gone, why="nodig")
    with pytest.raises(ValidationError):
        invite(guest, by=table.chair, now=table.tick())


def test_nobody_sits_twice_at_one_table() -> None:
    table = Table()
    police = colleague(table)
    seat = asked(table, police)
    with pytest.raises(ValidationError) as wrong:
        asked(table, police)
    with override("en"):
        assert wrong.value.messages == ["This person sits at this table already."]
    end_seat(seat, "klaar", by=table.chair, now=table.tick())
    assert asked(table, police)


@pytest.mark.parametrize("why", [None, "", "   "])
def test_a_seat_has_a_reason(why: str | None) -> None:
    table = Table()
    with pytest.raises(ValidationError) as wrong:
        asked(table, colleague(table), why=why)
    assert "why" in fields(wrong.value)


def test_a_table_is_chaired_from_the_office_alone() -> None:
    """V5: a chair gives no partner the chair."""
    table = Table()
    for role in Seat.CHAIRS:
        with pytest.raises(ValidationError) as wrong:
            asked(table, colleague(table), role=role)
        assert fields(wrong.value) == {"role"}


# --- guests ---------------------------------------------------------------------------


def test_a_guest_sits_by_name_and_sees_nothing() -> None:
    table = Table()
    guest = table.guest()
    assert guest.is_guest
    assert guest.is_taken(table.tick())
    assert not guest.is_active(table.tick())
    assert not Note.objects.visible_to(guest, table.tick()).exists()


@pytest.mark.parametrize("role", [role for role in Seat.Role if role != "participant"])
def test_a_guest_has_no_other_role(role: str) -> None:
    table = Table()
    guest = Seat(
        guest_name="Gast", organisation=table.organisation("ggz"), why="x", role=role
    )
    with pytest.raises(ValidationError) as wrong:
        invite(guest, by=table.chair, now=table.tick())
    assert fields(wrong.value) == {"role"}


def test_a_guest_who_is_sent_twice_sits_once() -> None:
    table = Table()
    table.guest()
    with pytest.raises(ValidationError) as wrong:
        table.guest()
    assert fields(wrong.value) == {"guest_name"}


def test_somebody_is_a_colleague_or_a_guest_and_not_both() -> None:
    table = Table()
    police = colleague(table)
    for seat in (
        Seat(organisation=police.organisation, why="x"),
        Seat(
            user=police.user, guest_name="G", organisation=police.organisation, why="x"
        ),
    ):
        with pytest.raises(ValidationError):
            invite(seat, by=table.chair, now=table.tick())


@pytest.mark.parametrize(
    "name",
    [
        "Şükrü Çelik-O’Brien",
        "محمد بن عبد الله",
        "Иван Петров-Вымышленный",
        "李小龍",
        "\u202eomgekeerd\u202c",
        "José\u0301 ‎LTR",
        "🧑‍🏫 Leraar",
        "Robert'); DROP TABLE seats;--",
        "x" * 120,
    ],
)
def test_names_in_every_script_come_back_as_they_were(name: str) -> None:
    table = Table()
    guest = Seat(guest_name=name, organisation=table.organisation("ggz"), why=name)
    invite(guest, by=table.chair, now=table.tick())
    unlock_all(table.dossier)
    again = Seat.objects.get(pk=guest.pk)
    assert (again.who, again.why) == (name, name)


@pytest.mark.parametrize("name", ["a\0b", "x" * 121])
def test_a_name_that_cannot_be_kept_is_refused_whole(name: str) -> None:
    table = Table()
    guest = Seat(guest_name=name, organisation=table.organisation("ggz"), why="x")
    with pytest.raises(ValidationError) as wrong:
        invite(guest, by=table.chair, now=table.tick())
    assert fields(wrong.value) == {"guest_name"}
    assert table.dossier.seats.count() == 2
