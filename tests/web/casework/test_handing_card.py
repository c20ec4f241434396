"""The after-care card goes to a colleague, and so does the promise on it."""

import pytest
from django.test import Client
from django.urls import reverse

from expliciet.accounts.refusal import Refused
from expliciet.audit.models import Line
from expliciet.casework.actions.card import hand_card_over
from expliciet.dossiers.models import Seat
from tests.casework.approach import CARD, close, exit_criterion
from tests.factories import AppointmentFactory, Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words

pytestmark = pytest.mark.django_db


def ended(table: Table) -> Seat:
    """The card seat of the municipality, after the end."""
    town = table.seat("municipality")
    exit_criterion(table)
    close(table, town)
    return Seat.objects.get(user=town.user, role=Seat.Role.AFTERCARE)


def page(table: Table, name: str = "card") -> str:
    return reverse(f"casework:{name}", args=[table.dossier.pk])


def test_a_colleague_keeps_the_card_and_who_gave_it_reads_nothing(
    table: Table, at: At
) -> None:
    """N20, S44, S61: only the card goes; the dossier stays closed."""
    card = ended(table)
    coming = AppointmentFactory(
        organisation=card.organisation, user__name="Opvolger Verzonnen"
    )
    elsewhere = AppointmentFactory(organisation=table.organisation("police"))
    client = at(card)
    assert "Draag de kaart over" in words(client.get(page(table)))
    form = words(client.get(page(table, "hand-card")))
    assert "Opvolger Verzonnen" in form
    assert str(elsewhere.pk) not in form
    lacking = client.post(page(table, "hand-card"), {"user": str(coming.pk)})
    assert lacking.status_code == REFUSED
    typed = {"user": str(coming.pk), "why": "neemt de wijk over"}
    assert client.post(page(table, "hand-card"), typed).status_code == REDIRECTED
    assert client.get(page(table)).status_code == 404
    done = Line.objects.order_by("at", "id").values_list("action", flat=True)
    assert {"seated", "seat-ended"} <= set(done)
    heir = Seat.objects.get(user=coming.user)
    told = words(at(heir).get(page(table)))
    assert CARD in told
    assert "nam die over van" in told
    assert (
        at(heir).get(reverse("dossiers:seats", args=[table.dossier.pk])).status_code
        == 404
    )


def test_only_the_keeper_gives_it_and_only_within_the_organisation(
    table: Table,
) -> None:
    card = ended(table)
    other = AppointmentFactory(organisation=table.organisation("police"))
    own = AppointmentFactory(organisation=card.organisation)
    chair = Seat.objects.get(user=table.chair.user, role=Seat.Role.AFTERCARE)
    for by, coming in ((card, other), (chair, own), (table.chair, own)):
        by.unlock_heard(table.now)
        with pytest.raises(Refused):
            hand_card_over(coming, "x", by=by, now=table.tick())


def test_who_keeps_the_card_already_does_not_get_it_twice(table: Table, at: At) -> None:
    card = ended(table)
    assert "Geen collega" in words(at(card).get(page(table, "hand-card")))
    typed = {"user": "x", "why": "x"}
    assert at(card).post(page(table, "hand-card"), typed).status_code == REFUSED
    card.refresh_from_db()
    assert card.left_at is None


def test_at_a_running_table_there_is_no_card_to_give(table: Table, at: At) -> None:
    assert at(table.chair).get(page(table, "hand-card")).status_code == 404
    outsider = Client()
    outsider.force_login(AppointmentFactory().user)
    assert outsider.get(page(table, "hand-card")).status_code == 404
