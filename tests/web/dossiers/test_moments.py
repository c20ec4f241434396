"""A dossier as one could see it at an earlier moment (F18)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Note
from expliciet.web.dossiers.moments import spelled
from tests.factories import Table
from tests.web.dossiers.conftest import PURPOSE, At
from tests.web.dossiers.looking import page_of, read

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_the_dossier_as_it_could_be_seen_at_a_moment(table: Table, at: At) -> None:
    """F18: what came after is not there, and nothing can be done there."""
    police = table.seat("police")
    first = table.note(police, "Zo dachten wij toen.")
    then = table.tick()
    correct(
        Note(text="Zo denken wij nu.", why_changed="nieuws"),
        first,
        by=police,
        now=table.tick(),
    )
    table.note(police, "Daarna gezegd.")
    client = at(police)
    words = read(client, table, op=spelled(then))
    assert "Zo dachten wij toen." in words
    assert "Zo denken wij nu." not in words
    assert "Daarna gezegd." not in words
    assert "Zoals u het kon zien op" in words
    assert reverse("dossiers:note", args=[table.dossier.pk]) not in words
    assert "/verbeteren/" not in words
    line = Line.objects.get(action=Action.DOSSIER_READ_AS_OF)
    assert (line.purpose, line.count) == (PURPOSE, 2)


def test_what_was_withdrawn_since_stays_closed_in_the_past(
    table: Table, at: At
) -> None:
    """S52: an earlier moment opens nothing that was recalled."""
    police = table.seat("police")
    note = table.note(police, "verwisselde naam")
    then = table.tick()
    withdraw(note, "verwisseld", by=police, now=table.tick())
    words = read(at(table.chair), table, op=spelled(then))
    assert note.reference in words
    assert "verwisselde naam" not in words
    assert "Sindsdien ingetrokken" in words


def test_before_one_sat_here_there_is_nothing_to_see(table: Table, at: At) -> None:
    before = table.tick()
    table.note(table.chair, "van toen")
    school = table.seat("onderwijs")
    words = read(at(school), table, op=spelled(before))
    assert "van toen" not in words
    assert (
        table.dossier.working_name
        not in words.partition("<h1")[2].partition("</h1>")[0]
    )


def test_one_steps_from_change_to_change(table: Table, at: At) -> None:
    police = table.seat("police")
    for words in ("een", "twee", "drie"):
        table.note(police, f"notitie {words}")
    client = at(police)
    shown = read(client, table)
    seen = []
    for _step in range(3):
        before = re.search(r'rel="prev" href="([^"]+)"', shown)
        assert before
        shown = client.get(before[1].replace("&amp;", "&")).content.decode()
        seen.append([w for w in ("een", "twee", "drie") if f"notitie {w}" in shown])
    assert seen == [["een", "twee"], ["een"], []]
    after = re.search(r'rel="next" href="([^"]+)"', shown)
    assert after
    assert "notitie een" in client.get(after[1].replace("&amp;", "&")).content.decode()


@pytest.mark.parametrize("words", ["gisteren", "2026-13-45", "2026-02-30T12:00", "%00"])
def test_what_is_no_moment_shows_nothing_as_if_it_were(
    table: Table, at: At, words: str
) -> None:
    police = table.seat("police")
    client = at(police)
    answer = client.get(page_of(table, op=words))
    assert answer.status_code == 302
    assert answer["Location"] == page_of(table)


def test_a_moment_to_come_is_now(table: Table, at: At) -> None:
    police = table.seat("police")
    words = read(
        at(police), table, op=spelled(timezone.localtime() + timedelta(days=9))
    )
    assert "Zoals u het kon zien op" not in words
