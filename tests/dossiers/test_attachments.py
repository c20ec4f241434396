"""Files at a table: checked, sealed, given back as they came (C9)."""

from functools import cache

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.actions.attachments import add_attachment, take_attachment
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Attachment, Circle, Seat
from expliciet.vault.keyring import keyring
from expliciet.vault.trouble import Locked
from tests.documents.welcome import png
from tests.documents.word import p, word
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

CANARY = "kanarie in een verzonnen bijlage"


@cache
def story() -> bytes:
    """Made once: a container tells when it was packed."""
    return word(p(CANARY))


def bring(
    table: Table,
    by: Seat,
    content: bytes | None = None,
    *,
    name: str = "verslag.docx",
    circle: str = Circle.Kind.TABLE,
) -> Attachment:
    now = table.tick()
    attachment = Attachment(
        name=name,
        what="het verslag van de school (verzonnen)",
        content=story() if content is None else content,
    )
    return add_attachment(
        attachment, by=by, circle=circle_for(by, circle, now, []), now=now
    )


def taken() -> int:
    return Line.objects.filter(action=Action.ATTACHMENT_TAKEN).count()


def test_a_file_is_given_back_byte_for_byte_and_taking_it_leaves_a_line() -> None:
    """V9: taking a file out is reading."""
    table = Table()
    police = table.seat("police")
    kept = bring(table, police)
    found = Attachment.objects.visible_to(table.chair, table.tick()).get(pk=kept.pk)
    assert taken() == 0
    assert take_attachment(found, by=table.chair, now=table.tick()) == story()
    assert (found.extension, found.size) == ("docx", len(story()))
    line = Line.objects.get(action=Action.ATTACHMENT_TAKEN)
    assert (line.user, line.object_id) == (table.director.user_id, kept.pk)
    assert (line.dossier, line.circle) == (table.dossier.pk, kept.circle_id)


def test_neither_the_file_nor_its_name_lies_open_in_the_database() -> None:
    """C1: sealed like a text."""
    table = Table()
    content = f"{CANARY}\n".encode() * 50
    kept = bring(table, table.seat("police"), content, name=f"{CANARY}.txt")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, what, content FROM dossiers_attachment")
        rows = cursor.fetchall()
    assert len(rows) == 1
    for cell in rows[0]:
        assert CANARY.encode() not in bytes(cell)
    with keyring(), pytest.raises(Locked):
        _ = Attachment.objects.get(pk=kept.pk).content


def test_who_is_outside_the_circle_takes_nothing() -> None:
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    kept = bring(table, police, circle=Circle.Kind.CORE)
    assert not Attachment.objects.visible_to(school, table.tick()).exists()
    with pytest.raises(Refused):
        take_attachment(kept, by=school, now=table.tick())
    assert taken() == 0


def test_a_newcomer_takes_it_once_it_was_passed_on() -> None:
    """N26: a file is passed on like anything else that was said."""
    table = Table()
    police = table.seat("police")
    kept = bring(table, police)
    school = table.seat("onderwijs")
    with pytest.raises(Refused):
        take_attachment(kept, by=school, now=table.tick())
    pass_on(kept, school.organisation, by=police, now=table.tick())
    found = Attachment.objects.visible_to(school, table.tick()).get(pk=kept.pk)
    assert take_attachment(found, by=school, now=table.tick()) == story()


def test_a_withdrawn_file_is_taken_by_nobody_but_who_brought_it() -> None:
    table = Table()
    police = table.seat("police")
    kept = bring(table, police)
    withdraw(kept, "hoort hier niet (verzonnen)", by=police, now=table.tick())
    found = Attachment.objects.get(pk=kept.pk)
    with pytest.raises(Refused):
        take_attachment(found, by=table.chair, now=table.tick())
    assert take_attachment(found, by=police, now=table.tick()) == story()


def test_a_list_of_files_fetches_none_of_them() -> None:
    table = Table()
    police = table.seat("police")
    bring(table, police)
    bring(table, police, png(), name="foto.png")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        listed = list(Attachment.objects.visible_to(table.chair, table.tick()))
    assert len(listed) == 2
    assert all("content" in each.get_deferred_fields() for each in listed)
    assert '"dossiers_attachment"."name"' in asked[-1]["sql"]
    assert '"dossiers_attachment"."content"' not in asked[-1]["sql"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "De naam en de inhoud van het bestand"),
        ("en", "The name and the content"),
    ],
)
def test_a_refusal_speaks_the_language_of_the_reader(
    language: str, sentence: str
) -> None:
    table = Table()
    police = table.seat("police")
    with translation.override(language), pytest.raises(ValidationError) as refusal:
        bring(table, police, b"MZ" + b"\0" * 99)
    assert list(refusal.value.message_dict) == ["content"]
    assert refusal.value.message_dict["content"][0].startswith(sentence)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leeg.txt", b""),
        ("programma.exe", b"MZ"),
        ("../../verslag.txt", b"Besluit"),
        ("gpj\u202etxt.txt", b"Besluit"),
        ("", b"Besluit"),
    ],
)
def test_of_a_refused_file_nothing_is_kept(name: str, content: bytes) -> None:
    """V20: nothing half done."""
    table = Table()
    police = table.seat("police")
    before = Line.objects.count()
    with pytest.raises(ValidationError):
        bring(table, police, content, name=name)
    assert not Attachment.objects.exists()
    assert Line.objects.count() == before


def test_who_may_not_speak_in_a_circle_is_refused_before_anybody_looks() -> None:
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    core = circle_for(police, Circle.Kind.CORE, table.tick(), [])
    attachment = Attachment(name="a.exe", what="verzonnen", content=b"MZ")
    with pytest.raises(Refused):
        add_attachment(attachment, by=school, circle=core, now=table.tick())
