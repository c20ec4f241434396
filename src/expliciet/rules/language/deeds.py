"""The deeds in a sentence, clause by clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from . import (
    advice,
    half_promises,
    idle,
    infinitives,
    nobody,
    noun_deeds,
    owned,
    passives,
)
from .agents import agents, label_doer
from .deed import Deed
from .kinds import is_procedural
from .parties import CLIENT, party_of
from .spot import Spot
from .tokens import folded

if TYPE_CHECKING:
    from .statement import Statement


def deeds(statement: Statement) -> list[Deed]:
    """Everything in the sentence that is still to be done, in order."""
    if is_procedural(statement) or statement.piece.kind == "row":
        return []
    if statement.label and party_of(folded(statement.label)) == CLIENT:
        return []
    found: list[Deed] = []
    named = label_doer(statement)
    by_agent = any(True for _ in agents(statement))
    for clause in statement.clauses:
        if not clause.aside:
            deed = _deed_at(Spot(statement, clause, named, by_agent, found))
            found += [deed] if deed else []
    if not found and statement.clauses:
        spot = Spot(statement, statement.clauses[0], named, by_agent, found)
        deed = noun_deeds.named_by_noun(spot)
        found += [deed] if deed else []
    return found


def _deed_at(spot: Spot) -> Deed | None:
    for applies, deed in _IN_TURN:
        if applies(spot):
            return deed(spot)
    return owned.owned(spot)


def _no_deed(_: Spot) -> None:
    """Nothing is left to be done here."""


_IN_TURN: tuple[tuple[Callable[[Spot], bool], Callable[[Spot], Deed | None]], ...] = (
    (nobody.asks_who, nobody.who),
    (advice.is_open_request, advice.open_request),
    (advice.is_idle_subordinate, _no_deed),
    (infinitives.has_no_finite, infinitives.noted),
    (advice.is_told, advice.told),
    (passives.is_passive, passives.passive),
    (nobody.is_somebody, nobody.somebody),
    (nobody.goes_out, nobody.by_its_agent),
    (idle.is_question, _no_deed),
    (nobody.comes_about, nobody.by_its_sender),
    (nobody.takes_place, nobody.by_its_agent),
    (nobody.is_men, nobody.men),
    (half_promises.is_no_promise, half_promises.half_promised),
    (advice.is_advice, advice.advised),
    (idle.is_idle, _no_deed),
    (idle.only_says, advice.advised),
    (nobody.is_only_somebody, nobody.only_somebody),
    (idle.is_denied, _no_deed),
)
"""What a clause may be, and how its deed is found then; the first that fits counts."""
