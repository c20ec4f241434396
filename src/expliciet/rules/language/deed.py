"""A deed: something still to be done, and which of its slots are filled.

Purver's four parts of an action item are what, when, who and accepted. A deed here is
the *what*, with whether the text says who does it, when, and until when.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import moments
from .clause import Clause
from .cues import Cues
from .spot import Spot
from .tokens import Token

_LASTING_VERB = Cues(
    r"blijf(?:t)?|blijven|monitor(?:t|en)?|monitoring",
    r"hou(?:dt|d|den)? (?:\w+ ){0,5}?(?:contact|vinger|in de gaten|in beeld|zicht|oog|"
    r"toezicht|bij|lijntjes|lijnen|rekening)",
    r"(?:contact|zicht|oog|toezicht|vinger|rekening) \w* ?(?:houdt|houden|te houden)",
    r"in (?:de gaten|beeld|gesprek|verbinding|contact) (?:\w+ )?"
    r"(?:houden|blijven|te houden)",
    r"volgt (?:de|het|hem|haar|betrokkene|deze|dit)",
    r"bewaakt|waakt|begeleidt?|ondersteunt?",
    r"aandacht (?:voor|houden|hebben|blijven)(?! [^.]*vra)",
    r"alert|vinger aan de pols|surveilleert|patrouilleert|ziet toe|toezien",
)
"""What is done in these ways goes on and on."""
_PARTICLES_OF_TE = frozenset("op aan uit in af toe na over terug mee bij".split())


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to be done; offsets count from the start of the sentence."""

    verb: str
    start: int
    end: int
    """The main verb, or the noun that names the deed."""
    group_start: int
    group_end: int
    """The whole verb group, with "er" or "men" in front."""
    doer: str
    """``professional``, ``client``, ``group``, or empty where nobody does it."""
    doer_start: int
    doer_end: int
    clause: Clause
    is_dated: bool
    is_vague_time: bool
    has_trigger: bool
    is_lasting: bool
    """Goes on: it needs an end rather than a moment."""
    has_end: bool


def made(spot: Spot, verb: Token, doer: str) -> Deed:
    """The deed that this verb names, with what the sentence says around it."""
    statement, clause = spot.statement, spot.clause
    begin, end = _verb_group(clause, verb)
    subject = clause.subject
    own = statement.said[clause.start : clause.end]
    reach = statement.said[slice(*_reach(spot))]
    lead = statement.label
    return Deed(
        verb=spot.verb,
        start=verb.start,
        end=verb.end,
        group_start=begin,
        group_end=end,
        doer=doer,
        doer_start=subject[0].start if subject else begin,
        doer_end=subject[-1].end if subject else end,
        clause=clause,
        is_dated=any(t in moments.DATED or t in moments.UNTIL for t in (reach, lead)),
        is_vague_time=reach in moments.VAGUE or lead in moments.VAGUE,
        has_trigger=statement.said in moments.TRIGGER,
        is_lasting=_goes_on(spot, own),
        has_end=moments.ends(statement.said),
    )


def _goes_on(spot: Spot, own: str) -> bool:
    """Whether the words of its clause say that it goes on and on."""
    clause = spot.clause
    if any(s < clause.end and clause.start < e for s, e in spot.statement.lasting):
        return True
    return any(
        own in lasts
        for lasts in (moments.FREQUENT, _LASTING_VERB, moments.LASTING, moments.RHYTHM)
    )


def _reach(spot: Spot) -> tuple[int, int]:
    """The clauses that one doer does: a day named in one of them counts for all."""
    ordered = sorted(spot.statement.clauses, key=lambda c: c.start)
    first = ordered.index(spot.clause)
    last = first + 1
    while first and not _starts_anew(ordered[first]):
        first -= 1
    while last < len(ordered) and not _starts_anew(ordered[last]):
        last += 1
    start = ordered[first].start if first else 0
    stop = ordered[last].start if last < len(ordered) else len(spot.statement.said)
    return start, stop


def _starts_anew(clause: Clause) -> bool:
    """A main clause with a doer of its own."""
    return clause.is_main and clause.form is not None and bool(clause.subject)


def main_word(clause: Clause) -> Token:
    """The word that carries the deed: the finite verb, or the infinitive behind it."""
    if clause.form is None or clause.finite is None:
        return clause.infinitives[-1][0]
    if clause.form.infinitive in _HELPERS_TO_COME:
        for token, form in reversed(clause.infinitives):
            if form.infinitive not in ("worden", "hebben"):
                return token
    return clause.finite


_HELPERS_TO_COME = frozenset("gaan zullen moeten dienen laten blijven".split())


def _verb_group(clause: Clause, verb: Token) -> tuple[int, int]:
    """From the finite verb (with er or men) to the last part of the verb."""
    if clause.finite is None:
        return _with_te(clause, verb), verb.end
    parts = [verb, clause.finite]
    if clause.particle:
        parts.append(clause.particle)
    others = [token for token, _ in clause.participles + clause.infinitives]
    parts += [t for t in others if t.start >= clause.finite.start] or others
    begin = min(part.start for part in parts)
    there = (w.start for w in clause.words if w.low in ("er", "men"))
    return min([begin, *there]), max(part.end for part in parts)


def _with_te(clause: Clause, verb: Token) -> int:
    """Where "te bellen" and "op te halen" begin."""
    at = clause.words.index(verb) if verb in clause.words else 0
    if not at or clause.words[at - 1].low != "te":
        return verb.start
    apart = at > 1 and clause.words[at - 2].low in _PARTICLES_OF_TE
    return clause.words[at - 2 if apart else at - 1].start
