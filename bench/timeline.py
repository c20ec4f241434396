"""What does the timeline of a long dossier take?

A dossier with no more than its heading, and the same with four hundred things said in
it. The processor time of one page, as the middle of some rounds, with all that stands
around the timeline; the questions to the database are counted besides.
"""

import argparse
import sys
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from _place import lacking, past, place

EVENTS = 400
MOST_MORE = 0.060
"""Seconds that the page may take longer for it."""


class Cost(NamedTuple):
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
        return measure(options.rounds)


def measure(rounds: int) -> int:
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
        purpose = Opening(purpose="overleg voorbereiden")
        state_purpose(purpose, by=table.chair, now=timezone.now())
        client = Client(SERVER_NAME="localhost")
        force_login(client, table.chair.user)
        page = f"{reverse('dossiers:detail', args=[table.dossier.pk])}?deel=tijdlijn"
        few = cost(client, page, rounds)
        for _ in range(EVENTS):
            table.note(table.chair, "Een verzonnen notitie.", now=next(clock))
        many = cost(client, page, rounds)
    more = many.seconds - few.seconds
    print(f"empty: {few.seconds * 1000:.0f} ms, {few.queries} queries")
    print(f"{EVENTS} events: {many.seconds * 1000:.0f} ms, {many.queries} queries")
    print(f"more: {more * 1000:.0f} ms; at most {MOST_MORE * 1000:.0f}")
    return 0 if more <= MOST_MORE else 1


def cost(client: "Client", page: str, rounds: int) -> Cost:  # noqa: F821
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(page)
    spent = []
    for _ in range(rounds):
        begin = process_time()
        answer = client.get(page)
        spent.append(process_time() - begin)
        assert answer.status_code == 200, answer.status_code
    with CaptureQueriesContext(connection) as caught:
        client.get(page)
    return Cost(median(spent), len(caught))


if __name__ == "__main__":
    sys.exit(main())
