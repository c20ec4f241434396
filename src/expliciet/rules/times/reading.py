"""All times in a text, and the one time in a form field."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from ..folding import as_written, fold
from .meaning import WITHOUT_DEADLINE, Meaning
from .moment import Setting
from .ongoing import is_ongoing
from .openings import Opening
from .phrases import STARTS, meaning_at
from .time import Role, Time

AS_A_FIELD = ("", "uiterlijk ", "in ", "binnen ")
LOOSE_ENDS = " \t\r\n.,;:!?()-'\""


def find_times(
    text: str,
    today: date,
    *,
    next_meeting: date | None = None,
    ongoing: bool | None = None,
    days_off: Collection[date] | None = None,
) -> list[Time]:
    """Every time in the text, in its order and without overlap.

    `ongoing` tells whether the deed goes on for a while, so that *tot* and *t/m* name
    its end; without it words such as *dagelijks* and *blijft* in the sentence decide.
    `days_off` replaces the public holidays.
    """
    plain, places = fold(text)
    setting = Setting(today, next_meeting, days_off)
    times = []
    for start, meaning in _meanings(plain, setting):
        lasts = meaning.may_last and _lasts(plain, start, meaning, ongoing)
        place = as_written(places, start, meaning.end)
        time = _time(text, place, meaning, today, lasts=lasts)
        if meaning.trigger_at is not None:
            first, last = as_written(places, meaning.trigger_at, meaning.end)
            time = replace(time, trigger=text[first:last])
        times.append(time)
    return times


def read_time(
    words: str,
    today: date,
    *,
    next_meeting: date | None = None,
    ongoing: bool | None = None,
    days_off: Collection[date] | None = None,
) -> Time | None:
    """The time in a form field, where *januari*, *vr* or *2 weken* will do."""
    for opening in AS_A_FIELD:
        times = find_times(
            opening + words,
            today,
            next_meeting=next_meeting,
            ongoing=ongoing,
            days_off=days_off,
        )
        if len(times) == 1 and _fills(times[0], opening + words):
            return _without_opening(times[0], words, len(opening))
    return None


def _fills(time: Time, text: str) -> bool:
    """Nothing is left over but a clock time and punctuation."""
    rest = text[: time.start] + " " + text[time.end :]
    return not _clock().sub("", rest).strip(LOOSE_ENDS)


@lru_cache(maxsize=1)
def _clock() -> re.Pattern[str]:
    return re.compile(
        r"(?i)(?:om )?\b[0-9]{1,2}(?:[.:][0-9]{2})?(?: uur|u)\b|[0-9]{1,2}[.:][0-9]{2}"
    )


def _without_opening(time: Time, words: str, added: int) -> Time:
    start, end = max(0, time.start - added), time.end - added
    return replace(time, start=start, end=end, words=words[start:end])


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])(?<![^\W\d_]-)(?<![0-9][.,:/-])[^\W_]+")


def _meanings(plain: str, setting: Setting) -> Iterator[tuple[int, Meaning]]:
    reached = 0
    for found in _words().finditer(plain):
        start, word = found.start(), found[0]
        if start < reached or not (word in STARTS or word[0] in "0123456789"):
            continue
        meaning = meaning_at(plain, start, word, setting)
        if meaning:
            reached = meaning.end
            yield start, meaning


def _lasts(plain: str, start: int, meaning: Meaning, ongoing: bool | None) -> bool:
    if ongoing is not None:
        return ongoing
    return meaning.opening is Opening.DURING or is_ongoing(plain, start, meaning.end)


def _time(
    text: str, place: tuple[int, int], meaning: Meaning, today: date, *, lasts: bool
) -> Time:
    """The phrase as a time, at its place in the text as written."""
    asks, last = meaning.asks(today), meaning.last
    role = Role.END if lasts and meaning.role is not Role.VAGUE else meaning.role
    known = last if asks is None and role not in WITHOUT_DEADLINE else None
    return Time(
        start=place[0],
        end=place[1],
        words=text[place[0] : place[1]],
        role=role,
        day=last if last is not None else meaning.moment.first,
        due=None if lasts else known,
        until=known if lasts else None,
        term=meaning.term,
        working_days=meaning.working_days,
        asks=asks,
    )
