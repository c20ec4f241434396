"""EX110 · A reading told as a fact.

A judgement, motive or trait told as a fact, without an observation, a source or a
reader. The question is about the sentence; it never repeats the words as true and
offers no other label.

Why we ask: a label travels along with a person from file to file. The inspectorate's
report of 2024 and the evaluation both ask to keep what was seen apart from how it is
read.

What helps: first what was seen, then the reading, then who reads it so and on what.

Known traps: a diagnosis with its source and date; a reading marked as such
('volgens', 'vindt', 'op grond van'); a factual or legal state ('is vrij', 'is
verdachte'); a denial.
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
    code="EX110",
    phenomenon="interpretation_as_fact",
    severity=Severity.WARNING,
    name=Words(
        nl="Duiding als feit",
        en="A reading told as a fact",
    ),
    question=Words(
        nl="Wat is er gezien, en wie leest dat zo?",
        en="What was seen, and who reads it so?",
    ),
    why=Words(
        nl=(
            "Een oordeel zonder basis reist mee van verslag naar verslag. Later weet "
            "niemand meer waar het op rustte."
        ),
        en=(
            "A judgement without a basis travels from minutes to minutes. Later nobody "
            "knows what it rested on."
        ),
    ),
    helps=Words(
        nl=(
            "Schrijf eerst wat er gezien of gehoord is, met de dag. Schrijf daarna wie "
            "het zo leest en waarom."
        ),
        en=(
            "First write what was seen or heard, with the day. Then write who reads it "
            "so, and why."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als erbij staat wie dit vindt of waar het op rust, bij "
            "een vastgestelde toestand en bij een ontkenning."
        ),
        en=(
            "We ask nothing when it says who thinks so or what it rests on, for an "
            "established state, or for a denial."
        ),
    ),
    source="Inspectie JenV 2024; Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"interpretation"}),
    look=look,
    flags=(
        "De oudste zoon is manipulatief.",
        "Vader is onbetrouwbaar.",
        "Zij neemt geen verantwoordelijkheid.",
        "Het gezin werkt niet mee.",
        "De jongen is niet leerbaar.",
        "Meneer is gevaarlijk.",
    ),
    passes=(
        "De psychiater stelde op 4 december een depressie vast.",
        (
            "De wijkagent vindt hem beïnvloedbaar, op grond van drie gesprekken in "
            "december."
        ),
        "Hij miste op 5 en 12 januari de afspraak met de coach.",
        "Hij is sinds 2 januari vrij.",
        "Zij is verdachte in een lopende zaak.",
        "Vader is niet agressief.",
    ),
)
