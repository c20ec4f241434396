"""The table on screen: who sits there, changing and ending seats, leaving."""

from typing import Any

import pytest

from expliciet.accounts.models import Appointment
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.models import Heading
from tests.factories import AppointmentFactory, Table
from tests.web.dossiers.conftest import At
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


def colleague(table: Table, function: str = "police", **more: Any) -> Appointment:
    return AppointmentFactory(organisation=table.organisation(function), **more)


def test_everybody_at_the_table_sees_who_sits_and_sat_there(
    table: Table, at: At
) -> None:
    police, gone = table.seat("police"), table.seat("wijkteam")
    guest = table.guest()
    end_seat(gone, "andere post (verzonnen)", by=table.chair, now=table.tick())
    page = at(police).get(address("seats", table.dossier.pk))
    assert page.status_code == 200
    for seat in (police, gone, guest, table.chair, table.substitute):
        assert seat.who in words(page)
    assert "andere post (verzonnen)" in words(page)
    line = last_line()
    assert (line.action, line.purpose) == ("dossier-read", "overleg voorbereiden")


def test_where_nothing_was_chosen_yet_a_list_says_so_in_words(
    table: Table, at: At
) -> None:
    client, head = at(table.chair), Heading.objects.get()
    for where in (
        address("invite-guest", table.dossier.pk),
        address("change-heading", table.dossier.pk, head.pk),
    ):
        page = client.get(where)
        assert "---" not in page.content.decode()
        assert "Kies …" in words(page)


def test_whoever_invites_a_colleague_is_told_how_a_guest_comes(
    table: Table, at: At
) -> None:
    colleague(table)
    page = at(table.chair).get(address("invite", table.dossier.pk))
    assert address("invite-guest", table.dossier.pk) in page.content.decode()


def test_only_whoever_chairs_finds_deeds_beside_the_seats(table: Table, at: At) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    change = address("change-seat", table.dossier.pk, town.pk)
    seats = address("seats", table.dossier.pk)
    assert change in words(at(table.chair).get(seats))
    assert change not in words(at(police).get(seats))
    own = address("change-seat", table.dossier.pk, table.chair.pk)
    assert f'"{own}"' not in words(at(table.chair, "").get(seats))


@pytest.mark.parametrize(
    "name", ["seats", "invite", "invite-guest", "hand-over", "headings", "link"]
)
def test_whoever_does_not_sit_here_cannot_tell_that_it_exists(
    table: Table, at: At, name: str
) -> None:
    """The answer is the same as for a dossier that is nowhere."""
    stranger = at(Table().chair)
    there = stranger.get(address(name, table.dossier.pk))
    nowhere = stranger.get(address(name, table.house.pk))
    assert there.status_code == nowhere.status_code == 404
    assert bare(there, table.dossier.pk) == bare(nowhere, table.house.pk)


def test_without_a_purpose_today_nothing_is_shown(table: Table, at: At) -> None:
    """V13."""
    client = at(table.chair, "")
    answer = client.get(address("seats", table.dossier.pk))
    assert answer.status_code == REDIRECTED
    assert answer["Location"].startswith(address("purpose", table.dossier.pk))


# --- changing and ending --------------------------------------------------------------


def test_a_role_and_a_mandate_are_changed_on_a_page_of_their_own(
    table: Table, at: At
) -> None:
    town, client = table.seat("municipality"), at(table.chair)
    page = client.get(address("change-seat", table.dossier.pk, town.pk))
    assert page.context["form"]["mandate"].value() == "speak"
    answer = send(
        client,
        "change-seat",
        table.dossier.pk,
        town.pk,
        role="case_director",
        mandate="decide",
    )
    assert answer.status_code == REDIRECTED
    town.refresh_from_db()
    assert (town.role, town.mandate) == ("case_director", "decide")


def test_nobody_changes_their_own_seat_or_one_without_the_chair(
    table: Table, at: At
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    for by, seat in ((table.chair, table.chair), (police, town), (police, police)):
        client = at(by) if by != police or seat == town else at(police, "")
        answer = send(
            client,
            "change-seat",
            table.dossier.pk,
            seat.pk,
            role="participant",
            mandate="decide",
        )
        assert answer.status_code == 403


def test_a_seat_ends_with_its_reason_and_its_holder_is_out_at_once(
    table: Table, at: At
) -> None:
    """V8: the next request of whoever sat there finds nothing."""
    police, chair = table.seat("police"), at(table.chair)
    theirs = at(police)
    seats = address("seats", table.dossier.pk)
    assert theirs.get(seats).status_code == 200
    answer = send(chair, "end-seat", table.dossier.pk, police.pk, left_why="")
    assert list(answer.context["form"].errors) == ["left_why"]
    answer = send(chair, "end-seat", table.dossier.pk, police.pk, left_why="klaar")
    assert answer.status_code == REDIRECTED
    assert theirs.get(seats).status_code == 404
    assert send(chair, "end-seat", table.dossier.pk, police.pk).status_code == 404


def test_one_leaves_the_table_oneself(table: Table, at: At) -> None:
    police = table.seat("police")
    client = at(police)
    page = client.get(address("end-seat", table.dossier.pk, police.pk))
    assert address("hand-over", table.dossier.pk) in words(page)
    answer = send(
        client, "end-seat", table.dossier.pk, police.pk, left_why="andere post"
    )
    assert answer["Location"] == address("list")
    assert client.get(address("seats", table.dossier.pk)).status_code == 404


def test_nobody_sends_another_away_without_the_chair(table: Table, at: At) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    answer = send(at(police), "end-seat", table.dossier.pk, town.pk, left_why="weg")
    assert answer.status_code == 403


def test_the_last_deputy_does_not_leave_and_reads_why(table: Table, at: At) -> None:
    """S61."""
    answer = send(
        at(table.substitute),
        "end-seat",
        table.dossier.pk,
        table.substitute.pk,
        left_why="vakantie",
    )
    assert answer.status_code == REFUSED
    assert "plaatsvervanger" in words(answer)
    assert "vakantie" in words(answer)


def test_a_seat_of_another_table_is_not_there(table: Table, at: At) -> None:
    client, elsewhere = at(table.chair), Table().seat("police")
    for name in ("change-seat", "end-seat"):
        page = client.get(address(name, table.dossier.pk, elsewhere.pk))
        assert page.status_code == 404
