"""What does unsealing cost: how much of the server's time for a page goes to it?

Two pages. A plain one, that shows two hundred notes at once: the query, the unsealing,
the template, and nothing else. And the page of a dossier with those notes, as it is.
Shares of one run, the best of several rounds, in time of the processor.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parent))

from _place import lacking, past, place

NOTES = 200
CHARACTERS = 600

PLAIN = """
{% for note in notes %}
<article id="{{ note.reference }}">
  <header>{{ note.reference }} · {{ note.organisation.name }} ·
    <time datetime="{{ note.recorded_at|date:"c" }}">{{ note.recorded_at }}</time>
  </header>
  {{ note.text|linebreaks }}
</article>
{% endfor %}
"""


class Clock:
    """Time spent in unsealing, fetching and unwrapping keys included."""

    def __init__(self) -> None:
        self.spent = 0.0
        self.count = 0

    @contextmanager
    def running(self) -> Iterator[None]:
        from expliciet.vault.keyring import Keyring

        whole = Keyring.open

        def timed(*given: Any, **named: Any) -> bytes:
            begin = process_time()
            try:
                return whole(*given, **named)
            finally:
                self.spent += process_time() - begin
                self.count += 1

        with patch.object(Keyring, "open", timed):
            yield


def best(work: Callable[[], object], rounds: int) -> tuple[float, Clock]:
    """The quickest round: its seconds, and what of them was unsealing."""
    taken = []
    for _ in range(rounds):
        clock = Clock()
        with clock.running():
            begin = process_time()
            work()
            taken.append((process_time() - begin, clock))
    return min(taken, key=lambda each: each[0])


def told(name: str, page: float, clock: Clock) -> None:
    share = 100 * clock.spent / page
    print(f"{name:27} {1000 * page:8.1f} ms, {clock.count} texts unsealed")
    print(f"  unsealing them            {1000 * clock.spent:8.2f} ms")
    print(f"  share of the page         {share:8.1f} %  (aim ≤ 5 %)")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    if reason := lacking("sqlite"):
        print(reason)
        return 0
    with place("sqlite"):
        measure(options.rounds)
    return 0


def measure(rounds: int) -> None:
    from django.template import Context, Engine
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from expliciet.audit.here import being_here
    from expliciet.dossiers.actions.openings import state_purpose
    from expliciet.dossiers.models import Note, Opening
    from expliciet.vault.keyring import keyring
    from tests.factories import Table
    from tests.signing_in import force_login

    clock = past()
    with being_here(), keyring():
        table = Table(now=next(clock))
        text = ("Een verzonnen notitie van gewone lengte. " * 20)[:CHARACTERS]
        for _ in range(NOTES):
            table.note(table.chair, text, now=next(clock))
        purpose = Opening(purpose="overleg voorbereiden")
        state_purpose(purpose, by=table.chair, now=timezone.now())
        client = Client(SERVER_NAME="localhost")
        force_login(client, table.chair.user)
    template = Engine(builtins=["django.template.defaultfilters"]).from_string(PLAIN)

    def plain() -> None:
        with keyring():
            table.chair.unlock(timezone.now())
            notes = Note.objects.visible_to(table.chair, timezone.now())
            notes = notes.select_related("organisation")
            page = template.render(Context({"notes": notes}))
            assert page.count("<article") == NOTES

    address = reverse("dossiers:detail", args=[table.dossier.pk])

    def dossier() -> None:
        assert client.get(address).status_code == 200

    for work in (plain, dossier):
        work()
    page, spent = best(plain, rounds)
    told(f"{NOTES} notes on a plain page", page, spent)
    all_of_them = spent.spent
    page, spent = best(dossier, rounds)
    told("the page of their dossier", page, spent)
    share = 100 * all_of_them / page
    print(f"  {NOTES} notes / this page      {share:8.1f} %  (aim ≤ 5 %)")


if __name__ == "__main__":
    sys.exit(main())
