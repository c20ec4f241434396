"""A worker that is killed in the middle of sending loses nothing (C20, V20)."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest

from tests.postgres import Cluster

PREPARE = """
import sys
from datetime import timedelta
from uuid import uuid4
import django
django.setup()
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from expliciet.accounts.models import User
from expliciet.post.actions.notices import notify
from expliciet.post.models import Notice
from expliciet.vault.keyring import keyring
call_command("migrate", verbosity=0)
now, kinds = timezone.now(), list(Notice.Kind)
rhythms = ["", "at_once", "daily", "weekly"]
earlier = now - timedelta(days=8)  # so that every rhythm has had its moment
with keyring():
    people = User.objects.bulk_create(
        User(email=f"p{number}@voorbeeld.example", name=f"Kanarie {number}",
             joined_at=now, ends_on=now.date(), password="!",
             mail_rhythm=rhythms[number // 2 % 4])
        for number in range(int(sys.argv[1]))
    )
    with transaction.atomic():
        for number, person in enumerate(people):
            for again in range(1 + number % 2):
                notify(kinds[number % len(kinds)], [person], now=earlier, about=uuid4())
"""
QUICKLY = ["--skip-checks"]
# An hour goes by: what the killed one held is free again.
LATER = [
    "UPDATE post_errand SET began_at = NULL, held_until = NULL",
    "UPDATE post_delivery SET taken_at = '2000-01-01 00:00:00' WHERE state = 'going'",
]


@dataclass
class Installation:
    """A database of its own, and a folder in which mail ends up."""

    data: Path
    connect: Callable[[], Any]
    database: str = ""

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        surroundings = os.environ | {
            "DJANGO_SETTINGS_MODULE": "expliciet.settings",
            "EXPLICIET_DATA": str(self.data),
            "EXPLICIET_DATABASE": self.database,
        }
        return subprocess.Popen([sys.executable, *arguments], env=surroundings)

    def ask(self, *statements: str) -> list[tuple[Any, ...]]:
        connection = self.connect()
        try:
            cursor = connection.cursor()
            for statement in statements:
                cursor.execute(statement)
            rows = cursor.fetchall() if cursor.description else []
            connection.commit()
            return list(rows)
        finally:
            connection.close()

    def mails(self) -> list[Path]:
        return list((self.data / "mail").glob("*.eml"))

    def left(self) -> int:
        ask = "SELECT count(*) FROM post_delivery WHERE state <> 'sent'"
        return int(self.ask(ask)[0][0])


def on_sqlite(data: Path) -> Installation:
    import sqlite3

    path = data / "expliciet.sqlite3"
    return Installation(data, lambda: sqlite3.connect(path, timeout=30))


def on_postgres(data: Path, cluster: Cluster) -> Installation:
    import psycopg

    name = f"crash{uuid4().hex[:8]}"
    where = {"host": str(cluster.host), "user": cluster.user}
    with psycopg.connect(**where, dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    address = f"postgresql://{cluster.user}@{quote(str(cluster.host), safe='')}/{name}"
    return Installation(data, lambda: psycopg.connect(**where, dbname=name), address)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Installation:
    if request.param == "sqlite":
        return on_sqlite(tmp_path)
    return on_postgres(tmp_path, request.getfixturevalue("postgres_cluster"))


@contextmanager
def worker(installation: Installation) -> Iterator[subprocess.Popen[bytes]]:
    running = installation.start("-m", "django", "worker", "--pause", "0.1", *QUICKLY)
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def await_that(true: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it did not come true"
        time.sleep(0.005)


@pytest.mark.parametrize(
    ("people", "kills"),
    [
        pytest.param(200, 4, id="hundreds"),
        pytest.param(7_000, 60, id="ten thousand", marks=pytest.mark.long),
    ],
)
def test_a_worker_that_is_killed_over_and_over_loses_nothing(
    installation: Installation, people: int, kills: int
) -> None:
    """V20: every notice goes out, none with a word of what it is about."""
    chance = Random(people)
    assert installation.start("-c", PREPARE, str(people)).wait() == 0
    notices = installation.left()
    assert notices == people * 3 // 2

    killed = 0
    for _ in range(kills):
        reached = len(installation.mails()) + chance.randint(1, people // kills - 5)
        with worker(installation) as running:
            await_that(lambda: len(installation.mails()) >= reached)  # noqa: B023
            killed += running.poll() is None
        installation.ask(*LATER)
    assert killed == kills
    assert installation.left() > 0, "killed too late to mean something"

    with worker(installation) as running:
        await_that(lambda: installation.left() == 0, seconds=600)
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=30) == 0

    mails = [message_from_bytes(path.read_bytes()) for path in installation.mails()]
    received = {mail["To"] for mail in mails}
    assert received == {f"p{number}@voorbeeld.example" for number in range(people)}
    assert people <= len(mails) <= people + kills
    assert len({mail.get_payload() for mail in mails}) == 1
    assert not any("Kanarie" in mail.as_string() for mail in mails)
    lines = "SELECT sum(count), count(*) FROM audit_line WHERE action = 'mail-sent'"
    assert installation.ask(lines) == [(notices, people)]
