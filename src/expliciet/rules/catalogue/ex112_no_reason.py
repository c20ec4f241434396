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

from ..language.cues import Cues
from ..language.kinds import is_decision_label
from ..language.reasons import has_reason
from ..language.parties import PROFESSIONAL, party_of
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_DECIDES = Cues(
    r"(?:er )?(?:is |wordt |werd )?besloten(?: is| wordt| werd)?|besluit(?:en)?(?= )|beslist|afgesproken (?:wordt|is)|wordt afgesproken|(?:niet )?in behandeling genomen|"
    r"(?:kiest|kiezen|koos|kozen) voor|gekozen (?:is|wordt) voor|is gekozen voor|niet aan de orde|stopgezet|gestopt|wordt (?:gestopt|beëindigd|voortgezet|gecontinueerd|gehandhaafd|verlengd|opgeheven|ingetrokken|uitgesteld|stopgezet)|"
    r"komt er niet|gaat niet door|ziet af van|zien af van|afgezien van|af te zien van|(?:wordt |is )?(?:afgewezen|verworpen|goedgekeurd|toegekend|aangenomen|geweigerd|gehonoreerd|opgeheven)|opgeschaald|afgeschaald|casus sluiten|sluiten casus|gaat (?:naar|terug)|wordt (?:niet )?(?:opgeschaald|afgeschaald|gesloten|heropend)|heropend"
)


def look(statement: Statement) -> Iterator[Mark]:
    if has_reason(statement.said):
        return
    before, after = statement.neighbour(-1), statement.neighbour(1)
    if before and not statement.alone and _explains(before.said):
        return
    if after and _explains(after.said):
        return
    if statement.position > 1 and not statement.alone and _reasoned(statement):
        return
    match = _DECIDES.find(statement.said)
    if match is None or _is_roll_call(statement.said):
        return
    yield Mark(match.start(), match.end())


def _explains(said: str) -> bool:
    return has_reason(said)


def _reasoned(statement: Statement) -> bool:
    """Considerations in the same agenda item count as the reason."""
    return any(
        s.kind == "consideration" or has_reason(s.said)
        for s in statement.section.statements[max(0, statement.position - 4) : statement.position + 3]
        if s is not statement
    )


def _is_roll_call(said: str) -> bool:
    named = [w for w in said.lower().replace(",", " ").split() if party_of(w.strip(".:")) == PROFESSIONAL]
    return len(named) >= 2 and ("stem" in said or "akkoord" in said.lower())


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
