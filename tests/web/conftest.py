"""Screens without a browser."""

from collections.abc import Iterator

import pytest
from django.test import override_settings
from django.utils.translation import override


@pytest.fixture(scope="session", autouse=True)
def nothing_collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Plain names for style sheets, whatever was collected on this machine before."""
    with override_settings(STATIC_ROOT=tmp_path_factory.mktemp("static")):
        yield


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    """Each test begins in Dutch, whatever language the last page was asked in."""
    with override("nl"):
        yield
