"""EX112 · A decision without a reason.

A decision or a step up or down, with no reason in the sentence or beside it.

Why we ask: considerations stay in heads, the evaluation found; at the next table
somebody must judge whether the decision still holds.

What helps: why this, and not the other.

Known traps: a reason after a colon or a dash, or in the sentence before; procedural
decisions about the agenda; carrying out a decision whose reason was given.

Known misses: a short note of a decision; something that stops of itself is asked
about, and so is a choice with its reason before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.kinds import OF_THE_CASE, is_decision_label
from ..language.parties import PROFESSIONAL, professionals_in
from ..language.reasons import has_reason
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.clause import Clause
    from ..language.statement import Statement


_DECIDED = Cues(
    r"(?:er )?(?:is|wordt|werd) (?:er )?(?:unaniem )?(?:besloten|beslist|afgezien|"
    r"gekozen|afgesproken(?! dat))",
    r"(?<!de\s)(?<!een\s)(?<!in\s)besloten(?: is| wordt| werd)?"
    r"(?! (?:vergadering|deel|zitting|\w*vergadering|overleg))",
    r"gekozen (?:is|wordt)|afgesproken (?:wordt|is)(?! dat)",
    r"(?:niet )?in behandeling genomen|niet (?:meer |nu |langer )?aan de orde",
    r"niet opportuun(?: geacht)?|stopgezet|gaat (?:niet )?door|komt er niet",
    r"komt er (?:\w+ ){0,3}niet",
    r"(?:wordt|worden) (?:(?!door|vooralsnog)\w+ ){0,5}?"
    r"(?:afgewezen|gestopt|beëindigd|voortgezet|gecontinueerd|gehandhaafd|verlengd|"
    r"opgeheven|ingetrokken|afgewezen|verworpen|toegekend|aangenomen|geweigerd|"
    r"gehonoreerd|geaccepteerd|opgeschaald|afgeschaald|gesloten|heropend|overgedragen|"
    r"overgeheveld|afgeblazen|geschrapt|opgezegd|ontbonden|niet benaderd|niet gedeeld|"
    r"niet geïnformeerd)",
    r"(?:op|af)geschaald|overgeheveld|overgedragen|teruggegeven|terug naar niveau \d",
    r"(?:casus|zaak|dossier) overdragen|dossier dicht|casus dicht|zaak dicht",
    r"casus sluiten|sluiten casus|casus gesloten|niet opschalen|niet delen",
    r"geen (?:gesprek|bezoek|verbod)",
)
_DECIDING = frozenset(
    "afwijzen toekennen vervallen verwerpen honoreren intrekken stopzetten "
    "beëindigen schrappen afblazen verlengen doorzetten afzien kiezen "
    "besluiten opheffen weigeren verhuizen stoppen wijzigen".split()
)
_BODIES = frozenset(
    "bestuur commissie raad tafel college mt directie vergadering overleg ico "
    "weegploeg driehoek stuurgroep we wij gemeenteraad burgemeester weegteam "
    "kerkenraad mr".split()
)
_NOT_DONE = Cues(
    r"(?:gaat|gaan) (?:\w+ ){0,3}niet (?:door|naar)",
    r"komt er niet(?: bij)?",
    r"(?:wordt|worden) (?:er )?niet (?:bij )?(?:betrokken|benaderd|gedeeld|"
    r"geïnformeerd|uitgenodigd|opgenomen)",
    r"\w+ eraf|gaat (?:van tafel|over naar|niet door|terug)",
    r"gaan (?:van tafel|niet door)",
    r"gaat (?:\w+ ){0,2}over(?! (?:een|één|twee|drie|vier|\d))",
)
_NOTED_AT_THE_END = frozenset(
    "geaccepteerd afgewezen teruggelegd toegekend geweigerd afgeblazen "
    "ingetrokken overgedragen".split()
)
_POINTS_AT = frozenset("de het deze dit die dat onze alle".split())
"""'De proef stopt' is decided here; 'Karin stopt' she decides herself."""


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    spot = _decided(statement)
    if spot is None or has_reason(said) or "agendapunt" in said:
        return
    if _colon_reason(statement) or _is_roll_call(said):
        return
    if not statement.alone and _reasoned(statement):
        return
    yield Mark(*spot)


def _decided(statement: Statement) -> tuple[int, int] | None:
    said = statement.said
    if match := _DECIDED.find(said):
        clause = next(
            (c for c in statement.clauses if c.start <= match.start() < c.end), None
        )
        if clause is None or not clause.opened_by:
            return match.span()
        return None
    words = [t for t in statement.tokens if t.is_word]
    if (
        words
        and words[-1].low in _NOTED_AT_THE_END
        and not any(c.form for c in statement.clauses)
    ):
        return words[-1].start, words[-1].end
    if match := _NOT_DONE.find(said):
        return match.span() if statement.kind != "consideration" else None
    for clause in statement.told:
        if clause.finite is not None and _decides(statement, clause):
            return clause.finite.start, clause.finite.end
    return None


def _decides(statement: Statement, clause: Clause) -> bool:
    """'De commissie wijst af', "Besluit: wordt verlengd", "de proef stopt"."""
    if clause.is_past or clause.verb not in _DECIDING:
        return False
    if is_decision_label(statement.label):
        return True
    if any(word.low in _BODIES for word in clause.subject):
        return True
    if clause.verb not in ("vervallen", "stoppen") or clause.doer == PROFESSIONAL:
        return False
    return bool(clause.subject) and clause.subject[0].low in _POINTS_AT


def _colon_reason(statement: Statement) -> bool:
    """'Geen gebiedsverbod: hij werkt daar': what follows the colon is the reason."""
    head, mark, tail = statement.said.partition(":")
    if not mark or is_decision_label(statement.label) or len(head.split()) < 2:
        return False
    return len(tail.split()) >= 3


def _reasoned(statement: Statement) -> bool:
    """A consideration or a reason just before or after, in the same agenda item."""
    for distance in (-3, -2, -1, 1):
        near = statement.neighbour(distance)
        if near and _is_reason_for(near, statement):
            return True
    return False


def _is_reason_for(near: Statement, statement: Statement) -> bool:
    """No formula that says nothing, and not what another item of a list rests on."""
    listed = near.piece.kind == statement.piece.kind == "item"
    apart = listed and near.piece.start != statement.piece.start
    if near.expressions("ex113") or (apart and near.kind != "consideration"):
        return False
    return near.kind == "consideration" or has_reason(near.said)


def _is_roll_call(said: str) -> bool:
    words = said.lower().split()
    return len(professionals_in(said)) >= 2 and any(
        w.startswith(("stem", "akkoord")) for w in words
    )


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
    misses=Words(
        nl=(
            "We missen een besluit in een korte notitie: 'Dossier kan dicht.' "
            "We vragen soms een reden voor iets wat vanzelf stopt: 'De cursus "
            "stopt per 1 mei.'"
        ),
        en=(
            "We miss a decision in a short note: 'Dossier kan dicht.' At times "
            "we ask a reason for what stops of itself: 'De cursus stopt per 1 "
            "mei.'"
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=OF_THE_CASE,
    look=look,
    mend=at_the_end(", omdat <reden>"),
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
        "De wijkagent gaat over twee weken bij hem langs.",
        (
            "Vanwege de ziekte van moeder stelt de commissie het besluit uit tot 3 "
            "februari."
        ),
        "De commissie wijst de aanvraag af op grond van de huurschuld van 4.200 euro.",
    ),
    minutes_only=True,
)
