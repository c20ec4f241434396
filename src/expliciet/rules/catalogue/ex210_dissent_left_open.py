"""EX210 · A dissent left open.

A party is against, abstains or doubts, and nothing says what was done with it.

Why we ask: dissent that is not spoken through blocks the work later, the evaluation
found.

What helps: overrule, make it a condition, weigh again or escalate, but say which.

Known traps: an adviser without a vote; a dissent about facts, of which EX213 asks
the basis.
"""

from collections.abc import Iterator

from ..item import Item, Position
from ..record import is_blank, positions
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import COACH, NURSE, OFFICER, PROSECUTOR

DISSENTS = frozenset({"abstains", "against", "doubts"})


def look(item: Item) -> Iterator[Gap]:
    dissents = [p for p in positions(item) if p.stance in DISSENTS]
    if any(is_blank(position.handling) for position in dissents):
        yield Gap("positions")


RULE = RecordRule(
    code="EX210",
    phenomenon="dissent_unresolved",
    severity=Severity.ERROR,
    name=Words(
        nl="Afwijkend standpunt open",
        en="A dissent left open",
    ),
    question=Words(
        nl="Wat doen jullie met dit standpunt?",
        en="What will you do with this position?",
    ),
    why=Words(
        nl="Wie tegen was en niets terughoort, doet later misschien niet mee.",
        en="Who was against and hears nothing back may not join in later.",
    ),
    helps=Words(
        nl=(
            "Kies: aangetekend en toch doorgaan, als voorwaarde overnemen, opnieuw "
            "wegen op een dag, of hogerop voorleggen."
        ),
        en=(
            "Choose: noted and go on, taken as a condition, weighed again on a day, or "
            "put to a higher table."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als erbij staat wat ermee gebeurt, en bij een partij die "
            "alleen adviseert."
        ),
        en=(
            "We ask nothing when it says what happens with it, nor for a party that "
            "only advises."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    silences=("EX123",),
    kinds=frozenset({"consideration", "decision", "scaling"}),
    look=look,
    flags=(
        Item("decision", {"positions": [Position(PROSECUTOR, "against")]}),
        Item(
            "decision",
            {
                "positions": (
                    Position(OFFICER, "for"),
                    Position(NURSE, "abstains", "mag niets delen"),
                )
            },
        ),
        Item("consideration", {"positions": [Position(COACH, "doubts", handling="-")]}),
    ),
    passes=(
        Item(
            "decision",
            {
                "positions": [
                    Position(PROSECUTOR, "against", "", "herweging 27 januari")
                ]
            },
        ),
        Item(
            "scaling",
            {
                "positions": [
                    Position(NURSE, "doubts", handling="voorwaarde overgenomen")
                ]
            },
        ),
        Item("decision", {"positions": [Position(OFFICER, "for")]}),
        Item("consideration", {"positions": [Position(COACH, "advises")]}),
    ),
)
