"""The purpose of today: asked once, before anything is read."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import HouseRule
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.models import Opening
from tests.factories import Table
from tests.web.dossiers.conftest import PURPOSE, At
from tests.web.dossiers.looking import page_of, shown

pytestmark = pytest.mark.django_db


def ask(table: Table, onward: str = "") -> str:
    page = reverse("dossiers:purpose", args=[table.dossier.pk])
    return f"{page}?next={onward}" if onward else page


def state(client: Client, table: Table, **typed: str) -> str:
    answer = client.post(ask(table), {"purpose": PURPOSE, **typed})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_it_is_asked_once_a_day_and_leads_on(table: Table, at: At) -> None:
    """V13."""
    client = at(table.seat("police"), purpose="")
    first = client.get(page_of(table, deel="tafel"))
    assert first.status_code == 302
    assert client.get(first["Location"]).status_code == 200
    onward = page_of(table, deel="tafel")
    assert state(client, table, next=onward, words="voor dinsdag") == onward
    assert client.get(onward).status_code == 200
    assert client.get(ask(table)).status_code == 302
    line = Line.objects.get(action=Action.PURPOSE_STATED)
    assert line.purpose == PURPOSE
    assert "dinsdag" not in line.exported().decode()


def test_the_list_is_that_of_the_house_and_the_last_choice_is_proposed(
    table: Table, at: At
) -> None:
    police = table.seat("police")
    client = at(police, purpose="uitvoeren wat is afgesproken")
    Opening.objects.update(day="2026-01-01")
    words = shown(client, ask(table))
    assert words.count('name="purpose"') == 2
    assert 'value="uitvoeren wat is afgesproken"' in words
    assert words.count("checked") == 1


def test_a_purpose_of_ones_own_making_opens_nothing(table: Table, at: At) -> None:
    client = at(table.seat("police"), purpose="")
    answer = client.post(ask(table), {"purpose": "nieuwsgierig"})
    assert answer.status_code == 422
    assert not Opening.objects.exists()


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://elders.example/",
        "//elders.example/",
        "javascript:alert(1)",
        "/\\elders",
    ],
)
def test_it_never_leads_elsewhere(table: Table, at: At, elsewhere: str) -> None:
    client = at(table.seat("police"), purpose="")
    assert state(client, table, next=elsewhere) == page_of(table)


def test_without_the_rule_of_the_house_it_says_who_can_set_it(
    table: Table, at: At
) -> None:
    client = at(table.seat("police"), purpose="")
    HouseRule.objects.filter(name="purposes").delete()
    answer = client.get(ask(table))
    assert answer.status_code == 409
    assert "procesregisseur" in answer.content.decode()


def test_an_outsider_is_asked_nothing(table: Table, at: At) -> None:
    elsewhere = Table(now=table.now)
    assert at(elsewhere.chair, purpose="").get(ask(table)).status_code == 404


def test_what_was_typed_when_the_day_turned_is_found_again(
    table: Table, at: At
) -> None:
    """Nothing typed is lost: asked anew after a day, the text stands in the form."""
    police = table.seat("police")
    client = at(police)
    Opening.objects.update(
        at=timezone.localtime() - timedelta(hours=25), day="2026-01-01"
    )
    note = reverse("dossiers:note", args=[table.dossier.pk])
    answer = client.post(note, {"text": "Net niet op tijd.", "hears": "own"})
    assert answer.status_code == 302
    state(client, table)
    assert "Net niet op tijd." in shown(client, note)
