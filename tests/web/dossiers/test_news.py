"""Since you were here (N24)."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Note, Seat
from expliciet.web.dossiers.moments import spelled
from tests.factories import Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.looking import read

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_the_first_time_there_is_nothing_to_compare_with(table: Table, at: At) -> None:
    assert "voor het eerst" in read(at(table.seat("police")), table)


def test_since_you_were_here_says_in_a_sentence_what_others_did(at: At) -> None:
    """N24."""
    table = Table(now=timezone.localtime() - timedelta(hours=2))
    police = table.seat("police")
    old = table.note(table.chair, "oud")
    Seat.objects.filter(pk=police.pk).update(last_seen_at=table.tick())
    table.now += timedelta(minutes=40)
    first = table.note(table.chair, "een")
    table.note(table.chair, "twee")
    table.note(police, "van mijzelf")
    correct(
        Note(text="beter", why_changed="zo"), first, by=table.chair, now=table.tick()
    )
    withdraw(old, "toch niet", by=table.chair, now=table.tick())
    table.seat("onderwijs")
    words = read(at(police), table)
    sentence = re.search(r'<p class="since">(.*?)</p>', words, re.DOTALL)
    assert sentence
    told = " ".join(re.sub(r"<[^>]+>", "", sentence[1]).split())
    assert told.endswith(
        "2 notities, 1 verbetering, 1 intrekking en 1 nieuwe aan tafel."
    )


def test_looking_at_an_earlier_moment_is_no_visit(table: Table, at: At) -> None:
    police = table.seat("police")
    read(at(police), table, op=spelled(table.now))
    police.refresh_from_db()
    assert police.last_seen_at is None
