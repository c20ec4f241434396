"""What the settings read from around them."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from expliciet.environment import database, listed, mail, secret_key, switched_on


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
    assert settings["OPTIONS"] == {"sslmode": "require", "options": "-c jit=off"}


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


def test_the_database_file_keeps_its_promises(tmp_path: Path) -> None:
    settings = database("", tmp_path)
    with closing(sqlite3.connect(settings["NAME"])) as file:
        file.executescript(settings["OPTIONS"]["init_command"])
        for pragma, value in (("synchronous", 3), ("foreign_keys", 1)):
            assert file.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_without_a_server_mail_goes_into_a_folder(tmp_path: Path) -> None:
    """A trial sends nothing out."""
    assert mail("", tmp_path).backend.endswith("mail_folder.EmailBackend")
    assert mail("", tmp_path).folder == tmp_path / "mail"
    assert mail(f"{tmp_path}/bus", tmp_path).folder == tmp_path / "bus"


@pytest.mark.parametrize(
    ("url", "port", "starts_tls", "is_tls"),
    [
        ("smtp://post.example", 587, True, False),
        ("smtp://post.example:2525", 2525, True, False),
        ("smtps://post.example", 465, False, True),
        ("smtp://localhost", 25, False, False),
    ],
)
def test_mail_leaves_closed_but_for_a_server_on_this_machine(
    url: str, port: int, starts_tls: bool, is_tls: bool, tmp_path: Path
) -> None:
    found = mail(url, tmp_path)
    assert (found.port, found.starts_tls, found.is_tls) == (port, starts_tls, is_tls)


def test_the_account_of_a_mail_server_is_part_of_its_address(tmp_path: Path) -> None:
    found = mail("smtp://jo%40huis:w%3Ard@post.example", tmp_path)
    assert (found.host, found.user) == ("post.example", "jo@huis")
    assert found.password == "w:rd"


@pytest.mark.parametrize("url", ["http://post.example", "smtp://", "imap://a.example"])
def test_another_way_of_sending_mail_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="smtp://"):
        mail(url, tmp_path)
