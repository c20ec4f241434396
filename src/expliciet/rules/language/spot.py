"""A clause in its sentence, and what we know when we come to it looking for a deed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .clause import Clause
from .parties import PROFESSIONAL
from .verbs import does

if TYPE_CHECKING:
    from .deed import Deed
    from .statement import Statement


@dataclass(slots=True)
class Spot:
    """Where a deed may be found."""

    statement: Statement
    clause: Clause
    named: str
    """The kind of party named before the colon, or between dashes."""
    by_agent: bool
    """Somebody is named with "door", "vanuit" or "namens"."""
    earlier: Sequence[Deed]
    """The deeds found so far in this sentence."""
    verb: str = field(init=False)
    """The infinitive of what is done."""
    lows: list[str] = field(init=False)
    """The words and marks of the clause in lower case."""
    told: str = field(init=False)
    """The same as one text."""

    def __post_init__(self) -> None:
        self.verb = self.clause.verb
        self.lows = self.clause.lows
        self.told = " ".join(self.lows)

    @property
    def finite(self) -> str:
        """The infinitive of the finite verb; empty where there is none."""
        return self.clause.form.infinitive if self.clause.form else ""

    @property
    def kinds(self) -> str:
        """The classes of the verb."""
        return does(self.verb)

    @property
    def agent(self) -> str:
        """Who does it, as named outside the clause's own subject."""
        sent = self.by_agent or self.named == PROFESSIONAL
        return PROFESSIONAL if sent else ""

    @property
    def begins_with_verb(self) -> bool:
        """'Bel …', '…, zegt de directeur'."""
        return self.clause.finite is self.clause.words[0]

    def says(self, *words: str) -> bool:
        """Whether one of these stands in the clause."""
        return not set(words).isdisjoint(self.lows)
