"""EX106 · A vague action.

An action of which nobody can see whether it was done: 'oppakken', 'kijken naar',
'meenemen', 'in de gaten houden', 'bespreekbaar maken'.

Why we ask: the requirements standard 29148 asks for a result that can be verified;
what cannot be seen cannot be reported back.

What helps: a verb, an object and what there is afterwards.

Known traps: 'pakt … op' for an arrest or for collecting; 'kijken of' with a concrete
question; contact about a named topic; reports of the past.

Known misses: a vague noun without a verb; a deed so wide that nothing in it is vague
by itself; an idiom in its plain sense is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.cues import Cues
from ..language.kinds import OF_THE_CASE
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
_ASIDE = frozenset(
    "omdat want doordat terwijl waardoor die waarin nadat toen wat hoe".split()
)
"""In clauses opened by these nothing is promised."""
_SUSPECTS = frozenset("verdachte verdachten dader daders betrokkene jongen man".split())


def look(statement: Statement) -> Iterator[Mark]:
    for found in statement.expressions("ex106"):
        words = statement.said[found.start : found.end]
        over = statement.is_past or (found.clause is not None and found.clause.is_past)
        if over and words not in _SAID_BEFORE:
            continue
        if found.clause is not None:
            if not _is_meant_so(statement, found.verb, found.clause):
                yield Mark(found.start, found.end)
        elif statement.deeds or not statement.told or words in _SAID_BEFORE:
            yield Mark(found.start, found.end)


def _is_meant_so(statement: Statement, verb: str, clause: Clause) -> bool:
    """No vague deed of the table: the words are meant as they stand."""
    if clause.opened_by in _ASIDE:
        return True
    if clause.doer == CLIENT and not clause.is_passive:
        return True
    if verb in _TO_FIND_OUT:
        return _asks_whether(statement, clause.end)
    if verb == "oppakken":
        return not _SUSPECTS.isdisjoint(clause.lows)
    own = statement.said[clause.start : clause.end]
    return verb == "meenemen" and own in _ELSEWHERE


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
    misses=Words(
        nl=(
            "We missen een vaag woord zonder werkwoord: 'Opvolging na de "
            "vakantie.' Ook missen we: 'School doet wat zij kan.' We vragen "
            "soms iets waar het wel duidelijk is: 'De penningmeester stemt de "
            "huur af met de beheerder.'"
        ),
        en=(
            "We miss a vague noun without a verb: 'Opvolging na de vakantie.' "
            "We also miss: 'School doet wat zij kan.' At times we ask where it "
            "is clear: 'De penningmeester stemt de huur af met de beheerder.'"
        ),
    ),
    source="ISO/IEC/IEEE 29148",
    kinds=OF_THE_CASE,
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
