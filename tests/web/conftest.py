"""Screens without a browser."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    """Each test begins in Dutch, whatever language the last page was asked in."""
    with override("nl"):
        yield
