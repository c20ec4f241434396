"""What of a linked dossier is shown by reference (V4)."""

from typing import NamedTuple

import pytest
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.actions.links import link_dossiers, show_elsewhere
from expliciet.dossiers.actions.opening_dossiers import open_dossier
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.seats import end_seat, invite
from expliciet.dossiers.models import Link, Note, Seat
from expliciet.vault.keyring import keyring, unlock
from expliciet.vault.trouble import Locked
from expliciet.web.dossiers.reference import shown_here
from tests.factories import Table
from tests.web.dossiers.conftest import PURPOSE, At
from tests.web.dossiers.looking import read

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


class Pair(NamedTuple):
    """Somebody of the police at two linked tables, and what was said at the far one."""

    here: Seat
    there: Seat
    far_chair: Seat
    shown: Note
    kept: Note


@pytest.fixture
def pair(table: Table) -> Pair:
    far = open_dossier(
        table.heading(),
        by=table.director,
        deputy=table.deputy,
        why="leidt ook deze tafel (verzonnen)",
        now=table.tick(),
    )
    far_chair = far.seats.get(user=table.director.user)
    here = table.seat("police")
    there = invite(
        Seat(user=here.user, organisation=here.organisation, why="ook daar"),
        by=far_chair,
        now=table.tick(),
    )
    shown = table.note(far_chair, "Ook voor het andere dossier.")
    kept = table.note(far_chair, "Alleen daar.")
    link = link_dossiers(
        Link(kind="family", why="broers (verzonnen)"),
        by=far_chair,
        there=table.chair,
        now=table.tick(),
    )
    show_elsewhere(shown, link, by=far_chair, now=table.tick())
    return Pair(here, there, far_chair, shown, kept)


def test_a_record_of_a_linked_dossier_is_read_from_ones_own_seat_there(
    table: Table, pair: Pair, at: At
) -> None:
    """V4, V9: with a line in its own dossier, and nothing more than was shown."""
    words = read(at(pair.here), table)
    assert "Ook voor het andere dossier." in words
    assert "Alleen daar." not in words
    line = Line.objects.get(action=Action.RECORD_READ)
    assert (line.seat, line.dossier) == (pair.there.pk, pair.there.dossier_id)
    assert (line.object_id, line.purpose) == (pair.shown.pk, PURPOSE)


def test_a_reference_follows_what_was_corrected_since(
    table: Table, pair: Pair, at: At
) -> None:
    correct(
        Note(text="Nu beter gezegd.", why_changed="preciezer"),
        pair.shown,
        by=pair.far_chair,
        now=table.tick(),
    )
    assert "Nu beter gezegd." in read(at(pair.here), table)


def test_whoever_sits_at_one_table_sees_no_trace_of_the_other(
    table: Table, pair: Pair, at: At
) -> None:
    """V4, V8: nor does whoever left the other table."""
    school = table.seat("onderwijs")
    end_seat(pair.there, "klaar", by=pair.far_chair, now=table.tick())
    hidden = ("Ook voor", pair.shown.reference, pair.far_chair.dossier.number)
    for seat in (school, pair.here):
        words = read(at(seat), table)
        assert [each for each in hidden if each in words] == []


def test_showing_a_record_unlocks_that_row_and_no_other(
    table: Table, pair: Pair
) -> None:
    """C1: row by row."""
    with keyring():
        unlock(table.dossier.pk, ["seats"])
        entries, _looks = shown_here(pair.here, timezone.now(), None)
        said = [entry.words["text"] for entry in entries]
        assert said == ["Ook voor het andere dossier."]
        with pytest.raises(Locked):
            _ = Note.objects.get(pk=pair.kept.pk).text
