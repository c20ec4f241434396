"""Correcting a record: both texts stay, and nothing typed is lost."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Draft, Note, Record
from tests.factories import Table, unlock_all
from tests.web.dossiers.conftest import At
from tests.web.dossiers.looking import of, read, shown

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_a_correction_says_why_and_takes_the_place(table: Table, at: At) -> None:
    police = table.seat("police")
    note = table.note(police, "Dinsdag.")
    client = at(police)
    assert "Dinsdag." in shown(client, of(note, "correct"))
    answer = client.post(of(note, "correct"), {"text": "Woensdag."})
    assert answer.status_code == 422
    assert "Woensdag." in answer.content.decode()
    answer = client.post(
        of(note, "correct"), {"text": "Woensdag.", "why_changed": "agenda nagekeken"}
    )
    assert answer.status_code == 302
    assert Note.objects.current().get().supersedes_id == note.pk
    assert Line.objects.filter(action=Action.RECORD_CORRECTED).count() == 1


def test_the_second_of_two_correctors_sees_both_texts_and_loses_nothing(
    table: Table, at: At
) -> None:
    """V14: no silent overwrite."""
    police, colleague = table.seat("police"), table.seat("police")
    note = table.note(police, "Dinsdag.")
    client = at(colleague)
    correct(
        Note(text="Woensdag.", why_changed="agenda"),
        note,
        by=police,
        now=table.tick(),
    )
    answer = client.post(
        of(note, "correct"),
        {"text": "Donderdag.", "why_changed": "nagevraagd"},
    )
    assert answer.status_code == 422
    words = answer.content.decode()
    for told in ("Dinsdag.", "Woensdag.", "Donderdag.", "nagevraagd"):
        assert told in words
    theirs = Note.objects.current().get()
    assert f'action="{of(theirs, "correct")}"' in words
    client.post(
        of(theirs, "correct"), {"text": "Donderdag.", "why_changed": "nagevraagd"}
    )
    unlock_all(table.dossier)
    assert Note.objects.current().get().text == "Donderdag."
    assert Note.objects.count() == 3


def test_a_draft_of_a_correction_is_not_lost_when_somebody_was_first(
    table: Table, at: At
) -> None:
    """Opened again, it stands beside what the other made of it; said, it is gone."""
    police, colleague = table.seat("police"), table.seat("police")
    note = table.note(police, "Dinsdag.")
    client = at(colleague)
    client.post(
        reverse("drafts:keep"),
        {
            "draft_form": "dossiers:correct",
            "draft_dossier": str(table.dossier.pk),
            "draft_about": str(note.pk),
            "text": "Donderdag.",
        },
    )
    theirs = correct(
        Note(text="Woensdag.", why_changed="agenda"),
        note,
        by=police,
        now=table.tick(),
    )
    words = shown(client, of(note, "correct"))
    assert "Woensdag." in words
    assert "Donderdag." in words
    client.post(
        of(theirs, "correct"), {"text": "Donderdag.", "why_changed": "nagevraagd"}
    )
    assert not Draft.objects.exists()


def test_a_race_for_one_correction_shows_both_texts(
    table: Table, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T15: the other came between our looking and our writing."""
    from expliciet.web.forms import Conversation

    police, colleague = table.seat("police"), table.seat("police")
    note = table.note(police, "Dinsdag.")
    client = at(colleague)
    ours = Conversation.carries_out

    def first_theirs(form: Conversation, *args: Any, **kwargs: Any) -> bool:
        theirs = Note(text="Woensdag.", why_changed="agenda")
        correct(theirs, note, by=police, now=timezone.now())
        return ours(form, *args, **kwargs)

    monkeypatch.setattr(Conversation, "carries_out", first_theirs)
    answer = client.post(
        of(note, "correct"), {"text": "Donderdag.", "why_changed": "nagevraagd"}
    )
    assert answer.status_code == 422
    words = answer.content.decode()
    assert "Woensdag." in words
    assert "Donderdag." in words
    theirs = Note.objects.current().get()
    assert f'action="{of(theirs, "correct")}"' in words


def test_what_was_withdrawn_while_somebody_typed_keeps_what_they_typed(
    table: Table, at: At
) -> None:
    police, colleague = table.seat("police"), table.seat("police")
    note = table.note(police, "Dinsdag.")
    client = at(colleague)
    withdraw(note, "verwisseld", by=police, now=table.tick())
    answer = client.post(
        of(note, "correct"), {"text": "Woensdag.", "why_changed": "agenda"}
    )
    assert answer.status_code == 422
    assert "Woensdag." in answer.content.decode()


def test_whoever_chairs_corrects_what_the_table_said(table: Table, at: At) -> None:
    police = table.seat("police")
    note = table.note(police, "Wij spraken af.")
    client = at(table.chair)
    client.post(
        of(note, "correct"), {"text": "Wij spraken dit af.", "why_changed": "vager"}
    )
    words = read(client, table)
    assert f"opgeschreven door <bdi>{table.chair.who}</bdi>" in words
    assert Note.objects.current().get().organisation == police.organisation


def test_a_person_and_a_heading_are_corrected_on_their_own_page(
    table: Table, at: At
) -> None:
    heading = Record.objects.get(kind="heading")
    answer = at(table.chair).get(of(heading, "correct"))
    assert answer["Location"] == reverse("dossiers:headings", args=[table.dossier.pk])
