"""EX302 · The same matter gets a new day again and again.

An agreement, or an expectation, of which the day was moved as often as the house thinks
is enough.

Why we ask: a day that moves again often hides something: no time, no mandate, no wish.

What helps: do it, make another agreement, or say that it is stuck.

Known traps: new words with the same day; a day that was moved once.
"""

from itertools import pairwise

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    if matter.of("done", "answered"):
        return ()
    given = [each for each in matter.days if each.what in ("due", "answer_by")]
    moves = sum(one.day != other.day for one, other in pairwise(given))
    return tuple(sorted(set(given))) if moves >= term else ()


RULE = CourseRule(
    code="EX302",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(nl="Steeds een nieuwe dag", en="A new day time and again"),
    question=Words(
        nl="Wat houdt dit tegen, en wie kan dat oplossen?",
        en="What is in the way, and who can solve it?",
    ),
    why=Words(
        nl=(
            "Een dag die steeds verschuift, verbergt vaak iets: geen tijd, geen "
            "mandaat of geen zin."
        ),
        en=(
            "A day that keeps moving often hides something: no time, no mandate or no"
            " wish."
        ),
    ),
    helps=Words(
        nl="Doe het, maak een andere afspraak, of zeg dat jullie vastzitten.",
        en="Do it, make another agreement, or say that you are stuck.",
    ),
    silent=Words(
        nl=("We zwijgen als de dag gelijk bleef en als het gedaan of beantwoord is."),
        en=(
            "We are silent when the day stayed the same, and when it was done or "
            "answered."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"agreement", "expectation"}),
    term="signal-times",
    usual=2,
    look=look,
    flags=(
        course(
            "agreement",
            ("due", "2026-10-01"),
            ("due", "2026-11-15"),
            ("due", "2027-01-20"),
        ),
        course(
            "expectation",
            ("answer_by", "2026-10-01"),
            ("answer_by", "2026-11-01"),
            ("answer_by", "2026-12-01"),
        ),
        course(
            "agreement",
            ("due", "2026-06-01"),
            ("due", "2026-08-01"),
            ("due", "2026-10-01"),
            ("due", "2027-02-01"),
        ),
    ),
    passes=(
        course("agreement", ("due", "2026-10-01"), ("due", "2026-11-15")),
        course(
            "agreement",
            ("due", "2026-10-01"),
            ("due", "2026-10-01"),
            ("due", "2027-01-20"),
        ),
        course(
            "agreement",
            ("due", "2026-10-01"),
            ("due", "2026-11-15"),
            ("due", "2026-12-20"),
            ("done", "2026-12-18"),
        ),
    ),
)
