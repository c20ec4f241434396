"""EX207 · An expectation nobody answered.

An expectation of which the answer was left empty, or that is addressed to nobody in
particular.

Why we ask: acceptance is the one of Purver's four parts that minutes lose, and
expectations are half of what the evaluation is about.

What helps: ask the receiver before closing the item.

Known traps: a receiver who was absent and is being asked, with an asker and a day; a
refusal, which is an answer.
"""

from collections.abc import Iterator
from datetime import date

from ..actors import Party
from ..item import Item
from ..record import is_filled, is_group, parties
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import COACH, DIRECTOR, NURSE, TEACHER


def look(item: Item) -> Iterator[Gap]:
    if any(is_group(party) for party in parties(item, "to")):
        yield Gap("to")
    elif not is_filled(item, "answer") and not is_being_asked(item):
        yield Gap("answer")


def is_being_asked(item: Item) -> bool:
    return is_filled(item, "asked_by") and is_filled(item, "asked_on")


RULE = RecordRule(
    code="EX207",
    phenomenon="expectation_unaccepted",
    severity=Severity.ERROR,
    name=Words(
        nl="Verwachting zonder antwoord",
        en="An expectation nobody answered",
    ),
    question=Words(
        nl="Wat is het antwoord: ja, nee of ja als …?",
        en="What is the answer: yes, no or yes if …?",
    ),
    why=Words(
        nl=(
            "Een verwachting die niemand heeft aangenomen, leidt later tot "
            "teleurstelling."
        ),
        en="An expectation that nobody took on leads to disappointment later.",
    ),
    helps=Words(
        nl=(
            "Vraag het voordat jullie verdergaan. Is de ander er niet? Noteer wie het "
            "vraagt en op welke dag."
        ),
        en=(
            "Ask before you move on. Is the other not there? Note who asks, and on "
            "which day."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als er een antwoord is, ook een nee, of als vaststaat wie "
            "het wanneer navraagt."
        ),
        en=(
            "We ask nothing when there is an answer, a no included, or when it is "
            "settled who asks and when."
        ),
    ),
    source=(
        "Evaluatie ICO: van impliciet naar expliciet; Purver e.a.: vier onderdelen van "
        "een actiepunt"
    ),
    silences=("EX115",),
    kinds=frozenset({"expectation"}),
    look=look,
    flags=(
        Item("expectation", {"about": "deelt de diagnose", "to": NURSE}),
        Item(
            "expectation", {"about": "meldt verzuim", "to": TEACHER, "answer": "n.v.t."}
        ),
        Item(
            "expectation",
            {"about": "let op geld", "to": Party(name="allen"), "answer": "ja"},
        ),
        Item("expectation", {"about": "belt de huisarts", "asked_by": DIRECTOR}),
    ),
    passes=(
        Item("expectation", {"to": TEACHER, "answer": "aanvaard op 12 januari"}),
        Item("expectation", {"to": NURSE, "answer": "nee: geen mandaat"}),
        Item("expectation", {"to": COACH, "answer": "ja, als moeder tekent"}),
        Item(
            "expectation",
            {"to": NURSE, "asked_by": DIRECTOR, "asked_on": date(2027, 1, 13)},
        ),
    ),
)
