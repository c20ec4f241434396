"""EX115 · An expectation without an answer.

Something is expected of a party, and nobody wrote down what that party answered:
'zou moeten', 'dient', 'ligt bij', 'is aan', 'graag'.

Why we ask: expectations are half of what the evaluation is about; acceptance is the
one of Purver's four parts that minutes lose.

What helps: ask the receiver, and write down yes, no, or yes if.

Known traps: 'verwacht' as a forecast; a duty by law or by a court; the answer in the
same or the next sentence.

Known misses: 'hoort' and 'is aan' for what somebody owes; an answer in the next
sentence that says just yes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language import moments
from ..language.cues import Cues
from ..language.kinds import OF_THE_CASE
from ..language.parties import CLIENT, PROFESSIONAL, party_of, professionals_in
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.clause import Clause
    from ..language.statement import Statement


Span = tuple[int, int]
_EXPECTS = Cues(
    r"(?:mag|mogen|kan|kunnen) (?:\w+ ){0,6}?(?:worden )?verwacht(?: worden)?",
    r"verwacht wordt|wordt verwacht|worden verwacht|verwacht|verwachten",
    r"(?:mag|mogen) (?:\w+ ){0,5}worden (?:verlangd|gevraagd)",
    r"(?:een )?zaak van (?:de|het)|het zou (?:de |het )?\w+ sieren(?: als)?",
    r"zal (?:toch )?(?:een keer )?moeten|van [^.;]{3,25} vragen (?:we|wij)",
    r"is de verwachting|de verwachting is|wordt geacht|worden geacht",
    r"het (?:zou|ware) (?:helpen|fijn|goed|mooi|prettig|wenselijk|beter)(?: zijn)?"
    r"(?: als| dat)?",
    r"(?:regie|rol|taak|aanmelding|uitvoering|zorg|initiatief|bal|actie|dit|dat|hier|"
    r"beslissing|verantwoordelijkheid)[^.;]{0,25} (?:ligt|liggen) (?:\w+ )?bij",
    r"(?:ligt|liggen) (?:\w+ )?(?:op de weg van|op het bord(?:je)? van)",
    r"het ligt op de weg van|het is aan|primair een taak van",
    r"(?:is )?(?:echt )?een taak (?:van|voor)",
    r"(?:is |blijft )?(?:de |een )?verantwoordelijkheid van",
    r"rekent (?:erop|op)|rekenen (?:erop|op)",
    r"er wordt op gerekend|(?:er )?wordt (?:op [^.;]{3,30} )?gerekend",
    r"gaat ervan uit|gaan ervan uit",
    r"hoopt(?: dat| op)?|hopen(?: dat| op)?|wordt geëist|wordt (?:\w+ )?gevergd",
    r"gelieve|ervan uitgegaan wordt|er wordt van uitgegaan",
    r"is (?:primair )?aan (?:de|het) \w+ om|behoort [^.;]{0,30}tot de taak van",
    r"adviseert (?:de|het) \w+ (?=[^.;]* te )|raadt aan|raden aan|beveelt aan",
    r"bevelen aan|(?:het )?verdient aanbeveling|(?:met de )?aanbeveling|advies om",
    r"het advies is|in overweging (?:wordt )?gegeven|(?:geeft|geven) in overweging",
    r"in overweging wordt gegeven",
    r"(?:wordt|worden) (?:\w+ ){0,6}?(?:gevraagd|verzocht|verlangd)",
    r"gevraagd wordt|verzocht wordt|vraagt of|vragen of|ziet graag|zien graag",
    r"(?:wil|willen) graag dat|(?<!wil\s)(?<!willen\s)(?<!doet\s)graag|wenst",
    r"(?:er )?ligt (?:hier )?een rol(?: weggelegd)?(?: voor| bij)?",
    r"rol weggelegd voor|het is wenselijk dat|wenselijk is dat",
    r"roept (?:\w+ ){0,4}?op (?:om|tot)|roepen (?:\w+ ){0,4}?op (?:om|tot)|dringt aan",
    r"dringen aan|laat het aan|(?:staat|is|zijn) aan zet|vertrouwt erop",
    r"vertrouwen erop|mist (?:\w+ )?inzet van|wordt er ?op gerekend",
    r"(?:mag|mogen) (?:(?:wel|best|wat|iets) ){1,2}(?:meer|vaker|sneller|beter|eerder)",
    r"kan (?:best |wel )?(?:meer|beter|vaker)",
)
_REQUEST = Cues(
    r"(?:met het )?verzoek (?:aan|om|tot)|de vraag (?:aan|om)|oproep (?:aan|om)",
    r"aan [^.;:]{2,30} de vraag|verzoekt|verzoeken",
)
_ASKING = frozenset("kan kunnen wil willen zou mag".split())
_BRINGS = frozenset("komt is ligt volgt geldt aan".split())
_POINTS = frozenset("het dit dat op zijn haar een".split())
_COULD = frozenset("kunnen moeten mogen willen".split())
_OWES = frozenset("moeten dienen behoren horen".split())
_ACCEPTS = Cues(
    r"zegt (?:\w+ ){0,3}?toe|zegden? (?:\w+ )?toe|toegezegd|accepteert|aanvaardt",
    r"aanvaard|bevestigt|bevestigde|bevestigd|neemt (?:\w+ ){0,4}?(?:op zich|over)",
    r"neemt dit op|wijst (?:\w+ ){0,4}?af|stemt (?:\w+ )?in|stemde in|gaat akkoord",
    r"doet (?:dat|dit|het)|doen (?:wij|we)|doe ik|zal dat doen|gaat dat doen",
    r"geeft aan dat (?:zij|hij|ze|dit|dat)|belooft|beloofde|stemmen in",
    r"regelt (?:dat|dit|het)|pakt (?:dat|dit) op|ja gezegd|zegt ja|zegt nee|weigert",
    r"kan dat niet|geen mandaat|antwoordt|laat weten|akkoord",
)
_FORECAST = Cues(
    r"verwacht(?:en)? (?:de |het |een |zijn |haar )?(?:uitslag|uitkomst|rapport|"
    r"reactie|besluit|antwoord|vonnis|resultaten?|levering|bericht|drukte|bezoekers|"
    r"kosten|opbrengst)",
    r"naar verwachting",
    r"(?:wordt|worden) (?:op|in|per|rond|eind|begin) [^.;]{2,25} verwacht",
    r"verwacht(?:en)? (?:op|in|per|rond) ",
)
_LAW = Cues(
    r"volgens (?:de )?wet|artikel \d+|art\. \d+|wettelijk|van rechtswege|de rechter",
    r"vonnis|krachtens",
)


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    if said in _LAW:
        return
    spot = _cue(statement)
    if spot is None:
        return
    following = statement.neighbour(1)
    answer = said[spot[1] :] + " " + (following.said if following else "")
    if answer in _ACCEPTS or _answers(statement, spot[1]):
        return
    yield Mark(*spot)


def _cue(statement: Statement) -> Span | None:
    if question := _asked(statement):
        return question
    match = _EXPECTS.find(statement.said)
    if match and _is_no_expectation(statement, match):
        return None
    if match and not _only_hopes(statement, match):
        return match.span()
    return _requested(statement) or _owed(statement)


def _asked(statement: Statement) -> Span | None:
    """'Kan de GGD een arts sturen?' asks a party for something."""
    words = statement.tokens
    if not words or words[0].low not in _ASKING:
        return None
    if not statement.said.rstrip().endswith("?"):
        return None
    if any(party_of(word.low) == PROFESSIONAL for word in words[1:5]):
        return words[0].start, words[0].end
    return None


def _is_no_expectation(statement: Statement, match: re.Match[str]) -> bool:
    """A forecast, a request to a court, or a report of what was expected."""
    cue = match.group()
    if "verzocht" in cue and "machtiging" in statement.said:
        return True
    forecast = "verwacht" in cue and statement.said in _FORECAST
    before = statement.said[: match.start()].lower().split()[-6:]
    asked_back = cue == "verwachten" and "wat" in before
    return asked_back or forecast or _is_past(statement, match.start())


def _only_hopes(statement: Statement, match: re.Match[str]) -> bool:
    """A hope that is not of a party: "hoopt op een rustige kerst"."""
    cue = match.group()
    if not cue.startswith(("hoopt", "hopen")):
        return False
    return "dat" not in cue or not _of_a_party(statement, match.end())


def _requested(statement: Statement) -> Span | None:
    match = _REQUEST.find(statement.said)
    if not match or _is_past(statement, match.start()):
        return None
    return None if _is_handled(statement, match.start()) else match.span()


def _owed(statement: Statement) -> Span | None:
    """What a party must, should or could do."""
    for clause in statement.clauses:
        if clause.finite is None or clause.opened_by not in ("", "dat"):
            continue
        if _must(clause) or _should(clause):
            return clause.finite.start, clause.finite.end
    return None


def _must(clause: Clause) -> bool:
    form = clause.form
    if form is None or form.infinitive not in _OWES or form.tense == "past":
        return False
    serves = form.infinitive == "dienen"
    if serves and not clause.infinitives:
        return False  # "dient … in" hands something in
    if not serves and clause.doer == CLIENT and "worden" not in clause.lows:
        return False  # what the person must is no expectation here
    return serves or clause.is_passive or clause.doer == PROFESSIONAL


def _should(clause: Clause) -> bool:
    form = clause.form
    if form is None or form.infinitive != "zullen" or form.tense != "past":
        return False
    helped = not _COULD.isdisjoint(clause.lows)
    return helped and clause.doer == PROFESSIONAL and not clause.opened_by


def _of_a_party(statement: Statement, at: int) -> bool:
    return bool(professionals_in(" ".join(statement.said[at : at + 60].split()[:4])))


def _is_handled(statement: Statement, at: int) -> bool:
    """The request is what is spoken about: "wijst het verzoek af"."""
    before = statement.said[:at].lower().split()
    if len(before) > 1 and before[-2] in _BRINGS:
        return False
    return bool(before) and before[-1] in _POINTS


def _answers(statement: Statement, end: int) -> bool:
    """Behind it a party says on which day: "…; die is er op 7 december bij"."""
    rest = statement.said[end:]
    cut = max(rest.find(";"), rest.find(". "))
    return cut >= 0 and rest[cut:] in moments.DATED


def _is_past(statement: Statement, at: int) -> bool:
    return any(c.start <= at < c.end and c.is_past for c in statement.clauses)


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
    misses=Words(
        nl=(
            "We missen een plicht met 'horen' of 'is aan': 'De verhuurder hoort "
            "het lek te dichten.' We vragen soms door waar een kort antwoord "
            "volgt: 'Kan de school de cijfers sturen? Ja, doet zij.'"
        ),
        en=(
            "We miss a duty with 'horen' or 'is aan': 'De verhuurder hoort het "
            "lek te dichten.' At times we ask on where a short answer follows: "
            "'Kan de school de cijfers sturen? Ja, doet zij.'"
        ),
    ),
    source=(
        "Evaluatie ICO: van impliciet naar expliciet; Purver e.a.: vier onderdelen van "
        "een actiepunt"
    ),
    kinds=OF_THE_CASE,
    look=look,
    mend=at_the_end("; antwoord: <ja / nee / anders, want …>"),
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
