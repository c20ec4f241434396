"""EX116 · Half a promise.

A promise that does not bind: 'gaat proberen', 'streeft ernaar', 'wil kijken', 'is
bereid', 'is voornemens'.

Why we ask: nobody can tell afterwards whether it was kept. It is a rule of our own,
drawn from the phenomena in minutes.

What helps: turn the try into a result: 'weet uiterlijk … of'.

Known traps: 'gaat' with an action; 'wil' as the wish of the person concerned; a try
that is over ('probeerde op 4 januari').
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.parties import CLIENT
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.clauses import Clause
    from ..language.statement import Statement


_HALF = Cues(
    r"(?:gaat|gaan|zal|zullen|wil|willen)? ?(?:het )?prober(?:en|t)|probeert|gaat proberen|doet een poging|doen een poging|streef(?:t|en) (?:ernaar|naar|er naar)|streven is|"
    r"wil (?:wel|best|graag)?(?: (?:kijken|bekijken|onderzoeken|nadenken|overwegen|meedenken))|wil wel|willen wel|wil best|(?:is|zijn) bereid(?: om)?|(?:is|zijn) (?:wel )?(?:van plan|voornemens|genegen|geneigd|van zins)|heeft het voornemen|heeft de intentie|hebben de intentie|heeft de bedoeling|de intentie is|is de bedoeling|het is de bedoeling|"
    r"span(?:t|nen) zich in|zich in te spannen|zet zich in|zetten zich in|zich inzetten|doet (?:\w+ )?(?:haar|zijn|hun|z'n) best|doen (?:\w+ )?hun best|zijn best (?:te )?doen|haar best (?:te )?doen|zou (?:dat|dit|het) (?:wel )?kunnen (?:doen|oppakken|regelen)|zou (?:eventueel )?kunnen(?= (?:bellen|regelen|doen|vragen|oppakken))|"
    r"hoopt (?:te|dit|dat te|het|in|om|\w+ \w+ te)|hopen te|denkt (?:eraan |erover |het |dit |dat |er aan )?(?:(?:\w+ ){0,8}te (?:kunnen |hebben|komen|gaan|zijn|doen|leveren|regelen))|denkt|overweegt (?:om)?|overwegen om|ziet mogelijkheden om|kijkt of (?:het|dat|dit) lukt|kijken of (?:het|dat|dit) lukt|als het lukt|zo goed (?:en zo kwaad )?(?:als )?mogelijk|"
    r"tracht(?:en)?|beoogt|beogen|poogt|pogen|staat (?:er )?(?:welwillend|positief|open) (?:tegenover|voor)|heeft toegezegd te (?:kijken|proberen|overwegen)|mikt op|mikken op|zegt te willen|wil zich inspannen|voelt ervoor|ziet wel (?:wat|of)|belooft (?:\w+ )?(?:zijn|haar) best"
)


def look(statement: Statement) -> Iterator[Mark]:
    for match in _HALF.all(statement.said):
        clause = _clause_at(statement, match.start())
        if clause is not None and (clause.doer == CLIENT or clause.is_perfect):
            continue
        cue = match.group().lower()
        if clause is not None and clause.opened_by in ("of", "dat") and "wil" in cue:
            continue
        if cue == "denkt" and statement.kind not in ("agreement",):
            continue
        if cue == "denkt" and any(
            w in statement.said[match.end() :] for w in (" dat ", " mee", " na ", " aan ", " over ")
        ):
            continue
        yield Mark(match.start(), match.end())


def _clause_at(statement: Statement, at: int) -> Clause | None:
    for clause in statement.clauses:
        if clause.start <= at < clause.end:
            return clause
    return None


RULE = TextRule(
    code="EX116",
    phenomenon="weak_commitment",
    severity=Severity.WARNING,
    name=Words(
        nl="Halve toezegging",
        en="Half a promise",
    ),
    question=Words(
        nl="Wat zeg je precies toe?",
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
    source="Eigen regel van Expliciet",
    kinds=frozenset({"agreement", "consideration", "decision", "expectation", "fact", "intervention", "scaling"}),
    look=look,
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
