"""How sessions are kept: sealed, under a hash, and never brought back (C8, T4)."""

from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import connection
from django.utils import timezone

from expliciet.accounts.actions.sessions import begin_session
from expliciet.accounts.models import Session
from expliciet.accounts.sessions import SessionStore, row_of
from tests.factories import AppointmentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

NOON = datetime.fromisoformat("2026-03-02T12:00:00+00:00")


def stored(**words: object) -> SessionStore:
    """A session that a browser has, with these words in it."""
    store = SessionStore()
    store.update(words)
    store.save()
    return store


def test_a_stolen_table_gives_no_session_and_no_words() -> None:
    """T4: neither the key nor what was kept with it stands in the database."""
    store = stored(canary="kanarie in een sessie")
    key = store.session_key
    assert key
    table = Session._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        kept = repr(cursor.fetchall())
    assert key not in kept
    assert "kanarie" not in kept
    in_row = row_of(key).bytes
    assert not any(key[at : at + 3].encode() in in_row for at in range(len(key) - 2))
    assert SessionStore(key)["canary"] == "kanarie in een sessie"


def test_a_made_up_key_opens_nothing() -> None:
    stored(word="geheim")
    made_up = SessionStore("a" * 32)
    assert made_up.get("word") is None
    assert made_up.session_key is None


def test_the_identifier_of_a_row_is_no_key() -> None:
    store = stored(word="geheim")
    assert store.row is not None
    for guess in (store.row.pk.hex, str(store.row.pk), store.row.mark):
        assert SessionStore(guess).get("word") is None


def test_a_session_moved_to_another_row_does_not_open(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """V19: what is sealed for one session is nothing in another."""
    mine, theirs = stored(word="mijn"), stored(word="hun")
    table = Session._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET data = (SELECT data FROM {table} WHERE id = %s) "
            "WHERE id = %s",
            [
                Session._meta.pk.get_db_prep_value(key_row(store), connection)
                for store in (theirs, mine)
            ],
        )
    assert SessionStore(mine.session_key).get("word") is None
    assert "does not open" in caplog.text


def key_row(store: SessionStore) -> object:
    return row_of(store.session_key or "")


def test_a_new_key_takes_the_place_of_the_old_one_and_no_younger() -> None:
    user = AppointmentFactory().user
    store = stored(word="blijft")
    begin_session(store.row, user=user, now=NOON)  # type: ignore[arg-type]
    old = store.session_key
    store.cycle_key()
    store.save()
    assert store.session_key != old
    assert SessionStore(old).get("word") is None
    again = SessionStore(store.session_key)
    assert again.row is None
    assert Session.objects.get().begun_at == NOON
    assert Session.objects.get().user == user


def test_what_was_ended_does_not_come_back_by_saving() -> None:
    """V8: a page that was under way when the session ended brings nothing back."""
    store = stored(word="een")
    Session.objects.all().delete()
    store["word"] = "twee"
    with pytest.raises(UpdateError):
        store.save()
    with pytest.raises(SessionInterrupted):
        store.cycle_key()
    assert not Session.objects.exists()


def test_a_sign_of_life_is_written_once_a_minute(
    django_assert_num_queries: object,
) -> None:
    store = stored()
    row = store.row
    assert row is not None
    soon, later = timedelta(seconds=59), timedelta(seconds=61)
    begun_at = row.seen_at
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert store.seen(begun_at + soon)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert store.seen(begun_at + later)
    assert Session.objects.get().seen_at == begun_at + later


def test_no_sign_of_life_from_what_was_ended() -> None:
    store = stored()
    Session.objects.all().delete()
    assert not store.seen(timezone.localtime() + timedelta(minutes=2))


def test_what_was_left_is_taken_away_by_the_clock() -> None:
    live, left = stored(), stored()
    Session.objects.filter(pk=key_row(left)).update(expires_at=timezone.now())
    SessionStore.clear_expired()
    assert list(Session.objects.values_list("pk", flat=True)) == [key_row(live)]
