"""EX211 · The round is not complete.

A core partner of whom no position was written down.

Why we ask: a claim of agreement needs a round; the evaluation asks for what each
party stands for.

What helps: go round, or agree who asks the one who is missing.

Known traps: an adviser without a vote; an absent party that somebody asks, noted as
how it is handled; procedural decisions; a house without core partners set.
"""

from collections.abc import Iterator

from ..item import Context, Item, Position
from ..record import is_blank, parties, plain, positions
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import CORE, MEETING, NURSE, OFFICER, PROSECUTOR, TEACHER


def look(item: Item) -> Iterator[Gap]:
    if not item.fields.get("procedural") and asked(item) - heard(item):
        yield Gap("positions")


def asked(item: Item) -> set[str]:
    """The organisations that this decision cannot do without."""
    round_of = [p.organisation or p.name for p in parties(item, "round_of")]
    return {plain(name) for name in round_of or item.context.core} - {""}


def heard(item: Item) -> set[str]:
    """Who took a position, or is still being asked for one."""
    return {
        plain(name)
        for position in positions(item)
        if not is_blank(position.stance) or not is_blank(position.handling)
        for name in (position.party.organisation, position.party.name)
    }


RULE = RecordRule(
    code="EX211",
    phenomenon="consensus_unverified",
    severity=Severity.WARNING,
    name=Words(
        nl="Ronde onvolledig",
        en="The round is not complete",
    ),
    question=Words(
        nl="Wat vindt de partij die hier nog ontbreekt?",
        en="What does the party say that is still missing here?",
    ),
    why=Words(
        nl="'Allen voor' klopt pas als ieder het zelf heeft gezegd.",
        en="'All in favour' is only true when each has said so.",
    ),
    helps=Words(
        nl=(
            "Vraag het rond. Is een partij er niet? Noteer wie het vraagt en vóór "
            "welke dag."
        ),
        en="Go round. Is a party absent? Note who asks and by which day.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als elke kernpartner een standpunt heeft, adviseert, of "
            "nog wordt gevraagd."
        ),
        en=(
            "We ask nothing when each core partner has a position, advises, or is "
            "being asked."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    silences=("EX111",),
    kinds=frozenset({"decision", "scaling"}),
    look=look,
    flags=(
        Item(
            "decision",
            {"positions": [Position(OFFICER, "for"), Position(TEACHER, "for")]},
            Context(MEETING, core=CORE),
        ),
        Item("scaling", {"to": "niveau 1"}, Context(MEETING, core=CORE)),
        Item(
            "decision",
            {"round_of": ("GGZ", "OM"), "positions": [Position(NURSE, "for")]},
        ),
        Item(
            "decision",
            {"round_of": ("OM",), "positions": [Position(PROSECUTOR, "")]},
        ),
    ),
    passes=(
        Item(
            "decision",
            {
                "positions": [
                    Position(OFFICER, "for"),
                    Position(TEACHER, "advises"),
                    Position(PROSECUTOR, "", handling="procesregisseur vraagt 14/1"),
                ]
            },
            Context(MEETING, core=CORE),
        ),
        Item("decision", {"procedural": True}, Context(MEETING, core=CORE)),
        Item("decision", {"positions": [Position(OFFICER, "for")]}),
        Item(
            "scaling",
            {"round_of": ("GGZ",), "positions": [Position(NURSE, "against")]},
        ),
    ),
)
