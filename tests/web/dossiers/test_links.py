"""Dossiers that belong together, on screen."""

from typing import Any

import pytest
from django.utils import timezone

from expliciet.dossiers.actions.links import link_dossiers, show_elsewhere
from expliciet.dossiers.actions.opening_dossiers import open_dossier
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.actions.seats import invite
from expliciet.dossiers.models import Circle, Dossier, Link, Opening, Seat, Shown
from tests.factories import Table
from tests.web.dossiers.conftest import PURPOSE, At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, actions, address, send, words

pytestmark = pytest.mark.django_db

SAID = {"kind": "family", "why": "twee broers (verzonnen)"}


@pytest.fixture
def other(table: Table) -> Dossier:
    """Another dossier of the same house, with the same chair."""
    return open_dossier(
        table.heading(),
        by=table.director,
        deputy=table.deputy,
        why="leidt (verzonnen)",
        now=table.tick(),
    )


def chair_of(dossier: Dossier) -> Seat:
    return dossier.seats.get(role=Seat.Role.PROCESS_DIRECTOR)


def tied(table: Table, other: Dossier) -> Link:
    link = Link(**SAID)
    there = chair_of(other)
    return link_dossiers(link, by=table.chair, there=there, now=table.tick())


def seated(table: Table, other: Dossier, who: Seat) -> Seat:
    """The same person, at the other table too, with a purpose there."""
    seat = Seat(user=who.user, organisation=who.organisation, why="nodig (verzonnen)")
    invite(seat, by=chair_of(other), now=table.tick())
    state_purpose(Opening(purpose=PURPOSE), by=seat, now=timezone.now())
    return seat


def test_two_dossiers_are_linked_by_whoever_chairs_both(
    table: Table, other: Dossier, at: At
) -> None:
    """F7."""
    client = at(table.chair)
    answer = send(client, "link", table.dossier.pk, **SAID, other=chair_of(other).pk)
    assert answer.status_code == REDIRECTED
    assert Link.objects.get().other == other
    page = client.get(address("detail", table.dossier.pk))
    assert other.number in words(page)
    assert "twee broers (verzonnen)" in words(page)


def test_only_tables_one_chairs_can_be_chosen(
    table: Table, other: Dossier, at: At
) -> None:
    """V4: not those where one takes part, not those of another house."""
    elsewhere = Table()
    taking_part = open_dossier(
        table.heading(),
        by=table.deputy,
        deputy=table.director,
        why="x",
        now=table.tick(),
    )
    client = at(table.chair)
    page = client.get(address("link", table.dossier.pk))
    offered = {pk for pk, _name in page.context["form"].fields["other"].choices}
    mine = taking_part.seats.get(user=table.director.user)  # substitute: chairs too
    assert offered == {"", str(chair_of(other).pk), str(mine.pk)}
    for there in (elsewhere.chair.pk, table.chair.pk):
        answer = send(client, "link", table.dossier.pk, **SAID, other=there)
        assert answer.status_code == REFUSED
        assert "twee broers (verzonnen)" in words(answer)
    assert not Link.objects.exists()


@pytest.mark.parametrize("lacking", ["other", "kind", "why"])
def test_what_is_lacking_is_said_where_it_is_lacking(
    table: Table, other: Dossier, at: At, lacking: str
) -> None:
    said: dict[str, Any] = SAID | {"other": chair_of(other).pk, lacking: ""}
    answer = send(at(table.chair), "link", table.dossier.pk, **said)
    assert list(answer.context["form"].errors) == [lacking]


def test_whoever_sits_at_one_table_sees_no_trace_of_the_link(
    table: Table, other: Dossier, at: At
) -> None:
    """V1, V4: no number, no name, no empty place, and no page."""
    police = table.seat("police")
    note = table.note(table.chair)
    link = tied(table, other)
    show_elsewhere(note, link, by=table.chair, now=table.tick())
    client = at(police)
    page = words(client.get(address("detail", table.dossier.pk)))
    assert other.number not in page
    assert other.working_name not in page
    end = address("end-link", table.dossier.pk, link.pk)
    assert client.get(end).status_code == 404
    show = address("show-elsewhere", table.dossier.pk, note.pk)
    assert client.get(show).status_code == 404


def test_a_link_is_ended_by_whoever_chairs(
    table: Table, other: Dossier, at: At
) -> None:
    police, link = table.seat("police"), tied(table, other)
    seated(table, other, police)
    refused = at(police).get(address("end-link", table.dossier.pk, link.pk))
    assert refused.status_code == 403
    client = at(table.chair)
    assert send(client, "end-link", table.dossier.pk, link.pk).status_code == REDIRECTED
    assert not Link.objects.current().exists()
    assert send(client, "end-link", table.dossier.pk, link.pk).status_code == 404


def test_a_link_is_of_one_of_its_own_two_dossiers(
    table: Table, other: Dossier, at: At
) -> None:
    third = open_dossier(
        table.heading(),
        by=table.director,
        deputy=table.deputy,
        why="x",
        now=table.tick(),
    )
    link = tied(table, other)
    client = at(chair_of(third))
    assert client.get(address("end-link", third.pk, link.pk)).status_code == 404


def test_a_record_is_shown_at_the_other_table_to_who_sits_at_both(
    table: Table, other: Dossier, at: At
) -> None:
    note = table.note(table.chair, "gedeelde zin (verzonnen)")
    link, client = tied(table, other), at(table.chair)
    answer = send(client, "show-elsewhere", table.dossier.pk, note.pk, link=link.pk)
    assert answer.status_code == REDIRECTED
    assert Shown.objects.get().dossier == other
    assert actions()[-1] == "shown-elsewhere"
    state_purpose(Opening(purpose=PURPOSE), by=chair_of(other), now=timezone.now())
    page = client.get(address("detail", other.pk))
    assert "gedeelde zin (verzonnen)" in words(page)
    again = send(client, "show-elsewhere", table.dossier.pk, note.pk, link=link.pk)
    assert again.status_code == REFUSED


def test_only_ones_own_words_are_shown_elsewhere(
    table: Table, other: Dossier, at: At
) -> None:
    police = table.seat("police")
    core = table.note(police, circle=Circle.Kind.CORE)
    own = table.note(police, circle=Circle.Kind.OWN)
    link, client = tied(table, other), at(table.chair)
    for note, status in ((core, 403), (own, 404)):
        answer = send(client, "show-elsewhere", table.dossier.pk, note.pk, link=link.pk)
        assert answer.status_code == status
    assert not Shown.objects.exists()


def test_without_another_table_the_page_says_so(table: Table, at: At) -> None:
    assert at(table.chair).get(address("link", table.dossier.pk)).context["nobody"]


def test_whoever_does_not_chair_links_nothing(table: Table, at: At) -> None:
    client = at(table.seat("police"))
    assert client.get(address("link", table.dossier.pk)).status_code == 403
