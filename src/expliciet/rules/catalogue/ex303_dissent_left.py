"""EX303 · Another view of which nobody said how the table deals with it.

A dissent stands beside a decision or an interpretation that still holds, and how the
table deals with it was left empty for longer than the house allows.

Why we ask: a difference that nobody takes up works on underneath what was agreed.

What helps: say how the table deals with it, or decide anew.

Known traps: a dissent beside something that holds no longer.
"""

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    if matter.waits("recorded", term, until=("handled",)):
        return matter.of("recorded")
    return ()


RULE = CourseRule(
    code="EX303",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(nl="Afwijkend standpunt blijft hangen", en="A dissent left hanging"),
    question=Words(
        nl="Hoe gaat de tafel om met dit andere standpunt?",
        en="How does the table deal with this other view?",
    ),
    why=Words(
        nl="Een verschil dat niemand oppakt, werkt onder de afspraken door.",
        en="A difference that nobody takes up works on underneath the agreements.",
    ),
    helps=Words(
        nl="Schrijf op hoe de tafel ermee omgaat, of besluit opnieuw.",
        en="Write down how the table deals with it, or decide anew.",
    ),
    silent=Words(
        nl=(
            "We zwijgen als er staat hoe de tafel ermee omgaat, of als het besluit of"
            " de duiding niet meer geldt."
        ),
        en=(
            "We are silent when it says how the table deals with it, or when the "
            "decision or interpretation holds no longer."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"dissent"}),
    term="signal-dissent-days",
    usual=42,
    look=look,
    flags=(
        course("dissent", ("recorded", "2026-11-01")),
        course("dissent", ("recorded", "2026-11-30")),
        course("dissent", ("recorded", "2025-11-30")),
    ),
    passes=(
        course("dissent", ("recorded", "2026-12-01")),
        course("dissent", ("recorded", "2026-11-01"), ("handled", "2026-11-20")),
        course("dissent", ("recorded", "2027-01-12")),
    ),
)
