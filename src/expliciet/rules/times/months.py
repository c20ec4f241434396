"""Months, quarters, years and seasons, with their begin and end."""

from __future__ import annotations

from datetime import date

from .calendar import add_months, month_end
from .moment import Leaning, Moment, Setting, vague
from .time import Role
from .words import MONTHS, phrase_at

EDGE = (
    r"(?:(?:(?:het|de) )?(?P<edge>begin|eind(?:e)?|ultimo|medio|half|midden|mid|start"
    r"|halverwege|(?:eerste|tweede) helft"
    r"|(?:eerste|tweede|derde|vierde|laatste|[1-4]e) week) (?:(?:van|in) )?)?"
)
MONTH = rf"{EDGE}(?:de maand )?@month@dot(?: (?:van )?@year)?"
THIS_MONTH = rf"{EDGE}(?:de )?(?P<which>deze|volgende|komende|vorige|afgelopen)? ?maand"
THIS_YEAR = rf"{EDGE}(?:het |de )?(?P<which>dit|volgend|komend|vorig|afgelopen)? ?jaar"
A_YEAR = rf"{EDGE}(?:het jaar )?@year"
QUARTER = (
    rf"{EDGE}(?:het )?(?:q[1-4]|(?:eerste|tweede|derde|vierde|laatste|dit|volgend"
    r"|komend|[1-4]e) kwartaal)(?:,? (?:van )?(?:@year|dit jaar|volgend jaar))?"
)
SEASON = (
    rf"{EDGE}(?:de |het |deze |dit |komende? |aanstaande |volgende? )?"
    r"(?:zomer|herfst|winter|lente|voorjaar|najaar|nieuwe jaar|nieuwjaar|kerst(?:mis)?"
    r"|(?:kerst|zomer|herfst|voorjaars|mei|school|bouw)?vakantie|pasen|pinksteren"
    r"|feestdagen|jaarwisseling|oud en nieuw|sinterklaas|bouwvak|carnaval|ramadan"
    r"|(?:zomer|kerst)?reces|(?:nieuwe )?schooljaar|seizoen)"
)
WHICH_SEASON = r"(?:deze|dit|komende?|aanstaande|volgende?)"
WEEKS_ON = {
    "deze": 0,
    "": 0,
    "volgende": 1,
    "komende": 1,
    "vorige": -1,
    "afgelopen": -1,
}


def read_month(text: str, at: int, setting: Setting) -> Moment | None:
    """*in januari*, *eind januari*: up to the last day; *begin januari*: vague."""
    found = phrase_at(MONTH, text, at)
    if not found or (setting.bare and not found["edge"]):
        return None
    end = found.end()
    month, today = MONTHS[found["month"]], setting.today
    if found["year"]:
        year = _year(found["year"])
    elif setting.leaning is Leaning.AHEAD:
        year = today.year + (month < today.month)
    else:
        year = today.year - (month > today.month)
    return _edge(found["edge"], end, date(year, month, 1))


def read_this_month(text: str, at: int, setting: Setting) -> Moment | None:
    """*deze maand*, *eind van de maand*, *volgende maand*."""
    found = phrase_at(THIS_MONTH, text, at)
    if not found or not (found["edge"] or found["which"]):
        return None
    ahead = WEEKS_ON[found["which"] or ""]
    first = add_months(setting.today.replace(day=1), ahead)
    role = Role.PAST_REFERENCE if ahead < 0 else Role.PERIOD
    return _edge(found["edge"], found.end(), first, role)


def read_year(text: str, at: int, setting: Setting) -> Moment | None:
    """*eind van het jaar*, *dit jaar*: 31 December; any other year is vague."""
    found = phrase_at(THIS_YEAR, text, at)
    if found and found["edge"] == "half" and not found["which"]:
        return None  # a length: *een half jaar*
    if found and (found["edge"] or found["which"]):
        which = found["which"] or "dit"
        year = setting.today.year + {"dit": 0, "vorig": -1, "afgelopen": -1}.get(
            which, 1
        )
        if year < setting.today.year:
            days = date(year, 1, 1), date(year, 12, 31)
            return Moment(found.end(), *days, Role.PAST_REFERENCE)
    else:
        found = phrase_at(A_YEAR, text, at)
        if not found or not found["edge"]:
            return None
        year = _year(found["year"])
    edge = found["edge"] or ""
    closes = edge.startswith("eind") or edge == "ultimo"
    if closes or (not edge and year == setting.today.year):
        role = Role.DEADLINE if closes else Role.PERIOD
        days = date(year, 1, 1), date(year, 12, 31)
        return Moment(found.end(), *days, role, closes=closes)
    return vague(found.end())


def read_season(text: str, at: int, setting: Setting) -> Moment | None:
    """*Q1*, *na de zomer*, *voor de kerst*: no calendar knows when."""
    found = phrase_at(QUARTER, text, at)
    if found is None and (not setting.bare or phrase_at(WHICH_SEASON, text, at)):
        found = phrase_at(SEASON, text, at)
    return vague(found.end()) if found else None


def _year(shown: str) -> int:
    number = int(shown.removeprefix("'"))
    return number + 2000 if number < 100 else number


def _edge(edge: str | None, end: int, first: date, role: Role = Role.PERIOD) -> Moment:
    last = month_end(first.year, first.month)
    if not edge:
        return Moment(end, first, last, role)
    if edge.startswith("eind") or edge == "ultimo":
        return Moment(end, first, last, Role.DEADLINE, closes=True)
    return vague(end)
