"""The worker: one turn of the clock after the other, until asked to stop."""

import time
from collections.abc import Callable

from django.db import close_old_connections, connections
from django.utils import timezone

from .actions.clock import turn
from .stopping import not_asked

PAUSE = 5.0
LONGEST = 60.0
STEP = 0.5


def work(
    say: Callable[[str, float], None],
    *,
    pause: float = PAUSE,
    goes_on: Callable[[], bool] = not_asked,
) -> None:
    """Go round. Trouble that the clock itself cannot get over, such as a database that
    does not answer, is waited out: longer every time, and never the end of it.

    `say` hears what kind of trouble it was, and how long we wait.
    """
    setbacks = 0
    while goes_on():
        rest = pause
        try:
            turn(timezone.now(), goes_on=goes_on)
            setbacks = 0
            close_old_connections()
        except Exception as trouble:
            setbacks += 1
            rest = min(LONGEST, pause * 2**setbacks)
            say(type(trouble).__name__, rest)
            connections.close_all()
        sleep(rest, goes_on)


def sleep(seconds: float, goes_on: Callable[[], bool]) -> None:
    until = time.monotonic() + seconds
    while goes_on() and (left := until - time.monotonic()) > 0:
        time.sleep(min(STEP, left))
