"""Who of Duinmeer is away in the week in which somebody looks around. All invented."""

from typing import NamedTuple

from ..partners import Colleague
from .people import MARIJKE, RUBEN


class Leave(NamedTuple):
    """`who` is away from one day up to another, and `by` takes over."""

    when: str
    who: Colleague
    by: Colleague
    since: str
    until: str


ABSENCES = (Leave("-1 do 16:30", RUBEN, MARIJKE, "-1 vr", "+1 vr"),)
