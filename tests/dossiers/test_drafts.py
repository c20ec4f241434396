"""Drafts: nothing typed is lost, nothing half-said is a record."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.refusal import Refused
from expliciet.audit.models import Line
from expliciet.dossiers.actions.drafts import drop_draft, keep_draft
from expliciet.dossiers.actions.seats import end_seat, invite
from expliciet.dossiers.models import Draft, Record, Seat
from expliciet.vault.keyring import keyring
from expliciet.vault.trouble import Locked
from tests.factories import Table
from tests.proofs.racing import race

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

FORM = "dossiers:note"


def kept(table: Table, by: Seat, text: str = "half", **more: Any) -> Draft:
    assert by.user is not None
    where = {"form": FORM, "dossier": table.dossier, "now": table.tick()} | more
    form = where.pop("form")
    return keep_draft(form, {"text": text}, by=by.user, house=table.house, **where)


def test_what_is_typed_is_kept_without_a_line_or_a_record() -> None:
    table = Table()
    police = table.seat("police")
    before = Line.objects.count(), Record.objects.count()
    draft = kept(table, police)
    assert draft.fields == {"text": "half"}
    assert (Line.objects.count(), Record.objects.count()) == before


def test_what_was_typed_last_stays_and_each_form_has_its_own() -> None:
    table = Table()
    police = table.seat("police")
    kept(table, police, "eerst")
    kept(table, police, "later")
    kept(table, police, "over een ander stuk", about=table.dossier.pk)
    kept(table, police, "zonder dossier", dossier=None)
    assert sorted(draft.fields["text"] for draft in Draft.objects.all()) == [
        "later",
        "over een ander stuk",
        "zonder dossier",
    ]


def test_a_draft_is_its_writers_alone() -> None:
    """Sealed for one person: no colleague, and not who chairs."""
    table = Table()
    police, beside = table.seat("police"), table.seat("police")
    draft = kept(table, police)
    today = timezone.localdate(table.now)
    for other in (beside, table.chair):
        assert other.user is not None
        assert not Draft.objects.visible_to(other.user, today).exists()
        with keyring():
            other.unlock(table.tick())
            with pytest.raises(Locked):
                _ = Draft.objects.get(pk=draft.pk).fields
    assert police.user is not None
    assert list(Draft.objects.visible_to(police.user, today)) == [draft]


def test_a_draft_ends_by_the_rule_of_the_house() -> None:
    """V17: counted from the last time somebody typed in it."""
    table = Table()
    police = table.seat("police")
    draft = kept(table, police)
    today = timezone.localdate(table.now)
    assert draft.ends_on == today + timedelta(days=30)
    assert police.user is not None
    after = draft.ends_on + timedelta(days=1)
    assert not Draft.objects.visible_to(police.user, after).exists()


def test_whoever_left_the_table_no_longer_finds_what_was_begun_there() -> None:
    """V8: also where the words are one's own; sitting down again brings it back."""
    table = Table()
    police = table.seat("police")
    kept(table, police)
    elsewhere = kept(table, police, dossier=None)
    end_seat(police, "klaar", by=table.chair, now=table.tick())
    assert police.user is not None
    today = timezone.localdate(table.now)
    assert list(Draft.objects.visible_to(police.user, today)) == [elsewhere]
    again = Seat(user=police.user, organisation=police.organisation, why="toch weer")
    invite(again, by=table.chair, now=table.tick())
    assert Draft.objects.visible_to(police.user, today).count() == 2


def test_whoever_has_no_seat_keeps_nothing_there() -> None:
    table = Table()
    stranger, police = Table().chair, table.seat("police")
    end_seat(police, "klaar", by=table.chair, now=table.tick())
    for by in (stranger, police):
        with pytest.raises(Refused):
            kept(table, by)
    assert not Draft.objects.exists()


def test_a_draft_that_was_said_is_gone() -> None:
    table = Table()
    police = table.seat("police")
    kept(table, police)
    assert police.user is not None
    assert drop_draft(FORM, by=police.user, dossier=table.dossier) == 1
    assert drop_draft(FORM, by=police.user, dossier=table.dossier) == 0


def test_a_megabyte_is_refused_and_what_was_kept_before_stays() -> None:
    table = Table()
    police = table.seat("police")
    kept(table, police, "eerst")
    with pytest.raises(ValidationError):
        kept(table, police, "x" * 1_000_001)
    assert Draft.objects.get().fields == {"text": "eerst"}


@pytest.mark.parametrize("text", ["Şöyle", "نص", "\u202e", "a\r\nb", "🧑‍🏫", "a\0b"])
def test_what_is_typed_comes_back_as_it_was(text: str) -> None:
    """A sign that cannot be recorded is no reason to lose a draft."""
    table = Table()
    police = table.seat("police")
    assert kept(table, police, text).fields == {"text": text}


@pytest.mark.django_db(transaction=True)
def test_two_windows_that_begin_at_once_keep_one_draft() -> None:
    """T15: neither runs into a fault."""
    table = Table()
    police = table.seat("police")
    now = table.tick()

    def begin(text: str) -> Any:
        return lambda: kept(table, police, text, now=now)

    outcomes = race(*(begin(text) for text in "abcd"))
    assert all(isinstance(outcome, Draft) for outcome in outcomes), outcomes
    police.unlock(table.tick())
    assert Draft.objects.get().fields["text"] in set("abcd")
