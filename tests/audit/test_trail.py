"""A line says who did what, and stands or falls with the deed."""

import json
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from django.db import OperationalError, connection, models, transaction

from expliciet.audit import trail
from expliciet.audit.actions import Action
from expliciet.audit.here import Here, being_here
from expliciet.audit.models import INSTALLATION, Line, Reason
from expliciet.audit.models.line import EXPORTED
from expliciet.audit.trail import (
    CLOCK,
    TERMINAL,
    Identity,
    TrailUnavailable,
    Whereabouts,
    own_transaction,
)
from expliciet.dossiers.models import Note
from expliciet.vault.keyring import keyring, unlock
from expliciet.vault.models import DataKey
from expliciet.vault.trouble import Destroyed, Locked
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

SOMEBODY = Identity(user=uuid4(), organisation=uuid4(), role="partner", house=uuid4())


def test_a_line_tells_who_what_where_and_from_where() -> None:
    with being_here(Here(session="a" * 16, access_point="10.0.0.0/24")) as here:
        line = trail.record(
            Action.NOTE_RECORDED, by=SOMEBODY, at=Whereabouts(SOMEBODY.house, uuid4())
        )
    line.refresh_from_db()
    assert (line.user, line.organisation) == (SOMEBODY.user, SOMEBODY.organisation)
    assert (line.house, line.role) == (SOMEBODY.house, "partner")
    assert (line.trace, line.session) == (here.trace, "a" * 16)
    assert here.lines == 1


@pytest.mark.parametrize("who", [CLOCK, TERMINAL, trail.NOBODY])
def test_what_belongs_to_no_house_stands_in_the_chain_of_the_installation(
    who: Identity,
) -> None:
    assert trail.record(Action.CLOCK_RAN, by=who).house == INSTALLATION


def test_an_action_that_is_not_on_the_list_cannot_be_recorded() -> None:
    with pytest.raises(ValueError, match="looked-around"):
        trail.record("looked-around")  # type: ignore[arg-type]


def test_a_deed_and_its_line_are_there_together_or_not_at_all() -> None:
    """V9: undone is undone, in the trail as well."""
    table = Table()
    police = table.seat("police")
    lines = Line.objects.count()
    with transaction.atomic():
        table.note(police)
        transaction.set_rollback(True)
    assert (Note.objects.count(), Line.objects.count()) == (0, lines)
    table.note(police)
    assert (Note.objects.count(), Line.objects.count()) == (1, lines + 1)


def test_where_the_line_cannot_be_written_nothing_was_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """V20: a full disk, say."""
    table = Table()

    def full(*_: object, **__: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(Line, "save", full)
    with pytest.raises(TrailUnavailable):
        table.note(table.chair)
    assert not Note.objects.exists()


def test_every_action_fits_in_its_column() -> None:
    assert max(map(len, Action)) <= (Line._meta.get_field("action").max_length or 0)


@pytest.mark.django_db(transaction=True)
def test_a_line_in_its_own_transaction_stands_whatever_comes_after() -> None:
    with own_transaction():
        trail.record(Action.REFUSED, allowed=False, rule="record.say")
    with transaction.atomic():
        transaction.set_rollback(True)
    line = Line.objects.get()
    assert (line.allowed, line.rule) == (False, "record.say")


@pytest.mark.django_db(transaction=True)
def test_within_another_transaction_it_would_not_stand_so_that_is_refused() -> None:
    with (
        pytest.raises(RuntimeError, match="durable"),
        transaction.atomic(),
        own_transaction(),
    ):
        pass


@pytest.mark.django_db(transaction=True)
def test_a_commit_that_fails_is_a_trail_that_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full() -> None:
        raise OperationalError("database or disk is full")

    def refuse() -> None:
        with own_transaction():
            trail.record(Action.REFUSED, allowed=False)
            monkeypatch.setattr(connection, "_commit", full)

    with pytest.raises(TrailUnavailable):
        refuse()
    monkeypatch.undo()
    assert not Line.objects.exists()


def test_the_words_of_a_reason_stand_beside_the_line_and_its_hash_in_it() -> None:
    line = trail.record(Action.PURPOSE_STATED, by=SOMEBODY, reason="kanarie")
    reason = Reason.objects.get(line=line)
    assert reason.words == "kanarie"
    assert reason.is_true
    assert b"kanarie" not in line.exported()
    other = trail.record(Action.PURPOSE_STATED, by=SOMEBODY, reason="kanarie")
    assert other.reason_hash != line.reason_hash, "each hash is salted"
    assert not trail.record(Action.PURPOSE_STATED, by=SOMEBODY).reason_hash


def test_whoever_gives_a_reason_reads_no_reasons_of_others() -> None:
    theirs = trail.record(Action.PURPOSE_STATED, by=SOMEBODY, reason="van een ander")
    with keyring():
        mine = trail.record(Action.PURPOSE_STATED, by=SOMEBODY, reason="van mij")
        assert Reason.objects.get(line=mine).words == "van mij"
        with pytest.raises(Locked):
            _ = Reason.objects.get(line=theirs).words


def test_emptying_the_words_takes_away_what_they_could_be_guessed_from() -> None:
    line = trail.record(Action.PURPOSE_STATED, by=SOMEBODY, reason="kanarie")
    before = Line.objects.get().exported()
    assert Reason.objects.filter(line=line).empty() == 1
    emptied = Reason.objects.get()
    assert emptied.words is None
    assert bytes(emptied.salt) == b""
    assert not emptied.is_true
    assert Line.objects.get().exported() == before


def test_a_reason_goes_with_the_keys_of_its_dossier() -> None:
    dossier = uuid4()
    trail.record(
        Action.PURPOSE_STATED,
        by=SOMEBODY,
        at=Whereabouts(SOMEBODY.house, dossier),
        reason="kanarie",
    )
    assert DataKey.objects.of_scope(dossier).delete()[0] == 1
    with keyring():
        unlock(dossier, ["reasons"])
        with pytest.raises(Destroyed):
            _ = Reason.objects.get().words


def test_what_is_exported_is_one_canonical_line() -> None:
    line = trail.record(Action.NOTE_RECORDED, by=SOMEBODY, rule="é\n\u2028")
    told = Line.objects.get(pk=line.pk).exported()
    assert told == line.exported(), "the same before and after the database"
    assert b"\n" not in told
    read = json.loads(told)
    assert set(read) == set(EXPORTED)
    assert read["house"] == str(SOMEBODY.house)
    assert (
        told
        == json.dumps(
            read, sort_keys=True, separators=(",", ":"), ensure_ascii=False
        ).encode()
    )


GOLDEN = (
    b'{"access_point":"192.0.2.0/24","action":"note-recorded","allowed":true,'
    b'"at":"2026-11-25T12:00:00.000007Z","auth_level":"password+totp",'
    b'"circle":"00000000-0000-0000-0000-000000000006","count":1,'
    b'"dossier":"00000000-0000-0000-0000-000000000005",'
    b'"house":"00000000-0000-0000-0000-000000000002",'
    b'"id":"00000000-0000-0000-0000-000000000001","object_id":null,'
    b'"object_type":"dossiers.note","on_behalf_of":null,'
    b'"organisation":"00000000-0000-0000-0000-000000000004",'
    b'"purpose":"overleg \xc3\xa9n \\"meer\\"","reason_hash":"","role":"partner",'
    b'"rule":"","seat":null,"session":"","span":"bbbbbbbbbbbbbbbb",'
    b'"trace":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",'
    b'"user":"00000000-0000-0000-0000-000000000003"}'
)


def test_a_line_that_was_chained_stays_the_same_for_ever() -> None:
    """T29: a column that is added later is left out of lines in which it is empty."""
    line = Line(
        id=UUID(int=1),
        at=datetime(2026, 11, 25, 12, 0, 0, 7, tzinfo=UTC),
        house=UUID(int=2),
        user=UUID(int=3),
        organisation=UUID(int=4),
        dossier=UUID(int=5),
        circle=UUID(int=6),
        trace="a" * 32,
        span="b" * 16,
        role="partner",
        auth_level="password+totp",
        access_point="192.0.2.0/24",
        action=Action.NOTE_RECORDED,
        object_type="dossiers.note",
        purpose='overleg én "meer"',
    )
    assert line.exported() == GOLDEN
    line.save(force_insert=True)
    assert Line.objects.get(pk=line.pk).exported() == GOLDEN


def test_every_column_of_a_line_is_exported() -> None:
    """What is not exported is not chained, and could be changed unseen."""
    assert {field.name for field in Line._meta.concrete_fields} == set(EXPORTED)


def test_no_column_of_a_line_is_free_text() -> None:
    """V12: identifiers, closed lists and hashes; nothing that could hold a case."""
    for field in Line._meta.concrete_fields:
        assert not isinstance(field, models.TextField), field.name
        assert (getattr(field, "max_length", None) or 0) <= 64, field.name
