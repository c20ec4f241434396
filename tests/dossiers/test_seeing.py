"""Who sees what: seats, circles, passing on, withdrawal."""

import pytest

from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Circle, Dossier, Note, Record
from expliciet.vault.keyring import keyring
from expliciet.vault.trouble import Locked
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_a_dossier_is_seen_from_a_seat_and_from_nowhere_else() -> None:
    """S46: being a core partner elsewhere gives nothing."""
    table, other = Table(), Table()
    seen = Dossier.objects.visible_to(table.director.user, table.tick())
    assert list(seen) == [table.dossier]
    assert other.dossier not in seen


def test_what_is_said_in_a_circle_is_heard_by_its_members_alone() -> None:
    """F75: need to know, inside one dossier."""
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    own = table.note(police, circle=Circle.Kind.OWN)
    core = table.note(police, circle=Circle.Kind.CORE)
    shared = table.note(police, circle=Circle.Kind.TABLE)
    now = table.tick()
    assert set(Note.objects.visible_to(police, now)) == {own, core, shared}
    assert set(Note.objects.visible_to(table.chair, now)) == {core, shared}
    assert set(Note.objects.visible_to(school, now)) == {shared}


def test_a_newcomer_hears_from_then_on_and_what_is_passed_on() -> None:
    """N26: the past is seen only where its contributor passes it on."""
    table = Table()
    police = table.seat("police")
    before, hidden = table.note(police, "eerder"), table.note(police, "verborgen")
    school = table.seat("onderwijs")
    after = table.note(police, "later")
    assert set(Note.objects.visible_to(school, table.tick())) == {after}
    pass_on(before, school.organisation, by=police, now=table.tick())
    now = table.tick()
    assert set(Note.objects.visible_to(school, now)) == {before, after}
    with keyring():
        school.unlock(now)
        assert Note.objects.get(pk=before.pk).text == "eerder"
        with pytest.raises(Locked):
            _ = Note.objects.get(pk=hidden.pk).text


def test_a_correction_reaches_whoever_was_let_in_on_the_first_text() -> None:
    """S52: whoever could see the first text sees the second."""
    table = Table()
    police = table.seat("police")
    first = table.note(police, "fout")
    school = table.seat("onderwijs")
    pass_on(first, school.organisation, by=police, now=table.tick())
    second = correct(
        Note(text="goed", why_changed="tikfout"), first, by=police, now=table.tick()
    )
    now = table.tick()
    assert set(Note.objects.visible_to(school, now).current()) == {second}


def test_withdrawn_words_are_closed_to_all_but_who_said_them() -> None:
    table = Table()
    police = table.seat("police")
    note = table.note(police)
    withdraw(note, "hoort hier niet", by=police, now=table.tick())
    seen = Record.objects.visible_to(table.chair, table.tick()).get(pk=note.pk)
    assert seen.is_withdrawn
    assert not seen.is_readable_by(table.chair)
    assert seen.is_readable_by(police)


def test_what_a_withdrawn_record_corrected_is_closed_with_it() -> None:
    """S52: recalled is recalled, in every version of it."""
    table = Table()
    police = table.seat("police")
    first = table.note(police, "verwisselde naam")
    second = correct(
        Note(text="nog eens", why_changed="tikfout"), first, by=police, now=table.tick()
    )
    withdraw(second, "verwisseld", by=police, now=table.tick())
    said = Record.objects.visible_to(table.chair, table.tick()).filter(kind="note")
    assert {record.is_readable_by(table.chair) for record in said} == {False}
