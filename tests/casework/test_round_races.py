"""T15: two at once around one round; one wins, and nobody is half heard."""

from datetime import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.actions.readings import record_reading
from expliciet.casework.actions.rounds import reveal
from expliciet.casework.models import Reading, Reveal, Round, Take
from expliciet.dossiers.actions.recording import Overtaken
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Passing, Record, Seat
from tests.casework.reading import opened, written
from tests.factories import Table
from tests.proofs.racing import as_in_a_request, lost, race, won

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engines]

ROUNDS = range(6)


def found(round_: Round) -> Round:
    """As a request finds it: nothing of it known beforehand."""
    return Round.objects.select_related("dossier", "circle").get(pk=round_.pk)


def reading_of(round_: Round, seat: Seat) -> Reading:
    return Reading(
        of_round=found(round_), sees="s", reads="r", would_change=f"van {seat.pk}"
    )


def writing(round_: Round) -> Any:
    def write(by: Seat, now: datetime) -> Reading:
        return record_reading(
            reading_of(round_, by),
            [Take(theme="answer", says="unsure")],
            [],
            by=by,
            now=now,
        )

    return write


def revealing(round_: Round) -> Any:
    def open_all(by: Seat, now: datetime) -> Reveal:
        return reveal(found(round_), by=by, now=now)

    return open_all


def test_of_two_who_reveal_one_does() -> None:
    """One moment, one line, and each reading opened once."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    for _ in ROUNDS:
        round_ = opened(table)
        written(table, round_, police)
        written(table, round_, town)
        now = table.tick()
        outcomes = race(
            as_in_a_request(table.chair, revealing(round_), now),
            as_in_a_request(table.substitute, revealing(round_), now),
        )
        assert len(won(outcomes)) == 1
        assert [each.code for each in lost(outcomes)] == ["revealed"]  # type: ignore[attr-defined]
        lines = Line.objects.filter(
            action=Action.ROUND_REVEALED, object_id=round_.pk, allowed=True
        )
        assert lines.count() == 1
        given = Passing.objects.filter(record__reading__of_round=round_)
        assert given.values("record", "organisation").distinct().count() == (
            given.count()
        )


def test_what_is_written_while_somebody_reveals_is_blind_or_late() -> None:
    """Never neither: open to all, or written before the one moment at which all was."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    blind = late = 0
    for _ in ROUNDS:
        round_ = opened(table)
        written(table, round_, police)
        now = table.tick()
        outcomes = race(
            as_in_a_request(town, writing(round_), now),
            as_in_a_request(table.chair, revealing(round_), now),
        )
        assert lost(outcomes) == []
        told = Reading.objects.select_related("of_round__reveal").get(
            of_round=round_, organisation=town.organisation_id
        )
        blind, late = blind + told.is_blind, late + (not told.is_blind)
        at = told.passings.get(organisation=police.organisation_id).at
        revealed = Reveal.objects.get(round=round_).at
        assert at == (revealed if told.is_blind else told.recorded_at)
        assert Reading.objects.visible_to(police, table.tick()).filter(pk=told.pk)
    print(f"\n{blind} came before the reveal, {late} after it")


def test_of_two_colleagues_who_write_at_once_one_is_in() -> None:
    """The other is shown what the first wrote."""
    table = Table()
    police, colleague = table.seat("police"), table.seat("police")
    table.seat("municipality")
    for _ in ROUNDS:
        round_ = opened(table)
        now = table.tick()
        outcomes = race(
            as_in_a_request(police, writing(round_), now),
            as_in_a_request(colleague, writing(round_), now),
        )
        (winner,), (loser,) = won(outcomes), lost(outcomes)
        assert isinstance(loser, Overtaken)
        assert loser.theirs.pk == winner.pk
        assert Reading.objects.filter(of_round=round_).count() == 1


def test_a_reading_taken_back_while_somebody_reveals_is_closed() -> None:
    """Withdrawn first, it never opens; revealed first, its words close at once."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    for _ in ROUNDS:
        round_ = opened(table)
        reading = written(table, round_, police)
        written(table, round_, town)

        def take_back(by: Seat, now: datetime, reading: Reading = reading) -> Any:
            return withdraw(Record.objects.get(pk=reading.pk), "fout", by=by, now=now)

        now = table.tick()
        outcomes = race(
            as_in_a_request(police, take_back, now),
            as_in_a_request(table.chair, revealing(round_), now),
        )
        assert all(isinstance(each, ValidationError) for each in lost(outcomes))
        told = Record.objects.get(pk=reading.pk)
        assert told.is_withdrawn
        assert not told.is_readable_by(town)
