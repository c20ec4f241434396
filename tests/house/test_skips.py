"""A machine that lacks something says so, or refuses when that is asked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

SAMPLES = """
import pytest

@pytest.mark.browser
def test_in_a_browser(): pass

@pytest.mark.postgres
def test_on_postgresql(): pass

@pytest.mark.long
def test_for_a_long_time(): pass
"""

CONFTEST = """
import shutil
from pathlib import Path
from tests import postgres
postgres.find_binaries = lambda: None
which, shutil.which = shutil.which, lambda name, *rest: None
from tests.conftest import *
"""


def run(folder: Path, *arguments: str, forbid: str = "") -> tuple[int, str]:
    """Run the sample tests as on a machine without Chromium and PostgreSQL."""
    options = ["-c", "pyproject.toml", "-p", "no:cacheprovider"]
    (folder / "test_samples.py").write_text(SAMPLES)
    (folder / "conftest.py").write_text(CONFTEST)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, folder, *arguments],
        cwd=ROOT,
        env={**os.environ, "EXPLICIET_FORBID_SKIPS": forbid},
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout


def test_what_is_lacking_is_skipped_and_named_in_the_summary(tmp_path: Path) -> None:
    code, summary = run(tmp_path)
    assert code == 0
    assert "2 skipped, 1 deselected" in summary
    assert "apt install chromium" in summary
    assert "apt install postgresql" in summary


def test_a_forbidden_skip_is_a_failure(tmp_path: Path) -> None:
    code, summary = run(tmp_path, forbid="1")
    assert code == 1
    assert summary.count("FAILED") == 2 or "2 errors" in summary
    assert "apt install chromium" in summary


def test_what_takes_long_runs_when_asked(tmp_path: Path) -> None:
    _, summary = run(tmp_path, "--long")
    assert "1 passed, 2 skipped" in summary


@pytest.mark.parametrize("marker", ["browser", "postgres", "long"])
def test_every_marker_is_known(marker: str, pytestconfig: pytest.Config) -> None:
    known = {line.partition(":")[0] for line in pytestconfig.getini("markers")}
    assert marker in known
