"""EX201 · No owner.

An agreement or intervention of which the owner was left empty.

Why we ask: the owner is one of the four parts of an action item in Purver et al.;
the evaluation found what happens without.

What helps: choose one person or function.

Known traps: a puller was named, who then owns it; of a deed that concerns the person
discussed, the owner is who informs them.
"""

from collections.abc import Iterator

from ..item import Item
from ..record import is_filled
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import CARETAKER, COACH


def look(item: Item) -> Iterator[Gap]:
    if not is_filled(item, "owner") and not is_filled(item, "puller"):
        yield Gap("owner")


RULE = RecordRule(
    code="EX201",
    phenomenon="actor_missing",
    severity=Severity.ERROR,
    name=Words(
        nl="Geen eigenaar",
        en="No owner",
    ),
    question=Words(
        nl="Wie doet dit?",
        en="Who does this?",
    ),
    why=Words(
        nl="Zonder eigenaar voelt niemand zich aangesproken als het blijft liggen.",
        en="Without an owner nobody feels addressed when it is left lying.",
    ),
    helps=Words(
        nl=(
            "Kies één persoon of functie. Moet betrokkene zelf iets doen? Kies dan wie "
            "dat met hem bespreekt."
        ),
        en=(
            "Choose one person or function. Is it for the person concerned to do? Then "
            "choose who discusses it with them."
        ),
    ),
    silent=Words(
        nl="We vragen niets als er een trekker is ingevuld.",
        en="We ask nothing when a puller is filled in.",
    ),
    source=(
        "Purver e.a.: vier onderdelen van een actiepunt; Evaluatie ICO: van impliciet "
        "naar expliciet"
    ),
    silences=(
        "EX101",
        "EX102",
    ),
    kinds=frozenset({"agreement", "intervention"}),
    look=look,
    flags=(
        Item("agreement", {"deed": "belt de opvang over een kamer"}),
        Item("agreement", {"deed": "haalt de sleutel op", "owner": None}),
        Item("intervention", {"deed": "begeleiding op school", "owner": ()}),
        Item("agreement", {"deed": "stuurt het verslag op", "owner": "nnb"}),
    ),
    passes=(
        Item("agreement", {"deed": "haalt de sleutel op", "owner": CARETAKER}),
        Item("intervention", {"deed": "begeleiding thuis", "owner": (COACH,)}),
        Item("agreement", {"deed": "bezoekt het adres", "puller": COACH}),
    ),
)
