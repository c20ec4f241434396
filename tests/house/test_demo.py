"""The first command of the README, from the front door to a page."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

from tests.house.conftest import ROOT


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def fetch(address: str, demo: subprocess.Popen[str]) -> str:
    """The page, as soon as there is one."""
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=90) as answer:
                assert answer.status == 200
                return str(answer.read().decode())
        except URLError:
            assert demo.poll() is None, demo.communicate()
            time.sleep(0.1)
    raise AssertionError("no page in a minute and a half")


def test_the_demo_shows_a_page_and_stops_when_asked(tmp_path: Path) -> None:
    port = free_port()
    data, home = tmp_path / "data", tmp_path / "home"
    home.mkdir()
    demo = subprocess.Popen(
        [ROOT / "expliciet", "demo"],
        cwd=tmp_path,
        env=os.environ
        | {"PORT": str(port), "EXPLICIET_DATA": str(data), "HOME": str(home)}
        | {"LC_ALL": "nl_NL.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    page = told = ""
    try:
        page = fetch(f"http://127.0.0.1:{port}/", demo)
    except (AssertionError, TimeoutError) as error:
        told = f"{error}: "
    finally:
        os.killpg(demo.pid, signal.SIGINT)
        said, heard = demo.communicate(timeout=30)
    assert page, told + heard
    assert 'lang="nl"' in page
    assert demo.returncode == 0
    assert said == ""
    assert f"open http://127.0.0.1:{port}" in heard
    assert list(home.iterdir()) == []
    assert oct((data / "secret-key").stat().st_mode)[-3:] == "400"
