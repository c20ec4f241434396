"""One phrase of time: an opening, a moment, and what the two mean together."""

from __future__ import annotations

from datetime import date

from .meaning import Meaning
from .meetings import MEETING
from .moment import Leaning, Moment, Setting, impossible, vague
from .moments import MOMENT_STARTS, moment_at
from .openings import STARTS as OPENING_STARTS
from .openings import Opening, openings_at
from .terms import FoundTerm, read_term, read_unsure
from .time import Role, TimeAsk
from .triggers import (
    CONDITION_STARTS,
    EVENT_STARTS,
    noun_end,
    read_condition,
    read_event,
)
from .vague import FREQUENCY_STARTS, VAGUE, read_frequency, read_vague
from .words import NUMBERS, part_at

STARTS = (
    MOMENT_STARTS
    | OPENING_STARTS
    | CONDITION_STARTS
    | EVENT_STARTS
    | NUMBERS.keys()
    | VAGUE.keys()
    | FREQUENCY_STARTS
    | {"binnen", "over"}
)
LEANINGS = {Opening.OF: Leaning.NEAR, Opening.SINCE: Leaning.BACK}
PROMISING_A_DATE = {Opening.BY, Opening.BEFORE, Opening.THROUGH, Opening.SINCE}
JOINED = r" ?(?P<joined>t/m|tot en met|tot|en|-) ?(?:uiterlijk |op )?"


def meaning_at(text: str, at: int, word: str, setting: Setting) -> Meaning | None:
    """What the words from `at` say about time, when they do."""
    try:
        return (
            _repeated_or_vague(text, at, word)
            or _condition(text, at, word)
            or _term(text, at, word, setting)
            or _opened(text, at, word, setting)
            or _bare(text, at, word, setting)
            or _event(text, at, word)
        )
    except (OverflowError, ValueError):
        # Before the year 1 or after the year 9999.
        return Meaning(impossible(at + len(word)))


def _condition(text: str, at: int, word: str) -> Meaning | None:
    end = read_condition(text, at) if word in CONDITION_STARTS else None
    if end is None:
        return None
    return Meaning(Moment(end, role=Role.TRIGGER), trigger_at=at)


def _event(text: str, at: int, word: str) -> Meaning | None:
    if word not in EVENT_STARTS:
        return None
    after = part_at(r"(?:pas )?na ", text, at)
    term = read_term(text, after.end()) if after else None
    if term:
        return Meaning(Moment(term.end, role=Role.START, asks=TimeAsk.AFTER))
    end = read_event(text, at)
    if end is None:
        return None
    return Meaning(Moment(end, role=Role.TRIGGER), trigger_at=at)


def _repeated_or_vague(text: str, at: int, word: str) -> Meaning | None:
    moment = read_vague(text, at, word) or read_frequency(text, at, word)
    return Meaning(moment) if moment else None


TERM_OPENINGS = (
    r"(?:(?P<within>(?:uiterlijk |nog )?(?:binnen|over))"
    r"|(?P<by>uiterlijk|maximaal|ten laatste)|(?P<during>gedurende)) "
)
TERM_STARTS = NUMBERS.keys() | {
    "binnen",
    "over",
    "uiterlijk",
    "nog",
    "maximaal",
    "ten",
    "gedurende",
    "half",
    "anderhalve",
    "anderhalf",
}


def _term(text: str, at: int, word: str, setting: Setting) -> Meaning | None:
    """*binnen twee weken*, *twee weken na het vonnis*, *een week voor 1 maart*."""
    if word not in TERM_STARTS and not word[0].isdecimal():
        return None
    opened = part_at(TERM_OPENINGS, text, at)
    start = opened.end() if opened else at
    found = read_term(text, start)
    if found is None:
        unsure = read_unsure(text, start) if opened else None
        return Meaning(unsure) if unsure else None
    counted = _counted(text, at, found, setting)
    if counted:
        return counted
    ago = part_at(r" (?:geleden|terug)(?![^\W_])", text, found.end)
    if ago and not opened:  # "koppelt binnen twee dagen terug" is no "geleden"
        day = found.term.before(setting.today, setting)
        return Meaning(Moment(ago.end(), day, day, Role.PAST_REFERENCE))
    lasts = part_at(r" lang(?![^\W_])", text, found.end)
    if not opened and not lasts:
        return None
    last = found.term.after(setting.today, setting)
    if lasts or (opened and opened["during"]):
        end = lasts.end() if lasts else found.end
        return Meaning(Moment(end, setting.today, last, Role.PERIOD), Opening.DURING)
    if opened and not opened["within"]:
        return None
    return Meaning(Moment(found.end, last, last, Role.DEADLINE))


def _counted(text: str, at: int, found: FoundTerm, setting: Setting) -> Meaning | None:
    """A term counted from a day, or from something that has yet to happen."""
    side = part_at(r" (?P<side>nadat|na|voor|vanaf) ?", text, found.end)
    if not side:
        return None
    term = found.term
    if side["side"] != "nadat":
        bare = setting._replace(bare=False, dates_only=True)
        moment = moment_at(text, side.end(), bare)
        if moment and moment.last and moment.first and not moment.asks:
            if side["side"] == "voor":
                day = term.before(moment.first, setting)
            else:
                day = term.after(moment.last, setting)
            return Meaning(Moment(moment.end, day, day, Role.DEADLINE))
        if moment:
            return Meaning(moment)
    if side["side"] in {"voor", "vanaf"}:
        end = noun_end(text, side.end()) if side["side"] == "voor" else None
        return Meaning(vague(end)) if end else None
    trigger_at = side.start("side")
    read = read_event if side["side"] == "na" else read_condition
    end = read(text, trigger_at)
    if end is None:
        return None
    return Meaning(
        Moment(end, role=Role.TRIGGER),
        trigger_at=trigger_at,
        term=term.iso,
        working_days=term.working,
    )


def _opened(text: str, at: int, word: str, setting: Setting) -> Meaning | None:
    """An opening with its moment."""
    if word not in OPENING_STARTS:
        return None
    for opening, start in openings_at(text, at, word):
        on_a_day = text.startswith("op", at) or opening in PROMISING_A_DATE
        around = setting._replace(dates_only=on_a_day)
        meaning = _with_opening(text, start, opening, around)
        if meaning:
            return meaning
    return None


def _with_opening(
    text: str, at: int, opening: Opening, setting: Setting
) -> Meaning | None:
    inside = setting._replace(
        bare=False,
        leaning=LEANINGS.get(opening, Leaning.AHEAD),
    )
    moment = moment_at(text, at, inside)
    if moment is None:
        return None
    if opening is Opening.AFTER and _is_meeting(text, at):
        return None
    if opening in {Opening.OF, Opening.FROM, Opening.BETWEEN}:
        if moment.ranged:
            return Meaning(moment, Opening.DURING)
        first = moment_at(text, at, inside._replace(leaning=Leaning.AHEAD))
        between = opening is Opening.BETWEEN
        ranged = first and _range(text, first, inside, between=between)
        if ranged:
            return ranged
    return Meaning(moment, opening)


def _is_meeting(text: str, at: int) -> bool:
    return part_at(MEETING, text, at) is not None


def _bare(text: str, at: int, word: str, setting: Setting) -> Meaning | None:
    """A moment without an opening, perhaps with its end behind it."""
    moment = moment_at(text, at, setting)
    if moment is None:
        return None
    return _range(text, moment, setting, between=False) or Meaning(moment)


def _range(
    text: str, first: Moment, setting: Setting, *, between: bool
) -> Meaning | None:
    """*van maandag t/m vrijdag*, *tussen 3 en 10 december*."""
    joined = part_at(JOINED, text, first.end)
    if not joined or (joined["joined"] == "en") != between:
        return None
    if first.first is None or first.asks or first.role is Role.PAST_REFERENCE:
        return None
    ahead = setting._replace(today=first.first, leaning=Leaning.AHEAD, dates_only=True)
    last = moment_at(text, joined.end(), ahead)
    if last is None or last.last is None or last.asks or last.first is None:
        return None
    end = last.first if joined["joined"] == "tot" else last.last
    if joined["joined"] == "tot":
        end = date.fromordinal(end.toordinal() - 1)
    moment = Moment(last.end, first.first, max(end, first.first), Role.PERIOD)
    return Meaning(moment, Opening.NONE if between else Opening.DURING)
