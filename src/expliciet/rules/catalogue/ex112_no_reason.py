"""EX112 · A decision without a reason.

A decision or a step up or down, with no reason in the sentence or beside it.

Why we ask: considerations stay in heads, the evaluation found; at the next table
somebody must judge whether the decision still holds.

What helps: why this, and not the other.

Known traps: a reason after a colon or a dash, or in the sentence before; procedural
decisions about the agenda; carrying out a decision whose reason was given.
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
    code="EX112",
    phenomenon="reason_missing",
    severity=Severity.WARNING,
    name=Words(
        nl="Besluit zonder reden",
        en="A decision without a reason",
    ),
    question=Words(
        nl="Waarom dit, en niet het andere?",
        en="Why this, and not the other?",
    ),
    why=Words(
        nl="Zonder reden kan niemand later nagaan of het besluit nog klopt.",
        en="Without a reason nobody can tell later whether the decision still holds.",
    ),
    helps=Words(
        nl="Zet er één feit bij dat de doorslag gaf: 'omdat …'.",
        en="Add one fact that tipped the balance: 'because …'.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als de reden in of naast de zin staat, of als het alleen "
            "over de agenda gaat."
        ),
        en=(
            "We ask nothing when the reason is in or next to the sentence, or when it "
            "is only about the agenda."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"decision", "scaling"}),
    look=look,
    flags=(
        "We stoppen met de begeleiding op school.",
        "Besloten is het huisverbod niet te verlengen.",
        "Het overleg kiest voor begeleid wonen in plaats van een eigen kamer.",
        "De commissie wijst de aanvraag af.",
        "Er wordt besloten de gegevens niet te delen met de werkgever.",
        "De casus wordt opgeschaald naar de stuurgroep.",
    ),
    passes=(
        (
            "We stoppen met de begeleiding op school, omdat hij sinds 8 januari alle "
            "lessen volgt."
        ),
        "Het huisverbod wordt niet verlengd: de partner woont sinds 2 januari elders.",
        "Er is gekozen voor begeleid wonen, want zelfstandig wonen mislukte twee keer.",
        "Besloten is om agendapunt vier eerst te behandelen.",
        (
            "Vanwege de ziekte van moeder stelt de commissie het besluit uit tot 3 "
            "februari."
        ),
        "De commissie wijst de aanvraag af op grond van de huurschuld van 4.200 euro.",
    ),
    minutes_only=True,
)
