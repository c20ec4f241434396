"""The list of dossiers."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import Appointment
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.actions.opening_dossiers import open_dossier
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.models import Dossier, Seat
from tests.factories import AppointmentFactory, HouseFactory, Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.looking import questions, read, shown

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

LIST = reverse("dossiers:list")


def more_dossiers(table: Table, number: int) -> list[Dossier]:
    return [
        open_dossier(
            table.heading(),
            by=table.director,
            deputy=table.deputy,
            why="verzonnen",
            now=table.tick(),
        )
        for _each in range(number)
    ]


def test_it_shows_the_tables_at_which_one_sits_and_no_others(
    table: Table, at: At
) -> None:
    police = table.seat("police")
    other = more_dossiers(table, 1)[0]
    words = shown(at(police), LIST)
    assert table.dossier.working_name in words
    assert other.number not in words
    assert other.working_name not in words


def test_a_table_one_left_is_gone_from_it(table: Table, at: At) -> None:
    """V8."""
    police = table.seat("police")
    client = at(police)
    end_seat(police, "andere baan", by=table.chair, now=table.tick())
    words = shown(client, LIST)
    assert table.dossier.number not in words
    assert "Hier komen de dossiers waarbij u aan tafel zit" in words


def test_whoever_never_sits_at_a_table_has_no_such_page(table: Table) -> None:
    """S47: an administrator, a reviewer, an evaluator: no list of cases."""
    user = AppointmentFactory(
        organisation=table.organisation("office"), role=Appointment.Role.ADMINISTRATOR
    ).user
    client = Client()
    client.force_login(user)
    assert client.get(LIST).status_code == 404


def test_looking_at_it_leaves_a_line_with_how_many_in_each_house(
    table: Table, at: At
) -> None:
    """F76: lists of persons have a line too, in the chain of their own house."""
    more_dossiers(table, 2)
    shown(at(table.chair), LIST)
    line = Line.objects.get(action=Action.DOSSIERS_LISTED)
    assert (line.house, line.count) == (table.house.pk, 3)
    assert line.user == table.director.user_id


def test_two_houses_each_get_their_own_line(table: Table, at: At) -> None:
    elsewhere = Table(house=HouseFactory(), now=table.now)
    AppointmentFactory(
        user=table.director.user, organisation=elsewhere.organisation("office")
    )
    Seat.objects.create(
        dossier=elsewhere.dossier,
        user=table.director.user,
        organisation=elsewhere.organisation("office"),
        why="ook hier",
        joined_at=table.now,
        hears_from=table.now,
    )
    shown(at(table.chair), LIST)
    lines = Line.objects.filter(action=Action.DOSSIERS_LISTED)
    assert {(line.house, line.count) for line in lines} == {
        (table.house.pk, 1),
        (elsewhere.house.pk, 1),
    }


def test_it_tells_how_much_is_new_since_one_was_here(table: Table, at: At) -> None:
    """N24."""
    police = table.seat("police")
    client = at(police)
    assert "nog niet geopend" in shown(client, LIST)
    read(client, table)
    assert "niets nieuws" in shown(client, LIST)
    table.note(table.chair, "een", now=timezone.now())
    table.note(table.chair, "twee", now=timezone.now())
    assert "2 nieuwe stukken" in shown(client, LIST)


def test_the_first_to_be_reviewed_stands_first_and_nothing_is_ranked(
    table: Table, at: At
) -> None:
    """No level, no colour, no other order than the day of the review."""
    late, soon = more_dossiers(table, 2)
    today = timezone.localdate()
    for dossier, days in ((late, 200), (soon, 3), (table.dossier, 90)):
        Dossier.objects.filter(pk=dossier.pk).update(
            review_on=today + timedelta(days=days)
        )
    words = shown(at(table.chair), f"{LIST}?order=fase&sort=niveau")
    there = re.findall(r'roster__name" href="/dossiers/([0-9a-f-]+)/"', words)
    assert there == [str(each.pk) for each in (soon, table.dossier, late)]
    assert "niveau" not in words.partition("<table")[2]


def test_it_is_narrowed_by_words_by_phase_and_by_review(table: Table, at: At) -> None:
    other, closed = more_dossiers(table, 2)
    Dossier.objects.filter(pk=closed.pk).update(phase=Dossier.Phase.CLOSED)
    Dossier.objects.filter(pk=other.pk).update(
        review_on=timezone.localdate() + timedelta(days=3)
    )
    client = at(table.chair)

    def names(query: str) -> set[str]:
        words = shown(client, f"{LIST}?{query}")
        everything = (table.dossier, other, closed)
        return {each.number for each in everything if each.number in words}

    assert names(f"q={other.working_name[:4].lower()}") >= {other.number}
    assert names(f"q={closed.number}") == {closed.number}
    assert names("fase=closed") == {closed.number}
    assert names("binnenkort=on") == {other.number}
    assert names("fase=onzin") == {table.dossier.number, other.number, closed.number}
    assert "Geen van uw dossiers past hierbij" in shown(client, f"{LIST}?q=zzz")


def test_sixty_seats_and_ten_thousand_dossiers_ask_no_more_than_one_seat(
    table: Table, at: At
) -> None:
    """T4: equal query counts."""
    client = at(table.chair)
    shown(client, LIST)
    few = questions(client, LIST)
    more_dossiers(table, 59)
    Dossier.objects.bulk_create(
        Dossier(
            house=table.house,
            number=f"X-{number}",
            opened_at=table.now,
            working_name=f"verzonnen {number}",
            phase=Dossier.Phase.CONFERENCE,
            regime=Dossier.Regime.WGS,
            controller=table.dossier.controller,
            review_on=table.dossier.review_on,
            ends_on=table.dossier.ends_on,
            moved_at=table.now,
        )
        for number in range(10_000)
    )
    assert questions(client, LIST) == few
    assert shown(client, LIST).count('class="roster__name"') == 60
