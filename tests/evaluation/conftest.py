"""What tests of the room share."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from tests.accounts.conftest import trail  # noqa: F401


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """What an action says is wrong, as it stands in the code."""
    with translation.override("en"):
        yield
