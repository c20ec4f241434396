"""What does the trail cost: a deed with its line, and a page with its line?

All figures are ratios within one run. With and without come in turn, so that what else
the machine does counts for both. Readers come at a pace at which the machine is busy
for about half of the time, as many as the house is made for.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from statistics import median, quantiles
from threading import Thread
from time import perf_counter, sleep
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parent))

from _place import on_each_engine, past, place

READERS = {"sqlite": 15, "postgresql": 50}
NOTES = 20


@contextmanager
def without_lines() -> Iterator[None]:
    """The same program, in which nothing leaves a line."""
    from expliciet.audit import trail
    from expliciet.audit.here import here

    def forget(*_: Any, **__: Any) -> None:
        here().lines += 1

    with (
        patch.object(trail, "record", forget),
        patch.object(trail, "own_transaction", nullcontext),
    ):
        yield


def seconds(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def deeds(rounds: int) -> None:
    """Recording a note, from the first question to the commit."""
    from expliciet.dossiers.actions.circles import circle_for
    from expliciet.dossiers.models import Circle
    from tests.factories import Table

    table = Table()
    circle = circle_for(table.chair, Circle.Kind.TABLE, table.tick())

    def note() -> None:
        from expliciet.dossiers.actions.notes import record_note
        from expliciet.dossiers.models import Note

        text = Note(text="Een verzonnen notitie van gewone lengte. " * 15)
        record_note(text, by=table.chair, circle=circle, now=table.tick())

    kept, bare = [], []
    for _ in range(rounds):
        kept.append(seconds(note))
        with without_lines():
            bare.append(seconds(note))
    print(f"  a note with its line        {1000 * median(kept):8.2f} ms")
    print(f"  a note without              {1000 * median(bare):8.2f} ms")
    print(
        f"  with / without              {median(kept) / median(bare):8.2f}   (aim ≤ 2)"
    )


def readers(count: int) -> list[Callable[[], object]]:
    """Colleagues at one table with some notes, each with the page before them."""
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from expliciet.dossiers.actions.openings import state_purpose
    from expliciet.dossiers.models import Opening
    from tests.factories import Table
    from tests.signing_in import force_login

    clock = past()
    table = Table(now=next(clock))
    text = "Een verzonnen notitie van gewone lengte. " * 15
    for _ in range(NOTES):
        table.note(table.chair, text, now=next(clock))
    page = reverse("dossiers:detail", args=[table.dossier.pk])
    asking = []
    for number in range(count):
        function = "police" if number % 2 else "wijkteam"
        seat = table.seat(function, now=next(clock))
        client = Client(SERVER_NAME="localhost")
        force_login(client, seat.user)
        opening = Opening(purpose="overleg voorbereiden")
        state_purpose(opening, by=seat, now=timezone.now())

        def ask(client: Client = client) -> None:
            answer = client.get(page)
            assert answer.status_code == 200, answer.status_code

        asking.append(ask)
    return asking


def at_a_pace(
    asking: list[Callable[[], object]], pace: float, pages: int
) -> list[float]:
    """How long each page took, when every reader asks for one at this pace."""
    from django.db import connection

    taken: list[float] = []

    def read(number: int, ask: Callable[[], object]) -> None:
        sleep(pace * number / len(asking))
        for _ in range(pages):
            took = seconds(ask)
            taken.append(took)
            sleep(max(0.0, pace - took))
        connection.close()

    threads = [
        Thread(target=read, args=(number, ask)) for number, ask in enumerate(asking)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def p95(taken: list[float]) -> float:
    return quantiles(taken, n=20)[-1]


def pages(count: int, rounds: int) -> None:
    from expliciet.audit.here import being_here
    from expliciet.vault.keyring import keyring

    with being_here(), keyring():
        asking = readers(count)
    for ask in asking:  # whoever comes first in the morning waits longer
        ask()
    one = median(seconds(asking[0]) for _ in range(10))
    pace = 2 * one * count
    kept: list[float] = []
    bare: list[float] = []
    for turn in range(2 * rounds):
        if turn % 4 in (0, 3):  # neither of the two always goes first
            kept += at_a_pace(asking, pace, 4)
        else:
            with without_lines():
                bare += at_a_pace(asking, pace, 4)
    print(f"  {count} readers, a page every {pace:.1f} s each, {len(kept)} pages")
    print(f"  p50 with / without          {median(kept) / median(bare):8.2f}")
    print(f"  p95 with its line           {1000 * p95(kept):8.0f} ms")
    print(f"  p95 without                 {1000 * p95(bare):8.0f} ms")
    print(f"  p95 with / without          {p95(kept) / p95(bare):8.2f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--on", choices=READERS, help="only this engine")
    parser.add_argument("--rounds", type=int, default=4, help="more is steadier")
    options = parser.parse_args()
    if options.on is None:
        return on_each_engine(__file__, "--rounds", str(options.rounds))
    with place(options.on):
        from expliciet.audit.here import being_here
        from expliciet.vault.keyring import keyring

        print(options.on)
        with being_here(), keyring():
            deeds(75 * options.rounds)
        pages(READERS[options.on], options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
