"""EX115 · An expectation without an answer.

Something is expected of a party, and nobody wrote down what that party answered:
'zou moeten', 'dient', 'ligt bij', 'is aan', 'graag'.

Why we ask: expectations are half of what the evaluation is about; acceptance is the
one of Purver's four parts that minutes lose.

What helps: ask the receiver, and write down yes, no, or yes if.

Known traps: 'verwacht' as a forecast; a duty by law or by a court; the answer in the
same or the next sentence.
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
    code="EX115",
    phenomenon="expectation_unaccepted",
    severity=Severity.WARNING,
    name=Words(
        nl="Verwachting zonder antwoord",
        en="An expectation without an answer",
    ),
    question=Words(
        nl="Wat zei de ander daarop?",
        en="What did the other say to this?",
    ),
    why=Words(
        nl="Een verwachting is pas een afspraak als de ander ja zegt.",
        en="An expectation only becomes an agreement when the other says yes.",
    ),
    helps=Words(
        nl="Vraag het na en schrijf het antwoord op: ja, nee, of ja als …",
        en="Ask, and write down the answer: yes, no, or yes if …",
    ),
    silent=Words(
        nl=(
            "We vragen niets als het antwoord erbij staat, als iemand alleen iets "
            "voorspelt, of als de wet of de rechter het oplegt."
        ),
        en=(
            "We ask nothing when the answer is given, when someone only forecasts, or "
            "when the law or a court requires it."
        ),
    ),
    source=(
        "Evaluatie ICO: van impliciet naar expliciet; Purver e.a.: vier onderdelen van "
        "een actiepunt"
    ),
    kinds=frozenset({"expectation"}),
    look=look,
    flags=(
        "De gemeente zou een woonplek moeten zoeken.",
        "Van school wordt verwacht dat zij elk verzuim meldt.",
        "De aanmelding ligt bij de jeugdarts.",
        "De reclassering dient vader te informeren.",
        "Graag een terugkoppeling van het wijkteam.",
        "Het is aan de corporatie om het slot te vervangen.",
    ),
    passes=(
        (
            "Van school wordt verwacht dat zij elk verzuim meldt; de directeur zegt "
            "dit toe."
        ),
        (
            "De gemeente zou een woonplek moeten zoeken. De beleidsadviseur accepteert "
            "dat."
        ),
        "De politie verwacht de uitslag in februari.",
        "De reclassering dient vader volgens het vonnis te informeren.",
        "De jeugdarts wijst de aanmelding af omdat zij geen mandaat heeft.",
        "De corporatie neemt het verzoek over en vervangt het slot op 16 januari.",
    ),
    minutes_only=True,
)
