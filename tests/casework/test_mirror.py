"""What one organisation gave, got, owes and is owed: for itself alone (N18)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from expliciet.casework.actions.agreements import agree, claim, reply
from expliciet.casework.actions.expectations import answer_expectation, expect
from expliciet.casework.mirror import Entry, Mirror, mirror
from expliciet.casework.models import Agreement, Answer, Claim, Expectation, Reply
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.models import Circle, Seat
from expliciet.vault.keyring import keyring
from tests.casework.test_working_together import in_days
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


@pytest.fixture
def table() -> Table:
    return Table()


def expects(
    table: Table, by: Seat, of: Seat, circle: str = "table", named: tuple = ()
) -> Expectation:
    now = table.tick()
    return expect(
        Expectation(of=of.organisation, text="Bel (verzonnen).", answer_by=in_days(4)),
        by=by,
        circle=circle_for(by, circle, now, [each.pk for each in named]),
        now=now,
    )


def seen_by(seat: Seat, table: Table) -> Mirror:
    assert seat.user is not None
    return mirror(seat.user, seat.organisation, table.tick())


def told(entries: list[Entry]) -> set[object]:
    return {each.record.pk for each in entries}


def test_an_expectation_is_owed_by_one_and_to_the_other(table: Table) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    asked = expects(table, police, town)
    assert told(seen_by(town, table).owes) == {asked.pk}
    assert told(seen_by(police, table).owed) == {asked.pk}
    assert seen_by(table.chair, table) == Mirror([], [], [], [])


def test_an_answer_is_given_by_one_and_got_by_the_other(table: Table) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    asked = expects(table, police, town)
    answer_expectation(
        Answer(expectation=asked, says="no", words="kan niet"),
        by=town,
        now=table.tick(),
    )
    assert told(seen_by(town, table).gave) == {asked.pk}
    assert told(seen_by(police, table).got) == {asked.pk}
    assert not seen_by(town, table).owes
    assert not seen_by(police, table).owed


def test_an_agreement_is_owed_until_another_confirms_it(table: Table) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    now = table.tick()
    made = agree(
        Agreement(deed="belt", owner=town, due_on=in_days(3), done_when="gebeld"),
        by=police,
        circle=circle_for(police, Circle.Kind.TABLE, now),
        now=now,
    )
    assert told(seen_by(town, table).owes) == {made.pk}
    assert told(seen_by(police, table).owed) == {made.pk}
    reply(Reply(agreement=made, says="yes"), by=town, now=table.tick())
    claim(
        Claim(agreement=made, done_on=in_days(0), words="gebeld"),
        by=town,
        now=table.tick(),
    )
    assert told(seen_by(town, table).gave) == {made.pk}
    assert told(seen_by(police, table).got) == {made.pk}


def test_nothing_of_a_circle_that_one_does_not_hear(table: Table) -> None:
    """V1: between two others, nothing of it is in the mirror of a third."""
    police, town = table.seat("police"), table.seat("municipality")
    school = table.seat("onderwijs")
    before = seen_by(school, table)
    asked = expects(table, police, town, "named", (town.organisation,))
    assert seen_by(school, table) == before
    assert told(seen_by(town, table).owes) == {asked.pk}


def test_only_the_tables_where_one_sits_oneself(table: Table) -> None:
    """A seat, and no longer than it lasts; a colleague's seat is not one's own."""
    police, town = table.seat("police"), table.seat("municipality")
    colleague = Table(table.house).seat("municipality")
    expects(table, police, town)
    assert not seen_by(colleague, table).owes
    end_seat(town, "klaar", by=table.chair, now=table.tick())
    assert not seen_by(town, table).owes


def test_no_word_of_any_case_is_opened(table: Table) -> None:
    """With an empty keyring all of it can be told: references, kinds, days, parties."""
    police, town = table.seat("police"), table.seat("municipality")
    expects(table, police, town)
    with keyring():
        seen = seen_by(town, table)
    assert [each.record.reference for each in seen.owes]


def test_it_asks_as_much_of_the_database_for_one_table_as_for_many(
    table: Table,
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    expects(table, police, town)
    with CaptureQueriesContext(connection) as few:
        seen_by(town, table)
    for _time in range(4):
        expects(table, police, town)
    with CaptureQueriesContext(connection) as many:
        seen_by(town, table)
    assert len(few) == len(many)
