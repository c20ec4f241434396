"""A disk that fills up in the middle: all of it, or nothing, and then on again."""

import pytest
from django.db import OperationalError, connection

from expliciet.audit import trail
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.audit.trail import TrailUnavailable, own_transaction
from expliciet.dossiers.models import Note
from expliciet.vault.keyring import keyring
from tests.factories import Table, unlock_all

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "Een verzonnen notitie die veel bladzijden van de schijf vraagt. " * 1_000


@pytest.fixture(autouse=True)
def only_where_a_disk_can_be_bounded() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no bound for one database")


def room(pages: int | None) -> None:
    """Let the database grow by so many pages, and no more.

    What other tests left free goes first, or it would be room as well.
    """
    with connection.cursor() as cursor:
        if pages is not None:
            cursor.execute("VACUUM")
        cursor.execute("PRAGMA page_count")
        (used,) = cursor.fetchone()
        bound = 2**30 if pages is None else used + pages
        cursor.execute(f"PRAGMA max_page_count = {bound}")


def kept() -> tuple[int, int]:
    notes = Line.objects.filter(action=Action.NOTE_RECORDED).count()
    return Note.objects.count(), notes


def test_a_deed_is_there_with_its_line_or_neither_is() -> None:
    """V9, V20: tried with ever more room, until it fits."""
    table = Table()
    table.note(table.chair)
    failed = 0
    for pages in range(0, 60, 3):
        before = kept()
        room(pages)
        try:
            table.note(table.chair, LONG)
            break
        except (TrailUnavailable, OperationalError):
            failed += 1
            assert kept() == before
        finally:
            room(None)
    assert kept() == (before[0] + 1, before[1] + 1)
    assert failed >= 3, "the disk really was full"
    table.note(table.chair, "en daarna gaat het weer")
    with keyring():
        unlock_all(table.dossier)
        texts = [note.text for note in Note.objects.all()]
    assert "en daarna gaat het weer" in texts
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        assert cursor.fetchone() == ("ok",)


def test_without_room_for_its_line_nothing_is_shown() -> None:
    lines = 0
    room(0)
    try:
        while lines < 1_000:
            try:
                with own_transaction():
                    trail.record(Action.CLOCK_RAN)
            except TrailUnavailable:
                break
            lines += 1
        else:
            pytest.fail("the disk never filled up")
    finally:
        room(None)
    assert Line.objects.count() == lines
