"""The statement typer: what a sentence in minutes does.

Most false questions are asked of a sentence that does something else, so this comes
first: a report of the past needs no owner, a formula of the meeting no reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cues import Cues

if TYPE_CHECKING:
    from .statement import Statement

KINDS = (
    "agreement expectation consideration interpretation decision scaling intervention "
    "fact procedural heading"
).split()
EVERY_KIND = frozenset(KINDS) - {"heading"}
"""All that a sentence can do; a heading is no sentence."""
OF_THE_CASE = EVERY_KIND - {"procedural"}
"""Whatever is said about the case, the formulas of the meeting left out."""

_PROCEDURAL = Cues(
    r"(?:aanwezig|afwezig|afgemeld|verhinderd|genodigd|toehoorders?|notulist|notulen|"
    r"datum|plaats|locatie|tijd|voorzitter|kolommen|verslag|verslaglegging|deelnemers|"
    r"agenda|bijlagen?|volgend overleg|volgende vergadering|volgende bijeenkomst|"
    r"betreft|aanvang|sluiting|volgende keer|gasten|afmeldingen|verslaglegger|"
    r"vervanger|kenmerk)(?: zijn)?(?: met (?:bericht|kennisgeving))?(?: \w+)?(?=\s*:)",
    r"(?:met|zonder) (?:kennisgeving|bericht)(?: van verhindering)?(?: afwezig)?",
    r"(?:opent|sluit|schorst|heropent) (?:om [\d.:]+ uur )?(?:de|het) "
    r"(?:vergadering|overleg|bijeenkomst|zitting|agendapunt)",
    r"(?:de )?(?:vice-)?voorzitter (?:opent|sluit|dankt|heet)",
    r"heet (?:\w+ ){0,3}welkom",
    r"(?:vergadering|bijeenkomst|zitting|overleg) (?:wordt|is) (?:om [\d.:]+ uur )?"
    r"(?:geopend|gesloten|geschorst|heropend)",
    r"(?:verslag|notulen|agenda|besluitenlijst|actielijst|verslagen|"
    r"concept-?verslag)[^.;]{0,60}(?:vastgesteld|goedgekeurd|akkoord bevonden|"
    r"ongewijzigd|doorgenomen|besproken)",
    r"(?:vastgesteld|goedgekeurd) (?:wordt|worden|is|zijn) (?:het|de) "
    r"(?:verslag|notulen|agenda)",
    r"dankt (?:de|alle|iedereen|een ieder)|met dank aan|niets meer aan de orde",
    r"(?:de )?volgende (?:vergadering|bijeenkomst) (?:is|vindt|wordt gehouden)",
    r"rondvraag",
    r"(?:licht|lichtte) (?:de|het) (?:spelregels|agenda|werkwijze|doel)",
    r"(?:checkt|loopt|neemt|doorloopt) (?:de|het) (?:actielijst|agenda|actiepunten|"
    r"besluitenlijst)",
    r"(?:sluit|schuift|belt) (?:later )?(?:aan|in) (?:vanaf|bij) punt",
    r"(?:en )?hangt op|neemt afscheid|verlaat (?:de vergadering|het overleg)",
    r"geen (?:mededelingen|ingekomen stukken|op- of aanmerkingen|opmerkingen)",
    r"voorstelronde|ter kennisname|ter kennisgeving aangenomen|neemt kennis van",
    r"kennisgenomen|voor kennisgeving",
    r"het volgende (?:overleg|casusoverleg|ico) (?:is|wordt|vindt)",
    r"volgend overleg",
    r"(?:lijst|verslag|notulen)(?: \d[^.:]{0,20})?:? akkoord",
    r"(?:loting|stemming)sregels",
)
_SCALING = Cues(
    r"(?:op|af)(?:ge)?schaa?l(?:en|ing|d|t)\w*|op- (?:en|of) af\w+",
    r"heropen(?:en|d|t|ing)",
    r"(?:schaal|schaalt|schalen) \w+(?: \w+){0,4} (?:op|af|terug)",
    r"(?:casus|zaak|dossier|traject|aanpak) (?:kan )?(?:worden )?"
    r"(?:gesloten|sluiten|afgesloten|dicht|beëindigd|afsluiten|teruggegeven|"
    r"overgedragen|overdragen|heropend|heropenen|afgeschaald|opgeschaald)",
    r"(?:casus|zaak|dossier) [^.;]{0,30}(?:gaat|kan|mag) [^.;]{0,25}"
    r"(?:terug|dicht|weg|over naar|van de lijst|van tafel)",
    r"(?:sluit|sluiten|sloot) (?:we |wij )?(?:de |het )?(?:casus|zaak|dossier)",
    r"terug naar (?:de )?(?:reguliere|lokale|voorliggende|basis)\w*",
    r"criteri(?:um|a) voor (?:sluiten|afsluiten|opschalen|afschalen|sluiting|"
    r"afschaling)",
    r"(?:sluiting|afsluiting|overdracht|heropening) van (?:de|het) "
    r"(?:casus|zaak|dossier)",
    r"overdracht naar (?:de )?(?:lokale|reguliere|basis)\w*",
)
_DECISION = Cues(
    r"besloten|besluit(?:en)?|beslist|vastgesteld",
    r"afgesproken (?:wordt|is) (?:eerst )?dat|unaniem|stemt in|stemmen in|instemming",
    r"gekozen (?:is|wordt) voor|is gekozen voor|kiest (?:de tafel|het overleg|men)",
    r"(?:de tafel|het overleg|de groep) kiest|niet in behandeling",
    r"in behandeling genomen|gaat (?:niet )?door|wordt opgenomen in",
    r"(?:akkoord|oké|oke|ok)|voor gestemd|stemden voor|tegengestemd|verworpen",
    r"aangenomen|geaccordeerd|goedgekeurd|afgewezen|toegekend|gecontinueerd",
    r"gehandhaafd|voortgezet|wordt verlengd|stopgezet|ziet af van|zien af van",
    r"besluitvorming",
)
_EXPECTATION = Cues(
    r"verwacht(?:en|ing|ingen)? (?:van|dat|wordt)|verwacht|verwachten|rekent|rekenen",
    r"hoopt|hopen",
    r"zou(?:den)? [^.;]{0,50}(?:moeten|kunnen|mogen|willen|helpen|fijn|goed|wenselijk)",
    r"dient|dienen|behoort|behoren|wordt geacht|worden geacht|ligt (?:bij|op de weg)",
    r"is aan (?:de|het)|een taak (?:van|voor)|verzoek|verzoekt|graag|raadt aan",
    r"raden aan|beveelt|aanbeveling|vraagt (?:of|om)|vragen (?:of|om)|wordt gevraagd",
    r"worden gevraagd|rol weggelegd|van (?:\w+ ){1,4}mag|wenst|wensen|het is aan|moet",
    r"moeten|verantwoordelijk(?:heid)?",
)
_ASKS = Cues(
    r"verwacht(?:en)?|rekent|rekenen|hoopt|hopen|zou(?:den)?|dient|dienen|moet|moeten",
    r"wordt geacht|worden geacht|behoort|behoren|raadt aan|verzoekt|wenst",
)
"""These ask something of a doer; a deed may stand beside the others."""
_CONSIDERATION = Cues(
    r"overwogen|overweging|overwegende|afweging|alternatief|alternatieven|optie \d",
    r"opties|afgevallen|valt af|stilgestaan|bezwaar|bezwaren|twijfel|twijfels|voordeel",
    r"nadeel|pleit (?:voor|tegen)|argument|enerzijds|anderzijds|afgewogen|kanttekening",
    r"vraagtekens|gewogen|moeite met|ziet dit anders|wenselijk geacht|besproken is",
    r"zinvol|beter dan|belangrijk|van belang",
)
_INTERPRETATION = Cues(
    r"duiding|duidt|inschatting|schat(?:ten)?|lijkt|lijken|mogelijk|vermoedelijk",
    r"wellicht|misschien|waarschijnlijk|indruk|interpreteert|risico|zorgelijk|wijst op",
    r"duidt op|volgens (?:de )?\w+ (?:is|heeft)|leest|ziet (?:een|het|hem|haar)|vindt",
    r"acht|weegt",
)
_INTERVENTION = Cues(
    r"interventie|behandeling|training|gebiedsverbod|contactverbod|meldplicht",
    r"huisbezoeken|traject|therapie|begeleiding|enkelband|ondertoezichtstelling",
    r"dagbesteding|mentorcontact|schuldregeling|coaching",
)
_ACTION_LABEL = Cues(
    r"actie(?:punt(?:en)?|s|houder)?(?: \w+){0,3}",
    r"afspr(?:aak|aken)?\.?(?: \w+){0,2}",
    r"to ?do|taak|vervolg(?:actie)?|ap \d+|act\.?",
    r"toezegging",
)
_DECISION_LABEL = Cues(
    r"beslo?uit(?:en)?|besloten|besluit \d+|conclusie|uitkomst|keuze",
    r"besluit (?:ico|tafel)|toegevoegd",
)


def is_action_label(label: str) -> bool:
    """'Actie 3:', 'Afspraak politie:': what follows is to be done."""
    return bool(label) and _ACTION_LABEL.opens(label) is not None


def is_decision_label(label: str) -> bool:
    """'Besloten:', 'Besluit 2:': what follows has been decided."""
    return bool(label) and _DECISION_LABEL.opens(label) is not None


def under_actions(statement: Statement) -> bool:
    """Whether the agenda item is a list of agreements."""
    heading = statement.section.heading.lower()
    return any(
        word in heading for word in ("afsprak", "actie", "vervolg", "to do", "taken")
    )


def is_procedural(statement: Statement) -> bool:
    """A formula of the meeting itself: who was there, what was adopted."""
    return statement.said in _PROCEDURAL


def kind_of(statement: Statement) -> str:
    """One of ``KINDS``; in doubt ``fact``, about which little is asked."""
    said, told = statement.said, statement.told
    if is_procedural(statement):
        return "procedural"
    if is_action_label(statement.label):
        return "agreement"
    if said in _SCALING and not (told and told[0].is_past):
        return "scaling"
    if is_decision_label(statement.label) or said in _DECISION:
        return "decision"
    return _with_deeds(statement) if statement.deeds else _without_deeds(statement)


def _with_deeds(statement: Statement) -> str:
    """What somebody does is agreed, unless it is asked or hoped that they do it."""
    said = statement.said
    if said in _EXPECTATION and (said in _ASKS or not statement.deeds[0].doer):
        return "expectation"
    return "intervention" if said in _INTERVENTION else "agreement"


def _without_deeds(statement: Statement) -> str:
    said, told = statement.said, statement.told
    if said in _CONSIDERATION:
        return "consideration"
    if statement.is_past:
        return "fact"
    if said in _EXPECTATION:
        return "expectation"
    if told and said in _INTERVENTION:
        return "intervention"
    if said in _INTERPRETATION:
        return "interpretation"
    return "agreement" if under_actions(statement) and not told else "fact"
