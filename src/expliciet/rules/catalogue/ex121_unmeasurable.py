"""EX121 · Not to be measured.

A measure or frequency in a deed, criterion or judgement that cannot be checked:
'regelmatig', 'vaak', 'voldoende', 'een aantal', 'etc.'.

Why we ask: the requirements standard 29148 warns of terms that cannot be verified
and of comparisons without a reference.

What helps: a number, a period, a threshold.

Known traps: background; 'niet meer', 'onder meer'; 'enige' meaning 'only';
quotations.
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
    code="EX121",
    phenomenon="quantity_vague",
    severity=Severity.TIP,
    name=Words(
        nl="Onmeetbaar",
        en="Not to be measured",
    ),
    question=Words(
        nl="Hoeveel of hoe vaak?",
        en="How much or how often?",
    ),
    why=Words(
        nl="'Vaak' is voor de één elke dag en voor de ander elke maand.",
        en="'Often' is every day for one and every month for another.",
    ),
    helps=Words(
        nl="Noem een aantal en een periode: 'twee keer per week tot 1 maart'.",
        en="Name a number and a period: 'twice a week until 1 March'.",
    ),
    silent=Words(
        nl=(
            "We vragen niets bij 'niet meer' en 'onder meer', bij achtergrond en bij "
            "iemands eigen woorden."
        ),
        en=(
            "We ask nothing for 'no longer' and 'among others', for background, or for "
            "someone's own words."
        ),
    ),
    source="ISO/IEC/IEEE 29148",
    kinds=frozenset({"agreement", "interpretation", "intervention", "scaling"}),
    look=look,
    flags=(
        "De begeleider bezoekt hem regelmatig.",
        "De wijkagent rijdt vaker door de straat.",
        "Afschalen kan bij voldoende dagbesteding.",
        "De coach spreekt in januari een aantal keer met de leerkracht.",
        "De gemeente vergoedt de reiskosten, de lunch, etc.",
        "De school meldt verzuim tijdig bij de gemeente.",
    ),
    passes=(
        "De begeleider bezoekt hem elke dinsdag tot 1 maart.",
        "De wijkagent rijdt drie avonden per week door de straat tot 1 februari.",
        "Hij komt sinds 4 januari niet meer op school.",
        "De tante is de enige die een sleutel heeft.",
        "De coach spreekt op 14 januari onder meer met de leerkracht.",
        'De moeder zei: "ik slaap vaak slecht".',
    ),
)
