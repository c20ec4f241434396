"""The reading of one organisation: anew, late, for a guest, and resting on facts."""

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.readings import record_reading
from expliciet.casework.differences import How, difference_map, differing
from expliciet.casework.models import Reading, Round, Take, Theme
from expliciet.casework.models.round import who_is_in
from expliciet.dossiers.actions.recording import Overtaken, correct
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Record
from tests.casework.reading import (
    NO,
    UNSURE,
    YES,
    brought_in,
    opened,
    revealed,
    written,
)
from tests.dossiers.told import fields
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def seen(seat: object, table: Table) -> set[Reading]:
    return set(Reading.objects.visible_to(seat, table.tick()))  # type: ignore[arg-type]


# --- anew, and late -----------------------------------------------------------------


def test_written_anew_before_the_reveal_it_takes_the_place_of_the_first() -> None:
    """F24: and nobody learns that it was written twice."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    first = written(table, round_, police, YES)
    second = written(table, round_, police, NO, instead_of=first)
    assert Reading.objects.get(pk=second.pk).supersedes_id == first.pk
    revealed(table, round_)
    assert seen(town, table) == {second}
    assert Reading.objects.get(pk=second.pk).is_blind


def test_a_colleague_who_wrote_meanwhile_is_not_overwritten() -> None:
    """No silent overwrite: the second of two reads what the first wrote."""
    table = Table()
    police, colleague = table.seat("police"), table.seat("police")
    table.seat("municipality")
    round_ = opened(table)
    first = written(table, round_, police)
    with pytest.raises(Overtaken) as wrong:
        written(table, round_, colleague)
    assert wrong.value.theirs == first
    mine = written(table, round_, colleague, instead_of=first)
    assert list(Reading.objects.in_by(table.tick())) == [mine]


def test_after_the_reveal_a_reading_opens_at_once_and_is_late() -> None:
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    blind = written(table, round_, police)
    revealed(table, round_)
    late = written(table, round_, town)
    assert seen(police, table) == seen(table.chair, table) == {blind, late}
    assert not Reading.objects.get(pk=late.pk).is_blind


def test_who_sees_it_otherwise_after_the_reveal_says_why_and_both_stay() -> None:
    """F24: what was blind stays beside what was written since."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    blind = written(table, round_, police)
    written(table, round_, town)
    revealed(table, round_)
    with pytest.raises(ValidationError) as wrong:
        written(table, round_, police, NO, instead_of=blind)
    assert fields(wrong.value) == {"why_changed"}
    late = written(
        table, round_, police, NO, instead_of=blind, why_changed="het feit van de wijk"
    )
    assert {blind, late} <= seen(town, table)


def test_withdrawn_before_the_reveal_it_is_not_in_and_never_opens() -> None:
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    reading = written(table, round_, police)
    theirs = written(table, round_, town)
    withdraw(reading, "verkeerd dossier", by=police, now=table.tick())
    now = table.tick()
    assert who_is_in([round_], now)[round_.pk] == {town.organisation_id}
    revealed(table, round_)
    assert seen(town, table) == {theirs}


def test_nobody_corrects_the_reading_of_another() -> None:
    """Not even whoever chairs, not even after the reveal."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    reading = written(table, round_, police)
    revealed(table, round_)
    for seat in (town, table.chair):
        again = Reading(of_round=round_, sees="x", reads="x", would_change="x")
        again.why_changed = "beter"
        with pytest.raises(Refused):
            correct(again, reading, by=seat, now=table.tick())


def test_of_an_organisation_that_came_back_the_first_reading_stays() -> None:
    """A colleague who does not hear it writes no second one beside it."""
    table = Table()
    police, _ = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    first = written(table, round_, police)
    end_seat(police, "andere baan", by=table.chair, now=table.tick())
    later = table.seat("police")
    with pytest.raises(Refused):
        written(table, round_, later)
    pass_on(round_, later.organisation, by=table.chair, now=table.tick())
    with pytest.raises(ValidationError) as wrong:
        written(table, round_, later)
    assert wrong.value.code == "in"
    assert list(Reading.objects.in_by(table.tick())) == [first]


# --- who reads ----------------------------------------------------------------------


def test_the_house_leads_and_does_not_read() -> None:
    table = Table()
    table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    with pytest.raises(ValidationError):
        written(table, round_, table.chair)


def test_whoever_does_not_hear_the_round_does_not_read_in_it() -> None:
    table = Table()
    table.seat("police"), table.seat("municipality")
    school = table.seat("onderwijs")
    round_ = opened(table, "core")
    with pytest.raises(Refused):
        written(table, round_, school)


def test_the_reading_of_a_guest_is_entered_by_whoever_leads() -> None:
    """N28: heard by the house that wrote it down, and by nobody else yet."""
    table = Table()
    police, _ = table.seat("police"), table.seat("municipality")
    guest, secretary = table.guest("onderwijs"), table.seat("office", role="secretary")
    round_ = opened(table)
    with pytest.raises(Refused):
        written(table, round_, police, for_guest=guest)
    first = written(table, round_, table.chair, for_guest=guest)
    assert first.organisation_id == guest.organisation_id
    assert seen(police, table) == set()
    assert seen(secretary, table) == {first}
    second = written(table, round_, secretary, NO, for_guest=guest, instead_of=first)
    assert second.on_behalf_of == guest
    revealed(table, round_)
    assert seen(police, table) == {second}


def test_for_a_guest_who_left_nobody_writes() -> None:
    table = Table()
    table.seat("police"), table.seat("municipality")
    guest = table.guest("onderwijs")
    round_ = opened(table)
    end_seat(guest, "kan niet meer", by=table.chair, now=table.tick())
    guest.refresh_from_db()
    with pytest.raises(Refused):
        written(table, round_, table.chair, for_guest=guest)


# --- what it says -------------------------------------------------------------------


def test_a_full_reading_says_how_sure_and_what_it_cannot_see() -> None:
    """I-15."""
    table = Table()
    police, _ = table.seat("police"), table.seat("municipality")
    round_ = opened(table, size=Round.Size.FULL)
    with pytest.raises(ValidationError) as wrong:
        written(table, round_, police, confidence="", limits="")
    assert fields(wrong.value) == {"confidence", "limits"}


def test_a_short_round_asks_the_question_and_nothing_besides() -> None:
    table = Table()
    police, _ = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    with pytest.raises(ValidationError):
        written(table, round_, police, themes={Theme.VIOLENCE: YES})
    assert not Reading.objects.exists()


@pytest.mark.parametrize("says", [YES, NO])
def test_a_clear_word_says_what_it_rests_on(says: str) -> None:
    table = Table()
    police, _ = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    with pytest.raises(ValidationError):
        record_reading(
            Reading(of_round=round_, sees="x", reads="x", would_change="x"),
            [Take(theme=Theme.ANSWER, says=says)],
            [],
            by=police,
            now=table.tick(),
        )
    assert not Reading.objects.exists()


def test_the_question_itself_is_always_answered() -> None:
    table = Table()
    police, _ = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    with pytest.raises(ValidationError):
        record_reading(
            Reading(of_round=round_, sees="x", reads="x", would_change="x"),
            [],
            [],
            by=police,
            now=table.tick(),
        )


def test_a_reading_rests_on_statements_that_its_writer_hears() -> None:
    """F23, V4: what another keeps to itself is not to be pointed at."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    shared = brought_in(table, police)
    kept = brought_in(table, police, "Voor onszelf.", circle="own")
    round_ = opened(table)
    with pytest.raises(ValidationError) as wrong:
        written(table, round_, town, rests_on=[shared, kept])
    assert fields(wrong.value) == {"rests_on"}
    reading = written(table, round_, town, rests_on=[shared])
    assert list(reading.rests_on.all()) == [shared]


# --- beside each other --------------------------------------------------------------


def test_the_map_says_in_words_where_partners_differ() -> None:
    """F22, N2: the same, differs, nobody can say, read by one; and who was silent."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table, size=Round.Size.FULL)
    written(
        table,
        round_,
        police,
        YES,
        themes={"violence": YES, "ideology": UNSURE, "protective": YES},
    )
    written(
        table,
        round_,
        town,
        YES,
        themes={"violence": UNSURE, "ideology": UNSURE},
    )
    revealed(table, round_)
    readings = Reading.objects.visible_to(town, table.tick()).prefetch_related("takes")
    rows = difference_map(readings)
    assert {row.theme: row.how for row in rows} == {
        Theme.ANSWER: How.SAME,
        Theme.VIOLENCE: How.DIFFERS,
        Theme.IDEOLOGY: How.OPEN,
        Theme.PROTECTIVE: How.ONE,
    }
    assert differing(rows) == [Theme.VIOLENCE]
    one = next(row for row in rows if row.theme == Theme.PROTECTIVE)
    assert set(one.takes) == {police.organisation_id}


def test_a_reading_bears_its_organisation_and_no_name() -> None:
    """Outside the trail: who wrote it stands in no kind of it."""
    assert Record(kind="reading").is_own_voice
    assert Record(kind="dissent").is_own_voice
    assert not Record(kind="note").is_own_voice
