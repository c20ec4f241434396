"""Days, weights and languages as people write them in settings and commands."""

import re
from datetime import date

from ..rules import Severity
from .refused import Refused

WEIGHTS = {
    "tip": Severity.TIP,
    "waarschuwing": Severity.WARNING,
    "warning": Severity.WARNING,
    "fout": Severity.ERROR,
    "error": Severity.ERROR,
}
LANGUAGES = {
    "nl": "nl",
    "nederlands": "nl",
    "en": "en",
    "engels": "en",
    "english": "en",
}
DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def a_day(written: str) -> date:
    """``2026-11-24`` or ``24-11-2026``."""
    dutch = DAY.fullmatch(written.strip())
    try:
        if dutch:
            day, month, year = map(int, dutch.groups())
            return date(year, month, day)
        return date.fromisoformat(written.strip())
    except ValueError as problem:
        raise Refused(
            f"'{written}' is geen datum. Schrijf bijvoorbeeld 2026-11-24.",
            f"'{written}' is not a date. Write for instance 2026-11-24.",
        ) from problem


def a_severity(written: str) -> Severity:
    """``tip``, ``waarschuwing`` or ``fout``, in either language."""
    found = WEIGHTS.get(written.strip().lower())
    if found is None:
        raise Refused(
            f"'{written}' is geen drempel. Kies tip, waarschuwing of fout.",
            f"'{written}' is not a threshold. Choose tip, warning or error.",
        )
    return found


def a_language(written: str) -> str:
    """``nl`` or ``en``."""
    found = LANGUAGES.get(written.strip().lower())
    if found is None:
        raise Refused(
            f"'{written}' is geen taal die hier gesproken wordt. Kies nl of en.",
            f"'{written}' is not a language spoken here. Choose nl or en.",
        )
    return found
