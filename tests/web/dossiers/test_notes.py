"""Saying something: the text, who hears it, and for whom."""

import pytest
from django.test import Client
from django.urls import reverse

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.models import Circle, Draft, Note, Seat
from tests.factories import Table, unlock_all
from tests.web.dossiers.conftest import At
from tests.web.dossiers.looking import read, shown

pytestmark = pytest.mark.django_db


def form_of(table: Table) -> str:
    return reverse("dossiers:note", args=[table.dossier.pk])


def choice(client: Client, table: Table, kind: str) -> str:
    """The circle as the form offers it, with the table as it stands now."""
    words = shown(client, form_of(table))
    values = [part.partition('"')[0] for part in words.split('name="hears" value="')]
    return next(value for value in values if value.startswith(kind))


def test_the_form_names_who_will_hear_it(table: Table, at: At) -> None:
    """N25: for each circle the organisations, and who else can read it later."""
    police = table.seat("police")
    table.seat("onderwijs")
    words = shown(at(police), form_of(table))
    for organisation in table.house.organisations.filter(seats__isnull=False):
        assert organisation.name in words
    assert "Wie kan dit later lezen?" in words
    assert Line.objects.filter(action=Action.DOSSIER_READ).count() == 1


def test_a_note_is_said_in_the_circle_that_was_chosen(table: Table, at: At) -> None:
    police, school = table.seat("police"), table.seat("onderwijs")
    client = at(police)
    chosen = choice(client, table, Circle.Kind.CORE)
    answer = client.post(form_of(table), {"text": "Voor de kern.", "hears": chosen})
    note = Note.objects.get()
    assert answer["Location"].endswith(f"#{note.reference}")
    assert note.circle.kind == Circle.Kind.CORE
    assert "Voor de kern." in read(client, table)
    assert "Voor de kern." not in read(at(school), table)
    assert Line.objects.filter(action=Action.NOTE_RECORDED, seat=police.pk).exists()


def test_with_whom_one_shares_is_never_chosen_beforehand(table: Table, at: At) -> None:
    client = at(table.seat("police"))
    assert "checked" not in shown(client, form_of(table))
    answer = client.post(form_of(table), {"text": "Zonder kring."})
    assert answer.status_code == 422
    assert "Zonder kring." in answer.content.decode()
    assert not Note.objects.exists()


def test_what_is_wrong_is_told_above_with_the_way_to_it(table: Table, at: At) -> None:
    """WCAG 3.3.1: a list that has the focus, and leads to each field."""
    answer = at(table.seat("police")).post(form_of(table), {"text": ""})
    page = answer.content.decode()
    above = page.partition('role="alert" tabindex="-1" autofocus>')[2]
    told = above.partition("</ul>")[0]
    for field in ("id_text", "id_hears"):
        assert f'href="#{field}"' in told
        assert f'id="{field}"' in above


def test_organisations_are_named_one_by_one(table: Table, at: At) -> None:
    police = table.seat("police")
    school, care = table.seat("onderwijs"), table.seat("GGZ")
    client = at(police)
    client.post(
        form_of(table),
        {
            "text": "Voor school.",
            "hears": choice(client, table, Circle.Kind.NAMED),
            "named": [str(school.organisation_id)],
        },
    )
    assert "Voor school." in read(at(school), table)
    assert "Voor school." not in read(at(care), table)


def test_nobody_who_sat_down_meanwhile_hears_it_unseen(table: Table, at: At) -> None:
    """N25: what was shown is what counts; the text stays in the form."""
    client = at(table.seat("police"))
    chosen = choice(client, table, Circle.Kind.TABLE)
    table.seat("onderwijs")
    answer = client.post(form_of(table), {"text": "Voor wie er was.", "hears": chosen})
    assert answer.status_code == 422
    assert "Voor wie er was." in answer.content.decode()
    assert not Note.objects.exists()


def test_what_a_guest_says_is_written_down_by_who_chairs(table: Table, at: At) -> None:
    guest = table.guest("onderwijs")
    client = at(table.chair)
    client.post(
        form_of(table),
        {
            "text": "Hij kwam niet.",
            "on_behalf_of": str(guest.pk),
            "hears": choice(client, table, Circle.Kind.TABLE),
        },
    )
    note = Note.objects.get()
    assert note.on_behalf_of == guest
    assert note.organisation == guest.organisation
    line = Line.objects.get(action=Action.NOTE_RECORDED)
    assert line.on_behalf_of == guest.pk


def test_a_guest_hears_what_stands_in_their_name(table: Table, at: At) -> None:
    guest = table.guest("onderwijs")
    answer = at(table.chair).post(
        form_of(table),
        {"text": "Hij kwam niet.", "on_behalf_of": str(guest.pk), "hears": "own"},
    )
    assert answer.status_code == 422
    words = answer.content.decode()
    assert "De gast hoort dit zelf niet." in words
    assert "Hij kwam niet." in words


def test_a_participant_speaks_for_nobody_else(table: Table, at: At) -> None:
    """V7: a field that is not offered changes nothing."""
    guest, police = table.guest("onderwijs"), table.seat("police")
    client = at(police)
    assert "on_behalf_of" not in shown(client, form_of(table))
    client.post(
        form_of(table),
        {"text": "Van ons.", "on_behalf_of": str(guest.pk), "hears": "own"},
    )
    note = Note.objects.get()
    assert note.on_behalf_of is None
    assert note.organisation == police.organisation


@pytest.mark.parametrize("words", ["met \0 erin", "x" * 200_001, " \n "])
def test_what_cannot_be_kept_stays_in_the_form(
    table: Table, at: At, words: str
) -> None:
    """NUL, too long, nothing: a clear sentence, and nothing half done."""
    police = table.seat("police")
    answer = at(police).post(form_of(table), {"text": words, "hears": "own"})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not Note.objects.exists()
    assert not Circle.objects.filter(kind=Circle.Kind.OWN).exists()


def test_a_text_in_every_writing_comes_back_as_it_was(table: Table, at: At) -> None:
    """T8: names in any script, marks of direction, and letters nobody draws."""
    police = table.seat("police")
    words = (
        "Ĳsbrand, יוסף, مريم\u200f, İlkay, 👨‍👩‍👧, \u202eomgekeerd\u202c, ﷽, Zoe\u0308"
    )
    client = at(police)
    client.post(form_of(table), {"text": words, "hears": "own"})
    unlock_all(table.dossier)
    assert Note.objects.get().text == words
    assert words in read(client, table)


def test_a_draft_stands_in_the_form_until_it_is_said(table: Table, at: At) -> None:
    police = table.seat("police")
    client = at(police)
    client.post(
        reverse("drafts:keep"),
        {
            "draft_form": "dossiers:note",
            "draft_dossier": str(table.dossier.pk),
            "draft_about": "",
            "text": "Half gezegd.",
            "hears": "own",
        },
    )
    words = shown(client, form_of(table))
    assert "Half gezegd." in words
    assert words.count("checked") == 1
    client.post(form_of(table), {"text": "Heel gezegd.", "hears": "own"})
    assert not Draft.objects.exists()


def test_an_outsider_finds_no_form(table: Table, at: At) -> None:
    elsewhere = Table(now=table.now)
    client = at(elsewhere.chair)
    assert client.get(form_of(table)).status_code == 404
    answer = client.post(form_of(table), {"text": "Van buiten.", "hears": "own"})
    assert answer.status_code == 404
    assert not Note.objects.exists()


def test_a_seat_that_ended_while_somebody_typed_says_nothing(
    table: Table, at: At
) -> None:
    """V8."""
    police = table.seat("police")
    client = at(police)
    Seat.objects.filter(pk=police.pk).update(left_at=table.tick())
    answer = client.post(form_of(table), {"text": "Te laat.", "hears": "own"})
    assert answer.status_code == 404
    assert not Note.objects.exists()
