"""What was said, as one seat may read it."""

import pytest

from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.notes import record_note
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Circle, Note
from tests.factories import Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.looking import read

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_words_are_words_and_names_keep_their_own_direction(
    table: Table, at: At
) -> None:
    """T8: nothing typed becomes a part of the page."""
    police = table.seat("police")
    police.user.name = "مريم\u202e <i>Verzonnen</i>"
    police.user.save()
    table.note(police, "<script>alert(1)</script> {{ seat }} שלום")
    words = read(at(table.chair), table)
    assert "<script>alert(1)" not in words
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ seat }} שלום" in words
    assert "<bdi>مريم\u202e &lt;i&gt;Verzonnen&lt;/i&gt;</bdi>" in words


def test_each_seat_reads_what_it_hears_and_no_trace_of_the_rest(
    table: Table, at: At
) -> None:
    """S46: absent from the page, its counts and its references."""
    police, school = table.seat("police"), table.seat("onderwijs")
    own = table.note(police, "voor onszelf", circle=Circle.Kind.OWN)
    core = table.note(police, "voor de kern", circle=Circle.Kind.CORE)
    table.note(police, "voor allen")
    words = read(at(school), table)
    assert "voor allen" in words
    for hidden in ("voor onszelf", "voor de kern", own.reference, core.reference):
        assert hidden not in words


def test_above_every_text_stands_who_can_read_it_later(table: Table, at: At) -> None:
    """N25."""
    police = table.seat("police")
    table.note(police, "voor onszelf", circle=Circle.Kind.OWN)
    table.note(police, "voor allen")
    words = read(at(police), table)
    records = words.count('<article class="record')
    assert words.count("Wie kan dit later lezen?") >= records == 3
    assert "Alleen uw eigen organisatie" in words
    assert "Een rechter die erom vraagt." in words


def test_a_correction_shows_the_old_text_the_new_one_and_why(
    table: Table, at: At
) -> None:
    """F17: nothing is wiped."""
    police = table.seat("police")
    first = table.note(police, "Het was dinsdag.")
    correct(
        Note(text="Het was woensdag.", why_changed="agenda nagekeken"),
        first,
        by=police,
        now=table.tick(),
    )
    words = read(at(table.chair), table)
    for told in ("Het was dinsdag.", "Het was woensdag.", "agenda nagekeken"):
        assert told in words
    assert words.count('<article class="record') == 2  # it, and the heading


def test_a_newcomer_is_not_shown_what_a_passed_on_record_corrected(
    table: Table, at: At
) -> None:
    """N26."""
    police = table.seat("police")
    first = table.note(police, "Eerste versie.")
    second = correct(
        Note(text="Tweede versie.", why_changed="beter"),
        first,
        by=police,
        now=table.tick(),
    )
    school = table.seat("onderwijs")
    pass_on(second, school.organisation, by=police, now=table.tick())
    words = read(at(school), table)
    assert "Tweede versie." in words
    assert "Eerste versie." not in words
    assert first.reference not in words


def test_a_withdrawn_text_is_closed_to_all_but_who_said_it(
    table: Table, at: At
) -> None:
    """S52."""
    police = table.seat("police")
    note = table.note(police, "verwisselde naam")
    withdraw(note, "verwisseld", by=police, now=table.tick())
    theirs, ours = read(at(table.chair), table), read(at(police), table)
    assert "verwisselde naam" not in theirs
    assert "Ingetrokken op" in theirs
    assert "verwisseld" in theirs
    assert "verwisselde naam" in ours


def test_what_a_guest_said_stands_in_the_name_of_the_guest(
    table: Table, at: At
) -> None:
    guest = table.guest("onderwijs")
    now = table.tick()
    record_note(
        Note(text="Hij kwam niet."),
        by=table.chair,
        circle=circle_for(table.chair, Circle.Kind.TABLE, now),
        now=now,
        on_behalf_of=guest,
    )
    words = read(at(table.chair), table)
    assert "namens <bdi>Gast Verzonnen</bdi>" in words
