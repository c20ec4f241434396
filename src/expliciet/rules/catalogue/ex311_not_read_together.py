"""EX311 · Read apart, and never read together.

A round was revealed, and for longer than the house allows no shared interpretation
followed from it.

Why we ask: readings that differ and stay side by side let each partner go their own
way.

What helps: read together, and record where you still differ.

Known traps: a shared interpretation that says that the table does not agree.
"""

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    if matter.waits("revealed", term, until=("interpreted",)):
        return matter.of("revealed")
    return ()


RULE = CourseRule(
    code="EX311",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(nl="Wel apart geduid, niet samen", en="Read apart, and not together"),
    question=Words(
        nl="Wat is de duiding van jullie samen?",
        en="What is your shared interpretation?",
    ),
    why=Words(
        nl=(
            "Duidingen die naast elkaar blijven staan, laten ieder een eigen kant op "
            "gaan."
        ),
        en="Readings that stay side by side let each go their own way.",
    ),
    helps=Words(
        nl="Duid samen, en leg vast waar jullie nog verschillen.",
        en="Read together, and record where you still differ.",
    ),
    silent=Words(
        nl=(
            "We zwijgen na een gezamenlijke duiding bij deze ronde, ook als jullie "
            "het niet eens zijn."
        ),
        en=(
            "We are silent after a shared interpretation of this round, also when you"
            " do not agree."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"round"}),
    term="signal-together-days",
    usual=28,
    look=look,
    flags=(
        course("round", ("read_by", "2026-11-01"), ("revealed", "2026-11-05")),
        course("round", ("revealed", "2026-12-14")),
        course("round", ("revealed", "2026-02-01")),
    ),
    passes=(
        course("round", ("revealed", "2026-12-15")),
        course("round", ("revealed", "2026-11-05"), ("interpreted", "2026-11-05")),
        course("round", ("revealed", "2027-01-11")),
    ),
)
