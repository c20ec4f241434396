"""EX214 · An intervention without a goal or an end.

An intervention without a goal, a day to look again, or something that makes it stop.

Why we ask: proportionality: nobody can judge a measure of which the goal and the end
are not written down. It is a rule of our own.

What helps: goal, review and stop, one line each.

Known traps: an end that a court has set: refer to it; the goal is still asked.
"""

from collections.abc import Iterator
from datetime import date

from ..item import Item
from ..record import day, is_filled
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import COACH


def look(item: Item) -> Iterator[Gap]:
    if not is_filled(item, "goal"):
        yield Gap("goal")
    if item.fields.get("ordered_by_court"):
        return
    if day(item, "review_on") is None:
        yield Gap("review_on")
    if not is_filled(item, "stop"):
        yield Gap("stop")


RULE = RecordRule(
    code="EX214",
    phenomenon="end_missing",
    severity=Severity.ERROR,
    name=Words(
        nl="Interventie zonder doel of einde",
        en="An intervention without a goal or an end",
    ),
    question=Words(
        nl="Waarvoor is dit, wanneer kijken jullie, en wanneer stopt het?",
        en="What is this for, when do you look, and when does it stop?",
    ),
    why=Words(
        nl=(
            "Zonder doel en einde loopt hulp of dwang door, ook als die niet meer "
            "nodig is."
        ),
        en=(
            "Without a goal and an end, help or force goes on when it is no longer "
            "needed."
        ),
    ),
    helps=Words(
        nl="Schrijf het doel, de dag waarop jullie kijken, en waardoor het stopt.",
        en="Write the goal, the day on which you look, and what makes it stop.",
    ),
    silent=Words(
        nl="We vragen niet naar het einde als de rechter dat heeft bepaald.",
        en="We do not ask for the end when a court has set it.",
    ),
    source="Eigen regel van Expliciet",
    silences=("EX105",),
    kinds=frozenset({"intervention"}),
    look=look,
    flags=(
        Item(
            "intervention",
            {"deed": "mentor", "review_on": date(2027, 2, 24), "stop": "na 12 weken"},
        ),
        Item("intervention", {"deed": "meldplicht", "goal": "contact houden"}),
        Item("intervention", {"goal": "werk", "review_on": date(2027, 2, 24)}),
        Item("intervention", {"deed": "reclassering", "ordered_by_court": True}),
    ),
    passes=(
        Item(
            "intervention",
            {
                "deed": "hulp bij solliciteren",
                "owner": COACH,
                "goal": "24 uur werk per week",
                "review_on": date(2027, 2, 24),
                "stop": "na twaalf gesprekken of op verzoek",
            },
        ),
        Item("intervention", {"goal": "geen contact", "ordered_by_court": True}),
        Item(
            "intervention",
            {"goal": "dagritme", "review_on": date(2027, 3, 2), "stop": "diploma"},
        ),
    ),
)
