"""What the settings read from around them."""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from expliciet.environment import database, listed, secret_key, switched_on


def test_a_key_is_made_once_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "data" / "secret-key"
    first = secret_key(path)
    assert len(first) >= 64
    assert secret_key(path) == first


def test_only_its_owner_can_read_the_key(tmp_path: Path) -> None:
    path = tmp_path / "secret-key"
    secret_key(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert list(tmp_path.iterdir()) == [path]


def test_without_an_address_the_database_is_a_file(tmp_path: Path) -> None:
    settings = database("", tmp_path)
    assert settings["NAME"] == tmp_path / "expliciet.sqlite3"
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous = EXTRA" in settings["OPTIONS"]["init_command"]


def test_an_address_points_to_postgresql(tmp_path: Path) -> None:
    settings = database(
        "postgresql://jo:w%40rd@db.local:5433/zvh?sslmode=require", tmp_path
    )
    assert settings["ENGINE"].endswith("postgresql")
    assert settings["USER"], settings["PASSWORD"] == ("jo", "w@rd")
    assert settings["HOST"], settings["PORT"] == ("db.local", "5433")
    assert settings["NAME"] == "zvh"
    assert settings["OPTIONS"] == {"sslmode": "require"}


def test_another_database_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="postgresql://"):
        database("mysql://x/y", tmp_path)


def test_switches_and_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXPLICIET_DEBUG", "1")
    monkeypatch.setenv("EXPLICIET_ALLOWED_HOSTS", "a.nl, b.nl,")
    assert switched_on("EXPLICIET_DEBUG")
    assert listed("EXPLICIET_ALLOWED_HOSTS") == ["a.nl", "b.nl"]
    monkeypatch.setenv("EXPLICIET_DEBUG", "0")
    assert not switched_on("EXPLICIET_DEBUG")


@pytest.mark.django_db
def test_the_database_file_keeps_its_promises() -> None:
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("these are habits of SQLite")
    with connection.cursor() as cursor:
        for pragma, value in (("synchronous", 3), ("foreign_keys", 1)):
            cursor.execute(f"PRAGMA {pragma}")
            assert cursor.fetchone() == (value,)
