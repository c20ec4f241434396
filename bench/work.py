"""Does one's own page stay quick for somebody with much to do?

At sixty tables, first with nothing to do and then with five hundred open things:
agreements to accept, to carry out and to confirm, and expectations, asked of them
and of others; beside somebody without any table. Time of the processor, as a ratio of
one run, and how many questions each page asks of the database.
"""

import argparse
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from _place import lacking, place
from pages import cost

TABLES = 60
MATTERS = 500


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--tables", type=int, default=TABLES)
    parser.add_argument("--matters", type=int, default=MATTERS)
    options = parser.parse_args()
    if reason := lacking("sqlite"):
        print(reason)
        return 0
    with place("sqlite"):
        measure(options.rounds, options.tables, options.matters)
    return 0


def measure(rounds: int, tables: int, matters: int) -> None:
    from django.db import connection

    from expliciet.audit.here import being_here
    from expliciet.vault.keyring import keyring
    from tests.factories import AppointmentFactory, HouseFactory, OrganisationFactory

    with connection.cursor() as cursor:  # time of the processor, not of the disk
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.execute("PRAGMA journal_mode = MEMORY")
    with being_here(), keyring():
        house = HouseFactory()
        police = OrganisationFactory(house=house, function="police")
        town = OrganisationFactory(house=house, function="municipality")
        idle, busy, other = (
            AppointmentFactory(organisation=each) for each in (police, police, town)
        )
        sat = sit(house, busy, other, tables)
        idle_client, client = signed_in(idle), signed_in(busy)
    nothing = cost(lambda: idle_client.get("/"), rounds)
    empty = cost(lambda: client.get("/"), rounds)
    with being_here(), keyring():
        fill(sat, matters)
    full = cost(lambda: client.get("/"), rounds)
    print(f"one's own page, with {matters} open things at {tables} tables")
    told = [1000 * each.seconds for each in (nothing, empty, full)]
    print("  no table / no thing / all {:7.1f} {:7.1f} {:7.1f} ms".format(*told))
    ratio = full.seconds / empty.seconds
    print(f"  all / the empty page      {ratio:7.2f}   (aim ≤ 2)")
    counts = [each.queries for each in (nothing, empty, full)]
    print("  questions to the database {:7} {:7} {:7}".format(*counts))


def signed_in(somebody: Any) -> Any:
    from django.test import Client

    from tests.signing_in import force_login

    client = Client(SERVER_NAME="localhost")
    force_login(client, somebody.user)
    return client


def sit(house: Any, busy: Any, other: Any, tables: int) -> list[Any]:
    """Tables at which both sit."""
    from django.utils import timezone

    from expliciet.dossiers.actions.seats import invite
    from expliciet.dossiers.models import Seat
    from tests.factories import Table

    sat = []
    for _number in range(tables):
        table = Table(house=house, now=timezone.now() - timedelta(hours=2))
        mine, theirs = (
            invite(
                Seat(user=who.user, organisation=who.organisation, why="nodig"),
                by=table.chair,
                now=table.tick(),
            )
            for who in (busy, other)
        )
        sat.append((table, mine, theirs))
    return sat


def fill(sat: list[Any], matters: int) -> None:
    """Things between the two at each table, in turn of every kind."""
    from django.utils import timezone

    from expliciet.casework.actions.agreements import claim, reply
    from expliciet.casework.models import Claim, Reply
    from tests.casework.promises import agreed, expected

    for number, (table, mine, theirs) in enumerate(sat):
        for which in range(matters // len(sat) + (number < matters % len(sat))):
            kind = which % 6
            if kind == 0:
                expected(table, theirs, mine)
            elif kind == 1:
                expected(table, mine, theirs)
            elif kind == 2:
                agreed(table, mine, by=theirs)
            elif kind == 3:
                agreed(table, mine)
            elif kind == 4:
                made = agreed(table, theirs, by=mine)
                reply(Reply(agreement=made, says="yes"), by=theirs, now=table.tick())
            else:
                made = agreed(table, theirs, by=mine)
                reply(Reply(agreement=made, says="yes"), by=theirs, now=table.tick())
                today = timezone.localdate()
                done = Claim(agreement=made, done_on=today, words="gezien")
                claim(done, by=theirs, now=table.tick())


if __name__ == "__main__":
    sys.exit(main())
