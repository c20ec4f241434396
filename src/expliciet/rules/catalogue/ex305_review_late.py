"""EX305 · The necessity review is late.

The day on which the table would look again has passed, and for longer than the house
allows.

Why we ask: discussing somebody together needs a reason, and needs it again.

What helps: look whether it is still necessary, or plan another day and say why.

Known traps: an approach that has ended; a review on its way within the term.
"""

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    if matter.waits("review_by", term):
        return matter.of("review_by")
    return ()


RULE = CourseRule(
    code="EX305",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(nl="Noodzaaktoets is over tijd", en="The necessity review is late"),
    question=Words(
        nl="Is het nog nodig om dit samen te bespreken?",
        en="Is it still necessary to discuss this together?",
    ),
    why=Words(
        nl=("Samen over iemand praten vraagt een reden, en vraagt die steeds opnieuw."),
        en="Discussing somebody together needs a reason, and needs it again.",
    ),
    helps=Words(
        nl="Doe de toets, of kies een andere dag en zeg waarom.",
        en="Do the review, or choose another day and say why.",
    ),
    silent=Words(
        nl="We zwijgen zolang de termijn loopt en na het einde van de aanpak.",
        en="We are silent while the term runs, and after the approach has ended.",
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"review"}),
    term="signal-review-days",
    usual=14,
    look=look,
    flags=(
        course("review", ("review_by", "2026-12-28")),
        course("review", ("review_by", "2026-12-01")),
        course("review", ("review_by", "2026-01-12")),
    ),
    passes=(
        course("review", ("review_by", "2026-12-29")),
        course("review", ("review_by", "2027-01-12")),
        course("review", ("review_by", "2027-06-01")),
    ),
)
