"""What a house has agreed on about checking, in a file beside its minutes.

``expliciet.toml`` is found in the current folder or one above it::

    glossary = "begrippen.txt"
    people = "deelnemers.txt"
    date = 2026-11-24
    language = "nl"
    threshold = "waarschuwing"

    [[ignore]]
    rule = "EX117"
    reason = "Onze afkortingen staan op de eerste bladzijde van elk verslag."

Files are looked for beside the settings file. Leaving a rule out takes a reason: who
reads the result later must be able to see what was not asked, and why.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ..rules import Severity
from .choosing import find_rule
from .named import a_day, a_language, a_severity
from .opening import why_not_opened
from .refused import Refused

NAME = "expliciet.toml"
KEYS = ("glossary", "people", "date", "language", "threshold", "ignore")


@dataclass(frozen=True, slots=True)
class Ignored:
    """A rule that this house leaves out, and why."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Settings:
    """How this house checks; what is absent is left to whoever asks."""

    glossary: Path | None = None
    people: Path | None = None
    today: date | None = None
    language: str | None = None
    threshold: Severity | None = None
    ignore: tuple[Ignored, ...] = ()


def find_settings(start: Path, home: Path | None = None) -> Path | None:
    """The nearest settings file, no higher than the repository or the home folder."""
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return folder / NAME
        if (folder / ".git").exists() or folder == home:
            return None
    return None


def read_settings(path: Path) -> Settings:
    """Read a settings file; what it says but cannot mean is refused."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        why = why_not_opened(problem)
        raise Refused(
            f"Instellingen {path} zijn niet te lezen. {why.nl} Niets is gecontroleerd.",
            f"Settings {path} cannot be read. {why.en} Nothing was checked.",
        ) from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise Refused(
            f"{path} is geen geldige TOML: {problem}. Niets is gecontroleerd.",
            f"{path} is not valid TOML: {problem}. Nothing was checked.",
        ) from problem
    for key in found:
        if key not in KEYS:
            raise _unknown(path, key)
    return Settings(
        glossary=_beside(path, found, "glossary"),
        people=_beside(path, found, "people"),
        today=_date(path, found),
        language=_language(path, found),
        threshold=_threshold(path, found),
        ignore=_ignored(path, found),
    )


def _unknown(path: Path, key: str) -> Refused:
    near = get_close_matches(key.lower(), KEYS, n=1)
    meant = (f" Bedoelde u '{near[0]}'?", f" Did you mean '{near[0]}'?")
    nl, en = meant if near else ("", "")
    return Refused(
        f"{path} kent geen instelling '{key}'.{nl} Wel: {', '.join(KEYS)}.",
        f"{path} has no setting '{key}'.{en} There are: {', '.join(KEYS)}.",
    )


def _text(path: Path, found: Mapping[str, Any], key: str) -> str | None:
    value = found.get(key)
    if value is None or isinstance(value, str):
        return value
    raise Refused(
        f"In {path} hoort '{key}' een tekst tussen aanhalingstekens te zijn.",
        f"In {path} '{key}' should be text between quotation marks.",
    )


def _beside(path: Path, found: Mapping[str, Any], key: str) -> Path | None:
    name = _text(path, found, key)
    return path.parent / name if name else None


def _date(path: Path, found: Mapping[str, Any]) -> date | None:
    value = found.get("date")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _text(path, found, "date")
    return a_day(text) if text else None


def _language(path: Path, found: Mapping[str, Any]) -> str | None:
    text = _text(path, found, "language")
    return a_language(text) if text else None


def _threshold(path: Path, found: Mapping[str, Any]) -> Severity | None:
    text = _text(path, found, "threshold")
    return a_severity(text) if text else None


def _ignored(path: Path, found: Mapping[str, Any]) -> tuple[Ignored, ...]:
    entries = found.get("ignore", [])
    if not isinstance(entries, list):
        raise _without_reason(path, "")
    ignored = []
    for entry in entries:
        if not isinstance(entry, dict):
            raise _without_reason(path, str(entry))
        rule, reason = str(entry.get("rule", "")), str(entry.get("reason", ""))
        if not rule.strip() or not reason.strip() or set(entry) - {"rule", "reason"}:
            raise _without_reason(path, rule)
        ignored.append(Ignored(find_rule(rule).code, reason.strip()))
    return tuple(ignored)


def _without_reason(path: Path, rule: str) -> Refused:
    example = f'[[ignore]]\nrule = "{rule or "EX117"}"\nreason = "…"'
    return Refused(
        f"{path} laat een regel weg zonder reden. Schrijf waarom:\n{example}",
        f"{path} leaves out a rule without a reason. Write down why:\n{example}",
    )
