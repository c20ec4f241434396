"""An actor in a line: the words, and whom they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..words import Words


class ActorAsk(StrEnum):
    """Why it must be asked who is meant."""

    NOBODY = "nobody"
    GROUP = "group"
    SEVERAL_PEOPLE = "several_people"
    SEVERAL_OWNERS = "several_owners"
    CONTRADICTION = "contradiction"
    WHO_TYPES = "who_types"

    @property
    def question(self) -> Words:
        return QUESTIONS[self]


QUESTIONS = {
    ActorAsk.NOBODY: Words(
        "Hier staat niemand. Wie doet dit?",
        "Nobody is named here. Who does this?",
    ),
    ActorAsk.GROUP: Words(
        "Van iedereen is van niemand. Wie trekt dit?",
        "What is everybody's is nobody's. Who pulls this?",
    ),
    ActorAsk.SEVERAL_PEOPLE: Words(
        "Meer mensen aan tafel passen hierbij. Wie van hen is bedoeld?",
        "Several people at the table fit these words. Which of them is meant?",
    ),
    ActorAsk.SEVERAL_OWNERS: Words(
        "Hier staan er meer. De eerste is voorgesteld als trekker: klopt dat?",
        "Several are named. The first is proposed as the puller: is that right?",
    ),
    ActorAsk.CONTRADICTION: Words(
        "Deze naam en deze organisatie of functie horen aan tafel niet bij elkaar. "
        "Wie is bedoeld?",
        "At this table this name and this organisation or function do not belong "
        "together. Who is meant?",
    ),
    ActorAsk.WHO_TYPES: Words(
        "Er staat 'ik', maar niet wie dat is. Wie is bedoeld?",
        "It says 'I', but not who that is. Who is meant?",
    ),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who the words at a place mean; offsets count code points, end exclusive."""

    start: int
    end: int
    words: str
    name: str = ""
    function: str = ""
    organisation: str = ""
    at_table: bool = False
    """Somebody at the table answers to these words."""
    asks: ActorAsk | None = None
    others: tuple[Actor, ...] = ()
    """Further owners named in the same breath."""
