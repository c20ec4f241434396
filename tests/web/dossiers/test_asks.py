"""What a dossier asks, and nothing that is not so."""

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.dossiers.actions.withdrawing import pass_on
from expliciet.dossiers.models import Circle, Seat
from tests.casework.approach import exit_criterion, told
from tests.factories import Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.looking import page_of, read

pytestmark = pytest.mark.django_db


def test_what_is_due_and_what_is_lacking_is_asked(table: Table, at: At) -> None:
    """Nothing is asked that is not so."""
    client = at(table.chair)
    exit_criterion(table)
    told(table)
    assert "Hier wacht niets op u." in read(client, table)
    table.dossier.review_on = timezone.localdate()
    table.dossier.save()
    end = table.substitute
    Seat.objects.filter(pk=end.pk).update(left_at=table.tick())
    words = read(client, table)
    assert "aan de beurt: gaat dit dossier door" in words
    assert "geen plaatsvervangend voorzitter" in words
    assert "Hier wacht niets op u." not in words


def test_whoever_spoke_before_somebody_came_is_asked_to_pass_on(
    table: Table, at: At
) -> None:
    """N26: asked of what the whole table heard, never of a smaller circle."""
    police = table.seat("police")
    shared = table.note(police, "voor de hele tafel")
    table.note(police, "voor onszelf", circle=Circle.Kind.OWN)
    school = table.seat("onderwijs")
    client = at(police)
    words = read(client, table)
    assert "hoort 1 stuk niet" in words
    asked = {"hoort-niet": str(school.organisation_id)}
    chosen = read(client, table, **asked)
    assert "voor de hele tafel" in chosen
    pass_on(shared, school.organisation, by=police, now=table.tick())
    assert "hoort 1 stuk niet" not in read(client, table)


def test_a_draft_is_found_again_from_the_dossier_and_thrown_away(
    table: Table, at: At
) -> None:
    police = table.seat("police")
    client = at(police)
    kept = {
        "draft_form": "dossiers:note",
        "draft_dossier": str(table.dossier.pk),
        "draft_about": "",
    }
    client.post(reverse("drafts:keep"), {**kept, "text": "half gezegd"})
    words = read(client, table)
    assert "een notitie" in words
    assert reverse("dossiers:note", args=[table.dossier.pk]) in words
    assert "half gezegd" not in words
    back = client.post(reverse("drafts:drop"), {**kept, "next": page_of(table)})
    assert back["Location"] == page_of(table)
    assert "Schrijf verder" not in read(client, table)
