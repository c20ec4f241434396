"""What every test may count on, and what happens when a machine lacks it."""

import os
import random
import shutil
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import postgres

# Playwright runs an event loop in the thread in which the tests use the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

NEEDS: dict[str, tuple[Callable[[], object], str]] = {
    "browser": (
        lambda: shutil.which("chromium"),
        "no chromium here, so nothing was opened in a browser: apt install chromium",
    ),
    "office": (
        lambda: shutil.which("soffice"),
        "no soffice here, so no LibreOffice: apt install libreoffice-writer-nogui",
    ),
    "postgres": (
        postgres.find_binaries,
        "no initdb here, so nothing ran on PostgreSQL: apt install postgresql",
    ),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run what takes long")


TAKE_LONGEST = (
    *("house/test_on_postgres.py", "proofs/test_matrix.py", "proofs/test_states.py"),
    *("proofs/test_two_worlds.py", "proofs/test_clean.py", "demo/test_duinmeer.py"),
    *("proofs/test_without_a_line.py", "proofs/test_second_ways.py"),
    *(
        "proofs/test_held_back.py",
        "proofs/test_blind.py",
        "post/test_crashing.py",
        "browser/test_whole_case.py",
    ),
)
"""They begin before the others: else one processor waits at the end for the other, in
whatever order chance puts them. A file with few tests may take longest."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    items.sort(key=place)
    if config.getoption("--long"):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]


Some = Callable[[Iterable[Any], float], list[Any]]


@pytest.fixture
def some(request: pytest.FixtureRequest) -> Some:
    """Chooses by chance which of many a run of every day looks at: this share of them.

    The seed of the run says which. With `--long` it is all of them; on PostgreSQL,
    where the same was looked at on SQLite already, a third of the share.
    """
    from django.db import connection

    long = bool(request.config.getoption("--long"))

    def choose(things: Iterable[Any], share: float) -> list[Any]:
        there_are = list(things)
        if long:
            return there_are
        if connection.vendor == "postgresql":
            share /= 3
        wanted = max(1, round(len(there_are) * share))
        chosen = set(random.sample(range(len(there_are)), wanted))
        return [each for at, each in enumerate(there_are) if at in chosen]

    return choose


Asked = Callable[[str], bool]


@pytest.fixture
def asked_today(request: pytest.FixtureRequest) -> Asked:
    """Whether a run of every day opens this page: of what lies behind a dossier's own
    page one in three, by chance; on PostgreSQL one in nine; with `--long` all of it."""
    from django.db import connection

    one_in = 9 if connection.vendor == "postgresql" else 3
    turn = random.randrange(one_in)
    long = bool(request.config.getoption("--long"))

    def is_asked(address: str) -> bool:
        path = address.partition("?")[0]
        behind = path.startswith("/dossiers/") and path.count("/") > 3
        return long or not behind or zlib.crc32(path.encode()) % one_in == turn

    return is_asked


def place(item: pytest.Item) -> int:
    """Where among the others: the longest first, the rest as they come."""
    file = item.path.as_posix()
    ways = (at for at, name in enumerate(TAKE_LONGEST) if file.endswith(name))
    return next(ways, len(TAKE_LONGEST))


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, (present, reason) in NEEDS.items():
        if item.get_closest_marker(marker) and not present():
            if os.environ.get("EXPLICIET_FORBID_SKIPS"):
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)


@pytest.fixture(scope="session", autouse=True)
def keys_of_the_occasion(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The master keys of the tests lie in a folder of the tests."""
    from django.test import override_settings

    with override_settings(EXPLICIET_KEYS=tmp_path_factory.mktemp("keys")):
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Plain names for style sheets, whatever was collected on this machine before."""
    from django.test import override_settings

    with override_settings(STATIC_ROOT=tmp_path_factory.mktemp("static")):
        yield


@pytest.fixture
def key_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder for keys, of one test alone; not made yet."""
    from django.test import override_settings

    with override_settings(EXPLICIET_KEYS=tmp_path / "keys"):
        yield tmp_path / "keys"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """SQLite in a file, as it is for real, so that threads and processes meet there.

    Only the disk is not waited for, as with the PostgreSQL of the tests.
    """
    from django.db import connection

    if connection.vendor == "sqlite":
        settings = connection.settings_dict
        settings["TEST"]["NAME"] = str(tmp_path_factory.mktemp("db") / "test.sqlite3")
        settings["OPTIONS"]["init_command"] += "PRAGMA synchronous = OFF;"


@pytest.fixture(scope="session", autouse=True)
def tests_may_empty_the_trail() -> Iterator[None]:
    """A test that commits is followed by a flush, which the trail would refuse."""
    from django.test import TransactionTestCase

    from expliciet.audit.guard import lifted

    flush = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def flush_all(case: TransactionTestCase) -> None:
        with lifted():
            flush(case)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", flush_all)
        yield


@pytest.fixture(scope="session", autouse=True)
def whoever_is_signed_in_came_through_the_door() -> Iterator[None]:
    """`client.force_login` signs in as a password and a code would."""
    from django.test import Client

    from tests.signing_in import force_login

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "force_login", force_login)
        yield


@pytest.fixture(scope="session", autouse=True)
def passwords_are_quickly_hashed() -> Iterator[None]:
    """The same method, with less of the work that stops whoever guesses."""
    from django.contrib.auth.hashers import Argon2PasswordHasher

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Argon2PasswordHasher, "time_cost", 1)
        patch.setattr(Argon2PasswordHasher, "memory_cost", 64)
        patch.setattr(Argon2PasswordHasher, "parallelism", 1)
        yield


@pytest.fixture(autouse=True)
def a_keyring(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Keys of the occasion, and a keyring: what a request would bring."""
    if not {"db", "transactional_db", "live_server"} & set(request.fixturenames) and (
        not request.node.get_closest_marker("django_db")
    ):
        yield
        return
    from expliciet.vault.keyring import keyring

    with keyring():
        yield


@pytest.fixture(autouse=True)
def as_often_as_we_like(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests ask more in a minute than people do; those about rates keep them."""
    from django.test import override_settings

    with override_settings(
        RATES_ARE_KEPT=bool(request.node.get_closest_marker("rates"))
    ):
        yield


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[postgres.Cluster]:
    """A PostgreSQL of our own, gone after the tests."""
    with postgres.running() as cluster:
        yield cluster
