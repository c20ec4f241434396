"""A Chromium that never answers holds up one test, and not all that come after."""

import os
import signal
import time

import pytest
from playwright.sync_api import Browser

from tests.browser import conftest

pytestmark = pytest.mark.browser


def test_a_window_that_does_not_close_is_ended(
    browsers: list[Browser], browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next test gets another browser."""
    context = browser.new_context()
    context.new_page()
    monkeypatch.setattr(conftest, "CLOSES_IN", 0.5)
    for process in conftest.ours():
        os.kill(process, signal.SIGSTOP)
    began = time.monotonic()
    context.close()
    assert time.monotonic() - began < 30
    assert not browser.is_connected()
    assert browsers[-1] is browser


def test_the_next_one_finds_a_browser_that_is_there(browser: Browser) -> None:
    assert browser.is_connected()
