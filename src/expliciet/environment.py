"""What the settings read from around them: variables, a key file, a database URL."""

import os
import secrets
from pathlib import Path
from typing import Any, NamedTuple
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


def spoken() -> str:
    """The language of whoever sits at this terminal: Dutch, unless set to English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if set_to := os.environ.get(name):
            return "en" if set_to.lower().startswith("en") else "nl"
    return "nl"


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
        # Compiling a question takes longer than answering it: pages ask short ones.
        "OPTIONS": {"options": "-c jit=off"} | dict(parse_qsl(parts.query)),
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 60,
    }


class Mail(NamedTuple):
    """How mail leaves the house: through a server, or into a folder."""

    backend: str
    folder: Path
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starts_tls: bool = False
    is_tls: bool = False


def mail(url: str, data: Path) -> Mail:
    """The server a URL points to; without one nothing goes out, and it is written down.

    ``smtps://`` is closed from the first byte, ``smtp://`` closes before it says
    anything; only a server on this machine may be spoken to openly.
    """
    folder = data / "mail"
    parts = urlsplit(url)
    if parts.scheme in ("", "file"):
        path = Path(unquote(parts.path)).absolute() if url else folder
        return Mail("expliciet.post.mail_folder.EmailBackend", path)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ImproperlyConfigured(
            "EXPLICIET_MAIL must begin with smtp:// or smtps://, or name a folder"
        )
    is_tls = parts.scheme == "smtps"
    is_here = parts.hostname in ("localhost", "127.0.0.1", "::1")
    return Mail(
        "django.core.mail.backends.smtp.EmailBackend",
        folder,
        host=parts.hostname,
        port=parts.port or (465 if is_tls else 25 if is_here else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starts_tls=not is_tls and not is_here,
        is_tls=is_tls,
    )
