"""What SQLite does, PostgreSQL does too: the tests marked `engines`, run there."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.postgres import Cluster

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.postgres


def test_the_tests_about_seeing_and_keeping_pass_on_postgresql(
    postgres_cluster: Cluster, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """A run of its own, with the same `--long` as this one."""
    host = quote(str(postgres_cluster.host), safe="")
    long = ["--long"] if request.config.getoption("--long") else []
    options = ["-m", "engines", "-q", "-p", "no:cacheprovider", "--tb=short", *long]
    surroundings = os.environ | {
        "EXPLICIET_DATA": str(tmp_path),
        "EXPLICIET_DATABASE": (
            f"postgresql://{postgres_cluster.user}@{host}/{postgres_cluster.database}"
        ),
    }
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]
    assert " passed" in done.stdout
