"""EX113 · A reason that is a formula.

A reason that fits every decision: 'gezien de situatie', 'alles overwegende', 'gelet
op het voorgaande', 'om veiligheidsredenen'.

Why we ask: it looks explicit and is not; the evaluation asks for the consideration
itself.

What helps: put the fact in the place of the formula.

Known traps: a formula followed by the real reason (a colon, 'namelijk'); a noun that
names a fact ('de drie meldingen in december'); fixed phrases in an official
decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_EMPTY = (
    r"(?:situatie|complexiteit|problematiek|omstandigheden|ontwikkelingen|aard van de zaak|ernst|ernst van de zaak|zwaarte|zwaarte van de casus|gevoeligheid|voorgaande|bovenstaande|vorenstaande|besprokene|gehoorde|geheel|casuïstiek|huidige stand van zaken|"
    r"stand van zaken|signalen|zorgen|feiten en omstandigheden|dossier|urgentie|context|veiligheid|belangen|risico'?s|gang van zaken|aard van de problematiek|actualiteit|hele plaatje|totaalplaatje|totaalbeeld|alles)"
)
_FORMULA = Cues(
    r"(?:gezien|gelet op|gelet|vanwege|wegens|in verband met|i\.v\.m\.|met het oog op|op basis van|op grond van|in het licht van|naar aanleiding van|n\.a\.v\.|kijkend naar|rekening houdend met) (?:de |het |alle |al |alles |deze |dit |onze |hetgeen )?(?:huidige |ontstane |complexe |gehele |hele |totale |bekende |betreffende |actuele |geschetste |specifieke |bijzondere |recente |diverse |verschillende )*"
    + _EMPTY + r"(?: van (?:de|het) (?:casus|zaak|geval|situatie|problematiek))?",
    r"gezien alles(?: wat [^,.;]{3,30}?(?:speelt|ligt|is|gebeurd is))?|alles (?:afwegend|afwegende|overwegend|overwegende|overziend|overziende|bij elkaar(?: genomen)?|in aanmerking (?:nemend|nemende|genomen)|gehoord hebbende?|wegend|meegewogen|in ogenschouw (?:nemend|genomen))|"
    r"het geheel (?:overziend|overziende|afwegend|bezien|gezien|in ogenschouw nemend)|alle (?:feiten|belangen|factoren|omstandigheden) (?:afwegend|overziend|in aanmerking genomen|meegewogen)|na (?:ampele|rijp|zorgvuldige|ampel|goed|enig) (?:overweging|beraad|overleg|afweging)|per saldo|al met al|alles wel beschouwd|"
    r"om (?:praktische|veiligheids|organisatorische|begrijpelijke|bekende|privacy|moverende|hem moverende|uiteenlopende|diverse|technische|procedurele|inhoudelijke|strategische|tactische|principiële|formele|juridische|financiële|pragmatische)\s*-?redenen|om (?:praktische|organisatorische|begrijpelijke|bekende|moverende|diverse|technische|procedurele|inhoudelijke|strategische|tactische|principiële|formele|juridische|pragmatische) redenen",
    r"vanwege (?:de )?(?:privacy|avg|capaciteit|drukte|veiligheid|regels|beleid)(?=[ ,.;]|$)|uit (?:veiligheids|privacy|zorgvuldigheids)?overwegingen|uit oogpunt van (?:veiligheid|zorgvuldigheid|privacy)|op basis van (?:het gesprek|de bespreking|de informatie|het overleg|de discussie|het beeld|de stukken|voorgaande)|"
    r"zoals gebruikelijk|conform (?:beleid|gebruik|de lijn)|op inhoudelijke gronden|in het belang van (?:de zaak|betrokkene|allen)|gehoord de (?:beraadslagingen|discussie|partners|vergadering|inbreng)|gehoord hebbende",
)
_THE_REASON = re.compile(r"\s*(?:\(|:|, (?:namelijk|te weten|want|omdat)|, in het bijzonder|namelijk)")


def look(statement: Statement) -> Iterator[Mark]:
    for match in _FORMULA.all(statement.said):
        rest = statement.said[match.end() :]
        if _THE_REASON.match(rest) or re.match(r"\s+(?:van|met|op|uit|in|dat|die|waarin)\s+\w*\d", rest):
            continue
        if " namelijk " in rest or " want " in rest or " omdat " in rest:
            continue
        yield Mark(match.start(), match.end())


RULE = TextRule(
    code="EX113",
    phenomenon="reason_formulaic",
    severity=Severity.WARNING,
    name=Words(
        nl="Reden als formule",
        en="A reason that is a formula",
    ),
    question=Words(
        nl="Welk feit gaf de doorslag?",
        en="Which fact tipped the balance?",
    ),
    why=Words(
        nl=(
            "Deze woorden passen bij elk besluit. De echte reden blijft zo in het "
            "hoofd van wie erbij was."
        ),
        en=(
            "These words fit any decision. The real reason stays in the heads of those "
            "who were there."
        ),
    ),
    helps=Words(
        nl="Vervang de formule door het feit: 'omdat hij op 8 januari …'.",
        en="Replace the formula by the fact: 'because on 8 January he …'.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als de echte reden er meteen achter staat, of als de "
            "woorden een feit noemen."
        ),
        en=(
            "We ask nothing when the real reason follows at once, or when the words "
            "name a fact."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    silences=("EX112",),
    kinds=frozenset({"agreement", "consideration", "decision", "intervention", "scaling"}),
    look=look,
    flags=(
        "Gezien de situatie kiezen we voor verlenging.",
        "Alles overwegende stopt de begeleiding op 1 februari.",
        "Gelet op het voorgaande wordt de zaak opgeschaald.",
        "Om veiligheidsredenen gaat het bezoek niet door.",
        "Vanwege privacy delen we het verslag niet.",
        "Gezien de complexiteit van de casus besluiten we tot een tweede regisseur.",
    ),
    passes=(
        (
            "Gezien de situatie, namelijk drie inbraken in één week, kiezen we voor "
            "verlenging."
        ),
        (
            "Om veiligheidsredenen gaat het bezoek niet door: hij dreigde op 8 januari "
            "met een mes."
        ),
        "We verlengen omdat hij sinds 5 januari niet meer thuis slaapt.",
        "Het verslag delen we niet, want moeder trok op 6 januari haar toestemming in.",
        "Gezien de drie meldingen in december stemt de politie in.",
        "Vanwege de operatie van vader verschuift de start naar 2 februari.",
    ),
)
