"""Which errands the clock has: a name, what to do, and how often.

A room registers its own when Django is ready, each with a function that gets the
moment and answers how many things it did:

    @errand("drafts", every=DAY, label=_("throw away drafts whose end has come"))
    def drop_drafts(now: datetime) -> int: ...
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

Run = Callable[[datetime], int]


class Work(NamedTuple):
    """One errand, as a room registered it."""

    name: str
    label: str | Promise
    run: Run
    every: timedelta
    is_silent: bool
    """Leaves no line that the clock ran: what it does tells of itself."""


_known: dict[str, Work] = {}


def errand(
    name: str, *, every: timedelta, label: str | Promise, silent: bool = False
) -> Callable[[Run], Run]:
    """Register this function as an errand of the clock.

    It has transactions of its own, and may be broken off and done again.
    """

    def register(run: Run) -> Run:
        if name in _known and whose(_known[name].run) != whose(run):
            raise ImproperlyConfigured(f"there are two errands called {name}")
        _known[name] = Work(name, label, run, every, silent)
        return run

    return register


def whose(run: Run) -> str:
    return f"{run.__module__}.{run.__qualname__}"


def known() -> dict[str, Work]:
    """Every errand there is, by name, in the order in which they are done."""
    return dict(_known)
