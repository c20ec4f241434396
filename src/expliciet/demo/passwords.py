"""What automated tests sign in with: a file beside the data, for its owner alone."""

import json
import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.conf import settings

from ..accounts.models import House
from .partners import Colleague


def draw(colleagues: Iterable[Colleague]) -> dict[Colleague, str]:
    """A password for each, made up now and kept nowhere else."""
    return {colleague: secrets.token_urlsafe(15) for colleague in colleagues}


def path() -> Path:
    return Path(settings.DATA) / "demo" / "accounts.json"


def write(passwords: Mapping[Colleague, str], house: House) -> Path:
    """Whole or not at all, in the place of what an earlier house left; mode 0600."""
    rows = [
        {
            "email": colleague.email,
            "password": password,
            "name": colleague.name,
            "role": str(colleague.role),
            "organisation": colleague.partner.name,
            "house": house.name,
        }
        for colleague, password in passwords.items()
    ]
    target = path()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(rows, file, ensure_ascii=False, indent=2)
            file.write("\n")
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return target
