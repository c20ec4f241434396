"""Records are said once, and stand."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.refusal import Refused
from expliciet.dossiers.actions.recording import CLOCK_SLIPS, correct, next_moment
from expliciet.dossiers.actions.seats import invite
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Circle, Note, Record, Seat, Withdrawal
from expliciet.dossiers.references import LETTERS
from tests.dossiers.told import fields, lines, notices
from tests.factories import AppointmentFactory, Table, earlier_today, unlock_all

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_a_record_has_a_short_reference_that_tells_no_count() -> None:
    table = Table()
    note = table.note(table.chair)
    initial, _dash, rest = note.reference.partition("-")
    assert initial == "N"
    assert len(rest) == 3
    assert set(rest) <= set(LETTERS)
    assert not set("01IO") & set(LETTERS)


def test_a_record_ends_with_its_dossier_and_not_later() -> None:
    """V17."""
    table = Table()
    note = table.note(table.chair)
    assert note.ends_on == table.dossier.ends_on
    late = Note(text="x", ends_on=table.dossier.ends_on + timedelta(days=1))
    from expliciet.dossiers.actions.notes import record_note

    with pytest.raises(ValidationError):
        record_note(late, by=table.chair, circle=note.circle, now=table.tick())


def test_moments_of_one_dossier_never_go_back() -> None:
    """T14: a clock that slips a little is corrected by what was said before."""
    table = Table(now=earlier_today(1))
    first = table.note(table.chair, now=timezone.now())
    second = table.note(table.chair, now=first.recorded_at - timedelta(minutes=2))
    assert second.recorded_at > first.recorded_at


def test_a_clock_that_went_back_far_is_not_believed() -> None:
    """T14: nothing half done, and a sentence that says what to do."""
    table = Table()
    first = table.note(table.chair)
    back = first.recorded_at - CLOCK_SLIPS - timedelta(seconds=1)
    with pytest.raises(ValidationError) as wrong:
        next_moment(table.dossier, back)
    assert wrong.value.code == "clock"
    assert Record.objects.filter(kind="note").count() == 1


def test_a_newcomer_hears_nothing_said_before_whatever_the_clocks_say() -> None:
    """N26, T14: said on a machine whose clock runs ahead, invited on another."""
    table = Table()
    ahead = table.tick() + timedelta(minutes=3)
    early = table.note(table.chair, now=ahead)
    school = AppointmentFactory(organisation=table.organisation("onderwijs"))
    seat = Seat(user=school.user, organisation=school.organisation, why="nodig")
    invite(seat, by=table.chair, now=ahead - timedelta(minutes=3))
    later = ahead + timedelta(minutes=1)
    assert not Note.objects.visible_to(seat, later).filter(pk=early.pk).exists()


def test_a_correction_says_why_and_tells_whoever_could_read() -> None:
    """S27, S52."""
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    core = table.note(police, circle=Circle.Kind.CORE)
    with pytest.raises(ValidationError) as wrong:
        correct(Note(text="anders"), core, by=police, now=table.tick())
    assert fields(wrong.value) == {"why_changed"}
    correct(
        Note(text="anders", why_changed="tikfout"), core, by=police, now=table.tick()
    )
    assert notices(table.chair.user) == ["corrected"]
    assert notices(school.user) == ["seated"]
    assert notices(police.user) == ["seated"]
    assert lines(table.dossier)[-1] == "record-corrected"


def test_a_correction_is_never_heard_by_fewer() -> None:
    table = Table()
    police = table.seat("police")
    note = table.note(police, circle=Circle.Kind.TABLE)
    own = table.note(police, circle=Circle.Kind.OWN).circle
    better = Note(text="anders", why_changed="x")
    with pytest.raises(Refused):
        correct(better, note, by=police, now=table.tick(), circle=own)


def test_words_taken_back_close_for_others_and_everybody_is_told() -> None:
    """Wpg 4(4)."""
    table = Table()
    police = table.seat("police")
    note = table.note(police)
    with pytest.raises(ValidationError) as wrong:
        withdraw(note, " ", by=police, now=table.tick())
    assert fields(wrong.value) == {"why"}
    with pytest.raises(Refused):
        withdraw(note, "x", by=table.chair, now=table.tick())
    withdraw(note, "hoort hier niet", by=police, now=table.tick())
    assert notices(table.chair.user) == ["withdrawn"]
    with pytest.raises(ValidationError):
        withdraw(note, "nog eens", by=police, now=table.tick())
    assert Withdrawal.objects.count() == 1


def test_passing_on_is_for_who_said_it_and_to_who_sits_here() -> None:
    """N26, V5."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    core = table.note(police, circle=Circle.Kind.CORE)
    school = table.seat("onderwijs")
    with pytest.raises(Refused):
        pass_on(core, school.organisation, by=town, now=table.tick())
    with pytest.raises(ValidationError):
        pass_on(core, table.organisation("ggz"), by=police, now=table.tick())
    pass_on(core, school.organisation, by=police, now=table.tick())
    assert notices(school.user) == ["seated", "passed-on"]
    with pytest.raises(ValidationError):
        pass_on(core, school.organisation, by=police, now=table.tick())


@pytest.mark.parametrize(
    "text",
    [
        "regel één\nregel twee\r\nregel drie",
        "\u202eachterstevoren\u202c en ‎links",
        "مرحبا – שלום – 你好 – नमस्ते",
        "<script>alert('x')</script>{{ 7 }}",
        "x" * 200_000,
    ],
)
def test_words_come_back_as_they_were_said(text: str) -> None:
    table = Table()
    note = table.note(table.chair, text)
    unlock_all(table.dossier)
    assert Note.objects.get(pk=note.pk).text == text


@pytest.mark.parametrize("text", ["", "a\0b", "x" * 200_001, "x" * 1_000_000])
def test_words_that_cannot_be_kept_are_refused_whole(text: str) -> None:
    table = Table()
    before = Record.objects.count(), lines(table.dossier)
    with pytest.raises(ValidationError) as wrong:
        table.note(table.chair, text)
    assert fields(wrong.value) == {"text"}
    assert (Record.objects.count(), lines(table.dossier)) == before
