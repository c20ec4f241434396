"""EX308 · An advice to which the other body gave no answer.

The table advised another body, such as the authority triangle, and no answer was
recorded for longer than the house allows.

Why we ask: until there is an answer nothing was decided, while the table may act as if.

What helps: ask for the answer, and record it.

Known traps: an answer that did not follow the advice, which is an answer.
"""

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    if matter.waits("decided", term, until=("answered",)):
        return matter.of("decided")
    return ()


RULE = CourseRule(
    code="EX308",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(nl="Advies wacht op antwoord", en="An advice waits for an answer"),
    question=Words(
        nl="Wie vraagt het antwoord op dit advies na?",
        en="Who asks for the answer to this advice?",
    ),
    why=Words(
        nl="Zonder antwoord is er niets besloten, ook als de tafel al zo handelt.",
        en=(
            "Without an answer nothing was decided, even when the table already acts "
            "on it."
        ),
    ),
    helps=Words(
        nl="Vraag het antwoord na en leg het vast.",
        en="Ask for the answer, and record it.",
    ),
    silent=Words(
        nl="We zwijgen als er antwoord is, ook als het advies niet is gevolgd.",
        en=(
            "We are silent when there is an answer, also when the advice was not "
            "followed."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"advice"}),
    term="signal-advice-days",
    usual=42,
    look=look,
    flags=(
        course("advice", ("decided", "2026-11-01")),
        course("advice", ("decided", "2026-11-30")),
        course("advice", ("decided", "2026-02-01")),
    ),
    passes=(
        course("advice", ("decided", "2026-12-01")),
        course("advice", ("decided", "2026-11-01"), ("answered", "2026-12-05")),
        course("advice", ("decided", "2027-01-12")),
    ),
)
