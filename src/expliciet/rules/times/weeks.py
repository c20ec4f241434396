"""Weeks and weekends, told by number or by distance, with their begin or end."""

from __future__ import annotations

from datetime import date, timedelta

from .calendar import FRIDAY, MONDAY, SATURDAY, SUNDAY, in_week_of
from .moment import Moment, Setting, impossible, on, vague
from .time import Role
from .words import WEEKDAYS, phrase_at

WEEKS_ON = {"deze": 0, "volgende": 1, "komende": 1, "vorige": -1, "afgelopen": -1}
WEEK = (
    r"(?:(?:het )?(?P<edge>begin|einde?|medio|half|halverwege|midden|mid|start) "
    r"(?:van )?)?(?:de )?"
    r"(?:(?P<which>deze|volgende|komende|aanstaande|vorige|afgelopen) week"
    r"|(?:week|wk)\.? ?(?P<number>[0-9]{1,2})(?![0-9])"
    r"(?: ?(?:en|of|/|-|t/m|tot en met) ?(?P<second>[0-9]{1,2})(?![0-9]))?"
    r"(?:(?:(?: van| in)?,? |[/-])@year)?(?! (?:van (?:het|de|zijn|haar)|lang)))"
)
END_OF_WEEK = (
    r"(?:het |de )?(?P<edge>eind|einde|begin|midden) (?:van )?(?:de|deze) week"
)
WEEKEND = (
    r"(?P<which>dit|komend|aankomend|aanstaande|volgend|afgelopen|vorig|het) weekend"
)


def read_week(text: str, at: int, setting: Setting) -> Moment | None:
    """A week, told by its number or by its distance, with its begin or end."""
    whole = phrase_at(END_OF_WEEK, text, at)
    if whole:
        friday = in_week_of(setting.today, FRIDAY)
        return _edge(_week(whole.end(), friday), whole["edge"])
    found = phrase_at(WEEK, text, at)
    if not found:
        return None
    if found["number"]:
        year = found["year"]
        first = friday_of_week(setting.today, int(found["number"]), year)
        last = first
        if first and found["second"]:
            last = friday_of_week(first - timedelta(days=4), int(found["second"]))
        if first is None or last is None:
            return impossible(found.end())
        moment = _week(found.end(), last, first)
        day = phrase_at(r",?(?: op)? @weekday", text, found.end())
        if day and not found["edge"]:
            return on(day.end(), in_week_of(last, WEEKDAYS[day["weekday"]]))
    else:
        which = found["which"]
        weeks = WEEKS_ON.get(which, 1)
        moment = _week(found.end(), in_week_of(setting.today, FRIDAY, weeks))
        if weeks < 0:
            moment = moment._replace(role=Role.PAST_REFERENCE)
    return _edge(moment, found["edge"])


def _week(end: int, friday: date, first_friday: date | None = None) -> Moment:
    monday = in_week_of(first_friday or friday, MONDAY)
    return Moment(end, monday, friday, Role.PERIOD)


def _edge(moment: Moment, edge: str | None) -> Moment:
    if not edge:
        return moment
    if edge.startswith("eind"):
        return moment._replace(role=Role.DEADLINE, closes=True)
    return vague(moment.end)


def friday_of_week(today: date, number: int, year: str | None = None) -> date | None:
    """The Friday of a week by its number: next year's when the week has passed."""
    this_year, this_week, _ = today.isocalendar()
    if year:
        shown = int(year.removeprefix("'"))
        of_year = shown + 2000 if shown < 100 else shown
    else:
        of_year = this_year + (number < this_week)
    try:
        return date.fromisocalendar(of_year, number, FRIDAY + 1)
    except ValueError:
        return None


def read_weekend(text: str, at: int, setting: Setting) -> Moment | None:
    """A weekend, in time up to its Sunday."""
    found = phrase_at(WEEKEND, text, at)
    if not found or (found["which"] == "het" and setting.bare):
        return None
    which, today = found["which"], setting.today
    weeks = {"volgend": 1, "vorig": -1, "afgelopen": -1}.get(which, 0)
    if "kom" in which or which == "aanstaande":
        weeks = int(today.weekday() >= SATURDAY)
    saturday, sunday = (in_week_of(today, day, weeks) for day in (SATURDAY, SUNDAY))
    role = Role.PAST_REFERENCE if weeks < 0 else Role.PERIOD
    return Moment(found.end(), saturday, sunday, role)
