"""Whether somebody asked us to stop; whoever does long work asks in between."""

import signal
from types import FrameType

_asked: list[int] = []


def listen() -> None:
    """From now on Ctrl+C and a friendly kill ask, and nothing is broken off halfway."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask)


def ask(number: int = 0, frame: FrameType | None = None) -> None:
    _asked.append(number)


def forget() -> None:
    """Begin anew."""
    _asked.clear()


def not_asked() -> bool:
    return not _asked
