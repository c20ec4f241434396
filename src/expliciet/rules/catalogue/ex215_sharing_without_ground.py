"""EX215 · Sharing without a ground.

Information is shared, and it does not say what, with whom, or on which ground.

Why we ask: sharing must be lawful; saying what and with whom also tells what is
expected of it. It is a rule of our own.

What helps: what, to whom, on which ground, until when.

Known traps: a decision not to share; urgent danger, where the ground may follow
within a day.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from ..item import Item
from ..record import day, is_filled
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import MEETING, PROSECUTOR, TEACHER


def look(item: Item) -> Iterator[Gap]:
    if not is_filled(item, "shares"):
        return
    for field in ("what", "recipient", "ground"):
        if not is_filled(item, field) and not (field == "ground" and may_follow(item)):
            yield Gap(field)


def may_follow(item: Item) -> bool:
    """In acute danger the ground is written down within a day."""
    acute, review = day(item, "acute"), day(item, "review_on")
    if acute is None or review is None:
        return False
    return timedelta(0) <= review - acute <= timedelta(days=1)


RULE = RecordRule(
    code="EX215",
    phenomenon="reason_missing",
    severity=Severity.ERROR,
    name=Words(
        nl="Delen zonder grondslag",
        en="Sharing without a ground",
    ),
    question=Words(
        nl="Wat delen jullie, met wie, en op welke grond?",
        en="What do you share, with whom, and on which ground?",
    ),
    why=Words(
        nl=(
            "Delen mag alleen als er een grond voor is. De ander moet ook weten wat "
            "hij krijgt en waarvoor."
        ),
        en=(
            "Sharing needs a ground. The other must also know what they get and what "
            "for."
        ),
    ),
    helps=Words(
        nl=(
            "Vul in wat jullie delen, met wie, en waarop dat rust: toestemming, "
            "convenant of wet."
        ),
        en=(
            "Fill in what you share, with whom, and what it rests on: consent, "
            "covenant or law."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als jullie niet delen. Bij acuut gevaar mag de grond een "
            "dag later volgen."
        ),
        en=(
            "We ask nothing when you do not share. In acute danger the ground may "
            "follow a day later."
        ),
    ),
    source="Eigen regel van Expliciet",
    kinds=frozenset({"agreement", "decision"}),
    look=look,
    flags=(
        Item("agreement", {"deed": "deelt informatie", "shares": True}),
        Item(
            "decision",
            {"shares": True, "what": "twee meldingen", "recipient": TEACHER},
        ),
        Item(
            "decision",
            {"shares": True, "recipient": PROSECUTOR, "ground": "convenant, artikel 4"},
        ),
    ),
    passes=(
        Item(
            "agreement",
            {
                "shares": True,
                "what": "twee meldingen van december",
                "recipient": TEACHER,
                "ground": "convenant, artikel 4",
            },
        ),
        Item(
            "decision",
            {
                "shares": True,
                "what": "of er behandeling is: ja of nee",
                "recipient": PROSECUTOR,
                "acute": MEETING,
                "review_on": date(2027, 1, 13),
            },
        ),
        Item("decision", {"decision": "niet delen met de werkgever", "shares": False}),
    ),
)
