"""What two coders decided, counted: all that agreement rests on."""

from collections.abc import Iterable
from typing import NamedTuple


class Counts(NamedTuple):
    """Decisions of two coders: given by both, by one of them, by neither."""

    both: int = 0
    first: int = 0
    second: int = 0
    neither: int = 0

    @classmethod
    def of(cls, decisions: Iterable[tuple[bool, bool]]) -> "Counts":
        tally = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
        for decision in decisions:
            tally[decision] += 1
        return cls(*tally.values())

    @property
    def decisions(self) -> int:
        return sum(self)

    @property
    def differing(self) -> int:
        return self.first + self.second

    @property
    def given(self) -> int:
        """How often a code was given, by one coder or the other."""
        return 2 * self.both + self.differing

    @property
    def varies(self) -> bool:
        """Somebody gave it somewhere, and somebody left it out somewhere."""
        return 0 < self.given < 2 * self.decisions
