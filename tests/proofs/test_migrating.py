"""V11: after every migration, forwards and back, the trail is still guarded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import override_settings
from django.utils import timezone

from expliciet.audit import guard
from expliciet.audit.actions import Action
from expliciet.audit.models import Head, Line, Seal
from expliciet.audit.sealer import seal_lines, sign_heads
from expliciet.audit.trail import record

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engines]

OURS = [
    config.label
    for config in apps.get_app_configs()
    if config.name.startswith("expliciet.")
]


@pytest.fixture(autouse=True)
def whole_again() -> Iterator[None]:
    """Whatever a test took down stands again after it."""
    yield
    call_command("migrate", verbosity=0, interactive=False)


def migrate(*target: str) -> None:
    call_command("migrate", *target, verbosity=0, interactive=False)


def tables() -> set[str]:
    return set(connection.introspection.table_names())


def guarded() -> set[str]:
    """The triggers of those tables of the trail that are there now."""
    there = tables()
    return {name for name in guard.names() if name.rsplit("_no_", 1)[0] in there}


def test_the_trail_is_guarded_all_the_way_back_and_forth() -> None:
    """Back to nothing, one room at a time from the top; and forward again."""
    rooms = [room for room in OURS if any(key[0] == room for key in migrations())]
    assert "audit" in rooms
    for room in rooms:
        migrate(room, "zero")
        assert guard.present() >= guarded(), room
    assert not guarded()
    for room in reversed(rooms):
        migrate(room)
        assert guard.present() >= guarded(), room
    migrate()
    guard.require()


def migrations() -> set[tuple[str, str]]:
    from django.db.migrations.loader import MigrationLoader

    return set(MigrationLoader(connection).disk_migrations)


def test_a_migration_that_rebuilds_a_table_of_the_trail_leaves_it_guarded() -> None:
    """SQLite rebuilds a table to change a column, and triggers go with the old one."""
    from django.db import models

    fresh = models.CharField(max_length=10, default="")
    fresh.set_attributes_from_name("passing_by")
    with connection.schema_editor() as editor:
        editor.add_field(Line, fresh)
    with connection.schema_editor() as editor:
        editor.remove_field(Line, fresh)
    migrate()
    guard.require()


def test_without_its_guard_the_program_does_not_start() -> None:
    with guard.lifted(), pytest.raises(ImproperlyConfigured, match="audit_line"):
        guard.require()
    guard.require()


PAST_THE_PROGRAM = {
    "sqlite": [
        "UPDATE audit_line SET count = 2",
        "DELETE FROM audit_line",
        "INSERT OR REPLACE INTO audit_line SELECT * FROM audit_line",
        "REPLACE INTO audit_seal SELECT * FROM audit_seal",
        "UPDATE audit_seal SET number = 7",
        "DELETE FROM audit_head",
        "REPLACE INTO audit_head SELECT * FROM audit_head",
    ],
    "postgresql": [
        "UPDATE audit_line SET count = 2",
        "DELETE FROM audit_line",
        "TRUNCATE audit_line CASCADE",
        "UPDATE audit_seal SET number = 7",
        "TRUNCATE audit_seal",
        "DELETE FROM audit_head",
        "TRUNCATE audit_head",
    ],
}


def test_nothing_of_the_trail_is_changed_or_taken_out(tmp_path: Path) -> None:
    """V11: not by the program, and not past it either."""
    line = record(Action.CLOCK_RAN)
    with override_settings(EXPLICIET_KEYS=tmp_path):
        seal_lines()
        sign_heads(timezone.now())
    for deed in PAST_THE_PROGRAM[connection.vendor]:
        with (
            pytest.raises(DatabaseError, match=guard.SENTENCE),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(deed)
    with pytest.raises(DatabaseError, match=guard.SENTENCE), transaction.atomic():
        Line.objects.filter(pk=line.pk)._raw_delete("default")
    assert Line.objects.get().count == 1
    assert Seal.objects.get().number == 1
    assert Head.objects.get().size == 1
