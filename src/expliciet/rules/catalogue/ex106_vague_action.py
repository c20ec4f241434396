"""EX106 · A vague action.

An action of which nobody can see whether it was done: 'oppakken', 'kijken naar',
'meenemen', 'in de gaten houden', 'bespreekbaar maken'.

Why we ask: the requirements standard 29148 asks for a result that can be verified;
what cannot be seen cannot be reported back.

What helps: a verb, an object and what there is afterwards.

Known traps: 'pakt … op' for an arrest or for collecting; 'kijken of' with a concrete
question; contact about a named topic; reports of the past.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.kinds import EVERY_KIND
from ..language.parties import CLIENT
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.clause import Clause
    from ..language.statement import Statement


_TO_FIND_OUT = frozenset("bekijken bezien kijken nagaan verkennen polsen".split())
_ELSEWHERE = Cues(r"naar|op (?:de |het )?(?:fiets|auto|trein)|mee naar")
_SAID_BEFORE = Cues(
    r"stilgestaan|van gedachten|nodige stappen|zorgpunt|aandachtspunt|aandacht"
)


def look(statement: Statement) -> Iterator[Mark]:
    if statement.kind == "procedural":
        return
    told = [c for c in statement.clauses if c.form and c.is_main]
    over = bool(told) and all(c.is_past for c in told)
    for found in statement.expressions("ex106"):
        words = statement.said[found.start : found.end]
        clause = found.clause
        if over and words not in _SAID_BEFORE:
            continue
        if clause is not None:
            if clause.opened_by in _ASIDE:
                continue
            if clause.doer == CLIENT and not clause.is_passive:
                continue
            if clause.is_past and words not in _SAID_BEFORE:
                continue
            if found.verb in _TO_FIND_OUT and _asks_whether(statement, clause.end):
                continue
            if found.verb == "oppakken" and words_of(clause) & _SUSPECTS:
                continue
            if found.verb == "meenemen" and (
                statement.said[clause.start : clause.end] in _ELSEWHERE
            ):
                continue
        elif not statement.deeds and words not in _SAID_BEFORE and _tells(statement):
            continue
        yield Mark(found.start, found.end)


_ASIDE = frozenset(
    "omdat want doordat terwijl waardoor die waarin nadat toen wat hoe".split()
)
_SUSPECTS = frozenset("verdachte verdachten dader daders betrokkene jongen man".split())


def words_of(clause: Clause) -> set[str]:
    return set(clause.lows)


def _tells(statement: Statement) -> bool:
    """A whole sentence, and no note of something to be done."""
    return any(c.form for c in statement.clauses if c.is_main)


def _asks_whether(statement: Statement, end: int) -> bool:
    """'kijkt of er een wachtlijst is': the question makes it a deed one can report."""
    return statement.said[end:].lstrip(" ,").lower().startswith("of ")


RULE = TextRule(
    code="EX106",
    phenomenon="action_vague",
    severity=Severity.WARNING,
    name=Words(
        nl="Vage actie",
        en="A vague action",
    ),
    question=Words(
        nl="Wat is er dan gebeurd?",
        en="What will have happened then?",
    ),
    why=Words(
        nl=(
            "Bij een vage actie kan iedereen iets anders bedoelen, en ziet niemand of "
            "het gelukt is."
        ),
        en=(
            "With a vague action everyone may mean something else, and nobody sees "
            "whether it worked out."
        ),
    ),
    helps=Words(
        nl=(
            "Schrijf wat iemand doet en wat er daarna ligt: 'maakt een lijst van alle "
            "schulden'."
        ),
        en=(
            "Write what someone does and what there is afterwards: 'makes a list of "
            "all debts'."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als er een concrete vraag of een onderwerp bij staat, of "
            "als iemand letterlijk wordt opgehaald of aangehouden."
        ),
        en=(
            "We ask nothing when a concrete question or topic is given, or when "
            "someone is literally collected or arrested."
        ),
    ),
    source="ISO/IEC/IEEE 29148",
    kinds=EVERY_KIND,
    look=look,
    mend=at_the_end(", klaar als <wat er dan is>"),
    flags=(
        "De ambulant begeleider pakt de schulden op.",
        "Het wijkteam neemt de zorgen over de jongste mee.",
        "Leerplicht houdt het verzuim in de gaten.",
        "De gemeente zet in op een dagritme.",
        "De coach maakt het middelengebruik bespreekbaar.",
        "De politie kijkt naar de overlast in het portiek.",
    ),
    passes=(
        "De ambulant begeleider maakt op 15 januari een lijst van alle schulden.",
        "De politie pakt de verdachte op zodra het bevel er is.",
        "De taxi haalt de kinderen om acht uur op.",
        "De gemeente kijkt vóór 16 januari of er een kamer vrij is in de stadsherberg.",
        "De coach bespreekt op 14 januari het weekrooster met moeder.",
        "Leerplicht heeft vorige maand contact gehad met de mentor over het verzuim.",
    ),
)
