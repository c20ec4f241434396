"""One's own lines about a dossier."""

import pytest
from django.urls import reverse

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.models import Circle
from tests.factories import Table
from tests.web.dossiers.conftest import PURPOSE, At
from tests.web.dossiers.looking import read, shown

pytestmark = pytest.mark.django_db


def log_of(table: Table) -> str:
    return reverse("dossiers:log", args=[table.dossier.pk])


def test_it_tells_in_words_what_one_did_and_why(table: Table, at: At) -> None:
    """F76: everybody sees their own lines."""
    police = table.seat("police")
    client = at(police)
    note = table.note(police, "van ons")
    read(client, table)
    words = shown(client, log_of(table))
    assert "las een dossier" in words
    assert PURPOSE in words
    assert note.reference in words
    line = Line.objects.get(action=Action.OWN_LINES_READ)
    assert (line.seat, line.dossier) == (police.pk, table.dossier.pk)


def test_nobody_sees_the_lines_of_somebody_else(table: Table, at: At) -> None:
    police, school = table.seat("police"), table.seat("onderwijs")
    note = table.note(police, "van ons", circle=Circle.Kind.OWN)
    read(at(police), table)
    words = shown(at(school), log_of(table))
    assert note.reference not in words
    assert "las een dossier" not in words.partition('class="lines"')[2]


def test_it_comes_a_sheet_at_a_time(table: Table, at: At) -> None:
    police = table.seat("police")
    client = at(police)
    for number in range(55):
        table.note(police, f"notitie {number}")
    first = shown(client, log_of(table))
    assert first.count('class="said-line"') == 50
    assert "blad=2" in first
    assert shown(client, f"{log_of(table)}?blad=2").count('class="said-line"') < 50


def test_an_outsider_has_no_log_here(table: Table, at: At) -> None:
    elsewhere = Table(now=table.now)
    assert at(elsewhere.chair).get(log_of(table)).status_code == 404
