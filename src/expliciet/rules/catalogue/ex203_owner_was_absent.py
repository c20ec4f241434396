"""EX203 · The owner was not there.

A deed laid with somebody who was not at the table and has not said yes since.

Why we ask: what is assigned in absence is an expectation and not an agreement, in
the words of the evaluation.

What helps: write down how they said yes, or make it an expectation and agree who
asks.

Known traps: a colleague of the same organisation at the table; a confirmation
afterwards; an expectation with an asker or an answer; nobody's attendance recorded.
"""

from collections.abc import Iterator

from ..actors import Party
from ..item import Context, Item
from ..record import is_filled, is_group, parties, plain
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import CARETAKER, COACH, DIRECTOR, MEETING, PRESENT


def look(item: Item) -> Iterator[Gap]:
    if not item.context.present or is_filled(item, "confirmed"):
        return
    if item.kind == "expectation":
        owners = parties(item, "to")
        if is_filled(item, "answer") or is_filled(item, "asked_by"):
            return
    else:
        owners = parties(item, "owner")
    named = [owner for owner in owners if not is_group(owner)]
    if any(not sat_at_the_table(owner, item) for owner in named):
        yield Gap("to" if item.kind == "expectation" else "owner")


def sat_at_the_table(party: Party, item: Item) -> bool:
    """In person, or through a colleague who can speak for the organisation."""
    called = {plain(party.name), plain(party.organisation)} - {""}
    if called:
        return any(
            called & {plain(p.name), plain(p.organisation)}
            for p in item.context.present
        )
    return any(plain(party.function) == plain(p.function) for p in item.context.present)


RULE = RecordRule(
    code="EX203",
    phenomenon="expectation_unaccepted",
    severity=Severity.ERROR,
    name=Words(
        nl="Eigenaar was er niet bij",
        en="The owner was not there",
    ),
    question=Words(
        nl="Wie vraagt dit na, en wanneer?",
        en="Who asks about this, and when?",
    ),
    why=Words(
        nl="Wie er niet bij was, heeft nog niets toegezegd.",
        en="Who was not there has not promised anything yet.",
    ),
    helps=Words(
        nl=(
            "Schrijf op hoe de ander ja zei ('per mail, 8 januari'). Of maak er een "
            "verwachting van en spreek af wie het vraagt."
        ),
        en=(
            "Write down how the other said yes ('by mail, 8 January'). Or make it an "
            "expectation and agree who asks."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als een collega van dezelfde organisatie aan tafel zat, "
            "als er een bevestiging is, of als iemand het gaat navragen."
        ),
        en=(
            "We ask nothing when a colleague of the same organisation was at the "
            "table, when there is a confirmation, or when someone is going to ask."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    silences=(
        "EX207",
        "EX115",
    ),
    kinds=frozenset({"agreement", "expectation"}),
    look=look,
    flags=(
        Item(
            "agreement",
            {"deed": "vervangt het slot", "owner": CARETAKER},
            Context(MEETING, present=PRESENT),
        ),
        Item(
            "agreement",
            {"deed": "past het rooster aan", "owner": Party("", "mentor", "school")},
            Context(MEETING, present=PRESENT),
        ),
        Item(
            "expectation",
            {"about": "schrijft een brief", "to": Party("", "huisarts")},
            Context(MEETING, present=PRESENT),
        ),
    ),
    passes=(
        Item(
            "agreement",
            {"owner": CARETAKER, "confirmed": "per mail, 8 januari"},
            Context(MEETING, present=PRESENT),
        ),
        Item(
            "agreement",
            {"owner": Party("Ravi", "jongerenwerker", "wijkteam")},
            Context(MEETING, present=PRESENT),
        ),
        Item(
            "expectation",
            {"to": Party("", "huisarts"), "asked_by": DIRECTOR},
            Context(MEETING, present=PRESENT),
        ),
        Item("agreement", {"owner": COACH}, Context(MEETING, present=PRESENT)),
        Item("agreement", {"owner": CARETAKER}),
    ),
)
