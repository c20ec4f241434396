"""One record: reading it, and what is not there or not yours."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.models import Circle, Note
from expliciet.dossiers.models.record import kinds
from expliciet.web.dossiers.news import part_where
from expliciet.web.dossiers.parts import ORDER
from tests.factories import Table
from tests.web.dossiers.conftest import PURPOSE, At
from tests.web.dossiers.looking import of, shown

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

DEEDS = ("correct", "withdraw", "pass-on")


def refusals() -> list[str]:
    return list(Line.objects.filter(allowed=False).values_list("rule", flat=True))


def test_reading_one_record_leaves_a_line_about_it(table: Table, at: At) -> None:
    """F76, V9."""
    police = table.seat("police")
    note = table.note(police, "Eén ding.")
    assert "Eén ding." in shown(at(table.chair), of(note))
    line = Line.objects.get(action=Action.RECORD_READ)
    assert (line.object_id, line.circle) == (note.pk, note.circle_id)
    assert (line.purpose, line.count) == (PURPOSE, 1)


def test_from_a_record_one_returns_to_the_part_where_it_stands(
    table: Table, at: At
) -> None:
    note = table.note(table.chair)
    detail = reverse("dossiers:detail", args=[table.dossier.pk])
    assert f'href="{detail}#{note.reference}"' in shown(at(table.chair), of(note))
    assert {part_where(kind) for kind in kinds()} <= {"", *ORDER}
    assert part_where("decision") == "besluit"


def test_an_earlier_version_leads_to_the_latest(table: Table, at: At) -> None:
    police = table.seat("police")
    first = table.note(police, "Eerste.")
    second = correct(
        Note(text="Tweede.", why_changed="beter"), first, by=police, now=table.tick()
    )
    words = shown(at(table.chair), of(first))
    assert second.reference in words
    assert "Tweede." in words
    assert "Eerste." in words


@pytest.mark.parametrize("deed", ["record", *DEEDS])
def test_what_one_does_not_hear_is_not_there(table: Table, at: At, deed: str) -> None:
    """V1: as a record that never was."""
    police = table.seat("police")
    note = table.note(police, "voor onszelf", circle=Circle.Kind.OWN)
    client = at(table.chair)
    assert client.get(of(note, deed)).status_code == 404
    note.pk = uuid.uuid4()
    assert client.get(of(note, deed)).status_code == 404
    assert refusals() == []


@pytest.mark.parametrize("deed", ["record", *DEEDS])
def test_a_record_is_not_reached_through_another_dossier(
    table: Table, at: At, deed: str
) -> None:
    elsewhere = Table(now=table.now)
    note = table.note(table.chair, "van hier")
    address = reverse(f"dossiers:{deed}", args=[elsewhere.dossier.pk, note.pk])
    assert at(elsewhere.chair).get(address).status_code == 404


@pytest.mark.parametrize("deed", DEEDS)
def test_what_is_of_another_organisation_is_theirs_to_change(
    table: Table, at: At, deed: str
) -> None:
    """403, with a line: to be seen, but not to be done."""
    police, school = table.seat("police"), table.seat("onderwijs")
    note = table.note(police, "van ons")
    client = at(school)
    for answer in (
        client.get(of(note, deed)),
        client.post(of(note, deed), {"text": "anders", "why": "zo"}),
    ):
        assert answer.status_code == 403
        assert "van ons" not in answer.content.decode()
    assert refusals() == [f"record.{deed.replace('-', '_')}"] * 2


def test_a_stranger_reaches_none_of_this(table: Table) -> None:
    note = table.note(table.chair, "van hier")
    for deed in ("record", *DEEDS):
        assert Client().get(of(note, deed)).status_code == 302
