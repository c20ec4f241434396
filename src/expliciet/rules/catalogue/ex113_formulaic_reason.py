"""EX113 · A reason that is a formula.

A reason that fits every decision: 'gezien de situatie', 'alles overwegende', 'gelet
op het voorgaande', 'om veiligheidsredenen'.

Why we ask: it looks explicit and is not; the evaluation asks for the consideration
itself.

What helps: put the fact in the place of the formula.

Known traps: a formula followed by the real reason (a colon, 'namelijk'); a noun that
names a fact ('de drie meldingen in december'); fixed phrases in an official
decision.

Known misses: a formula with a noun that is not in our list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.kinds import OF_THE_CASE
from ..mending import in_its_place
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_EMPTY = (
    r"(?:situatie|complexiteit|problematiek|omstandigheden|ontwikkelingen|"
    r"aard van de zaak|ernst|zwaarte|gevoeligheid|voorgaande|bovenstaande|vorenstaande|"
    r"besprokene|gehoorde|geheel|casuïstiek|stand van zaken|signalen|zorgen|"
    r"feiten en omstandigheden|dossier|urgentie|context|veiligheid|belangen|risico'?s|"
    r"gang van zaken|actualiteit|plaatje|totaalplaatje|totaalbeeld|alles|discussie|"
    r"informatie|gesprek|bespreking|overleg|beeld|stukken|inbreng|feiten|factoren|"
    r"argumenten|voors en tegens|voor en tegen|efficiëntie|doelmatigheid|"
    r"zorgvuldigheid|privacy|casus|zaak|overwegingen|historie|voorgeschiedenis|"
    r"actuele stand|bevindingen|signaal|tijdgeest|praktijk)"
)
_WITH = (
    r"(?:gezien|gelet op|gelet|vanwege|wegens|in verband met|i\.v\.m\.|met het oog op|"
    r"op basis van|op grond van|in het licht van|naar aanleiding van|n\.a\.v\.|"
    r"kijkend naar|rekening houdend met|gehoord|om redenen van|uit hoofde van|"
    r"met inachtneming van|onder verwijzing naar|uit oogpunt van|in het belang van|"
    r"overeenkomstig|alles overziende gelet op)"
)
_FILL = (
    r"(?:de |het |alle |al |deze |dit |onze |hetgeen |zijn |haar |hun |huidige |"
    r"ontstane |complexe |gehele |hele |totale |bekende |betreffende |actuele |"
    r"geschetste |specifieke |bijzondere |recente |diverse |verschillende |"
    r"beschikbare |aanwezige |verkregen |gedeelde |voorliggende |besproken |genoemde |"
    r"bestaande )*"
)
_WHOLE = (
    r"(?:alles|het geheel|de (?:hele |gehele )?situatie|"
    r"het (?:hele |totale )?(?:dossier|plaatje|beeld)|alle (?:feiten|belangen|factoren|"
    r"omstandigheden|aspecten|argumenten|informatie|signalen)|"
    r"het voor en (?:het )?tegen|de voors en tegens|een en ander|het voorgaande|"
    r"de (?:feiten|belangen|situatie|zaak|argumenten))"
)
_WEIGHED = (
    r"(?:afwegend|afwegende|overwegend|overwegende|overziend|overziende|wegend|wegende|"
    r"bezien|beziend|gezien|meewegend|beschouwd|beschouwend|meegewogen|gewogen|"
    r"in ogenschouw (?:nemend|nemende|genomen)|in aanmerking (?:nemend|nemende|"
    r"genomen)|bij elkaar(?: genomen)?|samengenomen|op een rij(?: gezet)?|"
    r"gehoord)(?: hebbend| hebbende)?"
)
_FORMULA = Cues(
    rf"(?:mede )?{_WITH} {_FILL}{_EMPTY}(?: van (?:de|het|deze) (?:casus|zaak|"
    rf"geval|situatie|problematiek))?",
    r"(?:mede )?gezien alles(?: wat [^,.;]{3,30}?(?:speelt|ligt|is))?",
    rf"{_WHOLE} (?:in (?:zijn|haar) (?:totaliteit|geheel) )?(?:goed |"
    rf"tegen elkaar |zorgvuldig )?{_WEIGHED}",
    r"(?:gezien|gelet op|op basis van|op grond van|afwegend) (?:al )?(?:wat|hetgeen) "
    r"(?:er |we |wij |ter )?(?:tafel )?(?:\w+ ){0,2}?(?:ligt|is gekomen|speelt|"
    r"hoorden|weten|zagen|gebeurd is|gehoord is|besproken is)",
    r"na (?:ampele|rijp|zorgvuldige|ampel|goed|enig|lang|uitvoerig|uitgebreid) "
    r"(?:overweging|beraad|overleg|afweging|wikken en wegen)",
    r"per saldo|al met al|alles wel beschouwd|alles welbeschouwd|welbeschouwd",
    r"alles in aanmerking nemend",
    r"om (?:\w+ )?(?:praktische|veiligheids|organisatorische|begrijpelijke|bekende|"
    r"privacy|moverende|uiteenlopende|diverse|technische|procedurele|inhoudelijke|"
    r"strategische|tactische|principiële|formele|juridische|financiële|pragmatische|"
    r"budgettaire)\s*-?redenen",
    r"om (?:praktische|organisatorische|begrijpelijke|bekende|moverende|diverse|"
    r"technische|inhoudelijke|strategische|tactische|principiële|formele|juridische|"
    r"pragmatische) redenen",
    r"om (?:veiligheids|privacy|gezondheids)redenen",
    r"vanwege (?:de )?(?:privacy|avg|capaciteit|drukte|veiligheid|regels|beleid)"
    r"(?=[ ,.;]|$)",
    r"uit \w*overwegingen",
    r"uit (?:zorgvuldigheid|voorzorg|veiligheid|coulance|praktisch oogpunt)",
    r"zoals gebruikelijk|conform (?:beleid|gebruik)|op inhoudelijke gronden",
    r"in het belang van (?:de zaak|allen)",
    r"gehoord (?:de (?:beraadslagingen|discussie|partners|vergadering|inbreng)|"
    r"hebbende)",
)
_THE_REASON = re.compile(
    r"\s*(?:\(|:|, (?:namelijk|te weten|want|omdat|in het bijzonder))"
)
_DATED_SOURCE = re.compile(
    r"\s+(?:van|met|op|uit|in|dat|die|waarin)\s+(?:\w+\s+)?\w*\d"
)
_OF_SOMETHING = re.compile(r"\s+(?:van|met) (?!de (?:casus|zaak))")
_COLON = re.compile(r"[^:;.]{3,60}:\s+\w+")


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    spans = [m.span() for m in _FORMULA.all(said)]
    spans += [(f.start, f.end) for f in statement.beyond("ex113", spans)]
    for start, end in spans:
        if not _says_more(said[start:end], said[end:]):
            yield Mark(start, end)


def _says_more(formula: str, rest: str) -> bool:
    """The real reason stands behind the formula, or makes it precise."""
    if any(more.match(rest) for more in (_THE_REASON, _DATED_SOURCE, _COLON)):
        return True
    if _OF_SOMETHING.match(rest) and not formula.lower().startswith("alles"):
        return True
    return any(word in rest for word in (" namelijk ", " want ", " omdat "))


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
    misses=Words(
        nl=(
            "We missen een formule met een woord dat wij niet kennen: 'Gezien "
            "de aard van de brieven doet de school aangifte.'"
        ),
        en=(
            "We miss a formula with a noun that we do not know: 'Gezien de aard "
            "van de brieven doet de school aangifte.'"
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    silences=("EX112", "EX101", "EX104"),
    kinds=OF_THE_CASE,
    look=look,
    mend=in_its_place("omdat <welk feit>"),
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
