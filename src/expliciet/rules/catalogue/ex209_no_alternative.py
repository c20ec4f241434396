"""EX209 · No alternative.

A decision on an intervention, on sharing or on scaling, with no other option written
down.

Why we ask: proportionality and subsidiarity ask for a lighter way, and why it fell;
a table that sees one option sees a tunnel. It is a rule of our own.

What helps: name one lighter option and why it fell.

Known traps: acute danger, with the day and a review afterwards; procedural
decisions; decisions on other topics; a scaling that the law brings about.
"""

from collections.abc import Iterator
from datetime import date

from ..item import Item
from ..record import day, is_filled
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import MEETING

WEIGHS = frozenset({"intervention", "scaling", "sharing"})


def look(item: Item) -> Iterator[Gap]:
    if is_filled(item, "alternatives") or is_filled(item, "statutory_end"):
        return
    no_time = is_filled(item, "acute") and day(item, "review_on") is not None
    if weighs_on_somebody(item) and not no_time:
        yield Gap("alternatives")


def weighs_on_somebody(item: Item) -> bool:
    """A step that somebody feels, so that a lighter one must have been looked at."""
    if item.fields.get("procedural"):
        return False
    topics = (item.text("topic"), item.kind)
    return bool(item.fields.get("shares")) or any(topic in WEIGHS for topic in topics)


RULE = RecordRule(
    code="EX209",
    phenomenon="reason_missing",
    severity=Severity.WARNING,
    name=Words(
        nl="Geen alternatief",
        en="No alternative",
    ),
    question=Words(
        nl="Welke lichtere weg viel af, en waarom?",
        en="Which lighter way fell, and why?",
    ),
    why=Words(
        nl=(
            "Wie maar één weg opschrijft, kan later niet laten zien dat een lichtere "
            "weg is afgewogen."
        ),
        en=(
            "Who writes down one way only cannot show later that a lighter one was "
            "weighed."
        ),
    ),
    helps=Words(
        nl="Noem één lichtere mogelijkheid en waarom die niet genoeg was.",
        en="Name one lighter option and why it was not enough.",
    ),
    silent=Words(
        nl=(
            "We vragen niets bij acuut gevaar, als de dag en de nabespreking "
            "vaststaan, en bij besluiten over iets anders."
        ),
        en=(
            "We ask nothing in acute danger, when the day and the review are set, or "
            "for decisions on other matters."
        ),
    ),
    source="Eigen regel van Expliciet",
    kinds=frozenset({"decision", "scaling"}),
    look=look,
    flags=(
        Item("decision", {"decision": "een gebiedsverbod", "topic": "intervention"}),
        Item("decision", {"decision": "delen met de werkgever", "shares": True}),
        Item("scaling", {"from": "niveau 1", "to": "niveau 2", "alternatives": []}),
    ),
    passes=(
        Item(
            "decision",
            {
                "topic": "intervention",
                "alternatives": ["waarschuwing: afgevallen, die liep in december al"],
            },
        ),
        Item(
            "scaling",
            {"acute": MEETING, "review_on": date(2027, 1, 14)},
        ),
        Item("decision", {"decision": "het verslag in week 4 bespreken"}),
        Item("decision", {"topic": "sharing", "procedural": True}),
    ),
)
