"""What there is to hear since one looked last, and who does not hear it yet."""

from datetime import timedelta

import pytest

from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Circle, Record, Seat, Withdrawal
from expliciet.dossiers.models.record import as_told
from expliciet.vault.keyring import keyring
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def news_of(seat: Seat, table: Table) -> int:
    found = Seat.objects.with_news(table.tick()).get(pk=seat.pk)
    return int(found.news)


def test_news_is_what_others_said_since_one_looked_last() -> None:
    """N24: since you were here."""
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    table.note(school, "ervoor")
    police.visit(table.tick())
    table.note(school, "erna")
    table.note(school, "niet voor u", circle=Circle.Kind.OWN)
    table.note(police, "van uzelf")
    assert news_of(police, table) == 1
    said = Record.objects.visible_to(police, table.tick())
    assert said.since(police.last_seen_at or table.now, police).count() == 1


def test_an_earlier_record_is_news_once_it_is_passed_on() -> None:
    """N24, N26."""
    table = Table()
    police = table.seat("police")
    before = table.note(police, "eerder")
    school = table.seat("onderwijs")
    school.visit(table.tick())
    assert news_of(school, table) == 0
    pass_on(before, school.organisation, by=police, now=table.tick())
    assert news_of(school, table) == 1


def test_before_a_first_look_there_is_nothing_to_count_from() -> None:
    table = Table()
    police = table.seat("police")
    table.note(table.chair)
    assert news_of(police, table) == 0
    assert police.visited_before(table.tick()) is None


def test_looking_again_within_half_an_hour_is_the_same_visit() -> None:
    table = Table()
    police = table.seat("police")
    first = table.tick()
    police.visit(first)
    soon, later = first + timedelta(minutes=20), first + timedelta(hours=2)
    police.visit(later)
    assert police.visited_before(later + timedelta(minutes=20)) == first
    assert police.visited_before(later + timedelta(minutes=31)) == later
    assert soon < later


def test_whoever_came_later_does_not_hear_a_record_until_it_is_passed_on() -> None:
    """N26: also when a colleague of theirs did hear it."""
    table = Table()
    police = table.seat("police")
    note = table.note(police)
    school, colleague = table.seat("onderwijs"), table.seat("police")
    seats = list(table.dossier.seats.select_related("organisation"))
    assert set(note.unheard_by(seats)) == {school.organisation, colleague.organisation}
    pass_on(note, school.organisation, by=police, now=table.tick())
    seats = list(table.dossier.seats.select_related("organisation"))
    assert note.unheard_by(seats) == [police.organisation]


def test_why_something_was_withdrawn_is_read_by_whom_it_was_passed_on_to() -> None:
    """S52: everybody who could read it reads why it was taken back."""
    table = Table()
    police = table.seat("police")
    note = table.note(police)
    school = table.seat("onderwijs")
    pass_on(note, school.organisation, by=police, now=table.tick())
    withdraw(note, "verwisseld", by=police, now=table.tick())
    with keyring():
        school.unlock(table.tick())
        assert Withdrawal.objects.get(record=note).why == "verwisseld"


def test_records_are_told_as_the_kind_they_are(
    django_assert_num_queries: pytest.FixtureRequest,
) -> None:
    table = Table()
    police = table.seat("police")
    for number in range(3):  # the heading makes four
        table.note(police, f"notitie {number}")
    records = list(Record.objects.visible_to(police, table.tick()))
    with django_assert_num_queries(1):  # type: ignore[operator]
        told = as_told(records)
    assert {type(said).KIND for said in told.values()} == {"heading", "note"}
