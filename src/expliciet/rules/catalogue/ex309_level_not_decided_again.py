"""EX309 · A level of the approach that was never decided on again.

The day has passed on which the table would decide again whether the approach steps up,
steps down or stays.

Why we ask: an approach that nobody decides on stays as heavy as it once was.

What helps: step up, step down, or decide to stay, on the criteria of the level.

Known traps: a decision to stay, which is a decision.
"""

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    if matter.waits("review_by", term):
        return matter.of("decided", "review_by")
    return ()


RULE = CourseRule(
    code="EX309",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(
        nl="Over het niveau is niet opnieuw besloten",
        en="The level was not decided on again",
    ),
    question=Words(
        nl="Schalen we op, schalen we af of blijven we hier?",
        en="Do we step up, step down or stay?",
    ),
    why=Words(
        nl=(
            "Een aanpak waarover niemand opnieuw besluit, blijft zo zwaar als die "
            "ooit was."
        ),
        en=("An approach that nobody decides on again stays as heavy as it once was."),
    ),
    helps=Words(
        nl=(
            "Besluit opnieuw op de criteria van het niveau. Blijven is ook een besluit."
        ),
        en="Decide again on the criteria of the level. To stay is a decision too.",
    ),
    silent=Words(
        nl=(
            "We zwijgen zolang de termijn loopt, en na een nieuw besluit, ook om te "
            "blijven."
        ),
        en=(
            "We are silent while the term runs, and after a new decision, also to stay."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"scaling"}),
    term="signal-level-days",
    usual=14,
    look=look,
    flags=(
        course("scaling", ("decided", "2026-09-01"), ("review_by", "2026-12-01")),
        course("scaling", ("review_by", "2026-12-28")),
        course("scaling", ("decided", "2025-09-01"), ("review_by", "2026-03-01")),
    ),
    passes=(
        course("scaling", ("decided", "2026-11-01"), ("review_by", "2026-12-29")),
        course("scaling", ("decided", "2026-11-01"), ("review_by", "2027-02-01")),
        course("scaling", ("decided", "2027-01-12")),
    ),
)
