"""Files on screen: brought, refused, and given back as they came."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError

from expliciet.audit.models import Line
from expliciet.dossiers.actions.attachments import add_attachment
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Attachment, Seat
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

CONTENT = b"Een verzonnen brief van school.\r\n"


def brought(
    table: Table, by: Seat, name: str = "brief.txt", circle: str = "table"
) -> Attachment:
    said = circle_for(by, circle, table.tick())
    file = Attachment(name=name, what="een brief (verzonnen)", content=CONTENT)
    return add_attachment(file, by=by, circle=said, now=table.tick())


def upload(table: Table, by: Seat, **more: Any) -> dict[str, Any]:
    file = SimpleUploadedFile("brief van school.txt", CONTENT, "text/html")
    return {
        "content": file,
        "what": "de brief waarin school het meldt (verzonnen)",
        "hears": table.hears(by),
    } | more


def test_a_file_is_brought_and_comes_back_as_it_came(table: Table, at: At) -> None:
    client = at(table.chair)
    answer = send(
        client, "add-attachment", table.dossier.pk, **upload(table, table.chair)
    )
    assert answer.status_code == REDIRECTED
    file = Attachment.objects.get()
    assert (file.extension, file.size) == ("txt", len(CONTENT))
    page = client.get(address("detail", table.dossier.pk))
    assert "brief van school.txt" in words(page)
    assert "de brief waarin school het meldt" in words(page)
    assert "verzonnen brief van school." not in words(page)
    taken = client.get(address("take-attachment", table.dossier.pk, file.pk))
    assert taken.content == CONTENT


def test_a_file_is_never_opened_by_the_browser(table: Table, at: At) -> None:
    """C9: as an attachment, of no kind, in a sandbox, kept nowhere."""
    client, file = at(table.chair), brought(table, table.chair)
    taken = client.get(address("take-attachment", table.dossier.pk, file.pk))
    assert taken["Content-Disposition"] == 'attachment; filename="brief.txt"'
    assert taken["Content-Type"] == "application/octet-stream"
    assert taken["X-Content-Type-Options"] == "nosniff"
    assert taken["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert taken["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "name",
    ['brief "Jan".txt', "brief; x=y.txt", "رسالة.txt", "Ünï-cödé.txt", "100%.txt"],
)
def test_a_name_in_any_script_is_quoted_safely(table: Table, at: At, name: str) -> None:
    client, file = at(table.chair), brought(table, table.chair, name)
    taken = client.get(address("take-attachment", table.dossier.pk, file.pk))
    header = taken["Content-Disposition"]
    assert header.startswith("attachment; filename")
    assert header.isascii()
    assert "\n" not in header


def test_taking_out_leaves_a_line_with_its_purpose_first(table: Table, at: At) -> None:
    """V9, V13."""
    client, file = at(table.chair), brought(table, table.chair)
    client.get(address("take-attachment", table.dossier.pk, file.pk))
    line = last_line()
    assert (line.action, line.object_id) == ("attachment-taken", file.pk)
    assert line.purpose == "overleg voorbereiden"


def test_where_no_line_can_be_written_no_file_leaves(
    table: Table, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, file = at(table.chair), brought(table, table.chair)

    def fail(*_: Any, **__: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(Line, "save", fail)
    taken = client.get(address("take-attachment", table.dossier.pk, file.pk))
    assert taken.status_code == 503
    assert CONTENT not in taken.content


def test_a_file_goes_to_whoever_hears_it_and_to_nobody_else(
    table: Table, at: At
) -> None:
    police, school = table.seat("police"), table.seat("onderwijs")
    file = brought(table, police, "geheim.txt", circle="core")
    client = at(school)
    taken = address("take-attachment", table.dossier.pk, file.pk)
    assert client.get(taken).status_code == 404
    assert "geheim" not in words(client.get(address("detail", table.dossier.pk)))
    assert at(table.chair).get(taken).content == CONTENT
    elsewhere = at(Table().chair)
    assert elsewhere.get(taken).status_code == 404


def test_a_file_taken_back_is_not_taken_out_by_others(table: Table, at: At) -> None:
    police = table.seat("police")
    file = brought(table, police, "terug.txt")
    withdraw(file, "hoort hier niet", by=police, now=table.tick())
    taken = address("take-attachment", table.dossier.pk, file.pk)
    client = at(table.chair)
    assert client.get(taken).status_code == 403
    assert "terug.txt" not in words(client.get(address("detail", table.dossier.pk)))
    assert at(police).get(taken).content == CONTENT


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("spel.exe", b"MZ", "Dit soort bestand kan niet bij een dossier."),
        ("leeg.txt", b"", "Het bestand is leeg"),
        ("foto.png", b"geen foto", "spreken elkaar tegen"),
    ],
)
def test_a_refusal_says_what_is_wrong_and_keeps_what_was_typed(
    table: Table, at: At, name: str, content: bytes, says: str
) -> None:
    said = upload(table, table.chair, content=SimpleUploadedFile(name, content))
    answer = send(at(table.chair), "add-attachment", table.dossier.pk, **said)
    assert answer.status_code == REFUSED
    assert says in words(answer)
    assert "de brief waarin school het meldt (verzonnen)" in words(answer)
    assert not Attachment.objects.exists()


def test_a_file_over_the_bound_is_refused_and_the_text_stays(
    table: Table, at: At
) -> None:
    big = SimpleUploadedFile("groot.txt", b"x" * (25 * 1024 * 1024 + 1))
    said = upload(table, table.chair, content=big)
    answer = send(at(table.chair), "add-attachment", table.dossier.pk, **said)
    assert answer.status_code == REFUSED
    assert list(answer.context["form"].errors) == ["content"]
    assert "25 MB" in words(answer)
    assert "de brief waarin school het meldt (verzonnen)" in words(answer)


@pytest.mark.parametrize("lacking", ["content", "what", "hears"])
def test_what_is_lacking_is_said_where_it_is_lacking(
    table: Table, at: At, lacking: str
) -> None:
    said = upload(table, table.chair, **{lacking: ""})
    answer = send(at(table.chair), "add-attachment", table.dossier.pk, **said)
    assert answer.status_code == REFUSED
    assert list(answer.context["form"].errors) == [lacking]
