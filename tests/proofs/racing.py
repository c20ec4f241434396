"""Two people who do something at the same moment, each in a connection of their own."""

from collections.abc import Callable
from datetime import datetime
from threading import Barrier, Thread
from typing import Any

from django.db import connection

from expliciet.audit.here import being_here
from expliciet.dossiers.models import Seat
from expliciet.vault.keyring import keyring

Deed = Callable[[], Any]


def race(*deeds: Deed) -> list[Any]:
    """Start all at once; what each gave back, or what it ran into."""
    start = Barrier(len(deeds))
    outcomes: list[Any] = [None] * len(deeds)

    def run(place: int, deed: Deed) -> None:
        try:
            connection.ensure_connection()
            start.wait(timeout=10)
            with being_here(), keyring():
                outcomes[place] = deed()
        except Exception as wrong:
            outcomes[place] = wrong
        finally:
            connection.close()

    threads = [
        Thread(target=run, args=(place, deed)) for place, deed in enumerate(deeds)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


def as_in_a_request(
    seat: Seat, deed: Callable[[Seat, datetime], Any], now: datetime
) -> Deed:
    """Finds the seat anew and unlocks it first, as a screen does."""

    def whole() -> Any:
        found = Seat.objects.select_related(
            "dossier__house", "organisation", "user"
        ).get(pk=seat.pk)
        found.unlock(now)
        return deed(found, now)

    return whole


def lost(outcomes: list[Any]) -> list[Exception]:
    return [outcome for outcome in outcomes if isinstance(outcome, Exception)]


def won(outcomes: list[Any]) -> list[Any]:
    return [outcome for outcome in outcomes if not isinstance(outcome, Exception)]
