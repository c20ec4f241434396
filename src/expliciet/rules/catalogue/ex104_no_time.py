"""EX104 · No time.

A deed that lies ahead, with a doer but without a date, a week, a trigger or a
frequency.

Why we ask: the time frame is one of Purver's four parts of an action item, and the
part that minutes leave out most often; the evaluation asks for it too.

What helps: say when it is done, or after what.

Known traps: past tense and perfect; habits; a trigger ('zodra', 'als', 'binnen drie
werkdagen na'); a date in the heading or the column; another rule that already asks
about time (EX103, EX105, EX107, EX120, EX122).

Known misses: a note with its doer behind the colon; what is done whenever something
happens is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language import moments
from ..language.kinds import OF_THE_CASE
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


def look(statement: Statement) -> Iterator[Mark]:
    if _day_follows(statement):
        return
    for deed in statement.deeds:
        timed = deed.is_dated or deed.is_vague_time or deed.has_trigger
        if not timed and not deed.is_lasting:
            yield Mark(deed.start, deed.end, reach=(deed.clause.start, deed.clause.end))


def _day_follows(statement: Statement) -> bool:
    """'Moeder bellen. Morgen, vóór schooltijd.'"""
    following = statement.neighbour(1)
    return (
        following is not None
        and following.piece.start == statement.piece.start
        and following.said in moments.DATED
        and not any(clause.form for clause in following.clauses)
    )


RULE = TextRule(
    code="EX104",
    phenomenon="time_missing",
    severity=Severity.TIP,
    name=Words(
        nl="Geen tijd",
        en="No time",
    ),
    question=Words(
        nl="Wanneer is dit klaar?",
        en="When is this done?",
    ),
    why=Words(
        nl="Zonder moment weet niemand wanneer er mag worden gevraagd of het lukte.",
        en="Without a moment nobody knows when they may ask whether it worked out.",
    ),
    helps=Words(
        nl=(
            "Zet er een dag, een week of een moment bij: 'vóór 16 januari', 'twee "
            "dagen na het vonnis'."
        ),
        en=(
            "Add a day, a week or a moment: 'before 16 January', 'two days after the "
            "verdict'."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als het al gebeurd is, of als er een startsein staat "
            "('zodra het rapport er is'). We vragen de tijd ook niet twee keer."
        ),
        en=(
            "We ask nothing when it has already happened, or when a trigger is given "
            "('as soon as the report is in'). Nor do we ask for the time twice."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een notitie met de naam achter de dubbele punt: "
            "'Sleutels ophalen: huismeester.' We vragen soms naar de tijd van "
            "een gewoonte: 'Bij regen opent de conciërge de deur.'"
        ),
        en=(
            "We miss a note with the name behind the colon: 'Sleutels ophalen: "
            "huismeester.' At times we ask when a habit takes place: 'Bij regen "
            "opent de conciërge de deur.'"
        ),
    ),
    source=(
        "Purver e.a.: vier onderdelen van een actiepunt; Evaluatie ICO: van impliciet "
        "naar expliciet"
    ),
    kinds=OF_THE_CASE,
    look=look,
    mend=at_the_end(" vóór <datum>"),
    flags=(
        "De wijkverpleegkundige vraagt het medicatieoverzicht op bij de apotheek.",
        "School stuurt de toetsresultaten naar de gemeente.",
        "De reclassering nodigt de werkgever uit voor een gesprek.",
        "De huismeester vervangt het slot van de voordeur.",
        "Gemeente regelt een tolk voor het gesprek met vader.",
    ),
    passes=(
        "De wijkverpleegkundige vraagt het medicatieoverzicht op 14 januari op.",
        "School stuurt de toetsresultaten zodra de rapporten klaar zijn.",
        "De reclassering belde de werkgever gisteren.",
        "De huismeester vervangt het slot binnen drie werkdagen na de melding.",
        "Gemeente regelt een tolk in week 5.",
        "De coach stuurt het rooster z.s.m. naar vader.",
        "Het wijkteam blijft op donderdag langsgaan.",
    ),
    minutes_only=True,
)
