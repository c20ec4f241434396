"""What does one run over every dossier take, to see what stands still?

One made-up dossier in which most kinds of things stand still is copied a thousand, five
thousand and ten thousand times, all led by one person: the most that one question can
be asked about. Measured on SQLite are the first run, which tells of everything, and the
next one, which finds nothing new. Ten times as many dossiers should take about ten
times as long.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any
from uuid import UUID, uuid5

sys.path.insert(0, str(Path(__file__).parent))

from _place import lacking, place

SIZES = (1_000, 5_000, 10_000)
AT_MOST = 60.0
"""Seconds of processor time that a run over the most dossiers may take."""
STEEPEST = 1.5
"""How much longer a dossier may take among the most than among the fewest."""
KEPT_BY_HOUSES = {"Confirmed", "Factor", "FactorList", "Level"}

Rows = list[tuple[str, list[str], list[tuple[Any, ...]]]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    options = parser.parse_args()
    if reason := lacking("sqlite"):
        print(reason)
        return 0
    with place("sqlite"):
        return measure(sorted(options.sizes))


def measure(sizes: list[int]) -> int:
    from django.utils import timezone

    from expliciet.audit.here import being_here
    from expliciet.casework.actions.signals import tell_of_stalls
    from expliciet.casework.models import SignalTold
    from expliciet.vault.keyring import keyring

    now = timezone.now()
    with being_here(), keyring():
        stand_still()
    model = rows_of_the_model()
    there, each = 1, []
    for size in sizes:
        copy(model, range(there, size))
        there = size
        SignalTold.objects.all().delete()
        at = now + timedelta(seconds=size)
        first, told = timed(partial(tell_of_stalls, at))
        again, nothing = timed(partial(tell_of_stalls, at))
        assert told, "something stands still"
        assert not nothing, "each signal is told once"
        each.append(first / size)
        print(
            f"{size} dossiers, {SignalTold.objects.count()} signals: "
            f"first {first:.1f} s, again {again:.1f} s, "
            f"{first / size * 1000:.2f} ms a dossier"
        )
    steep = each[-1] / each[0]
    print(f"a dossier among the most / among the fewest: {steep:.2f}")
    print(f"at most: {AT_MOST:.0f} s, {STEEPEST}")
    return 0 if each[-1] * sizes[-1] <= AT_MOST and steep <= STEEPEST else 1


def timed(run: Callable[[], int]) -> tuple[float, int]:
    begin = process_time()
    count = run()
    return process_time() - begin, count


def stand_still() -> None:
    """One table of some months ago, at which most kinds of things stand still."""
    from django.utils import timezone

    from tests.casework import stalling
    from tests.factories import Table

    table = Table(now=timezone.now() - timedelta(days=120))
    town, police, prosecution = stalling.core(table)
    for _number in range(3):
        stalling.expected(table, town, police)
        once = stalling.moved(table, stalling.agreed(table, police), 14)
        stalling.moved(table, once, 60)
    seats = [town, police, prosecution]
    stalling.decided(table, seats, advice_to="de driehoek")
    stalling.stepped(table)
    stalling.stuck(table, police)
    one, other = stalling.planned(table, town), stalling.planned(table, police)
    stalling.clashing(table, one, other)
    for by in (police, prosecution):
        stalling.going(table, one, by)
    for _number in range(20):
        table.note(police)


def rows_of_the_model() -> Rows:
    """Every row of the one dossier there is, table by table."""
    from django.apps import apps
    from django.db import connection

    found: Rows = []
    for label in ("dossiers", "casework"):
        for model in apps.get_app_config(label).get_models(include_auto_created=True):
            if model.__name__ in KEPT_BY_HOUSES:
                continue
            table, counted = model._meta.db_table, model._meta.auto_field
            columns = [
                connection.ops.quote_name(field.column)
                for field in model._meta.local_concrete_fields
                if field is not counted
            ]
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT {', '.join(columns)} FROM {table}")
                if rows := cursor.fetchall():
                    found.append((table, columns, rows))
    return found


def copy(model: Rows, numbers: range) -> None:
    """The same dossier again, under other identifiers, so many times."""
    from django.db import connection, transaction

    own = {row[0] for _table, columns, rows in model for row in rows if key(columns)}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("PRAGMA defer_foreign_keys = ON")
        for table, columns, rows in model:
            places = ", ".join(["%s"] * len(columns))
            names = ", ".join(columns)
            cursor.executemany(
                f"INSERT INTO {table} ({names}) VALUES ({places})",
                another(table, columns, rows, numbers, own),
            )


def key(columns: list[str]) -> bool:
    return columns[0] in ('"id"', '"record_ptr_id"')


def another(
    table: str,
    columns: list[str],
    rows: list[tuple[Any, ...]],
    numbers: range,
    own: set[str],
) -> Iterator[tuple[Any, ...]]:
    for number in numbers:
        for row in rows:
            told = dict(
                zip(columns, (renamed(v, number, own) for v in row), strict=True)
            )
            if table == "dossiers_dossier":
                told |= {'"number"': f"N{number}", '"working_name"': f"Tafel {number}"}
            yield tuple(told.values())


def renamed(value: Any, number: int, own: set[str]) -> Any:
    if isinstance(value, str) and value in own:
        return uuid5(UUID(value), str(number)).hex
    return value


if __name__ == "__main__":
    sys.exit(main())
