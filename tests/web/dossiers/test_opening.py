"""Opening a dossier, and taking over one that was running, on screen."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from expliciet.accounts.models import Appointment
from expliciet.accounts.terms import months_later
from expliciet.dossiers.actions.drafts import keep_draft
from expliciet.dossiers.models import Dossier, Draft, Heading
from expliciet.dossiers.working_names import is_neutral
from tests.factories import AppointmentFactory, Table
from tests.web.dossiers.forms import REDIRECTED, REFUSED, actions, address, send, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def director(table: Table) -> Client:
    client = Client()
    client.force_login(table.director.user)
    return client


def filled(
    table: Table, client: Client, name: str = "open", **more: Any
) -> dict[str, Any]:
    """The form as somebody would send it."""
    page = client.get(address(name))
    today = timezone.localdate()
    return {
        "working_name": page.context["form"].name,
        "ground": "Besluit van de weegploeg (verzonnen).",
        "grounded_on": today.isoformat(),
        "regime": "wet-pga",
        "controller": table.organisation("municipality").pk,
        "phase": "conference",
        "review_on": (today + timedelta(days=30)).isoformat(),
        "deputy": table.deputy.pk,
        "why": "leiden deze tafel (verzonnen)",
    } | more


def test_a_process_director_opens_and_comes_to_its_page(
    table: Table, director: Client
) -> None:
    said = filled(table, director)
    answer = send(director, "open", **said)
    dossier = Dossier.objects.exclude(pk=table.dossier.pk).get()
    assert answer.status_code == REDIRECTED
    assert answer["Location"] == address("detail", dossier.pk)
    assert dossier.working_name == said["working_name"]
    assert "dossier-opened" in actions()


def test_the_page_says_until_when_it_is_kept_and_by_which_rule(
    table: Table, director: Client
) -> None:
    """S57: the term of the house, with its source, before anything is opened."""
    page = director.get(address("open"))
    today = timezone.localdate()
    assert page.context["kept"].until == months_later(today, 60)
    assert "verzonnen besluit" in words(page)


def test_without_that_rule_the_page_says_what_to_do_and_opens_nothing(
    table: Table, director: Client
) -> None:
    table.house.rules.filter(name="dossier-months").delete()
    said = filled(table, director)
    answer = send(director, "open", **said)
    assert answer.status_code == REFUSED
    assert "Hoe lang een dossier wordt bewaard" in words(answer)
    assert "Besluit van de weegploeg (verzonnen)." in words(answer)
    assert Dossier.objects.count() == 1


def test_the_name_is_drawn_and_drawing_again_keeps_what_was_typed(
    table: Table, director: Client
) -> None:
    said = filled(table, director, ground="Zo ver was ik (verzonnen).", review_on="")
    first = said["working_name"]
    assert is_neutral(first)
    names = set()
    for _ in range(5):
        answer = send(director, "open", **said, draw="1")
        assert answer.status_code == 200
        assert "Zo ver was ik (verzonnen)." in words(answer)
        assert "verplicht" not in words(answer)
        names.add(answer.context["form"].name)
    assert all(map(is_neutral, names))
    assert len(names | {first}) > 1
    assert Dossier.objects.count() == 1


def test_a_name_of_ones_own_is_refused_beside_the_name(
    table: Table, director: Client
) -> None:
    said = filled(table, director, working_name="Jan de Verzonnene")
    answer = send(director, "open", **said)
    assert answer.status_code == REFUSED
    assert answer.context["form"].errors["working_name"]
    assert Dossier.objects.count() == 1


def test_a_drafted_name_that_was_taken_meanwhile_is_drawn_anew(
    table: Table, director: Client
) -> None:
    keep_draft(
        "dossiers:open",
        {"working_name": table.dossier.working_name, "ground": "half (verzonnen)"},
        by=table.director.user,
        house=table.house,
        now=timezone.now(),
    )
    page = director.get(address("open"))
    assert "half (verzonnen)" in words(page)
    assert page.context["form"].name != table.dossier.working_name


def test_what_was_typed_is_gone_once_it_was_opened(
    table: Table, director: Client
) -> None:
    director.post(
        "/concept/", {"draft_form": "dossiers:open", "ground": "half (verzonnen)"}
    )
    assert Draft.objects.count() == 1
    send(director, "open", **filled(table, director))
    assert not Draft.objects.exists()


@pytest.mark.parametrize("name", ["open", "take-over"])
@pytest.mark.parametrize(
    "role", [role for role in Appointment.Role if role != "process_director"]
)
def test_for_anybody_else_there_is_no_such_page(
    table: Table, name: str, role: str
) -> None:
    other = AppointmentFactory(organisation=table.organisation("office"), role=role)
    client = Client()
    client.force_login(other.user)
    assert client.get(address(name)).status_code in (403, 404)
    assert send(client, name, ground="x").status_code in (403, 404)
    assert Dossier.objects.count() == 1


def test_without_anybody_who_can_be_deputy_the_page_says_so(
    table: Table, director: Client
) -> None:
    Appointment.objects.filter(pk=table.deputy.pk).delete()
    page = director.get(address("open"))
    assert page.context["nobody"]
    assert "plaatsvervanger" in words(page)


@pytest.mark.parametrize(
    "lacking",
    ["ground", "grounded_on", "regime", "controller", "phase", "review_on", "deputy"],
)
def test_what_is_lacking_is_said_where_it_is_lacking(
    table: Table, director: Client, lacking: str
) -> None:
    answer = send(director, "open", **filled(table, director, **{lacking: ""}))
    assert answer.status_code == REFUSED
    assert list(answer.context["form"].errors) == [lacking]


def test_a_deputy_of_another_house_cannot_be_chosen(
    table: Table, director: Client
) -> None:
    stranger = Table().deputy
    answer = send(director, "open", **filled(table, director, deputy=stranger.pk))
    assert answer.status_code == REFUSED
    assert list(answer.context["form"].errors) == ["deputy"]


def test_a_running_dossier_says_since_when_and_makes_up_nothing(
    table: Table, director: Client
) -> None:
    since = timezone.localdate() - timedelta(days=400)
    said = filled(table, director, "take-over", running_since=since.isoformat())
    answer = send(director, "take-over", **(said | {"running_since": ""}))
    assert list(answer.context["form"].errors) == ["running_since"]
    answer = send(director, "take-over", **said)
    assert answer.status_code == REDIRECTED
    heading = Heading.objects.get(running_since=since)
    assert heading.dossier.records.count() == 1
    assert "dossier-taken-over" in actions()


def test_a_director_of_two_houses_chooses_the_house(
    table: Table, director: Client
) -> None:
    other = Table()
    AppointmentFactory(
        user=table.director.user,
        organisation=other.organisation("office"),
        role=Appointment.Role.PROCESS_DIRECTOR,
    )
    for house in (table.house, other.house):
        page = director.get(address("open"), {"huis": str(house.pk)})
        assert page.context["house"] == house
        assert len(page.context["houses"]) == 1


def test_the_trail_that_cannot_be_written_opens_nothing(
    table: Table, director: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """V9: no act without its line."""
    from django.db import DatabaseError

    from expliciet.audit.models import Line

    said = filled(table, director)

    def fail(*_: Any, **__: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(Line, "save", fail)
    answer = send(director, "open", **said)
    assert answer.status_code == 503
    assert Dossier.objects.count() == 1


def test_what_an_action_says_is_wrong_stands_in_the_form(
    table: Table, director: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from expliciet.web.dossiers import opening

    def refuse(*_: Any, **__: Any) -> None:
        raise ValidationError({"why": "Zeg meer (verzonnen)."})

    said = filled(table, director)
    monkeypatch.setattr(opening, "open_dossier", refuse)
    answer = send(director, "open", **said)
    assert "Zeg meer (verzonnen)." in words(answer)
