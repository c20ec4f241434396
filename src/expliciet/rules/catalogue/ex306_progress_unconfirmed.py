"""EX306 · Progress that nobody else confirmed.

For longer than the house allows it is assumed, or said by the doer, how an intervention
goes; nobody of another organisation confirmed it.

Why we ask: what everybody assumes is soon taken for what is known.

What helps: ask somebody of another organisation to look, and to say what they see.

Known traps: an intervention that has a result; one confirmed before, until the term
went by again.
"""

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    confirmed = matter.last("confirmed")
    said = [
        each
        for each in matter.of("assumed", "claimed")
        if confirmed is None or each.day > confirmed.day
    ]
    if not said or (matter.today - said[0].day).days <= term:
        return ()
    return tuple(said) if len(said) == 1 else (said[0], said[-1])


RULE = CourseRule(
    code="EX306",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(nl="Voortgang niet bevestigd", en="Progress not confirmed"),
    question=Words(
        nl="Wie van een andere organisatie kan zien hoe het gaat?",
        en="Who of another organisation can see how it goes?",
    ),
    why=Words(
        nl="Wat iedereen aanneemt, geldt al snel als wat iedereen weet.",
        en="What everybody assumes is soon taken for what everybody knows.",
    ),
    helps=Words(
        nl=(
            "Vraag iemand van een andere organisatie om te kijken en vast te leggen "
            "wat die ziet."
        ),
        en=(
            "Ask somebody of another organisation to look, and to record what they see."
        ),
    ),
    silent=Words(
        nl=(
            "We zwijgen als een ander het onlangs bevestigde, of als er een resultaat"
            " is."
        ),
        en=(
            "We are silent when another confirmed it lately, or when there is a result."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"progress"}),
    term="signal-progress-days",
    usual=42,
    look=look,
    flags=(
        course("progress", ("assumed", "2026-11-01")),
        course("progress", ("assumed", "2026-10-01"), ("claimed", "2027-01-05")),
        course(
            "progress",
            ("assumed", "2026-09-01"),
            ("confirmed", "2026-10-01"),
            ("claimed", "2026-11-10"),
        ),
    ),
    passes=(
        course("progress", ("assumed", "2026-12-20")),
        course("progress", ("assumed", "2026-10-01"), ("confirmed", "2026-11-01")),
        course("progress", ("confirmed", "2026-06-01")),
    ),
)
