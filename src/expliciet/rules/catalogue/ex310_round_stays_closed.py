"""EX310 · A round of readings that does not open.

The readings were asked by a day that passed, and nobody revealed the round.

Why we ask: whoever wrote a reading waits, and what they saw grows old unread.

What helps: reveal the round with what is in, or withdraw it and say why.

Known traps: a round that was withdrawn.
"""

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    if matter.waits("read_by", term, until=("revealed",)):
        return matter.of("opened", "read_by")
    return ()


RULE = CourseRule(
    code="EX310",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(
        nl="Duidingsronde blijft dicht", en="An interpretation round stays closed"
    ),
    question=Words(
        nl="Wachten jullie nog op iemand, of kan de ronde open?",
        en="Do you still wait for somebody, or can the round open?",
    ),
    why=Words(
        nl="Wie een duiding schreef, wacht. Wat die zag, wordt ongelezen oud.",
        en="Whoever wrote a reading waits. What they saw grows old unread.",
    ),
    helps=Words(
        nl="Onthul de ronde met wat er is, of trek haar in en zeg waarom.",
        en="Reveal the round with what is in, or withdraw it and say why.",
    ),
    silent=Words(
        nl=(
            "We zwijgen als de ronde is onthuld of ingetrokken, en zolang de termijn "
            "loopt."
        ),
        en=(
            "We are silent when the round was revealed or withdrawn, and while the "
            "term runs."
        ),
    ),
    source="Evaluatie ICO: van impliciet naar expliciet",
    kinds=frozenset({"round"}),
    term="signal-round-days",
    usual=14,
    look=look,
    flags=(
        course("round", ("opened", "2026-11-01"), ("read_by", "2026-11-15")),
        course("round", ("read_by", "2026-12-28")),
        course("round", ("opened", "2026-05-01"), ("read_by", "2026-05-15")),
    ),
    passes=(
        course("round", ("opened", "2026-12-01"), ("read_by", "2026-12-29")),
        course(
            "round",
            ("opened", "2026-11-01"),
            ("read_by", "2026-11-15"),
            ("revealed", "2026-12-20"),
        ),
        course("round", ("opened", "2027-01-05"), ("read_by", "2027-01-20")),
    ),
)
