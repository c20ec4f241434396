"""Holds on screen: for whoever guards terms, by number, without a word of the case."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from expliciet.accounts.models import Appointment
from expliciet.dossiers.actions.holds import put_hold
from expliciet.dossiers.models import Hold
from tests.factories import AppointmentFactory, Table
from tests.web.dossiers.forms import (
    REDIRECTED,
    REFUSED,
    address,
    bare,
    last_line,
    send,
    words,
)

pytestmark = pytest.mark.django_db

Role = Appointment.Role


def signed_in(table: Table, role: str) -> Client:
    client = Client()
    appointment = AppointmentFactory(
        organisation=table.organisation("office"), role=role
    )
    client.force_login(appointment.user)
    return client


@pytest.fixture
def officer(table: Table) -> Client:
    """The privacy officer of the house: no seat anywhere."""
    return signed_in(table, Role.PRIVACY_OFFICER)


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def held(table: Table) -> Hold:
    hold = Hold(
        dossier=table.dossier,
        ground="klacht 12 (verzonnen)",
        review_on=timezone.localdate() + timedelta(days=30),
    )
    return put_hold(hold, by=table.director, now=table.tick())


def test_the_privacy_officer_puts_and_lifts_a_hold_without_a_seat(
    table: Table, officer: Client
) -> None:
    """F72."""
    said = {"ground": "klacht 7 (verzonnen)", "review_on": in_days(30)}
    assert send(officer, "hold", table.dossier.pk, **said).status_code == REDIRECTED
    hold = Hold.objects.get()
    page = officer.get(address("holds", table.dossier.pk))
    assert "klacht 7 (verzonnen)" in words(page)
    where = ("lift-hold", table.dossier.pk, hold.pk)
    answer = send(officer, *where, lifted_why="ingetrokken (verzonnen)")
    assert answer.status_code == REDIRECTED
    assert "ingetrokken (verzonnen)" in words(
        officer.get(address("holds", table.dossier.pk))
    )
    assert send(officer, *where, lifted_why="weer").status_code == 404


def test_no_word_of_the_case_stands_on_these_pages(
    table: Table, officer: Client
) -> None:
    """A number, dates and grounds; no working name, no seats, no texts."""
    table.note(table.chair, "zin uit de casus (verzonnen)")
    hold = held(table)
    pages = [
        officer.get(address("holds", table.dossier.pk)),
        officer.get(address("hold", table.dossier.pk)),
        officer.get(address("lift-hold", table.dossier.pk, hold.pk)),
    ]
    for page in pages:
        assert page.status_code == 200
        assert table.dossier.number in words(page)
        for hidden in (
            table.dossier.working_name,
            "zin uit de casus",
            "Besluit van de weegploeg",
            f'"{address("detail", table.dossier.pk)}"',
        ):
            assert hidden not in words(page)
        assert last_line().action == "house-read"


def test_a_process_director_at_the_table_finds_the_way_back(table: Table) -> None:
    client = Client()
    client.force_login(table.director.user)
    page = client.get(address("holds", table.dossier.pk))
    assert address("detail", table.dossier.pk) in words(page)


@pytest.mark.parametrize(
    "role",
    [r for r in Role if r not in (Role.PROCESS_DIRECTOR, Role.PRIVACY_OFFICER)],
)
def test_for_anybody_else_there_is_no_such_page(table: Table, role: str) -> None:
    client, hold = signed_in(table, role), held(table)
    for name, *more in (("holds",), ("hold",), ("lift-hold", hold.pk)):
        where = (name, table.dossier.pk, *more)
        assert client.get(address(*where)).status_code in (403, 404)
    answer = send(client, "hold", table.dossier.pk, ground="x", review_on=in_days(9))
    assert answer.status_code in (403, 404)
    assert Hold.objects.count() == 1


def test_a_partner_at_the_table_holds_nothing(table: Table) -> None:
    police, client = table.seat("police"), Client()
    assert police.user is not None
    client.force_login(police.user)
    assert client.get(address("holds", table.dossier.pk)).status_code in (403, 404)


def test_the_officer_of_another_house_cannot_tell_that_it_exists(table: Table) -> None:
    stranger = signed_in(Table(), Role.PRIVACY_OFFICER)
    there = stranger.get(address("holds", table.dossier.pk))
    nowhere = stranger.get(address("holds", table.house.pk))
    assert there.status_code == nowhere.status_code == 404
    assert bare(there, table.dossier.pk) == bare(nowhere, table.house.pk)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ground", ""),
        ("review_on", ""),
        ("review_on", in_days(0)),
        ("review_on", in_days(400)),
    ],
)
def test_what_is_wrong_is_said_where_it_is_wrong(
    table: Table, officer: Client, field: str, value: str
) -> None:
    said = {"ground": "klacht (verzonnen)", "review_on": in_days(30), field: value}
    answer = send(officer, "hold", table.dossier.pk, **said)
    assert answer.status_code == REFUSED
    assert list(answer.context["form"].errors) == [field]
    assert not Hold.objects.exists()


def test_lifting_asks_for_a_reason(table: Table, officer: Client) -> None:
    hold = held(table)
    answer = send(officer, "lift-hold", table.dossier.pk, hold.pk, lifted_why=" ")
    assert list(answer.context["form"].errors) == ["lifted_why"]


def test_a_hold_of_another_dossier_is_not_lifted_from_here(
    table: Table, officer: Client
) -> None:
    elsewhere = Table(house=table.house)
    hold = held(elsewhere)
    answer = send(officer, "lift-hold", table.dossier.pk, hold.pk, lifted_why="x")
    assert answer.status_code == 404
    assert Hold.objects.get().lifted_at is None


def test_a_dossier_past_its_end_can_still_be_held(
    table: Table, officer: Client
) -> None:
    """V16: nobody reads it any more, and a hold still keeps it from destruction."""
    table.dossier.ends_on = timezone.localdate() - timedelta(days=1)
    table.dossier.save(update_fields=["ends_on"])
    said = {"ground": "klacht 7 (verzonnen)", "review_on": in_days(30)}
    assert send(officer, "hold", table.dossier.pk, **said).status_code == REDIRECTED
