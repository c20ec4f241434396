"""Days relative to today, and weekdays with what stands around them."""

from __future__ import annotations

from datetime import date, timedelta

from .calendar import in_week_of, last_weekday, next_weekday
from .dates import read_date
from .moment import Leaning, Moment, Setting, impossible, on
from .time import Role, TimeAsk
from .weeks import WEEKS_ON, friday_of_week
from .words import SHORT_WEEKDAYS, WEEKDAYS, number_of, part_at, phrase_at

RELATIVE = {
    "gisteren": -1,
    "gister": -1,
    "eergisteren": -2,
    "vandaag": 0,
    "heden": 0,
    "vanochtend": 0,
    "vanmorgen": 0,
    "vanmiddag": 0,
    "vanavond": 0,
    "vannacht": 0,
    "morgen": 1,
    "overmorgen": 2,
}
DAY_WORD = (
    r"(?P<word>vandaag|heden|van(?:ochtend|morgen|middag|avond|nacht)|overmorgen"
    r"|(?:eer)?gister(?:en)?|morgen)(?:ochtend|middag|avond|morgen)?(?: nog)?"
)
WHICH = (
    r"(?P<which>(?:eerst)?volgende|aanstaande|aankomende|(?:eerst)?komende|a\.s\.|deze"
    r"|afgelopen|vorige|jongstleden|jl\.?|j\.l\.)"
)
WEEKDAY = r"(?:(?:op|de) )?@weekday"
SHORTENED = r"@short"
WEEK_THEN_DAY = r"(?P<week>deze|volgende|komende|vorige|afgelopen) week,?(?: op)? "
DAY_THEN_WEEK = r"(?: van| in)? (?P<week>deze|volgende|komende|vorige|afgelopen) week"
DAY_THEN_NUMBER = r"(?:,? (?:in |van )?| \()(?:week|wk)\.? (?P<number>[0-9]{1,2})\)?"
LATER = (
    r" over (?:(?P<days>7|8|14) dagen|(?:een|1) week"
    r"|(?P<weeks>twee|drie|vier|[2-9]) weken)"
)
DATE_FOLLOWS = r"(?:,? | ?\((?P<open>))(?=(?:de )?[0-9])"
AFTERWARDS = r" (?P<tail>a\.s\.|aanstaande|as\b|jl\b\.?|j\.l\.|jongstleden)"
BACKWARD = {"vorige", "afgelopen", "jongstleden", "jl", "jl.", "j.l."}
JUST_PASSED = timedelta(days=60)


def read_day_word(text: str, at: int, setting: Setting) -> Moment | None:
    """*vandaag*, *morgen*, *overmorgen* and the days just gone."""
    found = phrase_at(DAY_WORD, text, at)
    if not found:
        return None
    before = text[max(0, at - 7) : at].split()
    if found["word"] == "morgen" and before and before[-1] in NO_MORROW:
        return None
    shift = RELATIVE[found["word"]]
    day = setting.today + timedelta(days=shift)
    role = Role.PAST_REFERENCE if shift < 0 else Role.POINT
    return Moment(found.end(), day, day, role)


NO_MORROW = {"goede", "goeie", "de", "elke", "iedere", "'s"}


def read_weekday(text: str, at: int, setting: Setting) -> Moment | None:
    """A weekday with what stands before and behind it."""
    week = part_at(WEEK_THEN_DAY, text, at)
    if week:
        named = _name(text, week.end(), short=True)
        return named and _with_date(text, *named, setting, week["week"], in_week=True)
    which = part_at(WHICH + " ", text, at)
    start = which.end() if which else at
    named = _name(text, start, short=bool(which) or setting.dates_only)
    if named:
        return _with_date(text, *named, setting, which["which"] if which else "")
    return None if which else _short_with_date(text, at, setting)


def _name(text: str, at: int, *, short: bool) -> tuple[int, int] | None:
    """Where the weekday ends, and its number."""
    found = phrase_at(WEEKDAY, text, at)
    if found:
        return found.end(), WEEKDAYS[found["weekday"]]
    found = phrase_at(SHORTENED, text, at) if short else None
    if found and found["short"] != "zo":
        return found.end(), SHORT_WEEKDAYS[found["short"]]
    return None


def _short_with_date(text: str, at: int, setting: Setting) -> Moment | None:
    """*do 3 dec*: two letters are a weekday only when a date follows."""
    found = part_at(SHORTENED, text, at)
    if not found:
        return None
    moment = _date_behind(text, found.end(), SHORT_WEEKDAYS[found["short"]], setting)
    return moment if moment and moment.end > found.end() else None


def _with_date(
    text: str,
    at: int,
    weekday: int,
    setting: Setting,
    which: str = "",
    *,
    in_week: bool = False,
) -> Moment:
    """The weekday, unless a date or a week behind it says more precisely which."""
    dated = _date_behind(text, at, weekday, setting)
    if dated:
        return dated
    later = part_at(LATER, text, at)
    if later and not in_week:
        day = next_weekday(setting.today, weekday)
        return on(later.end(), day + timedelta(weeks=_weeks(later.groupdict())))
    behind = phrase_at(DAY_THEN_WEEK, text, at)
    if behind and not which:
        return _in_week(behind.end(), weekday, setting, behind["week"])
    numbered = part_at(DAY_THEN_NUMBER + r"(?![0-9])", text, at)
    if numbered:
        friday = friday_of_week(setting.today, int(numbered["number"]))
        if friday is None:
            return impossible(numbered.end())
        return on(numbered.end(), in_week_of(friday, weekday))
    if in_week or which in {"volgende", "deze"}:
        return _in_week(at, weekday, setting, which)
    tail = part_at(AFTERWARDS, text, at)
    end = tail.end() if tail else at
    if which in BACKWARD or (tail and tail["tail"].startswith("j")):
        day = last_weekday(setting.today, weekday)
        return Moment(end, day, day, Role.PAST_REFERENCE)
    return on(end, _leaning_weekday(weekday, setting))


def _leaning_weekday(weekday: int, setting: Setting) -> date:
    ahead = next_weekday(setting.today, weekday)
    back = last_weekday(setting.today, weekday)
    if setting.leaning is Leaning.AHEAD:
        return ahead
    nearer = setting.today - back <= ahead - setting.today
    return back if setting.leaning is Leaning.BACK or nearer else ahead


def _in_week(end: int, weekday: int, setting: Setting, which: str) -> Moment:
    weeks = WEEKS_ON[which]
    day = in_week_of(setting.today, weekday, weeks)
    role = Role.PAST_REFERENCE if weeks < 0 else Role.POINT
    return Moment(end, day, day, role)


def _weeks(later: dict[str, str | None]) -> int:
    if later["days"]:
        return int(later["days"]) // 7
    return number_of(later["weeks"]) if later["weeks"] else 1


def _date_behind(text: str, at: int, weekday: int, setting: Setting) -> Moment | None:
    """The date that follows a weekday, asked about when the two disagree."""
    follows = part_at(DATE_FOLLOWS, text, at)
    if not follows:
        return None
    dated = read_date(text, follows.end(), setting._replace(dates_only=True))
    if dated is None:
        return None
    if follows["open"] is not None:
        if not text.startswith(")", dated.end):
            return None
        dated = dated._replace(end=dated.end + 1)
    if dated.last and dated.last.weekday() != weekday and not dated.asks:
        back = setting._replace(dates_only=True, leaning=Leaning.BACK)
        passed = read_date(text, follows.end(), back)
        day = passed.last if passed else None
        just = day is not None and setting.today - day < JUST_PASSED
        if day and just and day.weekday() == weekday:
            return dated._replace(first=day, last=day)
        return dated._replace(asks=TimeAsk.CONTRADICTION)
    return dated


def read_day(text: str, at: int, setting: Setting) -> Moment | None:
    """A date, or a weekday with its date."""
    return read_date(text, at, setting) or read_weekday(text, at, setting)
