"""N6: what words may not be used for goes along, on paper, copied and exported."""

import pytest
from django.utils import timezone

from expliciet.casework.models import Contribution, Decision
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.vault.keyring import keyring
from expliciet.web.casework.use_marks import use_marks
from tests.factories import Table
from tests.web.casework.bringing import bring_in, fact
from tests.web.casework.deciding import core, decide, the_plan
from tests.web.dossiers.conftest import At

pytestmark = pytest.mark.django_db

CLOSED = "Mag niet worden gebruikt voor:"


def test_a_decision_carries_the_limits_of_what_it_rests_on(table: Table) -> None:
    seats = core(table)
    limited = bring_in(table, seats[1], fact())
    free = bring_in(table, seats[1], fact(), use=Contribution.Use.ANY)
    elsewhere = bring_in(table, seats[1], fact())
    statements = [*limited.statements.all(), *free.statements.all()]
    decision = decide(table, seats, *statements)
    told = use_marks([decision], seat=seats[0], moment=timezone.now())
    assert [each.reference for each in told] == [limited.reference]
    assert CLOSED in told[0].words
    assert seats[1].organisation.name in told[0].words
    itself = use_marks([elsewhere], seat=seats[0], moment=timezone.now())
    assert [each.reference for each in itself] == [elsewhere.reference]
    assert use_marks([], seat=seats[0], moment=timezone.now()) == []


def test_no_limit_is_told_of_what_one_does_not_hear(table: Table) -> None:
    """A mark would betray that there is something (V8)."""
    seats, care = core(table), table.seat("GGZ")
    among_us = bring_in(table, seats[1], fact(), circle="core")
    decision = decide(table, seats, *among_us.statements.all())
    assert use_marks([decision], seat=care, moment=timezone.now()) == []
    assert use_marks([decision], seat=seats[0], moment=timezone.now())


def test_the_words_below_a_decision_are_marked_on_its_page(
    table: Table, at: At
) -> None:
    seats = core(table)
    said = bring_in(table, seats[1], fact("Hij kocht touw."))
    decide(table, seats, *said.statements.all())
    page = the_plan(at(table.chair), table)
    assert f'data-mark="{said.reference}' in page
    assert CLOSED in page
    assert "on-paper-only" in page
    withdraw(said, "verwisseld", by=seats[1], now=table.tick())
    with keyring():
        page = the_plan(at(table.chair), table)
    assert f'data-mark="{said.reference}' not in page
    assert Decision.objects.exists()
