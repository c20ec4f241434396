"""EX204 · Several owners, nobody pulls.

More than one owner, and none of them marked as the one who pulls.

Why we ask: with several owners each can wait for the other; the owner is one of
Purver's four parts, in the singular.

What helps: mark one as the puller.

Known traps: helpers beside one owner; the same party filled in twice. A truly joint
visit still needs one who reports.
"""

from collections.abc import Iterator

from ..item import Item
from ..record import is_filled, parties
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import COACH, NURSE, OFFICER, PROSECUTOR, TEACHER


def look(item: Item) -> Iterator[Gap]:
    if len(set(parties(item, "owner"))) > 1 and not is_filled(item, "puller"):
        yield Gap("puller")


RULE = RecordRule(
    code="EX204",
    phenomenon="actor_group",
    severity=Severity.WARNING,
    name=Words(
        nl="Meer eigenaars, geen trekker",
        en="Several owners, nobody pulls",
    ),
    question=Words(
        nl="Wie van hen trekt dit?",
        en="Which of them pulls this?",
    ),
    why=Words(
        nl="Met twee eigenaars wacht de één soms op de ander.",
        en="With two owners, one sometimes waits for the other.",
    ),
    helps=Words(
        nl="Kies één trekker. Die meldt straks ook hoe het ging; de anderen helpen.",
        en="Choose one puller, who also reports how it went; the others help.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als er een trekker is, of als de anderen als helper zijn "
            "ingevuld."
        ),
        en=(
            "We ask nothing when there is a puller, or when the others are filled in "
            "as helpers."
        ),
    ),
    source="Purver e.a.: vier onderdelen van een actiepunt",
    silences=("EX102",),
    kinds=frozenset({"agreement", "intervention"}),
    look=look,
    flags=(
        Item("agreement", {"deed": "bezoekt het adres", "owner": (OFFICER, TEACHER)}),
        Item("intervention", {"deed": "dagritme", "owner": [NURSE, COACH, TEACHER]}),
        Item("agreement", {"owner": (PROSECUTOR, NURSE), "puller": "?"}),
    ),
    passes=(
        Item("agreement", {"owner": (OFFICER, TEACHER), "puller": OFFICER}),
        Item("agreement", {"owner": COACH, "helpers": (NURSE, TEACHER)}),
        Item("intervention", {"owner": (COACH, COACH)}),
    ),
)
