"""The head of a dossier on screen: its course, and changing it with a reason."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from expliciet.dossiers.actions.opening_dossiers import change_heading
from expliciet.dossiers.models import Dossier, Heading
from expliciet.dossiers.working_names import is_neutral
from tests.factories import Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import (
    REDIRECTED,
    REFUSED,
    address,
    last_line,
    send,
    words,
)

pytestmark = pytest.mark.django_db


def now_holding(table: Table) -> Heading:
    return Heading.objects.get(dossier=table.dossier, superseded_by=None)


def said(table: Table, **more: Any) -> dict[str, Any]:
    """The form as somebody would send it, with one thing changed."""
    old = now_holding(table)
    return {
        "working_name": old.working_name,
        "phase": "monitoring",
        "review_on": old.review_on.isoformat(),
        "regime": old.regime,
        "controller": old.controller_id,
        "ground": "Besluit van de weegploeg (verzonnen).",
        "grounded_on": old.grounded_on.isoformat(),
        "why_changed": "de aanpak loopt (verzonnen)",
    } | more


def test_a_change_is_made_with_a_reason_and_both_stay(table: Table, at: At) -> None:
    client, old = at(table.chair), now_holding(table)
    answer = send(client, "change-heading", table.dossier.pk, old.pk, **said(table))
    assert answer.status_code == REDIRECTED
    assert Dossier.objects.get(pk=table.dossier.pk).phase == "monitoring"
    page = client.get(address("headings", table.dossier.pk))
    assert "de aanpak loopt (verzonnen)" in words(page)
    newest, first = page.context["steps"]
    assert [(each.old, each.new) for each in newest.changes] == [
        ("casusoverleg", "monitoren")
    ]
    assert first.changes == []
    assert last_line().action == "dossier-read"


def test_the_form_begins_with_what_holds_now(table: Table, at: At) -> None:
    old = now_holding(table)
    page = at(table.chair).get(address("change-heading", table.dossier.pk, old.pk))
    form = page.context["form"]
    assert form["phase"].value() == "conference"
    assert form["controller"].value() == old.controller_id
    assert form.name == table.dossier.working_name
    assert old.review_on.isoformat() in words(page)


@pytest.mark.parametrize("lacking", ["why_changed", "ground", "review_on", "phase"])
def test_what_is_lacking_is_said_where_it_is_lacking(
    table: Table, at: At, lacking: str
) -> None:
    old = now_holding(table)
    answer = send(
        at(table.chair),
        "change-heading",
        table.dossier.pk,
        old.pk,
        **said(table, **{lacking: ""}),
    )
    assert answer.status_code == REFUSED
    assert list(answer.context["form"].errors) == [lacking]


def test_changing_nothing_is_no_change(table: Table, at: At) -> None:
    old = now_holding(table)
    same = said(table, phase=old.phase)
    answer = send(at(table.chair), "change-heading", table.dossier.pk, old.pk, **same)
    assert answer.status_code == REFUSED
    assert Heading.objects.filter(dossier=table.dossier).count() == 1


def test_another_name_is_drawn_and_the_rest_stays_as_typed(
    table: Table, at: At
) -> None:
    old = now_holding(table)
    typed = said(table, why_changed="half (verzonnen)", draw="1")
    answer = send(at(table.chair), "change-heading", table.dossier.pk, old.pk, **typed)
    assert answer.status_code == 200
    assert "half (verzonnen)" in words(answer)
    assert answer.context["form"].name != table.dossier.working_name
    assert is_neutral(answer.context["form"].name)
    assert answer.context["form"]["phase"].value() == "monitoring"


def test_whoever_came_second_reads_both(table: Table, at: At) -> None:
    """V14: sent from a page that was opened before somebody else changed it."""
    old = now_holding(table)
    first = said(table, why_changed="eerst (verzonnen)")
    send(at(table.chair), "change-heading", table.dossier.pk, old.pk, **first)
    late = said(table, phase="closed", why_changed="ook ik (verzonnen)")
    answer = send(
        at(table.substitute), "change-heading", table.dossier.pk, old.pk, **late
    )
    assert answer.status_code == REFUSED
    assert "eerst (verzonnen)" in words(answer)
    assert "ook ik (verzonnen)" in words(answer)
    newer = now_holding(table)
    assert newer.phase == "monitoring"
    assert address("change-heading", table.dossier.pk, newer.pk) in words(answer)


def test_what_came_first_is_shown_also_where_it_came_during_this_request(
    table: Table, at: At
) -> None:
    """V14: recorded on a machine whose clock is a little ahead of this one."""
    old = now_holding(table)
    ahead = timezone.localtime() + timedelta(minutes=2)
    first = table.heading()
    first.working_name, first.why_changed = old.working_name, "eerst (verzonnen)"
    first.phase = "monitoring"
    change_heading(first, old, by=table.chair, now=ahead)
    late = said(table, phase="closed", why_changed="ook ik (verzonnen)")
    answer = send(
        at(table.substitute), "change-heading", table.dossier.pk, old.pk, **late
    )
    assert answer.status_code == REFUSED
    assert "eerst (verzonnen)" in words(answer)
    assert "ook ik (verzonnen)" in words(answer)


def test_only_whoever_chairs_changes_and_everybody_reads(table: Table, at: At) -> None:
    police, old = table.seat("police"), now_holding(table)
    client = at(police)
    assert client.get(address("headings", table.dossier.pk)).status_code == 200
    for answer in (
        client.get(address("change-heading", table.dossier.pk, old.pk)),
        send(client, "change-heading", table.dossier.pk, old.pk, **said(table)),
    ):
        assert answer.status_code == 403
    assert last_line().rule == "heading.change"


def test_a_heading_of_another_dossier_is_not_there(table: Table, at: At) -> None:
    elsewhere = now_holding(Table())
    page = at(table.chair).get(
        address("change-heading", table.dossier.pk, elsewhere.pk)
    )
    assert page.status_code == 404
