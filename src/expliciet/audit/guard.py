"""The database itself refuses to change or delete what the trail says.

Triggers on both engines, installed after every migrate. Starting up without them is
refused: a trail that can be rewritten is worse than none. Whoever owns the database
can still take them away; the chain and the heads that partners keep show that.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import connections, transaction
from django.utils.translation import gettext as _

SENTENCE = "the trail is append-only"
KEYS = {
    "audit_line": ["id = NEW.id"],
    "audit_seal": [
        "line_id = NEW.line_id",
        "house = NEW.house AND number = NEW.number",
    ],
    "audit_head": ["id = NEW.id", "house = NEW.house AND size = NEW.size"],
}
"""What a row may not share with one that is there, for each table."""

SQLITE = {
    f"{table}_no_{deed}": (
        f"CREATE TRIGGER {table}_no_{deed} BEFORE {deed.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
    )
    for table in KEYS
    for deed in ("update", "delete")
} | {
    # INSERT OR REPLACE takes away what it replaces without asking the trigger above.
    f"{table}_no_replace": (
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "  # noqa: S608
        f"WHEN EXISTS (SELECT 1 FROM {table} "
        f"WHERE rowid = NEW.rowid OR {' OR '.join(keys)}) "
        f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
    )
    for table, keys in KEYS.items()
}

BODY = f" BEGIN RAISE EXCEPTION '{SENTENCE}'; END "
DEEDS = {"update": 2 + 16, "delete": 2 + 8, "truncate": 2 + 32}
"""What PostgreSQL keeps in `tgtype`: before (2), the deed, for a whole statement."""

POSTGRESQL = {
    f"{table}_no_{deed}": (
        f"CREATE TRIGGER {table}_no_{deed} BEFORE {deed.upper()} ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()"
    )
    for table in KEYS
    for deed in DEEDS
}


def names(using: str = "default") -> set[str]:
    """The triggers that must be there."""
    return set(definitions(using))


def definitions(using: str = "default") -> dict[str, str]:
    return POSTGRESQL if connections[using].vendor == "postgresql" else SQLITE


def install(using: str = "default") -> None:
    """Put every trigger in place, anew where it already was."""
    connection = connections[using]
    with transaction.atomic(using), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION audit_append_only() RETURNS trigger "
                f"LANGUAGE plpgsql AS $${BODY}$$"
            )
        remove(using)
        there = set(connection.introspection.table_names(cursor))
        for name, statement in definitions(using).items():
            if table_of(name) not in there:  # a migration went back to before it
                continue
            cursor.execute(statement)
            if connection.vendor == "postgresql":  # for those who replicate as well
                table = table_of(name)
                cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")


def remove(using: str) -> None:
    connection = connections[using]
    with connection.cursor() as cursor:
        for name in names(using):
            on = f" ON {table_of(name)}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def table_of(name: str) -> str:
    return name.partition("_no_")[0]


def present(using: str = "default") -> set[str]:
    """The triggers that are there now, as they should be, and not switched off."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT relname, tgname, tgtype FROM pg_trigger "
                "JOIN pg_class ON pg_class.oid = tgrelid "
                "JOIN pg_proc ON pg_proc.oid = tgfoid "
                "WHERE tgenabled = 'A' AND tgqual IS NULL AND prosrc = %s "
                "AND pg_table_is_visible(tgrelid)",
                [BODY],
            )
            return {
                name
                for table, name, type_ in cursor.fetchall()
                if table == table_of(name) and type_ == DEEDS.get(name.split("_no_")[1])
            }
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return {name for name, sql in cursor.fetchall() if SQLITE.get(name) == sql}


def lacking(using: str = "default") -> list[str]:
    return sorted(names(using) - present(using))


def require(using: str = "default") -> None:
    """Refuse to start where the trail could be changed."""
    if missing := lacking(using):
        raise ImproperlyConfigured(
            _(
                "Expliciet does not start: the trail could be changed, for the "
                "database lacks %(triggers)s. Run `./expliciet manage migrate`."
            )
            % {"triggers": ", ".join(missing)}
        )


@contextmanager
def lifted(using: str = "default") -> Iterator[None]:
    """Without triggers in this block: for emptying a test database only."""
    remove(using)
    try:
        yield
    finally:
        install(using)
