"""T24, V12: what people write stands nowhere but under its seal.

Canaries in everything that is said on the stage; then every page, form, refusal and
mistake. Not in lines, logs, mails, addresses, headers, cookies, the cache, nor in one
byte of the database.
"""

import logging
import re
import sqlite3
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import User
from expliciet.audit.models import Line
from expliciet.audit.trail import NOBODY
from expliciet.dossiers.models import Dossier, Note
from expliciet.post.actions.delivering import deliver
from expliciet.vault.fields import Cipher, Sealed
from expliciet.vault.keyring import keyring
from tests.conftest import Asked
from tests.proofs.cells import clients, undone
from tests.proofs.pages import at_tables, everywhere
from tests.proofs.stage import Stage
from tests.proofs.targets import ABOUT

pytestmark = pytest.mark.django_db

CANARY = re.compile(r"kanarie|vogel\d{3}|mussenlokker", re.IGNORECASE)
TYPED = "mussenlokker"
"""What is typed into every form, wrong or right."""
WHO = ("chair", "police", "school", "newcomer", "administrator of this house")
NAME_OF_A_FILE = "take-attachment"
"""A file is given back under the name it came with, to whoever may have it."""


@pytest.fixture
def heard() -> Iterator[StringIO]:
    """Everything that any logger says, down to the least of it."""
    said, root = StringIO(), logging.getLogger()
    handler = logging.StreamHandler(said)
    loggers = [root, *(logging.getLogger(name) for name in ("django", "expliciet"))]
    for logger in loggers:
        logger.addHandler(handler)
    level, root.level = root.level, logging.DEBUG
    yield said
    root.level = level
    for logger in loggers:
        logger.removeHandler(handler)


def names() -> set[str]:
    """Names of professionals: sealed as well."""
    return {name for user in User.objects.all() if (name := user.name)}


def columns() -> Iterator[tuple[str, str]]:
    """Every value of every column of the database, as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                for value in row:
                    if isinstance(value, bytes | memoryview):
                        yield table, bytes(value).decode("latin-1")
                    elif value is not None:
                        yield table, str(value)


@pytest.mark.engines
def test_no_byte_of_the_database_tells_what_was_said(stage: Stage) -> None:
    """A stolen database: neither in a column, nor in a page of its file."""
    people = names()
    assert people
    for table, value in columns():
        assert not CANARY.search(value), table
        assert not people & {value}, table
    if connection.vendor == "sqlite":
        file: sqlite3.Connection = connection.connection
        image = file.serialize().decode("latin-1")
        assert not CANARY.search(image)
        assert not [name for name in people if name in image]


def test_every_sealed_field_was_filled_on_this_stage(stage: Stage) -> None:
    """So that the test above looks at each of them."""
    empty = {
        field.seal
        for model in apps.get_app_config("dossiers").get_models()
        for field in model._meta.local_fields
        if isinstance(field, Sealed)
        and not model._default_manager.filter(**{f"{field.name}__isnull": False})
    }
    assert empty <= {
        *("dossiers.draft.body", "dossiers.opening.words", "dossiers.hold.lifted_why"),
        *(seal for seal in empty if seal.startswith("dossiers.person.")),
        # What the checker asked: see tests/web/casework/test_questions.py.
        *("dossiers.question.about", "dossiers.question.why"),
    }


def told(answer: HttpResponse, address: str) -> str:
    """What an answer says to whoever stands between: all but its body."""
    headers = dict(answer.headers)
    if NAME_OF_A_FILE in address or "/bestanden/" in address:
        headers.pop("Content-Disposition", None)
    return f"{address} {headers} {answer.cookies}"


def addresses_in(answer: HttpResponse) -> list[str]:
    page = answer.content.decode(errors="replace")
    return re.findall(r'(?:href|src|action|hx-\w+)="([^"]*)"', page)


def test_no_page_no_form_and_no_mistake_lets_a_word_out(
    stage: Stage, heard: StringIO, settings: Any, asked_today: Asked
) -> None:
    """Logs, headers, addresses, cookies, lines, mails, and the cache."""
    browsers = clients(stage)
    answers = 0
    for actor in (each for each in stage.actors if each.name in WHO):
        client = browsers[actor.name]
        doors = (*everywhere(stage, actor), *at_tables(stage, actor))
        for address in filter(asked_today, doors):
            with undone(client):
                answer = client.get(address)
            answers += 1
            assert not CANARY.search(told(answer, address)), address
            assert not CANARY.search(" ".join(addresses_in(answer))), address
        for address, typed in forms(stage):
            with undone(client):
                answer = client.post(address, typed)
                lines = [line.exported().decode() for line in Line.objects.all()]
                assert not CANARY.search(" ".join(lines)), address
            answers += 1
            assert not CANARY.search(told(answer, address)), address
            assert not CANARY.search(" ".join(addresses_in(answer))), address
    assert not CANARY.search(heard.getvalue())
    assert not CANARY.search(repr(getattr(cache, "_cache", "")))
    assert answers > 200


def forms(stage: Stage) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each form, with the same word in every field that takes one."""
    fields = (
        "text what why why_changed ground words name contact summary open_ends "
        "left_why lifted_why guest_name woorden value source region working_name "
        "draft_form hears purpose email login password code"
    ).split()
    typed = dict.fromkeys(fields, TYPED) | {"hears": "own"}
    yield (
        reverse("drafts:keep"),
        {
            **typed,
            "draft_form": "dossiers:note",
            "draft_dossier": stage.dossiers["table"],
        },
    )
    for name in ("sign-in", "own", "password", "language", "step-up"):
        yield reverse(f"accounts:{name}"), typed
    for pk in (stage.dossiers["table"], stage.dossiers["unknown"]):
        for name in (
            *("note", "search", "purpose", "invite", "invite-guest", "hand-over"),
            *("add-person", "add-attachment", "link", "hold"),
        ):
            yield reverse(f"dossiers:{name}", args=[pk]), typed
    for target in ABOUT["record"](stage):
        if target.name in ("table", "own", "nowhere"):
            for name in ("correct", "withdraw", "pass-on"):
                yield reverse(f"dossiers:{name}", args=target.args), typed
    house = stage.houses["here"].pk
    for name in ("change", "propose", "add-organisation", "add-person"):
        yield reverse(f"house:{name}", args=[house]), typed


def test_a_broken_seal_is_told_without_what_it_held(
    stage: Stage, heard: StringIO
) -> None:
    """V19: a text put in the place of another does not open, and says no word."""
    browsers = clients(stage)
    one, other = stage.words["table"], stage.words["after the newcomer"]
    cipher: Cipher = Note.objects.get(pk=other).__dict__["text"]
    Note.objects.filter(pk=one).update(text=cipher)
    page = reverse("dossiers:record", args=[stage.dossiers["table"], one])
    answer = browsers["police"].get(page)
    assert answer.status_code == 503
    assert not CANARY.search(answer.content.decode())
    assert not CANARY.search(heard.getvalue())


def test_an_unforeseen_fault_lets_no_word_out(
    stage: Stage, heard: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trace of calls names functions, and never what they were given."""
    browsers = clients(stage)

    def stumble(*_: Any, **__: Any) -> None:
        words = f"kanarie {TYPED}"
        raise ZeroDivisionError(len(words) / 0)

    monkeypatch.setattr("expliciet.web.dossiers.notes.record_note", stumble)
    note = reverse("dossiers:note", args=[stage.dossiers["table"]])
    answer = browsers["police"].post(note, {"text": TYPED, "hears": "own"})
    assert answer.status_code == 500
    assert not CANARY.search(answer.content.decode())
    said = heard.getvalue().replace('words = f"kanarie {TYPED}"', "")
    assert "ZeroDivisionError" in said
    assert TYPED not in said


def test_a_mail_says_that_there_is_something_and_not_what(stage: Stage) -> None:
    """T8: no name, no number, no kind; and an address that leads to no dossier."""
    deliver(timezone.now())
    secret = {*stage.canaries.values(), *names()}
    for number, name in Dossier.objects.values_list("number", "working_name"):
        secret |= {number, name}
    secret |= {str(pk) for pk in stage.dossiers.values()}
    assert mail.outbox
    for letter in mail.outbox:
        words = letter.message().as_string()
        assert not CANARY.search(words)
        assert not [each for each in secret if each in words]


@pytest.mark.engines
def test_the_trail_knows_nobody_by_name(stage: Stage) -> None:
    people = names()
    with keyring():
        lines = " ".join(line.exported().decode() for line in Line.objects.all())
    assert NOBODY.user is None
    assert not CANARY.search(lines)
    assert not [name for name in people if name in lines]
    assert not [user.email for user in User.objects.all() if user.email in lines]


def test_the_canaries_can_be_found(stage: Stage) -> None:
    """Where they do belong: on the page of somebody who may read them."""
    client: Client = clients(stage)["police"]
    page = reverse("dossiers:detail", args=[stage.dossiers["table"]])
    assert len(CANARY.findall(client.get(page).content.decode())) > 10
