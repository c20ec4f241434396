"""A real Chromium, and axe to look along with those who cannot see the page."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Locator,
    Page,
)

AXE = Path(__file__).parent / "vendor" / "axe.min.js"

ALONE = [  # no sandbox inside a container, and not a word to the outside world
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": shutil.which("chromium"),
        "args": ALONE,
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "nl-NL"}


CLOSES_IN = 60.0
"""Seconds in which a window closes, also on a machine that is busy."""


@pytest.fixture(scope="session", autouse=True)
def no_window_stays_open_for_ever() -> Iterator[None]:
    """Now and then Chromium never says that a window is closed: then it is ended.

    What the test had to say it said before; `browser` begins another.
    """
    close = BrowserContext.close

    def close_or_end(context: BrowserContext, **facts: Any) -> None:
        ends = Timer(CLOSES_IN, end_browsers)
        ends.start()
        try:
            close(context, **facts)
        except Error:
            if ends.is_alive():
                raise
        finally:
            ends.cancel()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BrowserContext, "close", close_or_end)
        yield


def end_browsers() -> None:
    for process in ours():
        os.kill(process, signal.SIGKILL)


def ours() -> list[int]:
    """The processes that our drivers began: each is a Chromium."""
    parents = dict(parent_of(each) for each in Path("/proc").glob("[0-9]*/stat"))
    return [
        process
        for process, driver in parents.items()
        if parents.get(driver) == os.getpid()
    ]


def parent_of(stat: Path) -> tuple[int, int]:
    """This process and its parent; 0 where it is gone already."""
    try:
        after_its_name = stat.read_text().rpartition(")")[2].split()
    except OSError:
        return int(stat.parent.name), 0
    return int(stat.parent.name), int(after_its_name[1])


@pytest.fixture(scope="session")
def browsers(launch_browser: Callable[[], Browser]) -> Iterator[list[Browser]]:
    """All that were begun; one, unless it did not close a window. Ends before what
    launched them."""
    begun: list[Browser] = []
    yield begun
    for each in begun:
        if each.is_connected():
            each.close()


@pytest.fixture
def browser(launch_browser: Callable[[], Browser], browsers: list[Browser]) -> Browser:
    """The Chromium of the test before, if it is still there."""
    if not browsers or not browsers[-1].is_connected():
        browsers.append(launch_browser())
    return browsers[-1]


HANDS = ("check", "click", "fill", "press", "press_sequentially", "select_option")


@pytest.fixture(scope="session", autouse=True)
def nobody_is_faster_than_the_page() -> Iterator[None]:
    """A field is there before the scripts of its page have run; hands are not."""

    def patient(act: Callable[..., Any]) -> Callable[..., Any]:
        def wait_and_act(field: Locator, *args: Any, **facts: Any) -> Any:
            field.wait_for(state="attached")
            field.page.wait_for_load_state("domcontentloaded")
            return act(field, *args, **facts)

        return wait_and_act

    with pytest.MonkeyPatch.context() as patch:
        for name in HANDS:
            patch.setattr(Locator, name, patient(getattr(Locator, name)))
        yield


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of: every error in its console."""
    return []


@pytest.fixture
def page(page: Page, complaints: list[str]) -> Iterator[Page]:
    """A page on which any complaint of the browser fails the test."""

    def listen(message: ConsoleMessage) -> None:
        # A refusal (422) and a page that is not there (404) are answers too.
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """What axe finds wrong on a page, one line for each element."""
    source = AXE.read_text(encoding="utf-8")

    def look(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate("tags => axe.run({runOnly: tags})", WCAG)
        return [
            f"{violation['id']}: {node['html']} ({violation['help']})"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    return look
