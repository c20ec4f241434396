"""Taking back, and passing on."""

import pytest

from expliciet.dossiers.models import Passing, Record, Withdrawal
from tests.factories import Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.looking import of, read, shown

pytestmark = pytest.mark.django_db


def test_withdrawing_tells_beforehand_what_it_does_and_asks_why(
    table: Table, at: At
) -> None:
    """S52."""
    police = table.seat("police")
    note = table.note(police, "verwisselde naam")
    client = at(police)
    words = shown(client, of(note, "withdraw"))
    assert "Dit is niet terug te draaien." in words
    answer = client.post(of(note, "withdraw"), {"why": " "})
    assert answer.status_code == 422
    assert not Withdrawal.objects.exists()
    assert client.post(of(note, "withdraw"), {"why": "verwisseld"}).status_code == 302
    assert "verwisselde naam" not in read(at(table.chair), table)
    assert client.get(of(note, "withdraw"))["Location"] == of(note)


def test_a_heading_is_not_withdrawn(table: Table, at: At) -> None:
    heading = Record.objects.get(kind="heading")
    assert at(table.chair).get(of(heading, "withdraw")).status_code == 403


def options(words: str) -> int:
    return words.count('name="organisation" value="')


def test_one_record_is_passed_on_to_who_does_not_hear_it(table: Table, at: At) -> None:
    """N26."""
    police = table.seat("police")
    note, other = table.note(police, "Voor later."), table.note(police, "Van toen.")
    school = table.seat("onderwijs")
    client = at(police)
    words = shown(client, of(note, "pass-on"))
    assert school.organisation.name in words
    assert options(words) == 1
    client.post(of(note, "pass-on"), {"organisation": str(school.organisation_id)})
    assert Passing.objects.filter(record=note).count() == 1
    theirs = read(at(school), table)
    assert "Voor later." in theirs
    assert "Van toen." not in theirs
    assert other.reference not in theirs
    assert "Iedereen aan deze tafel hoort dit al" in shown(client, of(note, "pass-on"))


def test_nothing_is_passed_on_to_who_hears_it_or_does_not_sit_here(
    table: Table, at: At
) -> None:
    """V5: nobody gives to whom there is nothing to give."""
    police = table.seat("police")
    note = table.note(police, "Voor later.")
    table.seat("onderwijs")
    outside = table.organisation("GGZ")
    client = at(police)
    for organisation in (outside, table.chair.organisation):
        answer = client.post(
            of(note, "pass-on"), {"organisation": str(organisation.pk)}
        )
        assert answer.status_code == 422
    assert not Passing.objects.filter(record=note).exists()
