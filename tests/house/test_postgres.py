"""The PostgreSQL of the tests is one of our own."""

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
