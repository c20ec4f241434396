"""EX111 · Agreed without a round.

Agreement or need claimed for all without saying who: 'iedereen is het eens', 'breed
gedragen', 'geen bezwaar', 'de tafel vindt'.

Why we ask: silence is not consent. The evaluation speaks of expectations that stay
implicit, and agreement is one of Purver's four parts.

What helps: go round, and list who stands where.

Known traps: the parties listed in the same item; 'akkoord' as a condition; one named
party that agrees; approval of the minutes; a denial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.parties import PROFESSIONAL, party_of
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_AGREED = Cues(
    r"(?:iedereen|allen|alle (?:partijen|partners|aanwezigen|leden|betrokkenen|organisaties|deelnemers)|de (?:hele )?(?:tafel|groep|vergadering)|men|het overleg|partners|partijen|we|wij|de partners|de aanwezigen) "
    r"(?:is|zijn|was|waren|vindt|vinden|deelt|delen|herkent|herkennen|steunt|steunen|kan zich|kunnen zich|onderschrijft|onderschrijven|gaat akkoord|gaan akkoord|stemt in|stemmen in|maakt zich|maken zich|ziet|zien|voelt|voelen)(?: (?:het |ermee |er |hierover |daarover |hierin |daarin |hiermee |de |zich |zorgen |allemaal |unaniem ))*"
    r"(?:eens|akkoord|oké|oke|mee|zorgen|positief|tevreden|enthousiast|voor|vinden|eensgezind|in|dat|van mening|nut|noodzaak|vertrouwen|zorg|analyse|beeld|lijn|urgentie)?",
    r"unaniem|eenstemmig|eensgezind(?:heid)?|breed(?:e)? (?:gedragen|gedeeld|draagvlak|steun|gevoeld|gesteund|onderschreven)(?: wordt)?(?: dat)?|algemeen gedeeld|algehele instemming|algemene (?:consensus|instemming|opvatting)",
    r"(?:er is|er bestaat|er was|is er|bestaat er)? ?(?:geen bezwaar|geen bezwaren|consensus|overeenstemming|draagvlak|eensgezindheid|behoefte|brede steun|steun|instemming)(?: (?:aan|voor|dat|over|bij|tegen))?",
    r"(?:in )?gezamenlijkheid|gezamenlijk (?:geconstateerd|gevoelen|standpunt)|niemand (?:heeft|is|maakt|had|ziet) (?:er )?(?:bezwaar|moeite mee|tegen|bezwaren|een probleem|problemen)(?: mee| tegen)?|"
    r"zonder (?:tegenspraak|discussie|tegengeluid|hoofdelijke stemming)|stilzwijgend akkoord|met algemene stemmen|bij acclamatie|op instemming (?:kan )?rekenen|kan op instemming rekenen",
    r"allen (?:oké|oke|ok|akkoord|voor|eens)|iedereen (?:oké|oke|ok|akkoord|voor|eens|blij)|(?:lijst|plan|voorstel|tekst|opzet|advies|route|lijn|concept) akkoord|akkoord bevonden|we zijn het (?:er )?over eens|het gevoel leeft breed|wordt (?:breed |algemeen )?(?:gedeeld|herkend|gedragen|onderschreven|gesteund)",
    r"(?:kunnen|kan) zich (?:hierin|daarin|erin|er in|in het voorstel|in dit voorstel|in de aanpak|in de lijn) vinden|aldus (?:unaniem )?besloten|men is het eens|zoals iedereen weet|algemeen akkoord|door iedereen (?:gesteund|gedragen|onderschreven)|"
    r"wordt breed|de neuzen (?:staan )?dezelfde kant op|op één lijn",
)
_ROLL = re.compile(r"[\w-]+")


def look(statement: Statement) -> Iterator[Mark]:
    match = _AGREED.find(statement.said)
    if not match or _roll_call(statement, match.start()):
        return
    yield Mark(match.start(), match.end())


def _roll_call(statement: Statement, at: int) -> bool:
    """Two or more parties named: then somebody did say who."""
    here = statement.said[: at + 60] + " " + statement.around(1, 1)
    named = {
        word
        for word in _ROLL.findall(here.lower())
        if party_of(word) == PROFESSIONAL and word not in ("overleg", "tafel")
    }
    stands = any(w in here.lower() for w in ("voor", "stem", "akkoord", "ok", "eens", "tegen"))
    return len(named) >= 2 and stands


RULE = TextRule(
    code="EX111",
    phenomenon="consensus_unverified",
    severity=Severity.WARNING,
    name=Words(
        nl="Eens zonder ronde",
        en="Agreed without a round",
    ),
    question=Words(
        nl="Wie zijn het eens, en wie heeft niets gezegd?",
        en="Who agree, and who has said nothing?",
    ),
    why=Words(
        nl=(
            "Zwijgen is nog geen ja. Wie later niet meedoet, had het misschien nooit "
            "toegezegd."
        ),
        en="Silence is not yet a yes. Who later does not join may never have said yes.",
    ),
    helps=Words(
        nl=(
            "Ga de tafel rond en schrijf op wie voor is, wie tegen en wie zich "
            "onthoudt."
        ),
        en=(
            "Go round the table and write down who is for, who against and who "
            "abstains."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als de partijen genoemd zijn, als 'akkoord' een "
            "voorwaarde is of als het om het verslag gaat."
        ),
        en=(
            "We ask nothing when the parties are named, when consent is a condition, "
            "or when it is about the minutes."
        ),
    ),
    source=(
        "Evaluatie ICO: van impliciet naar expliciet; Purver e.a.: vier onderdelen van "
        "een actiepunt"
    ),
    kinds=frozenset({"agreement", "consideration", "decision", "expectation", "fact", "interpretation", "procedural", "scaling"}),
    look=look,
    flags=(
        "Iedereen staat achter de verlenging.",
        "De verlenging wordt breed gedragen.",
        "Alle partners gaan akkoord met het afschalen.",
        "Er is unaniem gekozen voor de lichte variant.",
        "Tegen het voorstel bestaat geen bezwaar.",
        "De tafel vindt de aanpak passend.",
    ),
    passes=(
        "Voor de verlenging zijn OM, politie en gemeente; school onthoudt zich.",
        "OM is per mail van 8 januari akkoord, wijkteam en politie zijn dat aan tafel.",
        "De verlenging gaat door als de rechter akkoord geeft.",
        "Het wijkteam gaat akkoord met de verlenging tot 1 maart.",
        "Het verslag van 9 december is akkoord.",
        "Moeder is het niet eens met de verlenging.",
    ),
)
