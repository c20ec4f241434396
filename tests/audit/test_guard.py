"""The database refuses to change what the trail says."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import Tags, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

from expliciet.audit import guard, trail
from expliciet.audit.actions import Action
from expliciet.audit.models import Head, Line, Seal
from expliciet.audit.sealer import sign_heads

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


@pytest.fixture
def sealed() -> Iterator[None]:
    """Three lines, sealed, with a signed head."""
    for _ in range(3):
        trail.record(Action.CLOCK_RAN, by=trail.CLOCK)
    sign_heads(timezone.now())
    connection.check_constraints()
    before = everything()
    yield
    assert everything() == before


def everything() -> list[Any]:
    return [list(model._base_manager.values()) for model in (Line, Seal, Head)]


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("table", sorted(guard.KEYS))
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM {table}",
        "DELETE FROM {table} WHERE house = house",
        "UPDATE {table} SET house = house",
    ],
)
@pytest.mark.usefixtures("sealed")
def test_nothing_is_changed_or_taken_out(table: str, statement: str) -> None:
    """V11: there is no statement that updates or deletes a line."""
    with pytest.raises(DatabaseError, match=guard.SENTENCE):
        run(statement.format(table=table))


COLUMNS = {
    "audit_line": "id",
    "audit_seal": "line_id",
    "audit_head": "id",
}


def copied(table: str, **instead: str) -> str:
    """A statement that writes every row anew, with something else in some columns."""
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, table)
    quote = connection.ops.quote_name
    names = [quote(column.name) for column in described]
    values = [instead.get(column.name, quote(column.name)) for column in described]
    return f"INTO {table} ({', '.join(names)}) SELECT {', '.join(values)} FROM {table}"


@pytest.mark.parametrize("table", sorted(guard.KEYS))
@pytest.mark.usefixtures("sealed")
def test_nothing_is_replaced(table: str) -> None:
    """REPLACE takes away what is there without asking the trigger on deleting."""
    if connection.vendor == "sqlite":
        for verb in ("REPLACE ", "INSERT OR REPLACE "):
            with pytest.raises(DatabaseError, match=guard.SENTENCE):
                run(verb + copied(table))
        with pytest.raises(DatabaseError, match=guard.SENTENCE):
            run(f"UPDATE OR REPLACE {table} SET house = house")
    else:
        with pytest.raises(DatabaseError, match=guard.SENTENCE):
            run(
                f"INSERT {copied(table)} ON CONFLICT ({COLUMNS[table]}) "
                "DO UPDATE SET house = EXCLUDED.house"
            )
        with pytest.raises(DatabaseError, match=guard.SENTENCE):
            run(f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize("table", ["audit_seal", "audit_head"])
@pytest.mark.usefixtures("sealed")
def test_nor_by_the_number_it_has(table: str) -> None:
    """Another row, with the number of one that is there."""
    if connection.vendor != "sqlite":
        return
    another = "lower(hex(randomblob(16)))"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("PRAGMA defer_foreign_keys = ON")
        with pytest.raises(DatabaseError, match=guard.SENTENCE):
            run("INSERT OR REPLACE " + copied(table, **{COLUMNS[table]: another}))


@pytest.mark.usefixtures("sealed")
def test_nor_by_the_place_it_lies_in() -> None:
    """SQLite knows rows by a hidden number too, and replaces by that as well."""
    if connection.vendor != "sqlite":
        return
    statement = copied("audit_line", id="lower(hex(randomblob(16)))")
    statement = statement.replace("(", "(rowid, ", 1)
    statement = statement.replace("SELECT ", "SELECT rowid, ", 1)
    with pytest.raises(DatabaseError, match=guard.SENTENCE):
        run("INSERT OR REPLACE " + statement)


@pytest.mark.usefixtures("sealed")
def test_the_models_have_no_way_round_it() -> None:
    line = Line.objects.first()
    assert line is not None
    line.rule = "veranderd"
    for change in (
        line.save,
        Line.objects.all().delete,
        lambda: Line.objects.update(rule="veranderd"),
        lambda: Line.objects.bulk_update([line], ["rule"]),
        lambda: Seal.objects.update(number=1),
        lambda: Head.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def without(name: str) -> str:
    return f"DROP TRIGGER {name}" + (
        f" ON {guard.table_of(name)}" if connection.vendor == "postgresql" else ""
    )


@pytest.mark.parametrize("name", sorted({*guard.SQLITE, *guard.POSTGRESQL}))
def test_one_trigger_that_is_gone_is_noticed(name: str) -> None:
    if name not in guard.names():
        return
    guard.require()
    run(without(name))
    with pytest.raises(ImproperlyConfigured, match=name) as refusal:
        guard.require()
    assert "./expliciet manage migrate" in str(refusal.value)
    (caution,) = run_checks(databases=["default"], tags=[Tags.database])
    assert name in caution.msg
    guard.install()
    guard.require()
    assert not run_checks(databases=["default"], tags=[Tags.database])


def test_a_trigger_of_the_same_name_that_does_nothing_is_noticed() -> None:
    name = "audit_line_no_update"
    if connection.vendor == "postgresql":
        run(
            "CREATE OR REPLACE FUNCTION audit_append_only() RETURNS trigger "
            "LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$"
        )
    else:
        run(without(name))
        run(
            f"CREATE TRIGGER {name} BEFORE UPDATE ON audit_line WHEN 0 "
            "BEGIN SELECT RAISE(ABORT, 'nooit'); END"
        )
    with pytest.raises(ImproperlyConfigured, match=name):
        guard.require()


@pytest.mark.parametrize("how", ["DISABLE", "ENABLE REPLICA", "ENABLE"])
def test_a_trigger_that_was_switched_off_is_noticed(how: str) -> None:
    if connection.vendor != "postgresql":
        return
    run(f"ALTER TABLE audit_line {how} TRIGGER audit_line_no_delete")
    with pytest.raises(ImproperlyConfigured, match="audit_line_no_delete"):
        guard.require()


def test_a_role_that_replicates_is_stopped_as_well() -> None:
    if connection.vendor != "postgresql":
        return
    trail.record(Action.CLOCK_RAN)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        with pytest.raises(DatabaseError, match=guard.SENTENCE):
            run("DELETE FROM audit_line")


def test_migrating_puts_back_what_was_gone() -> None:
    for name in guard.names():
        run(without(name))
    assert guard.present() == set()
    call_command("migrate", verbosity=0)
    assert guard.present() == guard.names()


@pytest.mark.django_db(transaction=True)
def test_a_migration_that_builds_a_table_anew_leaves_it_guarded() -> None:
    """SQLite copies a table to change it, and leaves its triggers behind."""
    field = models.CharField(max_length=9, default="")
    field.set_attributes_from_name("later")
    with connection.schema_editor() as editor:
        editor.add_field(Line, field)
    with connection.schema_editor() as editor:
        editor.remove_field(Line, field)
    call_command("migrate", verbosity=0)
    guard.require()


START = "import expliciet.wsgi; print('started')"


@pytest.mark.parametrize("migrated", [False, True])
def test_a_server_starts_only_over_a_guarded_trail(
    tmp_path: Path, migrated: bool
) -> None:
    """Its answer is a sentence, and a status at which gunicorn does not try again."""
    surroundings = os.environ | {
        "DJANGO_SETTINGS_MODULE": "expliciet.settings",
        "EXPLICIET_DATA": str(tmp_path),
        "EXPLICIET_DATABASE": "",
    }
    (tmp_path / "static").mkdir()

    def python(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            env=surroundings,
            capture_output=True,
            text=True,
        )

    if migrated:
        assert python("-m", "django", "migrate", "--verbosity=0").returncode == 0
    done = python("-c", START)
    if migrated:
        assert (done.returncode, done.stdout) == (0, "started\n"), done.stderr
    else:
        assert done.returncode == 4
        assert "./expliciet manage migrate" in done.stderr
        assert "Traceback" not in done.stderr
