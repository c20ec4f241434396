"""Reading together, what changed since, and who sees it otherwise."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.interpretations import (
    correct_interpretation,
    record_interpretation,
)
from expliciet.casework.models import Dissent, Interpretation, Take
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import withdraw
from tests.casework.reading import (
    brought_in,
    interpretation,
    opened,
    otherwise,
    read_together,
    revealed,
    written,
)
from tests.dossiers.told import fields
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_it_rests_on_at_least_one_fact() -> None:
    """S13: hearsay alone is not enough, and nothing is recorded."""
    table = Table()
    fact = brought_in(table, table.seat("police"))
    fact.kind = "hearsay"
    with pytest.raises(ValidationError) as wrong:
        read_together(table, [fact])
    assert fields(wrong.value) == {"rests_on"}
    assert not Interpretation.objects.exists()


@pytest.mark.parametrize(
    "lacking", ["violence_why", "protective", "alternative", "confidence", "limits"]
)
def test_nothing_that_makes_it_careful_may_be_left_out(lacking: str) -> None:
    """S16-S18, I-11, I-14, I-15: violence apart, another explanation, how sure."""
    table = Table()
    fact = brought_in(table, table.seat("police"))
    with pytest.raises(ValidationError) as wrong:
        read_together(table, [fact], **{lacking: ""})
    assert fields(wrong.value) == {lacking}


def test_the_next_one_says_what_changed() -> None:
    """S19, I-17."""
    table = Table()
    fact = brought_in(table, table.seat("police"))
    read_together(table, [fact])
    with pytest.raises(ValidationError) as wrong:
        read_together(table, [fact])
    assert fields(wrong.value) == {"changed"}
    assert read_together(table, [fact], changed="een tweede melding").changed


def test_only_who_records_for_the_table_writes_it_down() -> None:
    table = Table()
    police = table.seat("police")
    fact = brought_in(table, police)
    now = table.tick()
    with pytest.raises(Refused):
        record_interpretation(
            interpretation(),
            [fact],
            by=police,
            circle=circle_for(police, "table", now),
            now=now,
        )


def test_reading_together_comes_after_reading_apart() -> None:
    table = Table()
    police, _ = table.seat("police"), table.seat("municipality")
    fact = brought_in(table, police)
    round_ = opened(table)
    written(table, round_, police)
    with pytest.raises(ValidationError):
        read_together(table, [fact], of_round=round_)
    revealed(table, round_)
    assert read_together(table, [fact], of_round=round_).of_round == round_


def test_a_correction_keeps_its_round_and_rests_on_facts_too() -> None:
    """S27: both texts stay."""
    table = Table()
    police = table.seat("police")
    fact, other = brought_in(table, police), brought_in(table, police, "Nog iets.")
    first = read_together(table, [fact])
    with pytest.raises(ValidationError):
        correct_interpretation(
            interpretation(why_changed="typfout"),
            [],
            first,
            by=table.chair,
            now=table.tick(),
        )
    second = correct_interpretation(
        interpretation(summary="beter", why_changed="typfout"),
        [other],
        first,
        by=table.chair,
        now=table.tick(),
    )
    assert second.supersedes_id == first.pk
    assert list(second.rests_on.all()) == [other]
    with pytest.raises(Refused):
        correct_interpretation(
            interpretation(why_changed="anders"),
            [other],
            second,
            by=police,
            now=table.tick(),
        )


# --- dissent ------------------------------------------------------------------------


def test_another_view_stands_beside_it_for_the_same_ears() -> None:
    """S25, F25, I-05: the organisation, why, and how the table deals with it."""
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    fact = brought_in(table, police)
    told = read_together(table, [fact], circle="core")
    with pytest.raises(Refused):
        otherwise(table, told, school)
    dissent = otherwise(table, told, police, handled="komt terug in maart")
    assert dissent.organisation == police.organisation
    assert dissent.circle == told.circle
    assert [each.pk for each in told.dissents.all()] == [dissent.pk]
    assert not Dissent.objects.visible_to(school, table.tick()).exists()


def test_nobody_changes_the_dissent_of_another() -> None:
    """F25: not even whoever chairs, for what the whole table heard."""
    table = Table()
    police = table.seat("police")
    dissent = otherwise(
        table, read_together(table, [brought_in(table, police)]), police
    )
    softer = Dissent(beside=dissent.beside, sees="valt mee", why_changed="rust")
    with pytest.raises(Refused):
        correct(softer, dissent, by=table.chair, now=table.tick())


def test_a_dissent_stands_beside_what_a_table_says_and_nothing_else() -> None:
    table = Table()
    police = table.seat("police")
    note = table.note(police)
    with pytest.raises(Refused):
        otherwise(table, note, police)
    told = read_together(table, [brought_in(table, police)])
    withdraw(told, "verkeerd dossier", by=table.chair, now=table.tick())
    with pytest.raises(ValidationError):
        otherwise(table, told, police)


def test_a_withdrawn_fact_stays_under_what_rested_on_it() -> None:
    table = Table()
    police = table.seat("police")
    fact = brought_in(table, police)
    told = read_together(table, [fact])
    withdraw(fact.contribution, "verwisseld", by=police, now=table.tick())
    assert list(told.rests_on.all()) == [fact]
    with pytest.raises(ValidationError):
        read_together(table, [fact], changed="niets")


def test_the_database_asks_for_words_under_a_clear_word() -> None:
    table = Table()
    police, _ = table.seat("police"), table.seat("municipality")
    reading = written(table, opened(table), police)
    with pytest.raises(IntegrityError), transaction.atomic():
        Take(reading=reading, theme="violence", says="yes").save(force_insert=True)
