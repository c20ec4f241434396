"""EX307 · A core partner whose chair is empty.

Nobody sits at this table for the municipality, the police or the prosecution service,
for longer than the house allows.

Why we ask: what the table decides without a core partner has to be decided again.

What helps: seat somebody for this partner, or a substitute.

Known traps: somebody who was replaced: the new one sits there.
"""

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    if matter.of("seated"):
        return ()
    if matter.waits("left", term):
        return (matter.of("left")[-1],)
    if not matter.of("left") and matter.waits("opened", term):
        return matter.of("opened")
    return ()


RULE = CourseRule(
    code="EX307",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(
        nl="Stoel van een kernpartij is leeg", en="The chair of a core partner is empty"
    ),
    question=Words(
        nl="Wie komt er aan tafel voor deze kernpartij?",
        en="Who comes to the table for this core partner?",
    ),
    why=Words(
        nl=(
            "Wat de tafel besluit zonder kernpartij, komt vaak later opnieuw op tafel."
        ),
        en="What the table decides without a core partner often comes back later.",
    ),
    helps=Words(
        nl=("Geef iemand van deze kernpartij een plaats aan tafel, of een vervanger."),
        en="Seat somebody of this core partner, or a substitute.",
    ),
    silent=Words(
        nl="We zwijgen als iemand namens deze kernpartij aan tafel zit.",
        en="We are silent when somebody sits at the table for this core partner.",
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"core_seat"}),
    term="signal-seat-days",
    usual=14,
    look=look,
    flags=(
        course("core_seat", ("opened", "2026-11-01")),
        course("core_seat", ("opened", "2026-06-01"), ("left", "2026-12-28")),
        course("core_seat", ("left", "2026-10-01"), ("left", "2026-12-01")),
    ),
    passes=(
        course("core_seat", ("opened", "2026-06-01"), ("left", "2027-01-05")),
        course("core_seat", ("opened", "2026-06-01"), ("seated", "2026-06-02")),
        course("core_seat", ("opened", "2027-01-04")),
    ),
)
