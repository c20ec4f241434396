"""Where an action comes from: one request, one command, one turn of the clock."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass
class Here:
    """What every line of one request shares, and how many lines there are so far."""

    trace: str = field(default_factory=lambda: secrets.token_hex(16))
    session: str = ""
    """A hash of the session, so that lines of one session can be laid together."""
    access_point: str = ""
    """The network somebody came from: a prefix, never a whole address."""
    auth_level: str = ""
    """How somebody proved who they are: ``password``, ``password+totp``, ``demo``."""
    lines: int = 0


_here: ContextVar[Here | None] = ContextVar("here", default=None)


@contextmanager
def being_here(here: Here | None = None) -> Iterator[Here]:
    """Everything recorded in this block comes from here."""
    here = here or Here()
    token = _here.set(here)
    try:
        yield here
    finally:
        _here.reset(token)


def here() -> Here:
    """Where we are; a fresh place when nobody said so."""
    return _here.get() or Here()
