"""EX114 · Scaling without a measure.

Scaling up or down, handing over, closing or reopening, without anything that can be
counted or seen.

Why we ask: scaling is a weak spot that the evaluation and the inspectorate's report
of 2024 both name.

What helps: what has to be so, how much, on which day it is checked, and by whom.

Known traps: a scaling that is only on the agenda; other 'sluiten' ('sluit aan', 'de
vergadering gesloten'); handing over a file; a criterion elsewhere in the item.

Known misses: a note without the usual words for scaling ('code geel', 'een trede
lager').
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.kinds import OF_THE_CASE
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.clause import Clause
    from ..language.statement import Statement


Span = tuple[int, int]
_SCALES = frozenset(
    "opschalen afschalen terugschalen heropenen overhevelen teruggeven "
    "inschalen terugleggen neerschalen".split()
)
_CLOSES = frozenset(
    "sluiten afsluiten beëindigen overdragen overnemen overgaan gaan stoppen "
    "loslaten afronden".split()
)
_CASE = Cues(
    r"(?:de |het )?(?:casus|zaak|dossier|regie|aanpak|traject|casusregie|het over|"
    r"aanmelding)",
)
_SCALING = Cues(
    r"een tandje (?:erbij|lager|terug)",
    r"(?:naar|van) (?:code )?(?:rood|oranje|geel|groen)"
    r"(?: naar (?:rood|oranje|geel|groen))?",
    r"doorzetten naar (?:de |het )?\w+|heropenen|tillen (?:\w+ ){0,4}naar",
    r"verlaat (?:\w+ ){0,4}lijst|terug naar het gewone overleg|(?:op|af)schaling",
    r"(?:op|af) te schalen|op- (?:en|of) afschal\w+",
    r"(?:casus|zaak|dossier) (?:sluiten|afsluiten|dicht|gesloten|overdragen|"
    r"teruggeven|heropenen|afgesloten|overgedragen|overgeheveld)",
    r"(?:sluiten|afsluiten|sluiting|overdracht|heropening) (?:van )?(?:de |het )?"
    r"(?:casus|zaak|dossier)",
    r"terug naar (?:de |het )?(?:reguliere|lokale|voorliggende|basis|niveau|wijkteam|"
    r"buurtteam|gemeente|lagere)\w*(?: \w+)?",
    r"(?:op|af)schalen|overgeheveld",
    r"overgedragen aan (?:het |de )?(?:lokale|wijkteam|sociaal|gemeente|buurt|"
    r"reguliere)\w*",
    r"(?:wordt|worden) (?:\w+ ){0,3}?(?:op|af)geschaald",
    r"(?:op|af)geschaald",
)
_MEASURE = Cues(
    r"\d+",
    r"(?:een|één|twee|drie|vier|vijf|zes|negen|twaalf|nul|geen|derde|tweede|acht|"
    r"zeven|tien|vijf|elf|dertig|zestig) (?:\w+ )?(?:dagen|weken|maanden|maand|week|"
    r"meldingen|melding|incidenten|afspraken|gesprekken|keer|maal|doelen|voorwaarden|"
    r"gemiste|overtredingen)",
    r"criteri(?:um|a)|getekend|vonnis",
    r"doel(?:en)? (?:\w+ )?(?:gehaald|bereikt|behaald)",
    r"voldaan aan|nu (?:hij|zij|de|het|er)|aangezien|doordat|nadat|sinds",
    r"(?:bij|na) (?:een |de )?(?:nieuwe |volgende |tweede |derde |eerste )?"
    r"(?:\w*melding|aanhouding|incident|wapen\w*|bedreiging|overtreding|mishandeling|"
    r"vonnis|detentie|verhuizing)\w*",
)
_NOT_SCALING = Cues(
    r"bespreken|bespreekt|agenderen|op de agenda|beslist (?:\w+ ){0,8}over",
    r"criteri(?:um|a)|vergadering|advies over|voorstel (?:tot|voor) ",
)
_EMPTY_CONDITION = Cues(
    r"(?:als|indien|wanneer|zodra) (?:\w+ ){0,5}?(?:kan|nodig|mogelijk|rustig|rust|"
    r"goed (?:blijft )?ga(?:at|an)|beter gaat|geregeld|weergekeerd|gewenst|stabiel|"
    r"aanleiding|omstandigheden|verantwoord|verbetert|veilig|orde|vraagt|stil|mis|"
    r"misgaat)",
)
_MEASURE_NEARBY = Cues(
    r"criteri(?:um|a)|omdat|want|geen (?:nieuwe )?meldingen",
    r"\d+ (?:dagen|weken|maanden)|stemden voor|acuut",
)
_NO_CASE = Cues(
    r"sluit (?:\w+ ){0,4}aan|sluiten (?:\w+ ){0,4}aan|regie (?:nemen|pakken|voeren)",
    r"(?:de|een) (?:zaal|deur)",
)
_SOFT_REASON = Cues(
    r"(?:gaat|is|loopt) (?:\w+ )?(?:beter|goed|rustig|rustiger|nodig|stabiel)"
)
_SOFT = Cues(r"situatie|omstandigheden|stil|rustig|misgaat|goed|nodig|kan|mogelijk")
_SUBORDINATE = ("als", "of", "die", "wie", "dat")
_CONDITIONS = ("als", "indien", "wanneer", "zodra", "mocht")
_AWAY = frozenset(("terug", "dicht", "over", "weg"))


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    if said in _NOT_SCALING:
        return
    spot = _scaling(statement)
    if spot is None:
        return
    if not _is_measured(statement, spot):
        yield Mark(*spot)


def _scaling(statement: Statement) -> Span | None:
    for clause in statement.clauses:
        subordinate = clause.is_condition or clause.opened_by in _SUBORDINATE
        if not subordinate and _scales(statement, clause):
            parts = [t for t, _ in clause.participles + clause.infinitives]
            parts += [t for t in (clause.finite, clause.particle) if t]
            return min(p.start for p in parts), max(p.end for p in parts)
    match = _SCALING.find(statement.said)
    return match.span() if match else None


def _scales(statement: Statement, clause: Clause) -> bool:
    """A verb of scaling, or one of closing with the case beside it."""
    others = clause.participles + clause.infinitives
    verbs = {clause.verb, *(form.infinitive for _, form in others)}
    words = statement.said[clause.start : clause.end]
    closes = verbs & _CLOSES and words in _CASE and words not in _NO_CASE
    if not closes and not verbs & _SCALES:
        return False
    goes = clause.finite is not None and "gaan" in verbs
    return not goes or not _AWAY.isdisjoint(clause.lows)


def _is_measured(statement: Statement, spot: Span) -> bool:
    """Something to count or see stands in the sentence, or close by."""
    rest = statement.said[: spot[0]] + " " + statement.said[spot[1] :]
    if empty := _EMPTY_CONDITION.find(rest):
        rest = rest[: empty.start()] + rest[empty.end() :]
    listed = statement.piece.kind == "item"
    near = "" if statement.alone or listed else statement.around(2, 2)
    return (
        rest in _MEASURE
        or near in _MEASURE_NEARBY
        or _is_observable(statement)
        or _is_reasoned(statement)
    )


def _is_observable(statement: Statement) -> bool:
    """A condition that one can see come true is a criterion."""
    for clause in statement.clauses:
        words = statement.said[clause.start : clause.end]
        if clause.opened_by not in _CONDITIONS and not clause.is_condition:
            continue
        if _is_long(clause) and words not in _EMPTY_CONDITION and words not in _SOFT:
            return True
    return False


def _is_reasoned(statement: Statement) -> bool:
    """A reason that says more than that it goes well counts as a measure."""
    for clause in statement.clauses:
        if clause.opened_by in ("omdat", "want"):
            words = statement.said[clause.start : clause.end]
            return _is_long(clause) and words not in _SOFT_REASON
    return False


def _is_long(clause: Clause) -> bool:
    return sum(word.is_word for word in clause.words) >= 4


RULE = TextRule(
    code="EX114",
    phenomenon="escalation_no_criterion",
    severity=Severity.ERROR,
    name=Words(
        nl="Schalen zonder maat",
        en="Scaling without a measure",
    ),
    question=Words(
        nl="Wat moet er dan te zien of te tellen zijn?",
        en="What should then be there to see or to count?",
    ),
    why=Words(
        nl="Zonder maat hangt op- of afschalen af van het gevoel van het moment.",
        en=(
            "Without a measure, scaling up or down depends on the feeling of the "
            "moment."
        ),
    ),
    helps=Words(
        nl="Noem wat er geteld of gezien is, hoeveel, en op welke dag jullie kijken.",
        en="Name what you count or see, how much, and on which day you look.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als de maat in het punt staat, of als het schalen alleen "
            "op de agenda komt. Ook niet als 'sluiten' of 'overdragen' iets anders is."
        ),
        en=(
            "We ask nothing when the measure is in the item, when scaling only goes on "
            "the agenda, or when 'closing' or 'handing over' means something else."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een stap die anders heet dan op- of afschalen: 'Een "
            "trede lager zodra het gezin rust heeft.' Ook een korte notitie "
            "missen we: 'Dossier kan dicht.'"
        ),
        en=(
            "We miss a step that has another name than scaling: 'Een trede "
            "lager zodra het gezin rust heeft.' We also miss a short note: "
            "'Dossier kan dicht.'"
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet; Inspectie JenV 2024",
    kinds=OF_THE_CASE,
    look=look,
    mend=at_the_end(", omdat <maat> is gehaald, gezien door <wie>"),
    flags=(
        "We schalen de casus af.",
        "De zaak wordt overgedragen aan het wijkteam.",
        "De casus wordt gesloten.",
        "Bij een verslechtering schalen we weer op.",
        "We geven de casus terug aan de lokale tafel.",
        "De zaak wordt heropend als daar aanleiding voor is.",
    ),
    passes=(
        "We schalen af na acht weken zonder melding en een gehaald diploma.",
        (
            "De zaak gaat op 1 februari naar het wijkteam, want drie van de drie "
            "doelen zijn gehaald."
        ),
        "Bij twee meldingen in veertien dagen schalen we op.",
        "De afschaling bespreken we op 21 januari.",
        "De voorzitter sluit de vergadering om half vijf.",
        "De jeugdarts sluit op 14 januari aan bij het gesprek.",
        "De coach draagt de map op 15 januari over aan haar opvolger.",
    ),
    minutes_only=True,
)
