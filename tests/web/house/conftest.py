"""A made-up house, for the screens about it."""

import pytest

from tests.partners import Partners


@pytest.fixture
def partners() -> Partners:
    return Partners()
