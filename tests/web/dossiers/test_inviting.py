"""Setting the table on screen: inviting a colleague, or a guest."""

from typing import Any

import pytest
from django.test import Client

from expliciet.accounts.models import Appointment
from expliciet.dossiers.models import Draft, Seat
from tests.factories import AppointmentFactory, Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import (
    REDIRECTED,
    REFUSED,
    actions,
    address,
    last_line,
    send,
    words,
)

pytestmark = pytest.mark.django_db


def colleague(table: Table, function: str = "police", **more: Any) -> Appointment:
    return AppointmentFactory(organisation=table.organisation(function), **more)


def invitation(appointment: Appointment, **more: Any) -> dict[str, Any]:
    return {
        "user": appointment.pk,
        "why": "kent de straat (verzonnen)",
        "role": "participant",
        "mandate": "commit",
    } | more


def test_people_to_invite_stand_under_their_organisation(table: Table, at: At) -> None:
    here = colleague(table)
    for stranger in (
        colleague(Table()),
        colleague(table, role=Appointment.Role.EVALUATOR),
        colleague(table, user__is_active=False),
    ):
        stranger.user.name = "Niet Hier"
        stranger.user.save()
    sitting = table.seat("municipality")
    page = at(table.chair).get(address("invite", table.dossier.pk))
    groups = dict(page.context["form"].fields["user"].choices[1:])
    assert list(groups) == [here.organisation.name]
    assert [pk for pk, _name in groups[here.organisation.name]] == [str(here.pk)]
    assert "Niet Hier" not in words(page)
    assert f"{sitting.who} (" not in words(page)


def test_somebody_appointed_twice_stands_there_once(table: Table, at: At) -> None:
    here = colleague(table)
    AppointmentFactory(
        user=here.user,
        organisation=here.organisation,
        role=Appointment.Role.CASE_DIRECTOR,
    )
    page = at(table.chair).get(address("invite", table.dossier.pk))
    groups = page.context["form"].fields["user"].choices[1:]
    assert sum(len(people) for _name, people in groups) == 1


def test_an_invitation_gives_a_seat_with_its_reason(table: Table, at: At) -> None:
    here = colleague(table)
    answer = send(at(table.chair), "invite", table.dossier.pk, **invitation(here))
    assert answer.status_code == REDIRECTED
    seat = Seat.objects.get(user=here.user)
    assert (seat.organisation, seat.mandate) == (here.organisation, "commit")
    assert actions()[-1] == "seated"


def test_who_is_not_on_the_list_gets_no_seat(table: Table, at: At) -> None:
    client, stranger = at(table.chair), colleague(Table())
    answer = send(client, "invite", table.dossier.pk, **invitation(stranger))
    assert answer.status_code == REFUSED
    assert "kent de straat (verzonnen)" in words(answer)
    assert not Seat.objects.filter(user=stranger.user).exists()


@pytest.mark.parametrize("lacking", ["user", "why", "role", "mandate"])
def test_what_an_invitation_lacks_is_said_where_it_lacks(
    table: Table, at: At, lacking: str
) -> None:
    said = invitation(colleague(table), **{lacking: ""})
    answer = send(at(table.chair), "invite", table.dossier.pk, **said)
    assert answer.status_code == REFUSED
    assert list(answer.context["form"].errors) == [lacking]
    assert last_line().action == "dossier-read"


def test_a_partner_is_not_made_chair(table: Table, at: At) -> None:
    """V5."""
    said = invitation(colleague(table), role="substitute")
    answer = send(at(table.chair), "invite", table.dossier.pk, **said)
    assert list(answer.context["form"].errors) == ["role"]


def test_the_after_care_card_is_not_given_by_inviting(table: Table, at: At) -> None:
    said = invitation(colleague(table), role="aftercare")
    answer = send(at(table.chair), "invite", table.dossier.pk, **said)
    assert list(answer.context["form"].errors) == ["role"]


def test_a_guest_comes_by_name_for_an_organisation(table: Table, at: At) -> None:
    client, school = at(table.chair), table.organisation("onderwijs")
    said = {
        "guest_name": "Šárka Verzonnen",
        "organisation": school.pk,
        "why": "geeft hem les (verzonnen)",
        "mandate": "speak",
    }
    answer = send(client, "invite-guest", table.dossier.pk, **said)
    assert answer.status_code == REDIRECTED
    assert Seat.objects.get(user=None).organisation == school
    again = send(client, "invite-guest", table.dossier.pk, **said)
    assert list(again.context["form"].errors) == ["guest_name"]
    elsewhere = Table().organisation("onderwijs")
    said |= {"organisation": elsewhere.pk, "guest_name": "Ander Verzonnen"}
    answer = send(client, "invite-guest", table.dossier.pk, **said)
    assert list(answer.context["form"].errors) == ["organisation"]


@pytest.mark.parametrize("name", ["invite", "invite-guest"])
def test_inviting_is_seen_by_all_and_done_by_whoever_chairs(
    table: Table, at: At, name: str
) -> None:
    """Yours to see, not to do: refused, with a line."""
    client = at(table.seat("police"))
    for answer in (
        client.get(address(name, table.dossier.pk)),
        send(client, name, table.dossier.pk, why="x"),
    ):
        assert answer.status_code == 403
    line = last_line()
    assert (line.action, line.allowed, line.rule) == ("refused", False, "seat.invite")


# --- drafts ---------------------------------------------------------------------------


def test_what_was_typed_comes_back_and_is_gone_once_done(table: Table, at: At) -> None:
    client, here = at(table.chair), colleague(table)
    client.post(
        "/concept/",
        {
            "draft_form": "dossiers:invite",
            "draft_dossier": table.dossier.pk,
            "why": "half (verzonnen)",
            "mandate": "decide",
        },
    )
    page = client.get(address("invite", table.dossier.pk))
    assert "half (verzonnen)" in words(page)
    assert page.context["form"]["mandate"].value() == "decide"
    send(client, "invite", table.dossier.pk, **invitation(here))
    assert not Draft.objects.exists()


def test_what_was_sent_when_the_day_turned_is_kept_and_found_again(
    table: Table, client: Client
) -> None:
    """V13: first the purpose, then the form with what was typed in it."""
    police = table.seat("police")
    assert police.user is not None
    client.force_login(police.user)
    where = ("end-seat", table.dossier.pk, police.pk)
    answer = send(client, *where, left_why="lang verhaal (verzonnen)")
    assert answer["Location"].startswith(address("purpose", table.dossier.pk))
    client.post(
        address("purpose", table.dossier.pk), {"purpose": "overleg voorbereiden"}
    )
    assert "lang verhaal (verzonnen)" in words(client.get(address(*where)))
