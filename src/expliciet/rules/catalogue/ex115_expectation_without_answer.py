"""EX115 · An expectation without an answer.

Something is expected of a party, and nobody wrote down what that party answered:
'zou moeten', 'dient', 'ligt bij', 'is aan', 'graag'.

Why we ask: expectations are half of what the evaluation is about; acceptance is the
one of Purver's four parts that minutes lose.

What helps: ask the receiver, and write down yes, no, or yes if.

Known traps: 'verwacht' as a forecast; a duty by law or by a court; the answer in the
same or the next sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.parties import CLIENT, PROFESSIONAL, party_of
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_EXPECTS = Cues(
    r"(?:mag|mogen|kan|kunnen) (?:\w+ ){0,6}?(?:worden )?verwacht(?: worden)?|verwacht wordt|wordt verwacht|worden verwacht|verwacht|verwachten|is de verwachting|de verwachting is|"
    r"wordt geacht|worden geacht|zou(?:den)? (?:\w+ ){0,8}?(?:moeten|kunnen|mogen)|zou(?:den)?(?= (?:\w+ ){0,5}(?:fijn|helpen|goed|mooi|prettig|wenselijk|welkom|beter|handig) )|het zou (?:helpen|fijn zijn|goed zijn|mooi zijn|prettig zijn|wenselijk zijn|schelen)(?: als)?|"
    r"dient|dienen|behoort|behoren|hoort(?= (?:\w+ ){0,8}(?:te|dit|dat))|horen (?=(?:\w+ ){0,5}te)|ligt (?:\w+ )?(?:bij|op de weg van|op het bord van)|het ligt op de weg van|is (?:echt )?aan (?=de|het|politie|gemeente|school|GGZ|OM)|het is aan|primair een taak van|(?:is )?(?:echt )?een taak (?:van|voor)|(?:is |blijft )?(?:de )?verantwoordelijkheid van|"
    r"(?:met het )?verzoek(?: aan| om)?|verzoekt|verzoeken|graag|rekent (?:erop|op)|rekenen (?:erop|op)|gaat ervan uit|gaan ervan uit|hoopt(?: dat| op)?|hopen(?: dat| op)?|raadt aan|raden aan|beveelt aan|bevelen aan|adviseert|(?:het )?verdient aanbeveling|aanbeveling|advies om|het advies is|"
    r"(?:wordt|worden) (?:\w+ ){0,6}?gevraagd|gevraagd wordt|vraagt of|vragen of|ziet graag|zien graag|wil graag|willen graag|wenst|wensen|(?:vindt|vinden) dat (?:\w+ ){1,6}?(?:moet|moeten|zou|hoort)|(?:er )?ligt (?:hier )?een rol(?: weggelegd)?(?: voor| bij)?|rol weggelegd voor|"
    r"moet(?=[^.;]{0,60}(?:worden|doen|zorgen|nemen|komen|leveren|melden|regelen|geven|maken|zijn|pakken|oppakken|houden|delen|bellen))|moeten(?=[^.;]{0,60}(?:worden|doen|zorgen|nemen|komen|leveren|melden|regelen|geven|maken|zijn|delen))|"
    r"mag (?:wel )?(?:meer|wat meer|best|vaker|sneller|beter)|kan (?:best |wel )?(?:meer|beter|vaker)|het is wenselijk dat|wenselijk is dat|van belang dat (?=de|het)|roept (?:\w+ ){0,4}?op|roepen (?:\w+ ){0,4}?op|dringt aan|dringen aan|laat het aan|laten het aan|staat aan zet|is aan zet|zijn aan zet|vertrouwt erop|vertrouwen erop|mist (?:\w+ )?inzet van"
)
_ACCEPTS = Cues(
    r"zegt (?:dit |dat |het )?toe|zegden? toe|toegezegd|accepteert|aanvaardt|aanvaard|bevestigt|bevestigde|bevestigd|neemt (?:\w+ ){0,4}?(?:op zich|over)|neemt dit op|wijst (?:\w+ ){0,4}?af|stemt (?:\w+ )?in|stemde in|gaat akkoord|akkoord|doet dat|doet dit|doen wij|doen we|doe ik|zal dat doen|gaat dat doen|levert|"
    r"geeft aan dat (?:zij|hij|ze|dit|dat)|is bereid|belooft|beloofde|stemmen in|regelt dat|pakt dat op|ja gezegd|zegt ja|zegt nee|weigert|kan dat niet|geen mandaat|heeft dat (?:toegezegd|beloofd|bevestigd)|op 1|vóór|uiterlijk"
)
_FORECAST = Cues(
    r"verwacht(?:en)? (?:de |het |een |zijn |haar )?(?:uitslag|uitkomst|rapport|reactie|besluit|antwoord|vonnis|resultaten?|levering|bericht|drukte|bezoekers|kosten|opbrengst)|naar verwachting|(?:wordt|worden) (?:op|in|per|rond) [^.;]{2,25} verwacht"
)
_LAW = Cues(r"volgens (?:de )?wet|artikel \d+|art\. \d+|wettelijk|van rechtswege|de rechter|vonnis|krachtens")


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    if said in _LAW or statement.kind == "procedural":
        return
    match = _EXPECTS.find(said)
    if match is None:
        return
    cue = match.group().lower()
    if "verwacht" in cue and said in _FORECAST:
        return
    if cue.startswith(("moet", "moeten")) and not _owed_by_party(said, match):
        return
    if cue in ("graag", "zou", "zouden") and not said[match.end() :].strip():
        return
    if _past(statement, match.start()):
        return
    if cue.startswith("adviseert") and statement.kind not in ("expectation", "agreement"):
        return
    after = said[match.end() :]
    following = statement.neighbour(1)
    answer = after + " " + (following.said if following else "")
    if _accepted(answer, following is not None):
        return
    yield Mark(match.start(), match.end())


def _accepted(text: str, more: bool) -> bool:
    found = _ACCEPTS.find(text)
    return found is not None and found.group().lower() not in ("op 1", "vóór", "uiterlijk", "levert")


def _owed_by_party(said: str, match: re.Match[str]) -> bool:
    before = said[: match.start()].split()
    near = [w.strip(".,;:()").lower() for w in before[-4:]]
    after = [w.strip(".,;:()").lower() for w in said[match.end() :].split()[:3]]
    if "worden" in said[match.end() :]:
        return True
    return any(party_of(w) == PROFESSIONAL for w in near + after)


def _past(statement: Statement, at: int) -> bool:
    for clause in statement.clauses:
        if clause.start <= at < clause.end and clause.is_perfect:
            return True
    return False


RULE = TextRule(
    code="EX115",
    phenomenon="expectation_unaccepted",
    severity=Severity.WARNING,
    name=Words(
        nl="Verwachting zonder antwoord",
        en="An expectation without an answer",
    ),
    question=Words(
        nl="Wat zei de ander daarop?",
        en="What did the other say to this?",
    ),
    why=Words(
        nl="Een verwachting is pas een afspraak als de ander ja zegt.",
        en="An expectation only becomes an agreement when the other says yes.",
    ),
    helps=Words(
        nl="Vraag het na en schrijf het antwoord op: ja, nee, of ja als …",
        en="Ask, and write down the answer: yes, no, or yes if …",
    ),
    silent=Words(
        nl=(
            "We vragen niets als het antwoord erbij staat, als iemand alleen iets "
            "voorspelt, of als de wet of de rechter het oplegt."
        ),
        en=(
            "We ask nothing when the answer is given, when someone only forecasts, or "
            "when the law or a court requires it."
        ),
    ),
    source=(
        "Evaluatie ICO: van impliciet naar expliciet; Purver e.a.: vier onderdelen van "
        "een actiepunt"
    ),
    kinds=frozenset({"agreement", "consideration", "decision", "expectation", "fact", "interpretation", "intervention", "procedural", "scaling"}),
    look=look,
    flags=(
        "De gemeente zou een woonplek moeten zoeken.",
        "Van school wordt verwacht dat zij elk verzuim meldt.",
        "De aanmelding ligt bij de jeugdarts.",
        "De reclassering dient vader te informeren.",
        "Graag een terugkoppeling van het wijkteam.",
        "Het is aan de corporatie om het slot te vervangen.",
    ),
    passes=(
        (
            "Van school wordt verwacht dat zij elk verzuim meldt; de directeur zegt "
            "dit toe."
        ),
        (
            "De gemeente zou een woonplek moeten zoeken. De beleidsadviseur accepteert "
            "dat."
        ),
        "De politie verwacht de uitslag in februari.",
        "De reclassering dient vader volgens het vonnis te informeren.",
        "De jeugdarts wijst de aanmelding af omdat zij geen mandaat heeft.",
        "De corporatie neemt het verzoek over en vervangt het slot op 16 januari.",
    ),
    minutes_only=True,
)
