"""Duinmeer, loaded once for the tests that look at it, and gone afterwards."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from expliciet.accounts.models import House
from expliciet.audit.guard import lifted
from expliciet.demo.loading import load


class Duinmeer(NamedTuple):
    house: House
    accounts: Path
    queries: int

    @property
    def people(self) -> list[dict[str, str]]:
        return list(json.loads(self.accounts.read_text(encoding="utf-8")))


class Counter:
    """How often the database was asked something."""

    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Any, *asked: Any) -> Any:
        self.queries += 1
        return execute(*asked)


@contextmanager
def demo_in(folder: Path) -> Iterator[None]:
    """Settings of a demo that keeps its things in this folder."""
    with override_settings(DEMO=True, DATA=folder):
        yield


@pytest.fixture(scope="module")
def duinmeer(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Duinmeer]:
    """The whole house, committed, for the tests of one file."""
    folder, counter = tmp_path_factory.mktemp("duinmeer"), Counter()
    with django_db_blocker.unblock(), demo_in(folder):
        with connection.execute_wrapper(counter):
            loaded = load(timezone.now())
        yield Duinmeer(loaded.house, folder / "demo" / "accounts.json", counter.queries)
        with lifted():
            call_command("flush", interactive=False, verbosity=0)
