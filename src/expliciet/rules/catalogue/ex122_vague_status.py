"""EX122 · A vague status.

The state of an action without what is done or what remains: 'loopt', 'is bezig', 'in
behandeling', 'wordt aan gewerkt'.

Why we ask: it hides actions that have stalled. It is a rule of our own, drawn from
the phenomena in minutes.

What helps: what is done, what is left, and when.

Known traps: 'loopt tot'; a person who walks; a running investigation as a legal
state; 'bezig met' a named step with a date.

Known misses: a status in a word that is not in our list; something that stands open
and is no action is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language import moments
from ..language.cues import Cues
from ..language.kinds import OF_THE_CASE
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.expressions import Found
    from ..language.statement import Statement


_RUNS = Cues(r"loopt(?: nog| nu)?(?=[.,;)]|$| en )", r"lopen(?: nog)?(?=[.,;)]|$)")
_NOT_ALONE = ("tot", "t/m", "af ", "weg", "langs", "rond ", "van ")


def look(statement: Statement) -> Iterator[Mark]:
    said = statement.said
    if said in moments.DATED and not statement.cells:
        return
    spots = [
        (found.start, found.end)
        for found in statement.expressions("ex122")
        if not _is_no_status(statement, found)
    ]
    spots += [
        match.span()
        for match in _RUNS.all(said)
        if not any(
            c.opened_by and c.start <= match.start() < c.end for c in statement.clauses
        )
    ]
    for start, end in spots[:1]:
        yield Mark(start, end)


def _is_no_status(statement: Statement, found: Found) -> bool:
    """In the past, in a clause of another, or "er volgt": a deed, and no status."""
    clause, said = found.clause, statement.said
    if clause is not None and (clause.is_past or clause.opened_by):
        return True
    if clause is not None and found.verb == "werken" and clause.infinitives:
        return True
    follows = "volg" in said[found.start : found.end]
    if follows and " er " in f" {said[: found.end].lower()} ":
        return True
    return said[found.end :].lstrip().startswith(_NOT_ALONE)


RULE = TextRule(
    code="EX122",
    phenomenon="status_vague",
    severity=Severity.TIP,
    name=Words(
        nl="Vage stand",
        en="A vague status",
    ),
    question=Words(
        nl="Wat is al gedaan, en wat moet nog?",
        en="What is done, and what is left?",
    ),
    why=Words(
        nl="Achter 'loopt' kan van alles zitten, ook dat het al weken stilligt.",
        en="Anything may hide behind 'under way', even weeks of standstill.",
    ),
    helps=Words(
        nl="Schrijf wat klaar is, wat nog moet en wanneer.",
        en="Write what is done, what is left, and when.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als er een einddatum of een stap met een dag bij staat, "
            "of als iemand gewoon loopt."
        ),
        en=(
            "We ask nothing when an end date or a step with a day is given, or when "
            "somebody simply walks."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een stand in een woord dat wij niet kennen: 'Aanmelding "
            "hangt.' We vragen soms iets over wat geen actie is: 'Boetes helpen "
            "niet: de vorige twee staan nog open.'"
        ),
        en=(
            "We miss a status in a word that we do not know: 'Aanmelding "
            "hangt.' At times we ask about what is no action: 'Boetes helpen "
            "niet: de vorige twee staan nog open.'"
        ),
    ),
    source="Eigen regel van Expliciet",
    silences=("EX101", "EX104"),
    kinds=OF_THE_CASE,
    look=look,
    mend=at_the_end("; gedaan: <wat>, nog te doen: <wat> vóór <datum>"),
    flags=(
        "De aanvraag voor een uitkering loopt.",
        "De gemeente is bezig met de woning.",
        "Het verzoek is in behandeling bij de zorgverzekeraar.",
        "Aan de indicatie wordt gewerkt.",
        "De schuldregeling is in gang gezet.",
    ),
    passes=(
        "De aanvraag is op 5 januari verstuurd; het besluit komt vóór 2 maart.",
        "De maatregel loopt tot 1 mei.",
        "Hij loopt elke dag naar school.",
        "De coach is bezig met stap drie van vijf, klaar op 20 januari.",
        "In het lopende onderzoek is hij getuige.",
        "Twee van de drie gesprekken zijn gevoerd.",
    ),
)
