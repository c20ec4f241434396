"""EX312 · An impasse past the day by which somebody would decide.

The table said that it is stuck and by when that would be broken; the day has passed.

Why we ask: an impasse without an end becomes the way things are.

What helps: resolve it, or take it a stage further with a new day.

Known traps: an impasse that was taken further: its new day counts.
"""

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    if matter.waits("decide_by", term, until=("resolved",)):
        return matter.of("since", "decide_by")
    return ()


RULE = CourseRule(
    code="EX312",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(
        nl="Besluit over een impasse blijft uit",
        en="A decision on an impasse stays away",
    ),
    question=Words(
        nl="Wie neemt de impasse mee naar de volgende stap?",
        en="Who takes the impasse to the next stage?",
    ),
    why=Words(
        nl="Een impasse zonder einde wordt gewoon hoe het is.",
        en="An impasse without an end becomes the way things are.",
    ),
    helps=Words(
        nl="Los haar op, of breng haar een stap verder met een nieuwe dag.",
        en="Resolve it, or take it a stage further with a new day.",
    ),
    silent=Words(
        nl=(
            "We zwijgen als de impasse is opgelost, en tot en met de laatste dag die "
            "is afgesproken."
        ),
        en=(
            "We are silent when the impasse was resolved, and up to and on the last "
            "day agreed."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"impasse"}),
    term="signal-impasse-days",
    usual=0,
    look=look,
    flags=(
        course("impasse", ("since", "2026-11-01"), ("decide_by", "2026-12-15")),
        course("impasse", ("since", "2026-12-01"), ("decide_by", "2027-01-11")),
        course(
            "impasse",
            ("since", "2026-09-01"),
            ("decide_by", "2026-11-01"),
            ("decide_by", "2026-12-15"),
        ),
    ),
    passes=(
        course("impasse", ("since", "2026-12-01"), ("decide_by", "2027-01-12")),
        course(
            "impasse",
            ("since", "2026-11-01"),
            ("decide_by", "2026-12-15"),
            ("resolved", "2026-12-20"),
        ),
        course(
            "impasse",
            ("since", "2026-09-01"),
            ("decide_by", "2026-11-01"),
            ("decide_by", "2027-02-01"),
        ),
    ),
)
