"""EX118 · A double agreement.

Two agreements in one sentence: two deeds with two doers, or with two deadlines.

Why we ask: half of it done is all of it ticked off; the requirements standard 29148
calls for one demand at a time.

What helps: a line for each.

Known traps: one deed with several objects; a deed and the report of it by the same
party; a deed and its purpose; a deed that is done together.

Known misses: a second deed in the passive without its verb, or done by somebody near
the person.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.parties import GROUP, PROFESSIONAL
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.deed import Deed
    from ..language.statement import Statement


_ANAPHOR = frozenset("dat die dit deze toe zegt ja akkoord noemt".split())


_READS = frozenset("lezen houden vinden zien opvatten uitleggen duiden".split())
"""How a party reads something is no agreement."""
_DAY = Cues(r"\d{1,2} [a-z]{3,9}", r"\d{1,2}[-/]\d{1,2}")


def look(statement: Statement) -> Iterator[Mark]:
    owned = [
        d
        for d in statement.deeds
        if d.doer in (PROFESSIONAL, GROUP)
        and d.clause.form
        and d.clause.form.infinitive not in _READS
        and (d.clause.is_main or d.clause.opened_by == "terwijl")
    ]
    for first, other in pairwise(owned):
        if _is_answer(other):
            continue
        if other.clause.subject:
            if _name(statement, other) != _name(statement, first):
                break
        elif _own_day(statement, first) and _own_day(statement, other):
            break
    else:
        return
    end = len(statement.said.rstrip().rstrip(".!;"))
    yield Mark(statement.marker, end)


def _is_answer(deed: Deed) -> bool:
    """'…; de teamchef zegt die toe': the other party answers, and adds no deed."""
    return any(low in _ANAPHOR for low in deed.clause.lows)


def _own_day(statement: Statement, deed: Deed) -> bool:
    return statement.said[deed.clause.start : deed.clause.end] in _DAY


def _name(statement: Statement, deed: Deed) -> str:
    return statement.said[deed.doer_start : deed.doer_end].lower()


RULE = TextRule(
    code="EX118",
    phenomenon="double_agreement",
    severity=Severity.TIP,
    name=Words(
        nl="Dubbele afspraak",
        en="A double agreement",
    ),
    question=Words(
        nl="Zijn dit twee afspraken?",
        en="Are these two agreements?",
    ),
    why=Words(
        nl="Als de helft klaar is, vinkt iemand alles af.",
        en="When half is done, someone ticks it all off.",
    ),
    helps=Words(
        nl="Maak er twee regels van, elk met een eigen naam en dag.",
        en="Make it two lines, each with its own name and day.",
    ),
    silent=Words(
        nl=(
            "We vragen niets bij één actie met meer onderwerpen, bij iets doen en het "
            "daarna melden, en bij iets wat partijen samen doen."
        ),
        en=(
            "We ask nothing for one action with several objects, for doing something "
            "and then reporting it, or for what parties do together."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een tweede afspraak waarin het werkwoord niet herhaald "
            "is: 'Zus wordt gebeld door de coach en oma door het wijkteam.' Ook "
            "missen we: 'De arts plant de afspraak en oma brengt de kinderen.'"
        ),
        en=(
            "We miss a second agreement that does not repeat its verb: 'Zus "
            "wordt gebeld door de coach en oma door het wijkteam.' We also "
            "miss: 'De arts plant de afspraak en oma brengt de kinderen.'"
        ),
    ),
    source="ISO/IEC/IEEE 29148",
    kinds=frozenset({"agreement", "decision", "expectation", "fact", "intervention"}),
    look=look,
    flags=(
        (
            "De huismeester vervangt het slot op 14 januari en de wijkagent bezoekt de "
            "buren op 16 januari."
        ),
        "De politie haalt de camerabeelden op, de gemeente mailt de vergunning.",
        "Het wijkteam vraagt de indicatie aan terwijl de corporatie de sleutel regelt.",
        "Op 13 januari belt de jeugdarts vader en op 20 januari bezoekt zij de school.",
    ),
    passes=(
        "De huismeester vervangt het slot en de brievenbus op 14 januari.",
        "De coach belt moeder op 14 januari en meldt de uitkomst aan de secretaris.",
        "De politie haalt de camerabeelden op om de route vast te stellen.",
        "Politie en gemeente bezoeken samen het adres op 15 januari.",
        "De jeugdarts onderzoekt de jongste op 20 januari.",
    ),
    minutes_only=True,
)
