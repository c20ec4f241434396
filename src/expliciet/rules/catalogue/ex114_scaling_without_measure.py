"""EX114 · Scaling without a measure.

Scaling up or down, handing over, closing or reopening, without anything that can be
counted or seen.

Why we ask: scaling is a weak spot that the evaluation and the inspectorate's report
of 2024 both name.

What helps: what has to be so, how much, on which day it is checked, and by whom.

Known traps: a scaling that is only on the agenda; other 'sluiten' ('sluit aan', 'de
vergadering gesloten'); handing over a file; a criterion elsewhere in the item.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_SCALES = Cues(
    r"(?:wordt |worden |is |zijn |word )?(?:nog )?(?:niet )?(?:op|af)(?:ge)?schaal(?:d|t|den)|(?:op|af)schalen|(?:op|af)schaling|op- (?:en|of) afschalen|(?:we |wij )?schalen (?:\w+ ){0,3}?(?:op|af|terug)|schaalt (?:\w+ ){0,5}?(?:op|af|terug)|terugschalen|"
    r"(?:de |het )?(?:casus|zaak|dossier) (?:sluiten|afsluiten|dicht|gesloten|beëindigen|overdragen|teruggeven|heropenen)|(?:sluiten|afsluiten|overdragen|heropenen|teruggeven) (?:van )?(?:de |het )?(?:casus|zaak|dossier)|"
    r"(?:de |het )?(?:casus|zaak|dossier) (?:gaat|kan|mag) (?:\w+ ){0,4}?(?:terug|dicht|weg|over|van de lijst|gesloten)|(?:sluit|sluiten) (?:we |wij )?(?:de |het )?(?:casus|zaak|dossier)|"
    r"(?:casus|zaak|dossier) (?:kan |wordt |is |mag )?(?:worden )?(?:gesloten|afgesloten|beëindigd|overgedragen|heropend|teruggegeven)|terug naar (?:de )?(?:reguliere|lokale|voorliggende) (?:zorg|aanpak|voorzieningen)|overdracht naar (?:de )?(?:lokale|reguliere) \w+"
)
_MEASURE = Cues(
    r"\d+|(?:een|één|twee|drie|vier|vijf|zes|negen|twaalf|nul) (?:dagen|weken|maanden|maand|week|meldingen|melding|incidenten|afspraken|gesprekken|keer|maal|doelen|voorwaarden|gemiste|nieuwe)|"
    r"omdat|want|criteri(?:um|a)|geen (?:nieuwe )?melding(?:en)?|getekend|vonnis|na (?:de )?zitting|doel(?:en)? (?:\w+ )?(?:gehaald|bereikt|behaald)|voldaan aan|nu (?:hij|zij|de|het|er)|aangezien|doordat|nadat|sinds|zodra (?!het kan|mogelijk|er ruimte)|"
    r"bij (?:een )?(?:nieuwe |volgende |tweede |derde )?(?:melding|aanhouding|incident|wapen|bedreiging|geweldsmelding|overtreding)\w*|(?:als|wanneer|indien) (?:hij|zij|er|de|betrokkene|het) [^,.;]{4,60}"
)
_NOT_SCALING = Cues(r"bespreken|bespreekt|agenderen|op de agenda|bespreking over|beslist (?:het|de) \w+ [^.]{0,40}over|criteri(?:um|a)")
_VAGUE_CONDITION = Cues(
    r"(?:als|indien|wanneer|zodra) (?:\w+ ){0,5}?(?:kan|nodig|mogelijk|rustig|rust|goed gaat|beter gaat|geregeld|weergekeerd|gewenst|stabiel|aanleiding|omstandigheden|verantwoord|verbetert|veilig|orde)"
)


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    match = _SCALES.find(said)
    if not match or said in _NOT_SCALING:
        return
    rest = said[: match.start()] + " " + said[match.end() :]
    vague = _VAGUE_CONDITION.find(rest)
    if vague:
        rest = rest[: vague.start()] + rest[vague.end() :]
    near = "" if statement.alone else statement.around(2, 2)
    if rest in _MEASURE or near in _CRITERION_NEAR:
        return
    yield Mark(match.start(), match.end())


_CRITERION_NEAR = Cues(
    r"criteri(?:um|a)|omdat|want|geen (?:nieuwe )?meldingen|\d+ (?:dagen|weken|maanden)|stemden voor|acuut"
)


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
        nl="Noem wat je telt of ziet, hoeveel, en op welke dag jullie kijken.",
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
    source="Evaluatie ICO: van impliciet naar expliciet; Inspectie JenV 2024",
    kinds=frozenset({"agreement", "decision", "scaling"}),
    look=look,
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
