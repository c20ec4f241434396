"""V9, V20: no line, no deed; no key, no words; a full disk, and nothing half done.

Every form that changes something is sent by somebody who may, once as it should be and
then with something failing: the line, each single write, the key file. What is in the
database afterwards is what was in it before, and the answer says so with 503.
"""

import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, OperationalError, connection, transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from expliciet.audit.models import Line
from expliciet.dossiers.actions.drafts import keep_draft
from expliciet.dossiers.models import Dossier
from expliciet.vault.models.epoch import forget_master_keys
from expliciet.web.inventory import classified
from tests.conftest import Some
from tests.proofs.cells import Cell, cells, clients, undone
from tests.proofs.oracle import SHOWN, expected, rules
from tests.proofs.stage import Stage
from tests.proofs.targets import sent

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("quietly"),
]

BESIDE = {"accounts.Session", "vault.DataKey", "vault.Epoch"}
"""When somebody was last seen, and keys that lock nothing yet."""
MUST_BE_DONE = {
    *("dossiers:note", "dossiers:correct", "dossiers:withdraw", "dossiers:pass-on"),
    *("dossiers:end-seat", "dossiers:change-seat", "dossiers:invite-guest"),
    *("dossiers:add-person", "dossiers:hold", "dossiers:lift-hold"),
    *("house:change", "house:add-organisation", "house:end-appointment"),
    *("house:propose", "house:answer", "house:house-rule", "house:close-account"),
    *("accounts:language", "accounts:meeting-mode"),
}
"""Forms of which this test must have seen that they change something."""


@pytest.fixture
def browsers(stage: Stage) -> dict[str, Client]:
    return clients(stage)


def photo() -> dict[str, str]:
    """Everything of ours that the database holds, as short as it can be told."""
    found = {}
    transaction.set_rollback(False)  # nothing failed in the database itself
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model._meta.label in BESIDE or not model.__module__.startswith("exp"):
                continue
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT * FROM {table}")
            rows = sorted(repr(row) for row in cursor.fetchall())
            found[model._meta.label] = hashlib.sha256(
                "".join(rows).encode()
            ).hexdigest()
    return found


def deeds(
    stage: Stage, browsers: dict[str, Client], only: Collection[str] = ()
) -> Iterator[Cell]:
    """Of every form, or of these alone, one that is done: by whom, about what."""
    done: set[str] = set()
    tried: dict[str, int] = {}
    for cell in cells(stage, rules(), whole=True):
        route = cell.rule.route
        if cell.way != "POST" or route in done or tried.get(route, 0) > 12:
            continue
        if only and route not in only:
            continue
        if not classified()[route].leaves or route in ENDS_ITSELF:
            continue
        may = expected(stage, cell.actor, cell.rule, cell.target, sends=True)
        if may != {SHOWN} or cell.actor.user is None:
            continue
        tried[route] = tried.get(route, 0) + 1
        before = photo()
        with undone(browsers[cell.actor.name]):
            answer = send(stage, browsers, cell)
            changed = photo() != before
        if changed and answer.status_code in (200, 302):
            done.add(route)
            yield cell


def forms() -> list[str]:
    """The addresses to which something can be sent that leaves a line."""
    told = {rule.route for rule in rules()}
    return sorted(
        name
        for name, route in classified().items()
        if name in told and route.leaves and "POST" in route.methods
    )


ENDS_ITSELF = {"accounts:sign-out", "accounts:sign-in", "accounts:use-code"}
"""Coming and going: see the tests of accounts."""


def send(stage: Stage, browsers: dict[str, Client], cell: Cell) -> HttpResponse:
    address = reverse(cell.rule.route, args=cell.target.args)
    typed = sent(stage, cell.rule.route, cell.actor, cell.target)
    return browsers[cell.actor.name].post(address, typed)


@pytest.mark.engines
def test_no_line_no_deed(
    stage: Stage,
    browsers: dict[str, Client],
    monkeypatch: pytest.MonkeyPatch,
    some: Some,
) -> None:
    """V9: where the trail cannot be written, nothing was done and it says so.

    Of those forms that must have been seen, and on SQLite half of the others; of each
    with `--long`.
    """
    seen, wrong = set(), []
    share = 0.0 if connection.vendor == "postgresql" else 0.5
    only = {*MUST_BE_DONE, *some(forms(), share)}
    for cell in list(deeds(stage, browsers, only)):
        seen.add(cell.rule.route)
        before = photo()
        with undone(browsers[cell.actor.name]), monkeypatch.context() as patch:
            patch.setattr(Line, "save", fail)
            answer = send(stage, browsers, cell)
            if answer.status_code != 503 or photo() != before:
                wrong.append(f"{cell}: {answer.status_code}")
    print(f"\nWithout a line: {len(seen)} forms")
    assert wrong == []
    assert seen >= MUST_BE_DONE


def fail(*_: Any, **__: Any) -> None:
    raise DatabaseError("the trail is full")


def test_no_line_nothing_to_read(
    stage: Stage, browsers: dict[str, Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page with content does not leave before its line was written."""
    asked, wrong = 0, []
    for cell in cells(stage, rules()):
        if not classified()[cell.rule.route].shows or cell.way != "GET":
            continue
        if cell.lot % 4 or expected(
            stage, cell.actor, cell.rule, cell.target, sends=False
        ) != {SHOWN}:
            continue
        client = browsers[cell.actor.name]
        address = reverse(cell.rule.route, args=cell.target.args)
        with undone(client):
            shows = client.get(address).status_code == 200
        with undone(client), monkeypatch.context() as patch:
            patch.setattr(Line, "save", fail)
            answer = client.get(address)
        asked += shows
        words = answer.content.decode(errors="replace")
        if shows and (answer.status_code != 503 or "kanarie" in words):
            wrong.append(f"{cell}: {answer.status_code}")
    assert asked > 50
    assert wrong == []


def test_a_disk_that_is_full_leaves_nothing_half_done(
    stage: Stage, browsers: dict[str, Client], some: Some
) -> None:
    """T13: each write of each deed fails once; with a draft waiting, as in life."""
    wrong, failures = [], 0
    for cell in list(deeds(stage, browsers, some(forms(), 0.2))):
        for write in range(1, 60):
            with undone(browsers[cell.actor.name]):
                draft(stage, cell)
                before = photo()
                with full_at(write) as filled:
                    answer = send(stage, browsers, cell)
                if not filled:
                    break
                failures += 1
                if answer.status_code != 503 or photo() != before:
                    wrong.append(f"{cell}: {answer.status_code} at {filled[0]}")
    print(f"\nFull disk: {failures} writes failed, one by one", *wrong, sep="\n")
    assert wrong == []
    assert failures > 15


def draft(stage: Stage, cell: Cell) -> None:
    """What was typed before it was sent."""
    if cell.rule.about != "dossier" or cell.target.dossier is None:
        return
    if stage.place(cell.actor, cell.target.dossier) is None:
        return
    dossier = Dossier.objects.get(pk=cell.target.dossier)
    assert cell.actor.user
    keep_draft(
        cell.rule.route,
        {"text": "half gezegd"},
        by=cell.actor.user,
        house=dossier.house,
        dossier=dossier,
        now=stage.facts.now,
    )


@contextmanager
def full_at(which: int) -> Iterator[list[str]]:
    """The disk is full at this write; tells which one it was, if it came so far."""
    count, filled = 0, []

    def ask(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal count
        writes = sql.split(" ", 1)[0] in ("INSERT", "UPDATE", "DELETE")
        if writes and "accounts_session" not in sql:  # what a browser remembers
            count += 1
            if count == which:
                filled.append(sql[:60])
                raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(ask):
        yield filled


def test_no_key_no_words_and_nothing_done(
    stage: Stage, browsers: dict[str, Client], tmp_path: Path
) -> None:
    """C19: without the key file every page says what is the matter, and keeps all."""
    asked, before = 0, photo()
    addresses = [reverse("dossiers:list"), reverse("accounts:own")] + [
        reverse("dossiers:detail", args=[pk]) for pk in stage.dossiers.values()
    ]
    note = reverse("dossiers:note", args=[stage.dossiers["table"]])
    try:
        with override_settings(EXPLICIET_KEYS=tmp_path):
            forget_master_keys()
            for name in ("chair", "school", "police", "administrator of this house"):
                for address in addresses:
                    answer = browsers[name].get(address)
                    assert answer.status_code == 503, (name, address)
                    assert b"vogel" not in answer.content
                    asked += 1
                answer = browsers[name].post(note, {"text": "x", "hears": "own"})
                assert answer.status_code == 503
    finally:
        forget_master_keys()
    assert photo() == before
    assert asked > 40
    detail = reverse("dossiers:detail", args=[stage.dossiers["table"]])
    assert browsers["police"].get(detail).status_code == 200
