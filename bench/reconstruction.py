"""What does it take to reconstruct from records how cases went?

A made-up dossier in which nearly everything that is counted happens is copied: a
thousand times with three hundred records, and one, five and ten thousand times with
fewer. Beside it stands the floor: the same rows read from the database, and nothing
done with them. Ten times as many dossiers should take about ten times as long.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time
from typing import TypeVar
from uuid import UUID

sys.path.insert(0, str(Path(__file__).parent))

from _place import lacking, place
from signals import copy, rows_of_the_model

LARGE, RECORDS = 1_000, 300
SIZES = (1_000, 5_000, 10_000)
AT_MOST = 60.0
"""Seconds of processor time for the large dossiers."""
STEEPEST = 1.3
"""How much longer a dossier may take among the most than among the fewest."""

T = TypeVar("T")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, help="so many in each dossier")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    options = parser.parse_args()
    if reason := lacking("sqlite"):
        print(reason)
        return 0
    if options.records is None:
        return both(options.sizes)
    with place("sqlite"):
        return measure(options.records, sorted(options.sizes))


def both(sizes: list[int]) -> int:
    """Many records and many dossiers, each in a process and a database of its own."""
    few = min(60, RECORDS)
    asked = ((RECORDS, [min(LARGE, max(sizes))]), (few, sizes))
    worst = 0
    for records, of in asked:
        command = [sys.executable, __file__, "--records", str(records), "--sizes"]
        done = subprocess.run([*command, *map(str, of)], check=False)
        worst = max(worst, done.returncode)
    return worst


def measure(records: int, sizes: list[int]) -> int:
    from expliciet.audit.here import being_here
    from expliciet.vault.keyring import keyring

    with being_here(), keyring():
        held, now = one_case(records)
    model = rows_of_the_model()
    there, each, seconds = 1, [], 0.0
    for size in sizes:
        copy(model, range(there, size))
        there = size
        bare, _read = timed(read)
        seconds, counted = timed(lambda: figures(now))
        assert counted == size
        hidden, _shown = timed(lambda: hide(now))
        each.append(seconds / size)
        print(
            f"{size} dossiers x {held} records: read bare {bare:.1f} s, figures "
            f"{seconds:.1f} s, figures / floor {seconds / bare:.2f}, hiding "
            f"{hidden - seconds:.1f} s more, {memory():.0f} MB at most"
        )
    steep = each[-1] / each[0]
    if len(sizes) > 1:
        print(f"a dossier among the most / among the fewest: {steep:.2f}")
        print(f"at most: {STEEPEST}")
        return 0 if steep <= STEEPEST else 1
    print(f"at most: {AT_MOST:.0f} s")
    return 0 if seconds <= AT_MOST else 1


def timed(run: Callable[[], T]) -> tuple[float, T]:
    begin = process_time()
    came = run()
    return process_time() - begin, came


def memory() -> float:
    """The most that this process ever held, in MB."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def everybody() -> list[UUID]:
    from expliciet.dossiers.models import Dossier

    return list(Dossier.objects.order_by().values_list("pk", flat=True))


def read() -> int:
    """The floor: every row that is needed, once, as the database gives it."""
    from expliciet.evaluation.reconstruction.rows import SOURCES, chunks, rows

    return sum(
        1
        for chunk in chunks(everybody())
        for source in SOURCES.values()
        for _row in rows(source, chunk)
    )


def figures(now: datetime) -> int:
    from expliciet.evaluation.reconstruction import reconstruct

    return reconstruct(everybody(), period(now), now).dossiers


def hide(now: datetime) -> int:
    from expliciet.evaluation.reconstruction import reconstruct, suppressed

    return suppressed(reconstruct(everybody(), period(now), now)).dossiers


def period(now: datetime) -> "Period":  # type: ignore[name-defined]  # noqa: F821
    from expliciet.evaluation.reconstruction import Period

    return Period(now.date() - timedelta(days=1_000), now.date())


def one_case(records: int) -> tuple[int, datetime]:
    """A busy case of so many records, and the moment at which one looks at it."""
    from django.utils import timezone

    from expliciet.dossiers.models import Record
    from tests.evaluation.reconstruction import busy
    from tests.factories import unlock_all

    table = busy.Reported(now=timezone.now() - timedelta(days=900))
    busy.busy(table)
    seats = [
        table.dossier.seats.get(organisation__function=each)
        for each in ("municipality", "police", "prosecution")
    ]
    again = (busy.decided, busy.promised, busy.read, busy.got_stuck, busy.asked)
    while Record.objects.count() < records:
        for happens in again:
            if Record.objects.count() < records:
                unlock_all(table.dossier)
                happens(table, seats)
                busy.days_go_by(table, 1)
    held = Record.objects.count()
    return held, table.now + timedelta(days=30)


if __name__ == "__main__":
    sys.exit(main())
