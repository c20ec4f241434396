"""What the settings read from around them: variables, a key file, a database URL."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# An answer given is an answer kept, also when the power fails right after it.
SQLITE_HABITS = (
    "PRAGMA journal_mode = DELETE;"
    "PRAGMA synchronous = EXTRA;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA busy_timeout = 5000;"
)


def switched_on(name: str) -> bool:
    return os.environ.get(name, "").strip().lower() in ("1", "true", "yes", "on")


def listed(name: str, default: str = "") -> list[str]:
    """Words with commas in between."""
    words = os.environ.get(name, default).split(",")
    return [word.strip() for word in words if word.strip()]


def secret_key(path: Path) -> str:
    """The key in this file; made on first run, readable by its owner alone."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(64), encoding="ascii")
        fresh.chmod(0o400)
        try:  # a link appears whole or not at all, and never takes another's place
            path.hardlink_to(fresh)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text(encoding="ascii").strip()


def database(url: str, data: Path) -> dict[str, Any]:
    """SQLite in the data folder, or what a URL points to."""
    parts = urlsplit(url)
    if not url or parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path) or data / "expliciet.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "init_command": SQLITE_HABITS,
            },
        }
    if parts.scheme not in ("postgresql", "postgres"):
        raise ImproperlyConfigured(
            "EXPLICIET_DATABASE must begin with postgresql:// or sqlite://"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 60,
    }
