"""EX205 · The date is missing or cannot be.

An agreement or intervention without a date, a trigger or a term; or with a date
before it was agreed, or after the day on which it is looked at again.

Why we ask: the time frame is one of the four parts of an action item in Purver et
al.

What helps: a date, or a trigger with a term.

Known traps: a trigger or term instead of a date; a date on the day itself; a weekend
or holiday; an old agreement, whose day of agreeing counts and not today.
"""

from collections.abc import Iterator
from datetime import date

from ..item import Context, Item
from ..record import day, day_agreed, is_filled
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import MEETING, OFFICER

SAYS_WHEN = ("due", "trigger", "term")
BEGINS = ("start", "review_on")


def look(item: Item) -> Iterator[Gap]:
    fields = SAYS_WHEN + (BEGINS if item.kind == "intervention" else ())
    if not any(is_filled(item, field) for field in fields):
        yield Gap("due")
        return
    due = day(item, "due")
    agreed, review = day_agreed(item), day(item, "review_on")
    too_early = due and item.kind == "agreement" and agreed and due < agreed
    too_late = due and review and due > review
    if too_early or too_late:
        yield Gap("due")


RULE = RecordRule(
    code="EX205",
    phenomenon="time_missing",
    severity=Severity.ERROR,
    name=Words(
        nl="Datum ontbreekt of kan niet",
        en="The date is missing or cannot be",
    ),
    question=Words(
        nl="Vóór welke dag is dit klaar?",
        en="By which day is this done?",
    ),
    why=Words(
        nl="Zonder datum die kan, weet niemand wanneer te vragen of het gelukt is.",
        en=(
            "Without a date that can be, nobody knows when they may ask whether it "
            "worked out."
        ),
    ),
    helps=Words(
        nl=(
            "Kies een dag na vandaag en vóór de evaluatie. Of noem een moment en een "
            "termijn: 'twee werkdagen na het vonnis'."
        ),
        en=(
            "Choose a day after today and before the review. Or name a moment and a "
            "term: 'two working days after the verdict'."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als er een moment of termijn staat in plaats van een "
            "datum, en ook niet over weekend en feestdagen."
        ),
        en=(
            "We ask nothing when a moment or term is given instead of a date, nor "
            "about weekends and holidays."
        ),
    ),
    source="Purver e.a.: vier onderdelen van een actiepunt",
    silences=(
        "EX103",
        "EX104",
    ),
    kinds=frozenset({"agreement", "intervention"}),
    look=look,
    flags=(
        Item("agreement", {"deed": "belt de werkgever", "owner": OFFICER}),
        Item("agreement", {"due": date(2027, 1, 3)}, Context(MEETING)),
        Item(
            "intervention",
            {
                "deed": "training",
                "due": date(2027, 5, 1),
                "review_on": date(2027, 4, 1),
            },
        ),
        Item("agreement", {"deed": "stuurt de brief", "due": "n.t.b."}),
    ),
    passes=(
        Item("agreement", {"due": date(2027, 1, 16)}, Context(MEETING)),
        Item("agreement", {"due": MEETING}, Context(MEETING)),
        Item("agreement", {"trigger": "het vonnis", "term": "twee werkdagen"}),
        Item(
            "agreement",
            {"made_on": date(2026, 12, 8), "due": date(2027, 1, 5), "status": "gedaan"},
            Context(MEETING),
        ),
        Item("intervention", {"start": date(2027, 1, 18)}),
    ),
)
