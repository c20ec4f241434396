"""T15, V14: two at once. One wins, the other is told, and nothing is overwritten."""

from datetime import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.refusal import Refused
from expliciet.audit.models import Line
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.notes import record_note
from expliciet.dossiers.actions.recording import Overtaken, correct
from expliciet.dossiers.actions.seats import change_seat, end_seat, hand_over, invite
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import (
    Circle,
    HandOver,
    Note,
    Passing,
    Record,
    Seat,
    Withdrawal,
)
from tests.factories import AppointmentFactory, Table
from tests.proofs.racing import as_in_a_request, lost, race, won

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engines]

ROUNDS = 8
MANY = 1_000


@pytest.fixture(
    params=[ROUNDS, pytest.param(MANY, marks=pytest.mark.long)],
    ids=["short", "many"],
)
def rounds(request: pytest.FixtureRequest) -> range:
    return range(request.param)


def fits(wrong: Exception) -> bool:
    """What an action may answer to whoever came second: never a fault of ours."""
    return isinstance(wrong, ValidationError | Refused)


def lines_about(thing: Any) -> int:
    return Line.objects.filter(dossier=thing.dossier_id, allowed=True).count()


def test_of_two_who_correct_one_record_the_second_is_shown_both(
    rounds: range,
) -> None:
    """No silent overwrite: the loser reads what the winner wrote."""
    table = Table()
    police = table.seat("police")
    other = table.seat("police")
    for _ in rounds:
        note = table.note(police, "eerste")
        before = lines_about(note)

        def again(by: Seat, now: datetime, note: Note = note) -> Record:
            mine = Note(text=f"van {by.pk}", why_changed="het was anders")
            return correct(mine, Note.objects.get(pk=note.pk), by=by, now=now)

        outcomes = race(
            as_in_a_request(police, again, table.tick()),
            as_in_a_request(other, again, table.tick()),
        )
        (winner,), (loser,) = won(outcomes), lost(outcomes)
        assert isinstance(loser, Overtaken)
        assert loser.theirs.pk == winner.pk
        assert Record.objects.filter(supersedes=note).count() == 1
        assert lines_about(note) == before + 1


def test_one_person_gets_one_seat_however_many_invite(rounds: range) -> None:
    for _ in rounds:
        table = Table()
        colleague = AppointmentFactory(organisation=table.organisation("police"))

        def ask(by: Seat, now: datetime, colleague: Any = colleague) -> Seat:
            seat = Seat(
                user=colleague.user, organisation=colleague.organisation, why="nodig"
            )
            return invite(seat, by=by, now=now)

        outcomes = race(
            as_in_a_request(table.chair, ask, table.tick()),
            as_in_a_request(table.substitute, ask, table.tick()),
        )
        assert len(won(outcomes)) == 1
        assert all(map(fits, lost(outcomes)))
        assert table.dossier.seats.filter(user=colleague.user).count() == 1


def test_what_is_passed_on_twice_is_passed_on_once(rounds: range) -> None:
    table = Table()
    police = table.seat("police")
    notes = [table.note(police) for _ in rounds]
    school = table.seat("onderwijs")
    for note in notes:

        def give(by: Seat, now: datetime, note: Note = note) -> Passing:
            record = Record.objects.get(pk=note.pk)
            return pass_on(record, school.organisation, by=by, now=now)

        outcomes = race(
            as_in_a_request(police, give, table.tick()),
            as_in_a_request(table.chair, give, table.tick()),
        )
        assert len(won(outcomes)) == 1
        assert all(map(fits, lost(outcomes)))
        assert Passing.objects.filter(record=note).count() == 1


def test_a_seat_is_handed_over_to_one_successor(rounds: range) -> None:
    """Two windows of one leaver, two successors: one of them sits (V5)."""
    for _ in rounds:
        table = Table()
        police = table.seat("police")
        first, second = (
            AppointmentFactory(organisation=police.organisation) for _ in range(2)
        )

        def leave(coming: Any, police: Seat = police, table: Table = table) -> Any:
            def deed(by: Seat, now: datetime) -> HandOver:
                words = HandOver(summary="waar we staan", open_ends="niets")
                seat = Seat(user=coming.user, why="neemt over")
                return hand_over(seat, words, by=by, now=now)

            return as_in_a_request(police, deed, table.tick())

        outcomes = race(leave(first), leave(second))
        assert len(won(outcomes)) == 1
        assert all(map(fits, lost(outcomes)))
        seats = Seat.objects.filter(dossier=table.dossier).active(table.tick())
        assert seats.filter(organisation=police.organisation).count() == 1
        assert HandOver.objects.filter(leaving=police).count() == 1


def test_what_is_withdrawn_is_not_corrected_at_the_same_time(rounds: range) -> None:
    """Whichever came first counts: no successor appears under closed words."""
    table = Table()
    police, other = table.seat("police"), table.seat("police")
    for _ in rounds:
        note = table.note(police)

        def take_back(by: Seat, now: datetime, note: Note = note) -> Withdrawal:
            record = Record.objects.get(pk=note.pk)
            return withdraw(record, "hoort hier niet", by=by, now=now)

        def say_anew(by: Seat, now: datetime, note: Note = note) -> Record:
            mine = Note(text="beter", why_changed="het was anders")
            return correct(mine, Note.objects.get(pk=note.pk), by=by, now=now)

        race(
            as_in_a_request(police, take_back, table.tick()),
            as_in_a_request(other, say_anew, table.tick()),
        )
        successor = Record.objects.filter(supersedes=note).first()
        withdrawal = Withdrawal.objects.filter(record=note).first()
        assert successor or withdrawal
        if successor and withdrawal:
            assert successor.recorded_at < withdrawal.at


def test_whoever_left_said_everything_before_leaving(rounds: range) -> None:
    """V8: nothing is said from a seat after the moment it ended."""
    for _ in rounds:
        table = Table()
        police = table.seat("police")

        def speak(by: Seat, now: datetime) -> Note:
            circle = circle_for(by, Circle.Kind.TABLE, now)
            return record_note(Note(text="nog dit"), by=by, circle=circle, now=now)

        def send_away(by: Seat, now: datetime, leaver: Seat = police) -> Seat:
            seat = Seat.objects.select_related("dossier__house").get(pk=leaver.pk)
            return end_seat(seat, "niet meer nodig", by=by, now=now)

        outcomes = race(
            as_in_a_request(police, speak, table.tick()),
            as_in_a_request(table.chair, send_away, table.tick()),
        )
        assert all(map(fits, lost(outcomes))), outcomes
        police.refresh_from_db()
        assert police.left_at is not None
        said = Note.objects.filter(seat=police)
        assert not said.filter(recorded_at__gte=police.left_at).exists()


def test_a_table_keeps_a_chair_when_both_send_each_other_away(rounds: range) -> None:
    """S61: a table keeps a chair and a deputy, also when two decide at once."""
    for _ in rounds:
        table = Table()
        third = AppointmentFactory(
            organisation=table.director.organisation, role="process_director"
        )
        second = invite(
            Seat(
                user=third.user,
                organisation=third.organisation,
                role=Seat.Role.PROCESS_DIRECTOR,
                why="nodig",
            ),
            by=table.chair,
            now=table.tick(),
        )

        def step_down(other: Seat) -> Any:
            def deed(by: Seat, now: datetime) -> Seat:
                seat = Seat.objects.select_related("dossier__house").get(pk=other.pk)
                seat.role = Seat.Role.PARTICIPANT
                return change_seat(seat, by=by, now=now)

            return deed

        race(
            as_in_a_request(table.chair, step_down(second), table.tick()),
            as_in_a_request(second, step_down(table.chair), table.tick()),
        )
        chairs = Seat.objects.filter(
            dossier=table.dossier, role=Seat.Role.PROCESS_DIRECTOR
        )
        assert chairs.active(table.tick()).exists()
