"""EX216 · An old agreement without a report.

An agreement or accepted expectation whose day has passed, and nobody reported back,
or only 'loopt'.

Why we ask: agreements evaporate when nobody comes back to them. It is a rule of our
own.

What helps: report each one that is due.

Known traps: a day that has not passed; one agreed today, whose impossible day EX205
asks about; a status that says what is done, or that it lapsed and why.
"""

import re
from collections.abc import Iterator
from datetime import date

from ..item import Context, Item
from ..record import day, day_agreed, texts
from ..rule import Gap, RecordRule, Severity
from ..words import Words
from .table import MEETING

TELLS_NOTHING = frozenset(
    {
        *("aan", "actie", "af", "behandeling", "bezig", "doorlopend", "een", "er"),
        *("gang", "gedaan", "gewerkt", "gezet", "in", "is", "klaar", "loopt"),
        *("lopend", "mee", "men", "nee", "niet", "nog", "onbekend", "onderhanden"),
        *("open", "staat", "steeds", "uit", "we", "wij", "wordt"),
    }
)
DONE = frozenset({"af", "gedaan", "klaar", "uit"})


def look(item: Item) -> Iterator[Gap]:
    today, due = item.context.today, day(item, "due")
    if today is None or due is None or due >= today:
        return
    agreed = day_agreed(item)
    if agreed is not None and agreed >= today:
        return
    if not tells_what_came_of_it(" ".join(texts(item, "status"))):
        yield Gap("status", 0, len(item.text("status")))


def tells_what_came_of_it(status: str) -> bool:
    """Done, or anything beyond 'it is still under way' and 'not yet'."""
    words = set(re.findall(r"\w+", status.casefold()))
    if words - TELLS_NOTHING:
        return True
    return bool(words & DONE) and not words & {"niet", "nog", "nee"}


RULE = RecordRule(
    code="EX216",
    phenomenon="status_vague",
    severity=Severity.WARNING,
    name=Words(
        nl="Oude afspraak zonder terugmelding",
        en="An old agreement without a report",
    ),
    question=Words(
        nl="Wat is hiervan gekomen?",
        en="What came of this?",
    ),
    why=Words(
        nl="Afspraken verdampen als niemand erop terugkomt.",
        en="Agreements evaporate when nobody comes back to them.",
    ),
    helps=Words(
        nl=(
            "Schrijf: gedaan en wanneer, niet gedaan met een nieuwe dag en de reden, "
            "of vervallen en waarom."
        ),
        en=(
            "Write: done and when, not done with a new day and the reason, or lapsed "
            "and why."
        ),
    ),
    silent=Words(
        nl="We vragen niets als de dag nog moet komen, of als er staat wat ervan kwam.",
        en=(
            "We ask nothing when the day is still to come, or when it says what came "
            "of it."
        ),
    ),
    source="Eigen regel van Expliciet",
    silences=("EX122",),
    kinds=frozenset({"agreement", "expectation"}),
    look=look,
    flags=(
        Item(
            "agreement",
            {"made_on": date(2026, 12, 8), "due": date(2027, 1, 5)},
            Context(MEETING),
        ),
        Item(
            "agreement",
            {"due": date(2027, 1, 5), "status": "loopt nog"},
            Context(MEETING),
        ),
        Item(
            "expectation",
            {
                "made_on": date(2026, 12, 8),
                "due": date(2027, 1, 4),
                "answer": "ja",
                "status": "nog niet gedaan",
            },
            Context(MEETING),
        ),
    ),
    passes=(
        Item(
            "agreement",
            {"made_on": date(2026, 12, 8), "due": date(2027, 1, 5), "status": "gedaan"},
            Context(MEETING),
        ),
        Item(
            "agreement",
            {
                "due": date(2027, 1, 5),
                "status": "niet gedaan: ziek, nu vóór 19 januari",
            },
            Context(MEETING),
        ),
        Item(
            "agreement",
            {"due": date(2027, 1, 5), "status": "vervallen, hij is verhuisd"},
            Context(MEETING),
        ),
        Item(
            "agreement",
            {"made_on": date(2026, 12, 8), "due": MEETING},
            Context(MEETING),
        ),
    ),
)
