"""Dates: *3 dec*, *3-12*, *03-12-2026*, *2026-12-03*, *de 15e*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from .moment import Leaning, Moment, Setting, impossible, on
from .time import Role
from .words import MONTHS, part_at, phrase_at

ISO = r"(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9-])"
FULL = (
    r"(?P<day>[0-9]{1,2})(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)"
    r"(?P<year>[12][0-9]{3}|(?<!\.)'?[0-9]{2})(?![0-9]|[-/.][0-9])"
)
SHORT = (
    r"(?!24/7)(?P<day>[0-9]{1,2})[-/](?P<month>[0-9]{1,2})"
    r"(?!%|[0-9]|[-/.,:][0-9]|-[a-z]| [0-9]{2} [0-9]{2})"
)
ORDINAL = r"(?:e|de|ste)?"
NAMED = (
    rf"(?:de )?(?P<day>[0-9]{{1,2}}){ORDINAL}(?: |-)?@month"
    r"@dot"
    r"(?:(?: |-|, )(?P<year>[12][0-9]{3}(?![.:0-9])|'[0-9]{2}(?![0-9])"
    r"|[0-9]{2}(?=\s*(?:$|[,;)?!]|\.(?![0-9])))))?"
)
RANGE = (
    rf"(?:de )?(?P<day>[0-9]{{1,2}}){ORDINAL} ?(?P<joined>t/m|tot en met|tot|en|of|-) ?"
    rf"(?=(?P<to>(?:de )?[0-9]{{1,2}}{ORDINAL}(?: |-)?@month))"
)
LONE = (
    r"(?:de )(?P<day>[0-9]{1,2})(?:e|de|ste)(?! (?:keer|maal|week|kwartaal|helft"
    r"|klas|verdieping|etage|plaats|plek|dag|lijn|graad))"
)
AFTERWARDS = r",? (?P<tail>a\.s\.|aanstaande|as\b|jl\b\.?|j\.l\.|jongstleden)"

NO_DATE_AFTER = (
    r" (?:van|op|deel|keer|maal|x|uur|we?ken|week|dag|dagen|maand|maanden|jaar|jaren"
    r"|gesprekken|personen|mensen|partners|partijen|leden|kinderen|afspraken|stemmen"
    r"|stuks|punten|meldingen|procent|euro)\b"
)


@lru_cache(maxsize=1)
def _no_date_before() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![^\W_])(?:[a-z]*nummer|art(?:ikel)?|(?:agenda)?punt|nr|pagina|p|blz|"
        r"kamer|lid|bijlage|versie|paragraaf|hoofdstuk|regel|groep|fase|niveau|lijst|"
        r"score|cijfer|tel|telefoon|dossier|zaak|actie|actiepunt|besluit)|"
        r"[€#§])\.?:?\s?$"
    )


def read_date(text: str, at: int, setting: Setting) -> Moment | None:
    """A date of any shape."""
    moment = (
        _range(text, at, setting)
        or _named(text, at, setting)
        or _numeric(text, at, setting)
    )
    if moment is None and setting.dates_only:
        moment = _lone(text, at, setting)
    return moment


def _named(text: str, at: int, setting: Setting) -> Moment | None:
    found = phrase_at(NAMED, text, at)
    if not found:
        return None
    month, day = MONTHS[found["month"]], int(found["day"])
    return _tail(text, found.end(), day, month, found["year"], setting)


def _numeric(text: str, at: int, setting: Setting) -> Moment | None:
    found = part_at(ISO, text, at) or part_at(FULL, text, at)
    if not found:
        found = part_at(SHORT, text, at)
        if not found or (setting.bare and not _looks_like_a_date(text, found)):
            return None
    day, month = int(found["day"]), int(found["month"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    year = found["year"] if "year" in found.re.groupindex else None
    return _tail(text, found.end(), day, month, year, setting)


def _looks_like_a_date(text: str, found: re.Match[str]) -> bool:
    if part_at(NO_DATE_AFTER, text, found.end()):
        return False
    return not _no_date_before().search(
        text[max(0, found.start() - 24) : found.start()]
    )


def _range(text: str, at: int, setting: Setting) -> Moment | None:
    found = part_at(RANGE, text, at)
    if not found:
        return None
    last = _named(text, found.start("to"), setting)
    if last is None or last.last is None or last.asks:
        return last
    try:
        first = last.last.replace(day=int(found["day"]))
    except ValueError:
        return impossible(last.end)
    if first >= last.last:
        return impossible(last.end)
    end = last.last
    if found["joined"] == "tot":
        end = date.fromordinal(end.toordinal() - 1)
    ranged = found["joined"] not in {"en", "of"}
    return Moment(last.end, first, end, Role.PERIOD, lasting=ranged, ranged=ranged)


def _lone(text: str, at: int, setting: Setting) -> Moment | None:
    found = phrase_at(LONE, text, at)
    if not found:
        return None
    day = int(found["day"])
    if not 1 <= day <= 31:
        return None
    today = setting.today
    months = (today.year * 12 + today.month - 1 + ahead for ahead in range(12))
    days = (_day(month // 12, month % 12 + 1, day) for month in months)
    return on(found.end(), next(d for d in days if d is not None and d >= today))


def _tail(
    text: str, at: int, day: int, month: int, year: str | None, setting: Setting
) -> Moment:
    """The date, with *a.s.* or *jl.* behind it."""
    after = part_at(AFTERWARDS, text, at)
    end, leaning, role = at, setting.leaning, Role.POINT
    if after:
        end = after.end()
        if after["tail"].startswith("j"):
            leaning, role = Leaning.BACK, Role.PAST_REFERENCE
    if year:
        number = int(year.removeprefix("'"))
        full = number + 2000 if number < 100 else number
        found = _day(full, month, day)
    else:
        found = _without_year(day, month, setting.today, leaning)
    if found is None:
        return impossible(end)
    return Moment(end, found, found, role)


def _without_year(day: int, month: int, today: date, leaning: Leaning) -> date | None:
    """The first such day on or after today, or the last before, or the nearest."""
    if _day(2024, month, day) is None:
        return None
    if leaning is Leaning.AHEAD:
        passed = (month, day) < (today.month, today.day)
        return _day(today.year + passed, month, day)
    if leaning is Leaning.BACK:
        ahead = (month, day) > (today.month, today.day)
        return _day(today.year - ahead, month, day)
    return _nearest(today, (_day(today.year + more, month, day) for more in (-1, 0, 1)))


def _nearest(today: date, days: Iterable[date | None]) -> date | None:
    known = [day for day in days if day is not None]
    return min(known, key=lambda day: (abs((day - today).days), day), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
