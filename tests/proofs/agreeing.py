"""What is agreed, done and expected on the stage of the matrix."""

from datetime import datetime, timedelta

from django.utils import timezone

from expliciet.casework.actions.agreements import agree, claim, reply
from expliciet.casework.actions.case_numbers import give_number
from expliciet.casework.actions.expectations import expect
from expliciet.casework.models import (
    Agreement,
    CaseNumber,
    Claim,
    Expectation,
    Reply,
)
from expliciet.dossiers.models import Circle, Seat
from tests.factories import Table
from tests.proofs.stage import Stage


def agree_and_expect(stage: Stage, table: Table) -> None:
    """Of the police, by function: one agreement to accept and one said to be done; an
    expectation in the core and at the table; and a number of the police alone."""
    chair, police = table.chair, stage.made["seats"]["police"]
    today = timezone.localdate(table.now)
    for circle in ("core", "table"):
        name = f"agreement in {circle}"
        agreement = Agreement(
            deed=stage.canary(name),
            function="kanarie dienst",
            owner_organisation=police.organisation,
            due_on=today + timedelta(days=9),
            done_when="kanarie klaar",
        )
        stage.say(name, chair, table, circle, record=agreement, action=agree)
        name = f"expectation in {circle}"
        expectation = Expectation(
            of=police.organisation,
            text=stage.canary(name),
            answer_by=today + timedelta(days=9),
        )
        stage.say(name, chair, table, circle, record=expectation, action=expect)
    reply(Reply(agreement=agreement, says="yes"), by=police, now=table.tick())
    done = Claim(agreement=agreement, done_on=today, words=stage.canary("claim"))
    claim(done, by=police, now=table.tick())
    stage.words["claim"] = agreement.pk
    name = "case number"
    number = CaseNumber(number=stage.canary(name))
    stage.say(name, police, table, "own", record=number, action=of_ones_own)


def of_ones_own(
    number: CaseNumber, *, by: Seat, circle: Circle, now: datetime
) -> CaseNumber:
    """A number finds its circle itself."""
    return give_number(number, by=by, now=now)
