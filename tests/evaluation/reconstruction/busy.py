"""A table at which nearly everything that is counted happens; all of it invented."""

from datetime import timedelta
from uuid import UUID

from expliciet.casework.actions.agreements import claim, confirm, say_not_yet
from expliciet.casework.actions.expectations import answer_expectation
from expliciet.casework.models import (
    Answer,
    Claim,
    Confirmation,
    NotYet,
)
from expliciet.dossiers.actions.opening_dossiers import change_heading
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Dossier, Heading, Question, Seat
from tests.casework import reading, stalling, stuck
from tests.factories import Table, unlock_all


class Reported(Table):
    """A table that began with a report."""

    def heading(self) -> Heading:
        told = super().heading()
        told.phase = Dossier.Phase.REPORT
        return told


def days_go_by(table: Table, days: int) -> None:
    table.now += timedelta(days=days)


def busy(table: Table, steps: int = 9) -> UUID:
    """As much of what happens at a table as there are steps, in the order of a case."""
    seats = stalling.core(table)
    happens = [weighed, decided, promised, read, met, planned, got_stuck, asked, undone]
    for each in happens[:steps]:
        days_go_by(table, 9)
        unlock_all(table.dossier)
        each(table, seats)
    return table.dossier.pk


def weighed(table: Table, seats: list[Seat]) -> None:
    move(table, Dossier.Phase.WEIGHING)
    days_go_by(table, 5)
    move(table, Dossier.Phase.CONFERENCE)


def move(table: Table, phase: str) -> None:
    old = Heading.objects.get(dossier=table.dossier, superseded_by=None)
    if old.phase == phase:
        return
    now = table.tick()
    told = Heading(
        working_name=old.working_name,
        phase=phase,
        regime=old.regime,
        controller=old.controller,
        review_on=stalling.after(table, 60),
        ground="Besluit van de weegploeg (verzonnen).",
        grounded_on=stalling.after(table, 0),
        why_changed="verder (verzonnen)",
    )
    change_heading(told, old, by=table.chair, now=now)


def decided(table: Table, seats: list[Seat]) -> None:
    town, _police, prosecution = seats
    stalling.decided(table, seats)
    beside = stalling.decided(table, seats, way="majority")
    reading.otherwise(table, beside, prosecution)
    stalling.decided(table, [town], way="chair", is_procedural=True)


def promised(table: Table, seats: list[Seat]) -> None:
    town, police, prosecution = seats
    kept, late, lacking, left = (stalling.agreed(table, police) for _ in range(4))
    moved = stalling.moved(table, late, 40)
    says = [said_done(table, kept, police), said_done(table, lacking, police)]
    confirm(Confirmation(claim=says[0]), by=town, now=table.tick())
    say_not_yet(
        NotYet(claim=says[1], words="hij nam niet op"), by=town, now=table.tick()
    )
    days_go_by(table, 10)
    said_done(table, moved, police)
    withdraw_it = stalling.agreed(table, town)
    withdraw(withdraw_it, by=town, why="vergissing (verzonnen)", now=table.tick())
    assert left.due_on
    waits = stalling.expected(table, town, prosecution)
    answered = [stalling.expected(table, town, police) for _ in range(2)]
    for asked_of, says_it in zip(answered, ("no", "otherwise"), strict=True):
        told = Answer(expectation=asked_of, says=says_it, words="geen mensen")
        answer_expectation(told, by=police, now=table.tick())
    assert waits.answer_by


def said_done(table: Table, of: object, by: Seat) -> Claim:
    told = Claim(agreement=of, done_on=stalling.after(table, 0), words="gebeld")
    return claim(told, by=by, now=table.tick())


def read(table: Table, seats: list[Seat]) -> None:
    round_ = reading.opened(table, size="full", now=table.tick())
    for seat, says in zip(seats, ("yes", "no", "unsure"), strict=True):
        reading.written(table, round_, seat, says, themes={"violence": "yes"})
    reading.revealed(table, round_)
    closed = reading.opened(table, now=table.tick())
    reading.written(table, closed, seats[0])


def met(table: Table, seats: list[Seat]) -> None:
    stalling.stepped(table)


def planned(table: Table, seats: list[Seat]) -> None:
    town, police, _prosecution = seats
    one = stalling.planned(table, police)
    stalling.planned(table, town)
    stalling.going(table, one, police, "claimed")
    stalling.going(table, one, town, "confirmed")


def got_stuck(table: Table, seats: list[Seat]) -> None:
    told = stuck.stuck(table, seats[1])
    stuck.go_further(table, told, table.chair, decide_by=stalling.after(table, 20))
    days_go_by(table, 6)
    stuck.end(table, told, table.chair)
    stuck.stuck(table, seats[0])


def asked(table: Table, seats: list[Seat]) -> None:
    for rule, outcome in (
        ("EX101", "answered"),
        ("EX104", "stays"),
        ("EX206", "stays"),
    ):
        said = table.note(seats[1])
        Question(record=said, rule=rule, place="text", outcome=outcome).save()


def undone(table: Table, seats: list[Seat]) -> None:
    stalling.decided(table, seats)
