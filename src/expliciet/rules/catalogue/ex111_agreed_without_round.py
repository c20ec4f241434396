"""EX111 · Agreed without a round.

Agreement or need claimed for all without saying who: 'iedereen is het eens', 'breed
gedragen', 'geen bezwaar', 'de tafel vindt'.

Why we ask: silence is not consent. The evaluation speaks of expectations that stay
implicit, and agreement is one of Purver's four parts.

What helps: go round, and list who stands where.

Known traps: the parties listed in the same item; 'akkoord' as a condition; one named
party that agrees; approval of the minutes; a denial.

Known misses: agreement in the passive; a table that wishes something, or a list
where 'allen' is the doer, is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.kinds import EVERY_KIND
from ..language.parties import professionals_in
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_ALL = (
    r"(?:iedereen|allen|alle (?:partijen|partners|aanwezigen|leden|betrokkenen|"
    r"organisaties|deelnemers|neuzen|instanties)|de (?:hele )?(?:tafel|groep|"
    r"vergadering)|men|het (?:overleg|netwerk)|(?:de |alle )?partners|partijen|we|wij|"
    r"de (?:aanwezigen|deelnemers|keten|leden))"
)
_ALL_AGREE = Cues(
    rf"{_ALL} (?:is|zijn|was|waren|gaat|gaan)(?: \w+){{0,5}}? (?:eens|akkoord|mee|"
    rf"positief|"
    r"tevreden|enthousiast|voor|van mening|ervan overtuigd|overtuigd|ingestemd|"
    r"content|blij)",
    rf"{_ALL} (?:vindt|vinden|(?:deelt|delen) (?:de|het|dit|die|deze)|herkent|"
    rf"herkennen|steunt|steunen|onderschrijft|"
    r"onderschrijven|ziet het nut|zien het nut|ziet de noodzaak|zien de noodzaak|"
    r"staat achter|staan achter|stemt in|stemmen in|heeft ingestemd|hebben ingestemd|"
    r"maakt zich (?:\w+ )?zorgen|maken zich (?:\w+ )?zorgen)",
    rf"(?:kan|kunnen) {_ALL} (?:\w+ ){{0,3}}?(?:vinden|leven|instemmen)|"
    rf"{_ALL} (?:kan|kunnen) "
    r"(?:\w+ ){0,4}?(?:vinden|leven|instemmen)|zich (?:hierin|daarin|erin) vinden",
    rf"{_ALL} (?:oké|oke|ok|akkoord|voor|eens)|aldus (?:unaniem )?besloten|"
    rf"(?:er|hier|daar)(?:over|mee)? (?:is|zijn|was) {_ALL} het (?:over )?eens",
    r"niemand (?:heeft|had|maakt|maakte) (?:\w+ )?bezwaar",
    r"door (?:alle \w+|iedereen|allen) (?:onderschreven|gedeeld|gesteund)",
)
_NOT_ALL = Cues(r"niet (?:iedereen|allen|alle|unaniem)|nog niet")
_FEELING = frozenset(
    "scharen knikken steunen herkennen onderschrijven voelen ervaren zien "
    "vinden delen snappen".split()
)
_WHOLE = Cues(
    r"(?:iedereen|eenieder|niemand|allen|alle (?:aanwezigen|partijen|partners|leden)|"
    r"de (?:hele )?(?:tafel|groep|zaal)|men)",
)
_ADOPTED = Cues(
    r"(?:agenda|dagorde|verslag|notulen) [^.]{0,50}"
    r"(?:vastgesteld|goedgekeurd|akkoord bevonden)"
)


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    if said in _NOT_ALL or said in _ADOPTED:
        return
    match = _ALL_AGREE.find(said)
    spot = match.span() if match else _all_feel(statement)
    if spot is None:
        found = next(iter(statement.expressions("ex111")), None)
        spot = (found.start, found.end) if found else None
    if spot is None or _roll_call(statement, spot[1]):
        return
    yield Mark(*spot)


def _all_feel(statement: Statement) -> tuple[int, int] | None:
    """'De hele tafel knikt', 'Iedereen in de zaal vond …'."""
    for clause in statement.clauses:
        if clause.finite is None or not clause.is_main or not clause.subject:
            continue
        opens = _WHOLE.opens(" ".join(w.low for w in clause.subject))
        if opens and clause.verb in _FEELING:
            start = min(clause.subject[0].start, clause.finite.start)
            return start, max(clause.finite.end, clause.subject[-1].end)
    return None


def _roll_call(statement: Statement, at: int) -> bool:
    """Two or more parties named with where they stand: then somebody did say who."""
    here = statement.said[: at + 60] + " " + statement.around(1, 1)
    low = here.lower()
    return len(professionals_in(here)) >= 2 and any(
        word in low for word in (" voor", "stem", "akkoord", " ok", " eens", "tegen")
    )


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
    misses=Words(
        nl=(
            "We missen instemming in de lijdende vorm: 'Het plan wordt door "
            "alle aanwezigen onderschreven.' We vragen soms iets bij een wens: "
            "'De tafel ziet graag dat de verzekeraar sneller antwoordt.'"
        ),
        en=(
            "We miss agreement in the passive: 'Het plan wordt door alle "
            "aanwezigen onderschreven.' At times we ask about a wish: 'De tafel "
            "ziet graag dat de verzekeraar sneller antwoordt.'"
        ),
    ),
    source=(
        "Evaluatie ICO: van impliciet naar expliciet; Purver e.a.: vier onderdelen van "
        "een actiepunt"
    ),
    kinds=EVERY_KIND,
    look=look,
    mend=at_the_end(" (voor: <wie>; tegen: <wie>; niet gevraagd: <wie>)"),
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
