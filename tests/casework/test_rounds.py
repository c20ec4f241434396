"""Opening a round, and revealing it: who reads, who waits, and what opens when."""

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.actions.rounds import open_round, reveal
from expliciet.casework.models import Reading, Round
from expliciet.casework.models.round import who_is_in
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Circle, Passing, Record, Seat
from tests.casework.reading import in_days, opened, revealed, written
from tests.dossiers.told import fields, lines, notices
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


# --- opening ------------------------------------------------------------------------


def test_whoever_chairs_opens_a_round_and_those_who_read_are_told() -> None:
    """F20, N1: without a word of what it is about; the house leads and is not asked."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    assert notices(police.user)[-1] == notices(town.user)[-1] == "reading-asked"
    assert "reading-asked" not in notices(table.deputy.user)
    assert "reading-asked" not in notices(table.director.user)
    assert lines(table.dossier)[-1] == Action.ROUND_OPENED
    assert set(round_.readers) == {police.organisation, town.organisation}


def test_only_whoever_chairs_opens_or_reveals() -> None:
    table = Table()
    police = table.seat("police")
    table.seat("municipality")
    round_ = opened(table)
    written(table, round_, police)
    with pytest.raises(Refused):
        reveal(round_, by=police, now=table.tick())


def test_a_round_with_one_reader_is_no_round() -> None:
    """Nothing to lay beside it; the house itself does not read."""
    table = Table()
    table.seat("police")
    with pytest.raises(ValidationError) as wrong:
        opened(table)
    assert fields(wrong.value) == {"hears"}
    assert not Round.objects.exists()


def test_a_day_that_is_past_is_no_day_to_be_in_by() -> None:
    table = Table()
    table.seat("police"), table.seat("municipality")
    now = table.tick()
    with pytest.raises(ValidationError) as wrong:
        open_round(
            Round(size="short", question="Wat?", answer_by=in_days(-1)),
            by=table.chair,
            circle=circle_for(table.chair, Circle.Kind.TABLE, now),
            now=now,
        )
    assert fields(wrong.value) == {"answer_by"}


# --- before the reveal --------------------------------------------------------------


def test_until_the_reveal_nobody_else_hears_a_reading_and_all_know_who_is_in() -> None:
    """F21, N1: blind for whoever chairs too; nothing but who is in."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    second = table.seat("police")
    round_ = opened(table)
    told = {seat.pk: notices(seat.user) for seat in (town, table.chair)}
    reading = written(table, round_, police)
    now = table.tick()
    for seat in (town, table.chair, table.substitute):
        assert not Reading.objects.visible_to(seat, now).exists()
        assert not Record.objects.visible_to(seat, now).filter(kind="reading").exists()
    assert list(Reading.objects.visible_to(second, now)) == [reading]
    assert who_is_in([round_], now) == {round_.pk: {police.organisation_id}}
    assert {seat.pk: notices(seat.user) for seat in (town, table.chair)} == told


def test_a_reading_is_passed_on_to_nobody_before_the_reveal() -> None:
    """N1: not even by the organisation that wrote it."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    reading = written(table, round_, police)
    base = Record.objects.get(pk=reading.pk)
    with pytest.raises(Refused):
        pass_on(base, town.organisation, by=police, now=table.tick())
    written(table, round_, town)
    revealed(table, round_)
    school = table.seat("onderwijs")
    pass_on(base, school.organisation, by=police, now=table.tick())
    assert Reading.objects.visible_to(school, table.tick()).get() == reading


# --- the reveal ---------------------------------------------------------------------


def test_a_reveal_with_nobody_in_says_so_and_opens_nothing() -> None:
    table = Table()
    table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    with pytest.raises(ValidationError) as wrong:
        revealed(table, round_)
    assert wrong.value.code == "nobody"
    assert not hasattr(Round.objects.get(pk=round_.pk), "reveal")


def test_the_reveal_is_one_moment_for_all_readings() -> None:
    """F20, F21: before it nothing, at it everything, for the same circle."""
    table = Table()
    police, town, om = (
        table.seat("police"),
        table.seat("municipality"),
        table.seat("prosecution"),
    )
    school = table.seat("onderwijs")
    round_ = opened(table, Circle.Kind.CORE)
    both = {written(table, round_, police), written(table, round_, town)}
    at = revealed(table, round_).at
    assert set(Passing.objects.values_list("at", flat=True)) >= {at}
    assert {each.at for each in Passing.objects.filter(record__in=both)} == {at}
    now = table.tick()
    for seat in (police, town, om, table.chair, table.substitute):
        assert set(Reading.objects.visible_to(seat, now)) == both
        early = Reading.objects.as_of(at - (at - round_.recorded_at) / 10**6, seat, now)
        assert set(early) == {r for r in both if r.organisation == seat.organisation}
    assert not Reading.objects.visible_to(school, now).exists()
    assert notices(om.user)[-1] == "round-revealed"
    assert "round-revealed" not in notices(school.user)
    assert Line.objects.get(action=Action.ROUND_REVEALED).count == len(both)


def test_a_colleague_who_sat_down_meanwhile_hears_all_of_it_at_the_reveal() -> None:
    """The round too, and what their own organisation wrote before they came."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    both = {written(table, round_, police), written(table, round_, town)}
    colleague, newcomer = table.seat("police"), table.seat("onderwijs")
    assert not Round.objects.visible_to(colleague, table.tick()).exists()
    revealed(table, round_)
    now = table.tick()
    assert set(Reading.objects.visible_to(colleague, now)) == both
    assert Round.objects.visible_to(colleague, now).get() == round_
    assert not Reading.objects.visible_to(newcomer, now).exists()


def test_a_colleague_who_sits_down_after_the_reveal_hears_all_of_it_too() -> None:
    """Never the answers of others without the question, nor without one's own."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    prosecution = table.seat("prosecution")
    round_ = opened(table)
    both = {written(table, round_, police), written(table, round_, town)}
    revealed(table, round_)
    late = written(table, round_, prosecution)
    colleague, newcomer = table.seat("police"), table.seat("onderwijs")
    now = table.tick()
    assert Round.objects.visible_to(colleague, now).get() == round_
    assert set(Reading.objects.visible_to(colleague, now)) == both | {late}
    assert not Round.objects.visible_to(newcomer, now).exists()
    assert not Reading.objects.visible_to(newcomer, now).exists()


def test_a_reveal_is_news_of_what_one_did_not_hear_before() -> None:
    """N24: the question was heard when it was asked, and one's own reading too."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    colleague = table.seat("police")
    round_ = opened(table)
    ours, theirs = written(table, round_, police), written(table, round_, town)
    colleague.visit(table.tick())
    revealed(table, round_)
    now = table.tick()
    heard = Record.objects.visible_to(colleague, now)
    assert colleague.last_seen_at
    since = heard.since(colleague.last_seen_at, colleague)
    assert [each.pk for each in since] == [theirs.pk]
    assert {ours.pk, theirs.pk, round_.pk} <= {each.pk for each in heard}
    assert Seat.objects.with_news(now).get(pk=colleague.pk).news == 1


def test_a_round_is_revealed_once() -> None:
    table = Table()
    police, _ = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    written(table, round_, police)
    revealed(table, round_)
    with pytest.raises(ValidationError) as wrong:
        revealed(table, Round.objects.get(pk=round_.pk))
    assert wrong.value.code == "revealed"
    assert lines(table.dossier).count(Action.ROUND_REVEALED) == 1


def test_a_withdrawn_round_asks_nothing_and_reveals_nothing() -> None:
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    written(table, round_, police)
    withdraw(round_, "verkeerde vraag", by=table.chair, now=table.tick())
    with pytest.raises(ValidationError):
        written(table, round_, town)
    with pytest.raises(ValidationError):
        revealed(table, round_)
    assert not Round.objects.asked_of(town.user, table.tick()).exists()


def test_an_organisation_that_leaves_mid_round_is_neither_asked_nor_awaited() -> None:
    """What it wrote opens with the rest; what it did not write stays missing."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    om = table.seat("prosecution")
    round_ = opened(table)
    reading = written(table, round_, police)
    written(table, round_, town)
    for seat in (police, om):
        end_seat(seat, "andere baan", by=table.chair, now=table.tick())
    with pytest.raises(Refused):
        written(table, round_, om)
    assert not Round.objects.asked_of(om.user, table.tick()).exists()
    revealed(table, round_)
    assert reading in Reading.objects.visible_to(town, table.tick())
    assert not Reading.objects.visible_to(police, table.tick()).exists()


def test_a_round_is_asked_of_those_who_read_and_are_not_in() -> None:
    """For one's own desk: across tables, and of nobody else."""
    table, other = Table(), Table()
    police, town = table.seat("police"), table.seat("municipality")
    other.seat("police"), other.seat("municipality")
    round_, elsewhere = opened(table), opened(other)
    newcomer = table.seat("onderwijs")
    late_colleague = table.seat("municipality")
    now = table.tick()
    assert list(Round.objects.asked_of(police.user, now)) == [round_]
    assert list(Round.objects.asked_of(town.user, now)) == [round_]
    for nobody in (newcomer, late_colleague, table.chair, table.substitute):
        assert not Round.objects.asked_of(nobody.user, now).exists()
    written(table, round_, police)
    assert not Round.objects.asked_of(police.user, table.tick()).exists()
    assert elsewhere.pk != round_.pk
