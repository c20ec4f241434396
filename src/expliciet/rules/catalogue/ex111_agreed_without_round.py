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

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


def look(statement: Statement) -> Iterator[Mark]:
    yield from ()


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
    kinds=frozenset({"consideration", "decision", "interpretation", "scaling"}),
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
