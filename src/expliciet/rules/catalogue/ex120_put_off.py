"""EX120 · Put off.

A topic that is put off without an owner and a date: 'komt terug', 'aangehouden',
'parkeren', 'doorgeschoven'.

Why we ask: items die in silence when nobody has to bring them back. It is a rule of
our own, drawn from the phenomena in minutes.

What helps: who brings it back, on which day, and why it has to wait.

Known traps: a person who comes back; 'aangehouden' meaning arrested; an owner and a
date in the item; quotations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language import moments
from ..language.cues import Cues
from ..language.parties import PROFESSIONAL
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_PUT_OFF = Cues(
    r"(?:komt|komen) (?:\w+ ){0,6}?(?:\w+ )?terug(?: op)?(?! (?:uit|naar|van|in|bij|thuis))|(?:komt|komen) (?:\w+ ){0,5}?opnieuw (?:op tafel|aan de orde|op de agenda|langs)|(?:hier|daar|er) (?:\w+ ){0,4}?op terug ?komen|op terug ?komen|terugkomen op|later op terug",
    r"(?<!is\s)(?<!werd\s)(?<!zijn\s)aangehouden(?! (?:door|op verdenking|voor|wegens|in|met|door))|doorgeschoven|doorschuiven|schuift (?:\w+ ){0,4}?door|schuiven (?:\w+ ){0,4}?door|geparkeerd|parkeren|parkeert|in de (?:wacht|ijskast|koelkast)(?: gezet)?|op de plank|on hold|op (?:een )?(?:de )?(?:lange baan|laag pitje)|vooruitgeschoven|vooruit geschoven",
    r"blijf(?:t)? (?:\w+ ){0,2}?(?:op de lijst|staan|liggen|open(?:staan)?|op de agenda|boven de markt hangen|in portefeuille)|blijven (?:\w+ ){0,2}?(?:staan|liggen|open|op de lijst|op de agenda)|laten we (?:\w+ ){0,3}?(?:liggen|rusten)|wordt vervolgd|wordt uitgesteld|uitgesteld|uitstellen|uitstel|"
    r"nog (?:over )?(?:na te denken|nadenken|een keer over|uit te maken)|(?:later|een andere keer|volgende keer|een volgende keer|nader|te zijner tijd|in een volgend overleg|een keer) (?:\w+ )?(?:bespreken|bekijken|behandelen|besproken|behandeld|agenderen|geagendeerd|op de agenda|beslissen|besluiten|aan de orde|bepalen|over hebben|verder)|"
    r"wordt (?:\w+ ){0,4}?(?:later|een volgende keer|volgende keer|een andere keer|nader) (?:geagendeerd|besproken|behandeld|bekeken|bezien|opgepakt)|(?:nemen|neemt) (?:\w+ ){0,3}?een andere keer|(?:hier|daar)over later (?:meer|verder)|nog niet (?:over )?(?:besloten|uit|beslist)|nog geen (?:besluit|beslissing|knoop)|besluit volgt|"
    r"(?:verzet|verschoven|doorgezet) naar (?:een )?(?:later|volgend|ander)\w*|niet aan toegekomen|blijft hangen|wordt doorgezet naar|tot nader order aangehouden|bewaren (?:we )?voor|overgeheveld naar|staat nog open|over de vakantie heen (?:getild|tillen)|over (?:de|het) \w+ heen (?:getild|tillen)",
)


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    match = _PUT_OFF.find(said)
    if match is None:
        return
    if _settled(statement) or statement.piece.kind == "row" and False:
        return
    if statement.piece.kind == "row":
        cells = [c for c in statement.cells if c[0] <= match.start() < c[1]]
        if cells and len(statement.cells) > 1:
            first = statement.cells[1] if statement.said[slice(*statement.cells[0])].strip().isdigit() else statement.cells[0]
            yield Mark(first[0], match.end())
            return
    yield Mark(match.start(), match.end())


def _settled(statement: Statement) -> bool:
    """Somebody brings it back on a day that is named."""
    said = statement.said
    owned = any(d.doer == PROFESSIONAL for d in statement.deeds) or any(
        c.doer == PROFESSIONAL for c in statement.clauses
    )
    return said in moments.DATED and owned


RULE = TextRule(
    code="EX120",
    phenomenon="deferred_item",
    severity=Severity.WARNING,
    name=Words(
        nl="Doorgeschoven",
        en="Put off",
    ),
    question=Words(
        nl="Wie brengt dit terug, en op welke dag?",
        en="Who brings this back, and on which day?",
    ),
    why=Words(
        nl="Wat doorschuift zonder naam en datum, komt vaak nooit meer terug.",
        en="What is put off without a name and a date often never comes back.",
    ),
    helps=Words(
        nl=(
            "Noem wie het inbrengt, wanneer, en waarop jullie wachten. Is het niet "
            "meer nodig? Schrijf dat dan op."
        ),
        en=(
            "Name who brings it in, when, and what you are waiting for. No longer "
            "needed? Then write that down."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als er een naam en een dag bij staan, of als het over een "
            "mens gaat die terugkomt of is aangehouden."
        ),
        en=(
            "We ask nothing when a name and a day are given, or when it is about a "
            "person who returns or was arrested."
        ),
    ),
    source="Eigen regel van Expliciet",
    silences=(
        "EX101",
        "EX104",
    ),
    kinds=frozenset({"agreement", "consideration", "decision", "expectation", "fact", "intervention", "procedural", "scaling"}),
    look=look,
    flags=(
        "Het punt huisvesting komt een andere keer terug.",
        "De vraag over de schulden is aangehouden.",
        "Dit onderwerp parkeren we.",
        "Hier komen we later op terug.",
        "De bespreking van het plan wordt doorgeschoven.",
    ),
    passes=(
        "De procesregisseur brengt de vraag over de schulden in op 21 januari.",
        (
            "Het punt huisvesting is aangehouden tot 28 januari; de gemeente levert "
            "dan het advies."
        ),
        "De verdachte is maandag aangehouden.",
        "Zij komt op 2 februari terug uit de kliniek.",
        "De vraag vervalt, omdat hij op 5 januari is verhuisd.",
        'De moeder zei: "dat komt nog wel terug".',
    ),
)
