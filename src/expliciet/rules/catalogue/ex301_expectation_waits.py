"""EX301 · An expectation that stays without an answer.

The day on which an answer was asked has passed, and for longer than the house allows.

Why we ask: who waits for an answer waits in silence, and plans around it.

What helps: an answer: yes, no or otherwise.

Known traps: an expectation answered with no, which is an answer; one asked anew with a
new day.
"""

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    if matter.waits("answer_by", term, until=("answered",)):
        return matter.of("asked", "answer_by")[-2:]
    return ()


RULE = CourseRule(
    code="EX301",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(nl="Verwachting blijft liggen", en="An expectation stays unanswered"),
    question=Words(
        nl="Wie geeft antwoord, en op welke dag?", en="Who answers, and on which day?"
    ),
    why=Words(
        nl=(
            "Zolang er geen antwoord is, rekent de een op iets wat de ander misschien"
            " niet doet."
        ),
        en="Without an answer one counts on what the other may not do.",
    ),
    helps=Words(
        nl="Een antwoord: ja, nee of anders. Ook een nee is een antwoord.",
        en="An answer: yes, no or otherwise. A no is an answer too.",
    ),
    silent=Words(
        nl=(
            "We zwijgen als er antwoord is, ook bij een nee, en zolang de termijn "
            "loopt."
        ),
        en=(
            "We are silent when there is an answer, a no included, and while the term"
            " runs."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"expectation"}),
    term="signal-answer-days",
    usual=14,
    look=look,
    flags=(
        course("expectation", ("asked", "2026-11-02"), ("answer_by", "2026-11-16")),
        course("expectation", ("answer_by", "2026-12-28")),
        course("expectation", ("asked", "2026-06-01"), ("answer_by", "2026-06-08")),
    ),
    passes=(
        course("expectation", ("asked", "2026-12-01"), ("answer_by", "2026-12-29")),
        course(
            "expectation",
            ("asked", "2026-11-02"),
            ("answer_by", "2026-11-16"),
            ("answered", "2026-12-20"),
        ),
        course("expectation", ("asked", "2027-01-04"), ("answer_by", "2027-01-25")),
    ),
)
