"""The page of a dossier: who gets to see it, and that a line comes first."""

import re
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse

from expliciet.accounts.models import Appointment
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Note
from expliciet.vault.models.epoch import forget_master_keys
from expliciet.web.dossiers.parts import ORDER
from tests.factories import AppointmentFactory, OrganisationFactory, Table
from tests.web.dossiers.conftest import PURPOSE, At
from tests.web.dossiers.looking import page_of, questions, read

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_an_outsider_cannot_tell_that_a_dossier_exists(table: Table, at: At) -> None:
    """V1: the same page, byte for byte, as for a number nobody ever drew."""
    elsewhere = Table(now=table.now)
    client, made_up = at(elsewhere.chair), uuid.uuid4()

    def answer(pk: uuid.UUID) -> tuple[int, str]:
        found = client.get(reverse("dossiers:detail", args=[pk]))
        words = found.content.decode().replace(str(pk), "…")
        return found.status_code, re.sub(r'(?<=middlewaretoken" value=")\w+', "", words)

    assert answer(table.dossier.pk) == answer(made_up)
    assert answer(made_up)[0] == 404


def test_an_administrator_of_the_house_sees_no_dossier(table: Table) -> None:
    user = AppointmentFactory(
        organisation=table.organisation("office"), role=Appointment.Role.ADMINISTRATOR
    ).user
    client = Client()
    client.force_login(user)
    assert client.get(page_of(table)).status_code == 404


def test_a_seat_that_ended_a_second_ago_sees_nothing(table: Table, at: At) -> None:
    """V8: on the very next page."""
    police = table.seat("police")
    client = at(police)
    assert client.get(page_of(table)).status_code == 200
    end_seat(police, "andere baan", by=table.chair, now=table.tick())
    assert client.get(page_of(table)).status_code == 404


def test_a_closed_account_sees_nothing(table: Table, at: At) -> None:
    police = table.seat("police")
    client = at(police)
    police.user.is_active = False
    police.user.save()
    assert client.get(page_of(table)).status_code != 200


def test_a_purpose_comes_before_anything_else(table: Table, at: At) -> None:
    """V13: no reason, no reading."""
    police = table.seat("police")
    table.note(table.chair, "nog niet te zien")
    answer = at(police, purpose="").get(page_of(table))
    assert answer.status_code == 302
    assert answer["Location"].startswith(
        reverse("dossiers:purpose", args=[table.dossier.pk])
    )


def test_reading_leaves_a_line_with_purpose_and_count(table: Table, at: At) -> None:
    """F76, V9: who looked, at what, why, and how much."""
    police = table.seat("police")
    table.note(table.chair, "een")
    table.note(table.chair, "twee")
    client = at(police)
    read(client, table)
    line = Line.objects.get(action=Action.DOSSIER_READ)
    assert (line.seat, line.dossier) == (police.pk, table.dossier.pk)
    assert line.purpose == PURPOSE
    assert line.count == 3  # two notes, and the ground of the heading


def test_without_a_line_nothing_is_shown(
    table: Table, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C4: the trail cannot be written, so the page does not leave."""
    police = table.seat("police")
    table.note(table.chair, "Dit blijft binnen.")
    client = at(police)

    def broken(line: Line, **_: Any) -> None:
        raise DatabaseError("no room")

    monkeypatch.setattr(Line, "save", broken)
    answer = client.get(page_of(table))
    assert answer.status_code == 503
    assert "Dit blijft binnen." not in answer.content.decode()
    police.refresh_from_db()
    assert police.last_seen_at is None


def test_a_swapped_text_is_not_shown_and_nothing_beside_it(
    table: Table, at: At
) -> None:
    """C1: a sealed text that was moved does not open, and says nothing of itself."""
    police = table.seat("police")
    one, other = table.note(table.chair, "Eerste."), table.note(table.chair, "Tweede.")
    client = at(police)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE dossiers_note SET text ="
            " (SELECT text FROM dossiers_note WHERE record_ptr_id = %s)"
            " WHERE record_ptr_id = %s",
            [other.pk.hex, one.pk.hex]
            if connection.vendor == "sqlite"
            else [other.pk, one.pk],
        )
    answer = client.get(page_of(table))
    assert answer.status_code == 503
    words = answer.content.decode()
    assert "Deze tekst gaat niet open" in words
    assert "Eerste." not in words
    assert "Tweede." not in words


def test_without_the_key_there_is_a_clear_page(
    key_folder: Path, table: Table, at: At
) -> None:
    """C1: a missing key file loses nothing, and shows nothing."""
    police = table.seat("police")
    table.note(table.chair, "Achter slot.")
    client = at(police)
    for file in key_folder.iterdir():
        file.rename(file.with_suffix(".away"))
    forget_master_keys()  # as a server does that starts anew
    answer = client.get(page_of(table))
    assert answer.status_code == 503
    words = answer.content.decode()
    assert "De sleutel van deze teksten is er niet" in words
    assert "Achter slot." not in words


def test_who_sits_here_and_who_left(table: Table, at: At) -> None:
    """Who invited whom, since when and why."""
    police = table.seat("police")
    school = table.seat("onderwijs")
    end_seat(school, "niet meer nodig", by=table.chair, now=table.tick())
    words = read(at(police), table, deel="tafel")
    assert "draagt bij (verzonnen)" in words
    assert "uitgenodigd door" in words
    assert "niet meer nodig" in words
    assert PURPOSE in words
    assert Line.objects.filter(action=Action.DOSSIER_READ).count() == 1


@pytest.fixture
def no_sign_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    """Noted once a minute: on a slow machine a question more between two looks."""
    monkeypatch.setattr("expliciet.accounts.sessions.A_WHILE", timedelta(days=1))


@pytest.mark.usefixtures("no_sign_of_life")
@pytest.mark.parametrize("part", ["beeld", "tafel"])
def test_many_records_and_seats_ask_the_database_no_more_than_few(
    table: Table, at: At, part: str
) -> None:
    """T4: equal query counts."""
    police = table.seat("police")
    client = at(police)

    def fill(notes: int, seats: int) -> None:
        for number in range(seats):
            seat = table.seat(organisation=OrganisationFactory(house=table.house))
            table.note(seat, f"van {number}")
        for number in range(notes):
            first = table.note(table.chair, f"notitie {number}")
            if number % 3 == 0:
                correct(
                    Note(text="beter", why_changed="zo"),
                    first,
                    by=table.chair,
                    now=table.tick(),
                )
            if number % 4 == 0:
                last = table.note(table.chair, "weg")
                withdraw(last, "toch niet", by=table.chair, now=table.tick())

    fill(notes=5, seats=2)
    read(client, table)
    few = questions(client, page_of(table, deel=part))
    fill(notes=25, seats=4)
    assert questions(client, page_of(table, deel=part)) == few
    assert few <= 25


@pytest.mark.usefixtures("no_sign_of_life")
def test_every_part_asks_the_database_at_most_so_much(table: Table, at: At) -> None:
    """T26: the head, the news and what a dossier asks included."""
    police = table.seat("police")
    client = at(police)
    table.note(table.chair)
    read(client, table)
    for part in ORDER:
        assert questions(client, page_of(table, deel=part)) <= 25, part


def test_it_speaks_english_too(table: Table, at: At) -> None:
    police = table.seat("police")
    client = at(police)
    client.cookies["taal"] = "en"
    words = read(client, table)
    assert "What does this dossier ask now?" in words
    assert "Wat vraagt" not in words
