"""EX213 · A reading without a basis.

An interpretation without who reads it so, what it rests on, or how sure they are.
The question is about the empty field; it never repeats the words as true.

Why we ask: the inspectorate's report of 2024 asks to keep facts apart from how they
are read.

What helps: first the observation, then the reading.

Known traps: no instrument is asked for where none fits; two readings may stand side
by side; a table is nobody in particular, so it owns no reading.
"""

from collections.abc import Iterator

from ..actors import Party
from ..item import Item
from ..record import is_filled, is_group, parties
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import NURSE, OFFICER


def look(item: Item) -> Iterator[Gap]:
    owners = parties(item, "owner")
    if not owners or all(is_group(owner) for owner in owners):
        yield Gap("owner")
    for field in ("basis", "confidence"):
        if not is_filled(item, field):
            yield Gap(field)


RULE = RecordRule(
    code="EX213",
    phenomenon="interpretation_as_fact",
    severity=Severity.ERROR,
    name=Words(
        nl="Duiding zonder basis",
        en="A reading without a basis",
    ),
    question=Words(
        nl="Wie leest dit zo, waarop, en hoe zeker?",
        en="Who reads it so, on what, and how sure?",
    ),
    why=Words(
        nl=(
            "Een duiding zonder basis reist mee als feit. Later kan niemand haar nog "
            "toetsen."
        ),
        en=(
            "A reading without a basis travels along as a fact. Later nobody can test "
            "it."
        ),
    ),
    helps=Words(
        nl=(
            "Schrijf eerst wat er gezien is, met de dag. Daarna wie het zo leest en "
            "hoe zeker die is."
        ),
        en=(
            "First write what was seen, with the day. Then who reads it so and how "
            "sure they are."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niet om een instrument als dat er niet is, en twee duidingen "
            "mogen naast elkaar staan."
        ),
        en=(
            "We do not ask for an instrument where there is none, and two readings may "
            "stand side by side."
        ),
    ),
    source="Inspectie JenV 2024",
    silences=(
        "EX108",
        "EX110",
    ),
    kinds=frozenset({"interpretation"}),
    look=look,
    flags=(
        Item("interpretation", {"text": "de kans op herhaling is klein"}),
        Item(
            "interpretation",
            {"text": "de rust thuis is terug", "owner": OFFICER, "confidence": "matig"},
        ),
        Item(
            "interpretation",
            {
                "text": "hij laat zich meenemen door vrienden",
                "owner": Party(name="de tafel"),
                "basis": ["gesprek van 5 januari"],
                "confidence": "matig",
            },
        ),
    ),
    passes=(
        Item(
            "interpretation",
            {
                "text": "de kans op herhaling is klein",
                "owner": NURSE,
                "basis": ["onderzoek van 6 januari"],
                "confidence": "redelijk zeker",
            },
        ),
        Item(
            "interpretation",
            {
                "owner": OFFICER,
                "basis": ("drie gesprekken in december",),
                "confidence": "matig zeker",
            },
        ),
        Item(
            "interpretation",
            {
                "owner": [OFFICER, NURSE],
                "basis": "huisbezoek 4/1",
                "confidence": "laag",
            },
        ),
    ),
)
