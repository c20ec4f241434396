"""The clauses of a sentence: who does what, in which tense, with which helper verbs.

A shallow reading, made for minutes: Dutch main clauses put the finite verb second, so
the doer stands right before it or right after it, and the rest of the verb at the end.
"""

from collections.abc import Sequence

from .clause import Clause
from .cutting import cut
from .finite import finite_place, form_of
from .subjects import find_subject
from .tokens import Token
from .verb_groups import gather
from .verbs import readings


def clauses(words: Sequence[Token]) -> list[Clause]:
    """The clauses of a sentence, in order, each with its verbs and its subject."""
    found = cut(words)
    if len(found) > 1 and not found[0].opened_by and _is_condition(found[0], found[1]):
        found[0].opened_by = found[0].words[0].low
    for place, clause in enumerate(found):
        clause.follows = place > 0
        clause.continues = place + 1 < len(found)
        _read(clause)
    return found


def _is_condition(first: Clause, second: Clause) -> bool:
    """'Blijft het stil, dan sluit …': the verb in front makes it a condition."""
    opens = first.words[0].low
    return second.words[0].low == "dan" and (
        opens in ("mocht", "mochten", "is", "zijn") or bool(readings(opens))
    )


def _read(clause: Clause) -> None:
    finite = finite_place(clause)
    if finite is not None:
        clause.finite = clause.words[finite]
        clause.form = form_of(clause.finite)
    gather(clause, finite)
    if finite is not None:
        find_subject(clause, finite)
