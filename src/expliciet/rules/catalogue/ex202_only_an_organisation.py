"""EX202 · The owner is only an organisation.

An owner without a name or a function, or a group such as 'de tafel'.

Why we ask: organisations do not pick up phones. The owner is one of Purver's four
parts, and the evaluation asks for someone who can be addressed.

What helps: add the function, or the name.

Known traps: one single delegate of that organisation at the table, who then is
meant; a puller with a name or function.
"""

from collections.abc import Iterator

from ..actors import Party
from ..item import Context, Item
from ..record import is_blank, is_group, parties, plain
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import COACH, MEETING, OFFICER, PRESENT


def look(item: Item) -> Iterator[Gap]:
    if any(can_be_asked(party, item) for party in parties(item, "puller")):
        return
    if any(not can_be_asked(party, item) for party in parties(item, "owner")):
        yield Gap("owner")


def can_be_asked(party: Party, item: Item) -> bool:
    """Whether it is clear which person to ask how far it is."""
    if is_group(party):
        return False
    if not is_blank(party.name) or not is_blank(party.function):
        return True
    house = plain(party.organisation)
    delegates = [p for p in item.context.present if plain(p.organisation) == house]
    return len(delegates) == 1


RULE = RecordRule(
    code="EX202",
    phenomenon="actor_group",
    severity=Severity.WARNING,
    name=Words(
        nl="Eigenaar is alleen een organisatie",
        en="The owner is only an organisation",
    ),
    question=Words(
        nl="Wie bij deze organisatie doet dit?",
        en="Who in this organisation does this?",
    ),
    why=Words(
        nl="Een organisatie neemt de telefoon niet op. Een mens wel.",
        en="An organisation does not pick up the phone. A person does.",
    ),
    helps=Words(
        nl="Zet de functie of de naam erbij.",
        en="Add the function or the name.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als van deze organisatie maar één persoon aan tafel zit: "
            "dan is duidelijk wie het is."
        ),
        en=(
            "We ask nothing when only one person of this organisation is at the table: "
            "then it is clear who it is."
        ),
    ),
    source=(
        "Purver e.a.: vier onderdelen van een actiepunt; Evaluatie ICO: van impliciet "
        "naar expliciet"
    ),
    kinds=frozenset({"agreement", "intervention"}),
    look=look,
    flags=(
        Item("agreement", {"owner": Party(organisation="gemeente")}),
        Item("agreement", {"owner": Party(organisation="woningcorporatie")}),
        Item("intervention", {"owner": Party(name="de tafel")}),
        Item(
            "agreement",
            {"owner": Party(organisation="politie")},
            Context(MEETING, present=(OFFICER, Party("Li", "recherche", "politie"))),
        ),
    ),
    passes=(
        Item("agreement", {"owner": COACH}),
        Item(
            "agreement", {"owner": Party(function="teamchef", organisation="politie")}
        ),
        Item("intervention", {"owner": Party(organisation="GGZ"), "puller": COACH}),
        Item(
            "agreement",
            {"owner": Party(organisation="GGZ")},
            Context(MEETING, present=PRESENT),
        ),
    ),
)
