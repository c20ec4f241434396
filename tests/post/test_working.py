"""The worker and the tick, as somebody at the terminal meets them."""

import os
import signal
import threading
import time
from datetime import datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import timezone

from expliciet.accounts.models import User
from expliciet.post import errands, stopping, working
from expliciet.post.errands import HOUR, errand
from expliciet.post.working import LONGEST, sleep, work
from tests.factories import UserFactory
from tests.post.outbox import Office, waiting


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the worker waited each time, without waiting."""
    waited: list[float] = []
    monkeypatch.setattr(working, "sleep", lambda rest, goes_on: waited.append(rest))
    monkeypatch.setattr(working, "close_old_connections", lambda: None)
    monkeypatch.setattr(working.connections, "close_all", lambda: None)
    return waited


def test_a_database_that_does_not_answer_is_waited_out_longer_and_longer(
    monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    """V20: an outage ends, and the worker is still there."""
    turns, heard = iter([True, *[False] * 6, True, False, True]), []

    def turn(now: datetime, **_: Any) -> None:
        if not next(turns):
            raise OperationalError("kanarie")

    monkeypatch.setattr(working, "turn", turn)
    work(
        lambda trouble, rest: heard.append((trouble, rest)),
        pause=2,
        goes_on=lambda: len(waits) < 10,
    )
    assert waits == [2, 4, 8, 16, 32, LONGEST, LONGEST, 2, 4, 2]
    assert {trouble for trouble, _ in heard} == {"OperationalError"}


def test_asked_to_stop_it_wakes_up() -> None:
    stopping.listen()
    began = time.monotonic()
    threading.Timer(0.2, lambda: os.kill(os.getpid(), signal.SIGTERM)).start()
    sleep(30, stopping.not_asked)
    assert time.monotonic() - began < 5


@pytest.mark.django_db
def test_the_worker_stops_with_whoever_started_it() -> None:
    call_command("worker", with_parent=1)
    assert not stopping.not_asked()


@pytest.mark.django_db
def test_a_second_tick_says_that_nothing_was_due(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    waiting(UserFactory(), now=timezone.now())
    first, second = StringIO(), StringIO()
    call_command("tick", stdout=first)
    call_command("tick", stdout=second)
    assert "post versturen die klaarligt: 1" in first.getvalue()
    assert second.getvalue() == "Er was niets aan de beurt.\n"
    assert len(Office.sent) == 1


@pytest.mark.django_db
def test_a_tick_in_which_something_failed_says_so_and_what_but_not_why(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """T24: of what went wrong only its kind is told."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setattr(errands, "_known", {})

    @errand("falls", every=HOUR, label="falls over")
    def falls(now: datetime) -> int:
        raise User.DoesNotExist("Kanarie Verzonnen")

    said = StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command("tick", stdout=said)
    assert refusal.value.returncode == 1
    assert "falls over: DoesNotExist" in said.getvalue()
    assert "Kanarie" not in said.getvalue() + str(refusal.value) + caplog.text
