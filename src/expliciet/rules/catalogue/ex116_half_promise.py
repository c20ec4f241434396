"""EX116 · Half a promise.

A promise that does not bind: 'gaat proberen', 'streeft ernaar', 'wil kijken', 'is
bereid', 'is voornemens'.

Why we ask: nobody can tell afterwards whether it was kept. It is a rule of our own,
drawn from the phenomena in minutes.

What helps: turn the try into a result: 'weet uiterlijk … of'.

Known traps: 'gaat' with an action; 'wil' as the wish of the person concerned; a try
that is over ('probeerde op 4 januari').

Known misses: a try in a verb that we do not know ('mikken', 'trachten'); a wish of
the person in a note is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.kinds import OF_THE_CASE
from ..language.parties import CLIENT
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_THINKS = Cues(r"denk(?:t|en) (?:\w+ ){0,8}te (?:hebben|kunnen|komen|gaan|zijn)")


def look(statement: Statement) -> Iterator[Mark]:
    for found in statement.expressions("ex116"):
        clause = found.clause
        if statement.is_past and clause is not None and clause.opened_by == "om":
            continue
        if clause is not None:
            if clause.doer == CLIENT or clause.is_past or clause.opened_by == "of":
                continue
            if found.verb in ("hopen", "overwegen") and not clause.infinitives:
                continue
        yield Mark(found.start, found.end)
    for match in _THINKS.all(statement.said):
        yield Mark(match.start(), match.start() + len(match.group().split()[0]))


RULE = TextRule(
    code="EX116",
    phenomenon="weak_commitment",
    severity=Severity.WARNING,
    name=Words(
        nl="Halve toezegging",
        en="Half a promise",
    ),
    question=Words(
        nl="Wat wordt er precies toegezegd?",
        en="What exactly do you promise?",
    ),
    why=Words(
        nl="Van 'proberen' kan niemand later zeggen of het gelukt is.",
        en="Of 'trying' nobody can say later whether it was kept.",
    ),
    helps=Words(
        nl="Beloof wat wél zeker kan: 'weet uiterlijk 16 januari of er plek is'.",
        en=(
            "Promise what is certain: 'will know by 16 January whether there is a "
            "place'."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets bij een gewoon plan ('gaat bellen'), bij de wens van "
            "betrokkene zelf en bij een poging die al voorbij is."
        ),
        en=(
            "We ask nothing for a plain plan ('is going to call'), for the wish of the "
            "person concerned, or for a try that is over."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een poging met een werkwoord dat wij niet kennen: 'De "
            "jobcoach mikt op een plek in mei.' We vragen soms iets bij een "
            "wens van de persoon zelf: 'Eerste indruk: moe, wil wel werken.'"
        ),
        en=(
            "We miss a try in a verb that we do not know: 'De jobcoach mikt op "
            "een plek in mei.' At times we ask about a wish of the person: "
            "'Eerste indruk: moe, wil wel werken.'"
        ),
    ),
    source="Eigen regel van Expliciet",
    kinds=OF_THE_CASE,
    look=look,
    mend=at_the_end("; uiterlijk <datum> laat <wie> weten of het is gelukt"),
    flags=(
        "De mentor gaat proberen het rooster aan te passen.",
        "De gemeente streeft ernaar om in maart een plek te vinden.",
        "Het wijkteam wil kijken wat er kan.",
        "De corporatie is bereid een kamer te zoeken.",
        "De reclassering is voornemens een gesprek te plannen.",
        "De jeugdarts zou dat kunnen doen.",
    ),
    passes=(
        "De mentor past het rooster aan vóór 19 januari.",
        "De gemeente weet uiterlijk 1 maart of er een plek is.",
        "De coach gaat op 14 januari bij moeder langs.",
        "Hij wil zelf een opleiding volgen.",
        "De wijkagent probeerde hem op 4 januari te bellen.",
        "De corporatie zal op 16 januari een kamer aanbieden.",
    ),
)
