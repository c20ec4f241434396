"""EX119 · A loose reference.

A word that points to something the reader cannot find: 'dit', 'daarover', 'zoals
besproken', or 'hij' where two people came before.

Why we ask: who was not there cannot read it; the requirements standard 29148 warns
of references that cannot be resolved.

What helps: repeat the noun, or the number of the agreement.

Known traps: 'het' and 'er' that point to nothing; 'dit' with its noun ('dit plan');
a colon after it; relative 'dat' and 'die'; a noun earlier in the item.
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
    code="EX119",
    phenomenon="reference_unresolved",
    severity=Severity.TIP,
    name=Words(
        nl="Losse verwijzing",
        en="A loose reference",
    ),
    question=Words(
        nl="Waar slaat dit op?",
        en="What does this refer to?",
    ),
    why=Words(
        nl="Wie er niet bij was, kan deze zin niet volgen.",
        en="Anyone who was not there cannot follow this sentence.",
    ),
    helps=Words(
        nl="Herhaal waar het over gaat: 'de aanvraag', 'afspraak 2 van 4 december'.",
        en="Repeat what it is about: 'the application', 'agreement 2 of 4 December'.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als het woord in de zin of in het punt staat, of als "
            "'het' of 'er' nergens naar verwijst."
        ),
        en=(
            "We ask nothing when the word is in the sentence or the item, or when 'it' "
            "or 'there' points to nothing."
        ),
    ),
    source="ISO/IEC/IEEE 29148",
    kinds=frozenset({"agreement", "decision", "expectation"}),
    look=look,
    flags=(
        "Dit regelt de gemeente vóór 15 januari.",
        "Daarover belt de mentor met vader.",
        "Zoals besproken stuurt de reclassering het stuk.",
        "Hiermee gaat de politie aan de slag vóór 20 januari.",
        "De coach belt vader en de oom; hij stuurt op 20 januari de papieren.",
    ),
    passes=(
        "Dit plan stuurt de gemeente vóór 15 januari aan het wijkteam.",
        "De mentor mailt het rooster op 14 januari; daarna belt zij vader.",
        "Het is de gemeente die de kamer betaalt tot 1 maart.",
        "De coach die moeder kent, belt haar op 13 januari.",
        "De afspraak is dit: de politie belt school op 12 januari.",
        "Er komt op 20 januari een gesprek tussen de coach en de werkgever.",
    ),
)
