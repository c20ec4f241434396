"""The deed of leaving a stall signal so, and how it is done through the actions."""

from dataclasses import dataclass
from datetime import datetime

from ..casework.actions.signals import leave_so
from ..casework.models import LeftSo
from ..casework.signals import found_anew
from .deeds import Story, Worded
from .playing import play
from .stage import Stage


@dataclass(frozen=True, kw_only=True)
class LeavesSo(Worded):
    """The latest thing that this rule asks about here; why is in the words."""

    rule: str
    until: str


@play.register
def _(deed: LeavesSo, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        speaking = {one.rule.code: one for one in found_anew(by, now)}
        left = LeftSo(
            mark=speaking[deed.rule].mark,
            why=stage.calendar.told(deed.words, now),
            until=stage.calendar.day(deed.until),
        )
        leave_so(left, by=by, now=now)
