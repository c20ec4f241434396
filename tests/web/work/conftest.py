"""A made-up house, for the page of one’s own work."""

import pytest

from tests.partners import Partners


@pytest.fixture
def partners() -> Partners:
    return Partners()
