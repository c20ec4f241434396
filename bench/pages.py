"""Does a page get slower when the house gets fuller around it?

Somebody with sixty seats looks at the list of dossiers and at one dossier, in a house
with a thousand dossiers and then with ten thousand. And does it when the dossier itself
gets fuller: each of its parts with no more than its heading and with four hundred
records, and the same as it was known a while ago. Ratios of one run, in time of the
processor; the questions to the database are counted, and should be as many.
"""

import argparse
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from _place import lacking, past, place

SEATS = 60
NOTES = 20
SMALL, LARGE = 1_000, 10_000
RECORDS = 400
PARTS = ("beeld", "duiding", "besluit", "samenwerking", "tijdlijn", "tafel")


class Cost(NamedTuple):
    """What one page takes."""

    seconds: float
    queries: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    if reason := lacking("sqlite"):
        print(reason)
        return 0
    with place("sqlite"):
        measure(options.rounds)
        fill(options.rounds)
    return 0


def measure(rounds: int) -> None:
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from expliciet.audit.here import being_here
    from expliciet.dossiers.actions.openings import state_purpose
    from expliciet.dossiers.models import Opening
    from expliciet.vault.keyring import keyring
    from tests.factories import Table
    from tests.signing_in import force_login

    clock = past()
    with being_here(), keyring():
        table = Table(now=next(clock))
        for _ in range(NOTES):
            table.note(table.chair, "Een verzonnen notitie. " * 20, now=next(clock))
        purpose = Opening(purpose="overleg voorbereiden")
        state_purpose(purpose, by=table.chair, now=timezone.now())
        client = Client(SERVER_NAME="localhost")
        force_login(client, table.chair.user)
        seated = neighbours(table, SEATS - 1, next(clock))
        sit(table, seated, next(clock))
    pages = {
        "the list of dossiers": reverse("dossiers:list"),
        "one dossier": reverse("dossiers:detail", args=[table.dossier.pk]),
    }
    there = SEATS
    found: dict[int, dict[str, Cost]] = {}
    for size in (SMALL, LARGE):
        with being_here(), keyring():
            neighbours(table, size - there, next(clock))
        there = size
        found[size] = {
            name: cost(lambda address=address: client.get(address), rounds)
            for name, address in pages.items()
        }
    for name in pages:
        small, large = found[SMALL][name], found[LARGE][name]
        print(f"{name}, for somebody with {SEATS} seats")
        print(
            f"  {SMALL} and {LARGE} dossiers    "
            f"{1000 * small.seconds:7.1f} and {1000 * large.seconds:7.1f} ms"
        )
        ratio = large.seconds / small.seconds
        print(f"  ratio                     {ratio:7.2f}   (aim ≤ 1.25)")
        same = "the same" if small.queries == large.queries else "NOT the same"
        print(
            f"  questions to the database {small.queries:4} and {large.queries}, {same}"
        )


def fill(rounds: int) -> None:
    """One dossier: empty, with many records, and as it was known when these were."""
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from expliciet.audit.here import being_here
    from expliciet.dossiers.actions.openings import state_purpose
    from expliciet.dossiers.models import Opening
    from expliciet.vault.keyring import keyring
    from expliciet.web.dossiers.moments import spelled
    from tests.factories import Table
    from tests.signing_in import force_login

    clock = past()
    with being_here(), keyring():
        table = Table(now=next(clock))
        police = table.seat("police", now=next(clock))
        purpose = Opening(purpose="overleg voorbereiden")
        state_purpose(purpose, by=table.chair, now=timezone.now())
        client = Client(SERVER_NAME="localhost")
        force_login(client, table.chair.user)
        detail = reverse("dossiers:detail", args=[table.dossier.pk])

        def look(part: str, **asked: str) -> Cost:
            query = {"deel": part} | asked
            return cost(lambda: client.get(detail, query), rounds)

        empty = {part: look(part) for part in PARTS}
        for number in range(RECORDS):
            who = police if number % 2 else table.chair
            table.note(who, "Een verzonnen notitie. " * 5, now=next(clock))
        then = spelled(next(clock))
    print(f"one dossier: empty, with {RECORDS} records, and as of its last record")
    for part in PARTS:
        full, before = look(part), look(part, op=then)
        print(
            f"  {part:14} {1000 * empty[part].seconds:6.1f} "
            f"{1000 * full.seconds:6.1f} {1000 * before.seconds:6.1f} ms"
            f"   {full.seconds / empty[part].seconds:5.2f} (aim ≤ 3)"
            f"   {before.seconds / full.seconds:5.2f} (aim ≤ 1.2)"
            f"   {full.queries} questions (aim ≤ 25), {before.queries} as of then"
        )


def neighbours(table: Any, count: int, now: datetime) -> list[Any]:
    """Other dossiers of the house, each with two seats; rows without their records."""
    from expliciet.dossiers.models import Dossier, Seat

    already = Dossier.objects.count()
    dossiers = [
        Dossier(
            house=table.house,
            number=f"D-{already + number:06}",
            opened_at=now,
            working_name=f"Verzonnen {already + number}",
            phase=Dossier.Phase.CONFERENCE,
            regime=Dossier.Regime.WET_PGA,
            controller=table.dossier.controller,
            review_on=now.date() + timedelta(days=30),
            ends_on=now.date() + timedelta(days=900),
            moved_at=now,
        )
        for number in range(max(count, 0))
    ]
    Dossier.objects.bulk_create(dossiers, batch_size=500)
    others = [
        Seat(
            dossier=dossier,
            user=table.substitute.user,
            organisation=table.substitute.organisation,
            role=Seat.Role.SUBSTITUTE,
            joined_at=now,
            hears_from=now,
        )
        for dossier in dossiers
    ]
    Seat.objects.bulk_create(others, batch_size=500)
    return dossiers


def sit(table: Any, dossiers: list[Any], now: datetime) -> None:
    """A seat for the one who looks, in each of these."""
    from expliciet.dossiers.models import Seat

    Seat.objects.bulk_create(
        Seat(
            dossier=dossier,
            user=table.chair.user,
            organisation=table.chair.organisation,
            role=Seat.Role.PROCESS_DIRECTOR,
            joined_at=now,
            hears_from=now,
        )
        for dossier in dossiers
    )


def cost(ask: Callable[[], Any], rounds: int) -> Cost:
    """The quickest of several rounds, after two that do not count."""
    from django.db import connection

    asked = 0

    def count(execute: Any, sql: str, *more: Any) -> Any:
        nonlocal asked
        asked += sql.startswith("SELECT")
        return execute(sql, *more)

    for _ in range(2):
        assert ask().status_code in (200, 304)
    with connection.execute_wrapper(count):
        ask()
    taken = []
    for _ in range(rounds):
        begin = process_time()
        ask()
        taken.append(process_time() - begin)
    return Cost(min(taken), asked)


if __name__ == "__main__":
    sys.exit(main())
