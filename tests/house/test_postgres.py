"""The PostgreSQL of the tests is one of our own."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from tests.postgres import Cluster

pytestmark = pytest.mark.postgres


def test_the_cluster_answers_on_its_socket_and_listens_nowhere_else(
    postgres_cluster: Cluster,
) -> None:
    with psycopg.connect(
        host=str(postgres_cluster.host),
        user=postgres_cluster.user,
        dbname=postgres_cluster.database,
    ) as connection:
        row = connection.execute("SELECT current_user, inet_server_port()").fetchone()
        listens = connection.execute("SHOW listen_addresses").fetchone()
    assert row == ("expliciet", None)
    assert listens == ("",)


ASK = """
from django.test import Client
import django
django.setup()
print(Client(SERVER_NAME="localhost").get("/health/ready").status_code)
"""


@pytest.mark.parametrize(
    "arguments",
    [["-m", "django", "migrate"], ["-c", ASK]],
    ids=["it can be prepared", "it is ready"],
)
def test_expliciet_runs_on_it(
    postgres_cluster: Cluster, arguments: list[str], tmp_path: Path
) -> None:
    host = quote(str(postgres_cluster.host), safe="")
    surroundings = os.environ | {
        "DJANGO_SETTINGS_MODULE": "expliciet.settings",
        "EXPLICIET_DATA": str(tmp_path),
        "EXPLICIET_DATABASE": (
            f"postgresql://{postgres_cluster.user}@{host}/{postgres_cluster.database}"
        ),
    }
    done = subprocess.run(
        [sys.executable, *arguments], env=surroundings, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "-c" not in arguments or done.stdout == "200\n"
    assert not (tmp_path / "expliciet.sqlite3").exists()
