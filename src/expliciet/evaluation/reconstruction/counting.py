"""What is kept while counting: the period, the moment, every tally and every clock."""

from collections.abc import Iterable
from datetime import date, datetime

from .naming import DURATIONS, FUNCTION, MEASURES
from .periods import Period
from .standing import day_of
from .tallying import Clock, Tally


class Count:
    """The tallies and clocks of one reconstruction, by the name of their measure."""

    def __init__(self, period: Period, now: datetime) -> None:
        self.now, self.dossiers = now, 0
        self.period = Period(period.begin, min(period.end, self.today))
        self.tallies = {each.name: Tally(each, self.period) for each in MEASURES}
        self.clocks = {
            each.name: Clock(each.name, self.tallies[each.measure], each.of)
            for each in DURATIONS
        }

    @property
    def today(self) -> date:
        return day_of(self.now)

    def know_functions(self, functions: Iterable[str]) -> None:
        """The functions in the houses of these dossiers: each has a row, also when
        nothing is in it, so that no row tells by being there."""
        for each in MEASURES:
            if each.by is FUNCTION:
                self.tallies[each.name].others.update(functions)

    def end_of_dossier(self) -> None:
        self.dossiers += 1
        each: Iterable[Tally | Clock] = (*self.tallies.values(), *self.clocks.values())
        for one in each:
            one.end_of_dossier()
