"""What every test may count on, and what happens when a machine lacks it."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest

from tests import postgres

# Playwright runs an event loop in the thread in which the tests use the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

NEEDS: dict[str, tuple[Callable[[], object], str]] = {
    "browser": (
        lambda: shutil.which("chromium"),
        "no chromium here, so nothing was opened in a browser: apt install chromium",
    ),
    "postgres": (
        postgres.find_binaries,
        "no initdb here, so nothing ran on PostgreSQL: apt install postgresql",
    ),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run what takes long")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    if config.getoption("--long"):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, (present, reason) in NEEDS.items():
        if item.get_closest_marker(marker) and not present():
            if os.environ.get("EXPLICIET_FORBID_SKIPS"):
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[postgres.Cluster]:
    """A PostgreSQL of our own, gone after the tests."""
    with postgres.running() as cluster:
        yield cluster
