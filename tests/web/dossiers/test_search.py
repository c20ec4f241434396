"""Searching in one dossier."""

import pytest
from django.test import Client
from django.urls import reverse

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Circle
from tests.factories import Table
from tests.web.dossiers.conftest import At

pytestmark = pytest.mark.django_db


def look_for(client: Client, table: Table, words: str) -> str:
    answer = client.post(
        reverse("dossiers:search", args=[table.dossier.pk]), {"woorden": words}
    )
    assert answer.status_code == 200
    return str(answer.content.decode().partition('id="found-title"')[2])


def test_it_finds_words_in_any_writing(table: Table, at: At) -> None:
    police = table.seat("police")
    note = table.note(police, "Zij fietste naar café Zoë.")
    client = at(table.chair)
    for words in ("cafe", "ZOE fiets", note.reference.lower(), "café"):
        assert "naar café Zoë." in look_for(client, table, words)
    assert "Niets wat u hoort" in look_for(client, table, "café tractor")


def test_it_looks_only_through_what_one_may_read(table: Table, at: At) -> None:
    """V1: nor do counts tell."""
    police = table.seat("police")
    own = table.note(police, "wachtwoordje", circle=Circle.Kind.OWN)
    gone = table.note(police, "wachtwoordje in de la")
    withdraw(gone, "verwisseld", by=police, now=table.tick())
    client = at(table.chair)
    for words in ("wachtwoordje", own.reference):
        assert "Niets wat u hoort" in look_for(client, table, words)


def test_what_one_looked_for_stands_in_no_address_and_in_no_line(
    table: Table, at: At
) -> None:
    """C8: searching leaves a line, without a word of the case."""
    police = table.seat("police")
    table.note(police, "vliegtuig")
    look_for(at(police), table, "vliegtuig")
    line = Line.objects.get(action=Action.SEARCHED)
    assert line.count == 1
    assert "vliegtuig" not in line.exported().decode()
    answer = at(table.chair).get(
        reverse("dossiers:search", args=[table.dossier.pk]), {"woorden": "vliegtuig"}
    )
    assert answer.status_code == 302


def test_what_was_typed_is_shown_as_words(table: Table, at: At) -> None:
    found = look_for(at(table.chair), table, "<script>alert(1)</script>")
    assert "<script>alert(1)" not in found
    assert "&lt;script&gt;" in found
