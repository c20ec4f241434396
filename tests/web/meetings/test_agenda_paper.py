"""The agenda that leaves on paper: F41, F42, F87; of a case not a word."""

import pytest
from django.http import HttpResponse
from django.test import Client

from expliciet.accounts.models import User
from expliciet.casework.models import Meeting
from expliciet.documents.reading import read
from expliciet.dossiers.models import Circle
from tests.casework.meeting import called, on_roster
from tests.casework.promises import agreed
from tests.factories import Table
from tests.web.casework.test_table_sheet import (
    HOSTILE,
    last,
    number_in_trail,
    text_of,
)
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import words
from tests.web.meetings.test_calling import of
from tests.web.meetings.test_preparing import second

pytestmark = pytest.mark.django_db

BOTH = ("agenda-pdf", "agenda-docx")


def printed(client: Client, meeting: Meeting, name: str) -> str:
    answer: HttpResponse = client.get(of(meeting, name))
    assert answer.status_code == 200
    if name.endswith("docx"):
        return text_of(answer)
    return read("agenda.pdf", answer.content).text


@pytest.mark.parametrize("name", BOTH)
def test_it_says_when_where_who_leads_and_in_which_order(
    table: Table, at: At, name: str
) -> None:
    """F41, F87: and of each dossier its number."""
    item = on_roster(table)
    meeting = item.meeting
    meeting.place = "Zaal Zuid"
    meeting.save()
    told = printed(at(table.chair), meeting, name)
    for said in (
        table.house.name,
        "Zaal Zuid",
        table.dossier.number,
        "15 minuten",
        meeting.chair.name,
    ):
        assert said in told


@pytest.mark.parametrize("name", BOTH)
def test_nothing_of_a_case_stands_on_it(table: Table, at: At, name: str) -> None:
    """V9: no working name, nobody of the table who is only asked, no reference."""
    police = table.seat("police")
    item = on_roster(table, police)
    secret = agreed(
        table, police, table.chair, circle=Circle.Kind.CORE, deed="kern (verzonnen)"
    )
    told = printed(at(table.chair), item.meeting, name)
    for hidden in (table.dossier.working_name, secret.reference, "verzonnen"):
        assert hidden not in told
    assert police.who not in told


@pytest.mark.parametrize("name", BOTH)
def test_an_item_of_another_table_is_shielded(table: Table, at: At, name: str) -> None:
    """F42: its place and how long it takes, and no more."""
    police, other = table.seat("police"), second(table)
    mine = on_roster(table, police)
    on_roster(other, meeting=mine.meeting, by=other.chair)
    told = printed(at(police), mine.meeting, name)
    assert "afgeschermd" in told
    assert table.dossier.number in told
    assert other.dossier.number not in told


def test_its_line_is_there_before_it_leaves_and_its_name_tells_nothing(
    table: Table, at: At
) -> None:
    item = on_roster(table)
    answer = at(table.chair).get(of(item.meeting, "agenda-pdf"))
    line = last()
    assert (line.action, line.object_id) == ("document-taken", item.meeting.pk)
    named = f'attachment; filename="agenda-{number_in_trail()}.pdf"'
    assert answer.headers["Content-Disposition"] == named
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_somebody_wrote_comes_out_as_it_was_written(table: Table, at: At) -> None:
    meeting = called(table)
    meeting.place = HOSTILE
    meeting.save()
    chair = at(table.chair)
    assert HOSTILE in text_of(chair.get(of(meeting, "agenda-docx")))
    pdf = "".join(printed(chair, meeting, "agenda-pdf").split())
    for piece in HOSTILE.split():
        assert piece in pdf


def test_an_empty_roster_says_so(table: Table, at: At) -> None:
    told = printed(at(table.chair), called(table), "agenda-docx")
    assert "Er staat nog niets op het rooster" in told


def test_whoever_does_not_see_the_meeting_gets_no_agenda(table: Table, at: At) -> None:
    """404: also for somebody who sits at a table that is not on it."""
    meeting, police = called(table), table.seat("police")
    assert isinstance(police.user, User)
    for name in BOTH:
        assert at(police).get(of(meeting, name)).status_code == 404


def test_the_page_of_the_meeting_leads_to_it(table: Table, at: At) -> None:
    item = on_roster(table)
    page = words(at(table.chair).get(of(item.meeting)))
    for name in BOTH:
        assert of(item.meeting, name) in page


def test_a_longer_roster_asks_the_database_no_more(table: Table, at: At) -> None:
    """C9."""
    chair, item = at(table.chair), on_roster(table)
    assert chair.get(of(item.meeting, "agenda-docx")).status_code == 200
    few = asked(chair, item.meeting)
    other = second(table)
    on_roster(other, meeting=item.meeting, by=other.chair)
    assert asked(chair, item.meeting) == few


def asked(client: Client, meeting: Meeting) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as counted:
        assert client.get(of(meeting, "agenda-docx")).status_code == 200
    return len(counted)
