"""The next meeting: *volgend overleg*, *volgende keer*, *bij het volgende ICO*."""

from __future__ import annotations

from .moment import Moment, Setting, on
from .time import TimeAsk
from .weekdays import read_day
from .words import part_at, phrase_at

MEETING = (
    r"(?:het |de |een |ons |onze )?(?:eerst)?"
    r"(?:volgende?|komende?|aanstaande|aankomende?)"
    r" (?:keer|ico|mdo|rondetafel|[a-z]*(?:overleg|vergadering|bijeenkomst|bespreking"
    r"|conferentie|sessie))"
)
DATED = r"(?: op|,? d\.d\.|,)? ?(?P<open>\()?(?=[a-z0-9])"


def read_meeting(text: str, at: int, setting: Setting) -> Moment | None:
    """The next meeting's date, from behind the words or from the setting."""
    found = phrase_at(MEETING, text, at)
    if not found:
        return None
    return _dated(text, found.end(), setting) or _known(found.end(), setting)


def _known(end: int, setting: Setting) -> Moment:
    if setting.next_meeting is None:
        return Moment(end, asks=TimeAsk.NO_NEXT_MEETING)
    return on(end, setting.next_meeting)


def _dated(text: str, at: int, setting: Setting) -> Moment | None:
    """*volgend overleg (14 januari)*: the date behind it is the one."""
    follows = part_at(DATED, text, at)
    if not follows or follows.end() == at:
        return None
    moment = read_day(text, follows.end(), setting._replace(dates_only=True))
    if moment is None or not follows["open"]:
        return moment
    if not text.startswith(")", moment.end):
        return None
    return moment._replace(end=moment.end + 1)
