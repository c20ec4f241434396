"""Rounds, readings and what is read together, on the stage of the matrix."""

from functools import partial

from django.utils import timezone

from expliciet.casework.actions.interpretations import (
    record_dissent,
    record_interpretation,
)
from expliciet.casework.actions.readings import record_reading
from expliciet.casework.actions.rounds import open_round, reveal
from expliciet.casework.actions.views import record_view
from expliciet.casework.models import (
    Contribution,
    Dissent,
    Interpretation,
    Reading,
    Round,
    Take,
    View,
)
from expliciet.dossiers.models import Seat
from tests.factories import Table
from tests.proofs.knowing import with_parts
from tests.proofs.stage import Stage


def read_apart(stage: Stage, table: Table) -> None:
    """A round that was revealed to the core, and one that runs for the whole table."""
    seats = stage.made["seats"]
    police, school = seats["police"], seats["school"]
    over = asked(stage, table, "round in core", "core")
    read(stage, table, "reading revealed", over, police)
    opened(stage, table, over)
    asked(stage, table, "round in table", "table")
    running = Round.objects.get(pk=stage.words["round in table"])
    read(stage, table, "blind reading", running, police)
    together(stage, table)
    beside = Interpretation.objects.get(pk=stage.words["interpretation"])
    dissent = Dissent(beside=beside, sees=stage.canary("dissent"))
    record_dissent(dissent, by=school, now=table.tick())
    stage.heard(dissent, "dissent")
    view = View(voice="person", given="given", given_on=table.now.date())
    view.words = stage.canary("own view")
    stage.say("own view", school, table, record=view, action=record_view)


def asked(stage: Stage, table: Table, name: str, circle: str) -> Round:
    round_ = Round(size="short", question=stage.canary(name))
    round_.answer_by = timezone.localdate(table.now)
    stage.say(name, table.chair, table, circle, record=round_, action=open_round)
    return round_


def read(stage: Stage, table: Table, name: str, round_: Round, by: Seat) -> Reading:
    reading = Reading(
        of_round=round_,
        sees=stage.canary(name),
        reads="kanarie duiding",
        would_change="kanarie anders",
    )
    takes = [Take(theme="answer", says="yes", words="kanarie antwoord")]
    record_reading(reading, takes, [], by=by, now=table.tick())
    stage.heard(reading, name)
    return reading


def opened(stage: Stage, table: Table, round_: Round) -> None:
    """The reveal passes the round whole on to all of its circle, at its moment."""
    at = reveal(round_, by=table.chair, now=table.tick()).at
    readings = list(round_.readings.all())
    for record in (round_, *readings):
        for organisation in round_.circle.member_ids():
            stage.pass_on(record.pk, organisation, at)
    for reading in readings:
        stage.facts.words[reading.pk].blind = False


def together(stage: Stage, table: Table) -> None:
    known = Contribution.objects.get(pk=stage.words["contribution in table"])
    stage.say(
        "interpretation",
        table.chair,
        table,
        record=Interpretation(
            summary=stage.canary("interpretation"),
            violence="not_seen",
            violence_why="kanarie grond",
            protective="kanarie steun",
            alternative="kanarie verklaring",
            confidence="fairly",
            limits="kanarie grens",
        ),
        action=partial(with_parts, record_interpretation, list(known.statements.all())),
    )
