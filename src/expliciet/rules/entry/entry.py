"""What one typed line says, part by part, and what it still lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..actors import Actor, ActorAsk
from ..times import Time, TimeAsk
from ..words import Words


class Kind(StrEnum):
    """What the line is, by the word that opens it."""

    AGREEMENT = "agreement"
    EXPECTATION = "expectation"
    DECISION = "decision"
    FACT = "fact"
    HEARSAY = "hearsay"
    ESTIMATE = "estimate"
    IDEA = "idea"
    IMPASSE = "impasse"

    @property
    def label(self) -> Words:
        return LABELS[self]

    @property
    def is_to_be_done(self) -> bool:
        """Somebody does it by a day; the other kinds are only said."""
        return self in {Kind.AGREEMENT, Kind.EXPECTATION}


LABELS = {
    Kind.AGREEMENT: Words("afspraak", "agreement"),
    Kind.EXPECTATION: Words("verwachting", "expectation"),
    Kind.DECISION: Words("besluit", "decision"),
    Kind.FACT: Words("feit", "fact"),
    Kind.HEARSAY: Words("van horen zeggen", "hearsay"),
    Kind.ESTIMATE: Words("inschatting", "estimate"),
    Kind.IDEA: Words("idee", "idea"),
    Kind.IMPASSE: Words("impasse", "impasse"),
}


class Lack(StrEnum):
    """What the line cannot do without, so that it is asked."""

    OWNER = "owner"
    DUE = "due"


NO_TIME = Words(
    "Hier staat geen dag. Wanneer is het klaar?",
    "No day is named here. When will it be done?",
)
NO_END = Words(
    "Dit gaat door zonder einde. Tot en met welke dag?",
    "This goes on without an end. Up to which day?",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line taken apart; its words are those that were typed."""

    kind: Kind
    deed: str
    """The line without owner, time, criterion and reason."""
    verb: str = ""
    """The infinitive of what is done, its separable part joined on."""
    owner: Actor | None = None
    """Who does it; for an expectation, of whom it is expected."""
    expected_by: Actor | None = None
    """Who expects it."""
    time: Time | None = None
    """By which day, or until which day."""
    waits_for: Time | None = None
    """What has to happen first."""
    is_ongoing: bool = False
    """The deed comes back or goes on, so it needs an end."""
    done_when: str = ""
    reason: str = ""

    @property
    def due(self) -> date | None:
        """The last day on which it is in time."""
        return self.time.due if self.time else None

    @property
    def until(self) -> date | None:
        """The last day of what goes on."""
        return self.time.until if self.time else None

    @property
    def trigger(self) -> str:
        """What is waited for, with its connective: *zodra het vonnis er is*."""
        return (self.waits_for.trigger or "") if self.waits_for else ""

    @property
    def term(self) -> str:
        """How much time there is once it has happened, in ISO 8601."""
        return (self.waits_for.term or "") if self.waits_for else ""

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What must be asked, in the order of the line."""
        return tuple(self.questions)

    @property
    def questions(self) -> dict[Lack, Words]:
        """The question about each part that is lacking or not sure."""
        if not self.kind.is_to_be_done:
            return {}
        asked: dict[Lack, Words] = {}
        if self.owner is None:
            asked[Lack.OWNER] = ActorAsk.NOBODY.question
        elif self.owner.asks:
            asked[Lack.OWNER] = self.owner.asks.question
        if self.time and self.time.asks:
            asked[Lack.DUE] = self.time.asks.question
        elif not (self.due or self.until or self.trigger):
            asked[Lack.DUE] = self._about_time()
        return asked

    def _about_time(self) -> Words:
        if self.time:
            return TimeAsk.AFTER.question
        return NO_END if self.is_ongoing else NO_TIME
