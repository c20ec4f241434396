"""A post office of the occasion, empty at the start."""

import signal
from collections.abc import Iterator
from typing import Any

import pytest

from expliciet.post import stopping
from tests.post.outbox import OFFICE, Office


@pytest.fixture(autouse=True)
def office(settings: Any) -> type[Office]:
    settings.EMAIL_BACKEND = OFFICE
    Office.sent, Office.refuses = [], set()
    Office.closed, Office.opened = False, 0
    return Office


@pytest.fixture(autouse=True)
def nobody_asked_to_stop() -> Iterator[None]:
    """Commands listen to signals, and the tests want to hear those themselves."""
    heard = {
        number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)
    }
    yield
    for number, handler in heard.items():
        signal.signal(number, handler)
    stopping.forget()
