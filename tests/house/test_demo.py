"""The first command of the README, from the front door to a page."""

import os
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house.conftest import ROOT


@dataclass
class Demo:
    """A demo that runs, and where it keeps its things."""

    process: subprocess.Popen[str]
    port: int
    data: Path
    home: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def page(self) -> str:
        """The page, as soon as there is one."""
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(self.address, timeout=90) as answer:
                    assert answer.status == 200
                    return str(answer.read().decode())
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.1)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        raise AssertionError("no page", *self.process.communicate(timeout=30))

    def errands(self) -> int:
        """How many errands of the clock have gone well."""
        ask = "SELECT count(*) FROM post_errand WHERE well_at IS NOT NULL"
        path = self.data / "expliciet.sqlite3"
        with closing(sqlite3.connect(path, timeout=30)) as database:
            return int(database.execute(ask).fetchone()[0])

    def running(self) -> list[int]:
        """Every process that the demo started and that still runs."""
        return [
            int(entry.name)
            for entry in Path("/proc").iterdir()
            if entry.name.isdigit() and session_of(entry) == self.process.pid
        ]


def session_of(entry: Path) -> int:
    """To which session a process belongs; none for one that is gone, or a zombie."""
    try:
        state, _, _, session = (
            (entry / "stat").read_text().rpartition(")")[2].split()[:4]
        )
    except OSError:
        return 0
    return 0 if state == "Z" else int(session)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def comes(true: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether it comes true within this time."""
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.1)
    return true()


@contextmanager
def demo(home: Path, data: Path) -> Iterator[Demo]:
    home.mkdir()
    port = free_port()
    process = subprocess.Popen(
        [ROOT / "expliciet", "demo"],
        cwd=home.parent,
        env=os.environ
        | {"PORT": str(port), "EXPLICIET_DATA": str(data), "HOME": str(home)}
        | {"LC_ALL": "nl_NL.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    running = Demo(process, port, data, home)
    try:
        yield running
    finally:
        for left in running.running():
            os.kill(left, signal.SIGKILL)
        process.communicate(timeout=30)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One house for all demos here: loading it takes a while."""
    return tmp_path_factory.mktemp("demo") / "data"


def test_the_demo_shows_a_page_and_stops_when_asked(tmp_path: Path, data: Path) -> None:
    with demo(tmp_path / "home", data) as running:
        page = running.page()
        os.killpg(running.process.pid, signal.SIGINT)
        said, heard = running.process.communicate(timeout=30)
    assert 'lang="nl"' in page
    assert "Fictieve gegevens" in page
    assert running.process.returncode == 0
    assert said == ""
    assert f"open {running.address}" in heard
    assert list(running.home.iterdir()) == []
    assert oct((data / "secret-key").stat().st_mode)[-3:] == "400"
    assert oct((data / "demo" / "accounts.json").stat().st_mode)[-3:] == "600"


needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="only Linux tells what runs"
)


@needs_proc
@pytest.mark.parametrize(
    "end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda end: end.name
)
def test_the_worker_of_a_demo_does_its_work_and_ends_with_it(
    tmp_path: Path, data: Path, end: signal.Signals
) -> None:
    """Also when only the demo itself is killed, and cannot say goodbye."""
    with demo(tmp_path / "home", data) as running:
        running.page()
        assert comes(lambda: running.errands() > 0)
        assert len(running.running()) >= 3, "gunicorn, its process, the worker"
        running.process.send_signal(end)
        # Its own process notices a master that was killed by itself, in a while.
        assert comes(lambda: running.running() == [])
        heard = running.process.communicate(timeout=30)[1]
    assert "Traceback" not in heard
