"""Handing one's seat over on screen, with what is still open."""

from typing import Any

import pytest
from django.utils import timezone

from expliciet.accounts.models import Appointment
from expliciet.dossiers.actions.drafts import keep_draft
from expliciet.dossiers.models import HandOver
from tests.factories import AppointmentFactory, Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import (
    address,
    send,
)

pytestmark = pytest.mark.django_db


def colleague(table: Table, function: str = "police", **more: Any) -> Appointment:
    return AppointmentFactory(organisation=table.organisation(function), **more)


def handing(coming: Appointment, **more: Any) -> dict[str, Any]:
    return {
        "user": coming.pk,
        "why": "neemt over (verzonnen)",
        "summary": "Hij komt op tijd (verzonnen).",
        "open_ends": "Rooster opvragen.",
    } | more


def test_a_seat_goes_to_a_colleague_with_what_is_still_open(
    table: Table, at: At
) -> None:
    """S61: what the dossier knows to be open stands there to begin with."""
    police, coming = table.seat("police"), colleague(table)
    table.note(table.chair)
    assert police.user is not None
    client = at(police)
    keep_draft(
        "dossiers:note",
        {"text": "half"},
        by=police.user,
        house=table.house,
        dossier=table.dossier,
        now=timezone.now(),
    )
    page = client.get(address("hand-over", table.dossier.pk))
    left = page.context["left"]
    assert (left.unread, len(left.drafts)) == (1, 1)
    day = table.dossier.review_on.strftime("%d-%m-%Y")
    assert day in page.context["form"]["open_ends"].value()
    answer = send(client, "hand-over", table.dossier.pk, **handing(coming))
    assert answer["Location"] == address("list")
    assert HandOver.objects.get().coming.user == coming.user
    assert client.get(address("seats", table.dossier.pk)).status_code == 404


def test_only_colleagues_of_ones_own_organisation_stand_there(
    table: Table, at: At
) -> None:
    police, coming = table.seat("police"), colleague(table)
    stranger = colleague(table, "municipality")
    page = at(police).get(address("hand-over", table.dossier.pk))
    chosen = [pk for pk, _name in page.context["form"].fields["user"].choices]
    assert chosen == ["", str(coming.pk)]
    answer = send(at(police, ""), "hand-over", table.dossier.pk, **handing(stranger))
    assert list(answer.context["form"].errors) == ["user"]


def test_without_a_colleague_the_page_says_what_one_can_do(
    table: Table, at: At
) -> None:
    page = at(table.seat("police")).get(address("hand-over", table.dossier.pk))
    assert page.context["nobody"]
