"""What an opening and a moment mean together: a due day, an end, or a question."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .calendar import DAY
from .moment import Moment
from .openings import Opening
from .time import Role, TimeAsk

ROLES = {
    Opening.BY: Role.DEADLINE,
    Opening.BEFORE: Role.DEADLINE,
    Opening.UNTIL: Role.DEADLINE,
    Opening.THROUGH: Role.DEADLINE,
    Opening.FROM: Role.START,
    Opening.AFTER: Role.START,
    Opening.OF: Role.REFERENCE,
    Opening.SINCE: Role.PAST_REFERENCE,
}
WITHOUT_DEADLINE = {
    Role.START,
    Role.FREQUENCY,
    Role.TRIGGER,
    Role.VAGUE,
    Role.REFERENCE,
    Role.PAST_REFERENCE,
}
ENDING = {Opening.UNTIL, Opening.THROUGH, Opening.DURING}
EXCLUDING = {Opening.UNTIL, Opening.BEFORE}


class Meaning(NamedTuple):
    """One phrase, as far as its own words tell."""

    moment: Moment
    opening: Opening = Opening.NONE
    trigger_at: int | None = None
    term: str | None = None
    working_days: bool = False

    @property
    def end(self) -> int:
        return self.moment.end

    @property
    def role(self) -> Role:
        own = self.moment.role
        fixed = own in {Role.PAST_REFERENCE, Role.VAGUE}
        return own if fixed else ROLES.get(self.opening, own)

    @property
    def may_last(self) -> bool:
        """An ongoing deed would end here: *tot*, *t/m*, *de komende weken*."""
        return self.opening in ENDING or self.moment.lasting

    @property
    def last(self) -> date | None:
        """The last day that the words allow."""
        moment = self.moment
        if self.opening in EXCLUDING and moment.first and not moment.closes:
            return moment.first - DAY if moment.first > date.min else None
        return moment.last

    def asks(self, today: date) -> TimeAsk | None:
        """Why the words must be asked about, when they must."""
        if self.role in {Role.REFERENCE, Role.PAST_REFERENCE}:
            impossible = self.moment.asks is TimeAsk.IMPOSSIBLE
            return TimeAsk.IMPOSSIBLE if impossible else None
        if self.moment.asks:
            return self.moment.asks
        if self.opening is Opening.AROUND:
            return TimeAsk.VAGUE
        if self.opening is Opening.AFTER:
            return TimeAsk.AFTER
        passed = self.last is not None and self.last < today
        return TimeAsk.PAST if passed and self.role not in WITHOUT_DEADLINE else None
