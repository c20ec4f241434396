"""EX199 · Dismissed without a reason.

A mark that silences a rule, '[expliciet: EX107]', without the reason why.

Why we ask: a question that was put aside is itself something left implicit. It is a
rule of our own.

What helps: a few words after a dash: '[expliciet: EX107 – de drempel staat in plan
4]'.

Known traps: a mark with a reason; a rule's code in running text.

Known misses: a mark with other brackets, or without its colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.kinds import EVERY_KIND
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_SET_ASIDE = re.compile(r"\[expliciet:\s*EX\d{3}\s*(?:[–:-]\s*)?\]")


def look(statement: Statement) -> Iterator[Mark]:
    for match in _SET_ASIDE.finditer(statement.text):
        yield Mark(match.start(), match.end())


RULE = TextRule(
    code="EX199",
    phenomenon="suppression_unexplained",
    severity=Severity.TIP,
    name=Words(
        nl="Weggeklikt zonder reden",
        en="Dismissed without a reason",
    ),
    question=Words(
        nl="Waarom hoeft dit hier niet?",
        en="Why is this not needed here?",
    ),
    why=Words(
        nl="Een vraag wegklikken mag. Met de reden erbij begrijpt een ander het ook.",
        en=(
            "Putting a question aside is fine. With the reason, others understand it "
            "too."
        ),
    ),
    helps=Words(
        nl=(
            "Zet achter de code een streepje en de reden: '[expliciet: EX107 – de "
            "drempel staat in plan 4]'."
        ),
        en=(
            "Put a dash and the reason after the code: '[expliciet: EX107 – the "
            "threshold is in plan 4]'."
        ),
    ),
    silent=Words(
        nl="We vragen niets als de reden erbij staat.",
        en="We ask nothing when the reason is given.",
    ),
    misses=Words(
        nl=(
            "We missen een markering met andere haakjes: 'De school belt indien "
            "nodig (expliciet: EX107).'"
        ),
        en=(
            "We miss a mark with other brackets: 'De school belt indien nodig "
            "(expliciet: EX107).'"
        ),
    ),
    source="Eigen regel van Expliciet",
    kinds=EVERY_KIND,
    look=look,
    flags=(
        "De coach belt moeder zo nodig op [expliciet: EX107].",
        "De politie gaat z.s.m. langs [expliciet: EX103].",
        "Wij regelen het vervoer op 14 januari [expliciet: EX102 – ].",
        "De sleutel wordt opgehaald [expliciet: EX101].",
    ),
    passes=(
        (
            "De coach belt moeder zo nodig op [expliciet: EX107 – de drempel staat in "
            "plan 4]."
        ),
        "De politie gaat z.s.m. langs [expliciet: EX103 – wacht op de rechter].",
        "De coach belt moeder op 14 januari.",
        "In de handleiding staat bij EX107 wat een open voorwaarde is.",
    ),
)
