"""EX304 · Two interventions that clash, and nobody settled it.

A conflict was recorded, both interventions still run, and how it was settled is empty.

Why we ask: what one partner builds up the other may break down, week after week.

What helps: say how it was settled, or stop one of the two.

Known traps: one of the two came to a result, or was planned anew.
"""

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    if matter.waits("recorded", term, until=("settled",)):
        return matter.of("recorded")
    return ()


RULE = CourseRule(
    code="EX304",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(nl="Botsing niet opgelost", en="A clash not settled"),
    question=Words(
        nl="Wie lost deze botsing op, en wanneer?",
        en="Who settles this clash, and when?",
    ),
    why=Words(
        nl=(
            "Zolang twee interventies botsen, kan de een afbreken wat de ander opbouwt."
        ),
        en=(
            "As long as two interventions clash, one may break down what the other "
            "builds up."
        ),
    ),
    helps=Words(
        nl="Schrijf op hoe het is opgelost, of stop een van de twee.",
        en="Write down how it was settled, or stop one of the two.",
    ),
    silent=Words(
        nl=(
            "We zwijgen als er staat hoe het is opgelost, of als een van de twee "
            "klaar is."
        ),
        en=(
            "We are silent when it says how it was settled, or when one of the two is"
            " over."
        ),
    ),
    source="Eigen regel van Expliciet",
    kinds=frozenset({"conflict"}),
    term="signal-clash-days",
    usual=14,
    look=look,
    flags=(
        course("conflict", ("recorded", "2026-12-01")),
        course("conflict", ("recorded", "2026-12-28")),
        course("conflict", ("recorded", "2026-03-01")),
    ),
    passes=(
        course("conflict", ("recorded", "2026-12-29")),
        course("conflict", ("recorded", "2026-12-01"), ("settled", "2026-12-20")),
        course("conflict", ("recorded", "2027-01-11")),
    ),
)
