"""EX113 · A reason that is a formula.

A reason that fits every decision: 'gezien de situatie', 'alles overwegende', 'gelet
op het voorgaande', 'om veiligheidsredenen'.

Why we ask: it looks explicit and is not; the evaluation asks for the consideration
itself.

What helps: put the fact in the place of the formula.

Known traps: a formula followed by the real reason (a colon, 'namelijk'); a noun that
names a fact ('de drie meldingen in december'); fixed phrases in an official
decision.
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
    code="EX113",
    phenomenon="reason_formulaic",
    severity=Severity.WARNING,
    name=Words(
        nl="Reden als formule",
        en="A reason that is a formula",
    ),
    question=Words(
        nl="Welk feit gaf de doorslag?",
        en="Which fact tipped the balance?",
    ),
    why=Words(
        nl=(
            "Deze woorden passen bij elk besluit. De echte reden blijft zo in het "
            "hoofd van wie erbij was."
        ),
        en=(
            "These words fit any decision. The real reason stays in the heads of those "
            "who were there."
        ),
    ),
    helps=Words(
        nl="Vervang de formule door het feit: 'omdat hij op 8 januari …'.",
        en="Replace the formula by the fact: 'because on 8 January he …'.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als de echte reden er meteen achter staat, of als de "
            "woorden een feit noemen."
        ),
        en=(
            "We ask nothing when the real reason follows at once, or when the words "
            "name a fact."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    silences=("EX112",),
    kinds=frozenset({"consideration", "decision", "scaling"}),
    look=look,
    flags=(
        "Gezien de situatie kiezen we voor verlenging.",
        "Alles overwegende stopt de begeleiding op 1 februari.",
        "Gelet op het voorgaande wordt de zaak opgeschaald.",
        "Om veiligheidsredenen gaat het bezoek niet door.",
        "Vanwege privacy delen we het verslag niet.",
        "Gezien de complexiteit van de casus besluiten we tot een tweede regisseur.",
    ),
    passes=(
        (
            "Gezien de situatie, namelijk drie inbraken in één week, kiezen we voor "
            "verlenging."
        ),
        (
            "Om veiligheidsredenen gaat het bezoek niet door: hij dreigde op 8 januari "
            "met een mes."
        ),
        "We verlengen omdat hij sinds 5 januari niet meer thuis slaapt.",
        "Het verslag delen we niet, want moeder trok op 6 januari haar toestemming in.",
        "Gezien de drie meldingen in december stemt de politie in.",
        "Vanwege de operatie van vader verschuift de start naar 2 februari.",
    ),
)
