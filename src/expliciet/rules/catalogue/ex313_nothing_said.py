"""EX313 · A dossier in which nothing was recorded for a long time.

The approach goes on, and the last thing that was recorded lies further back than the
house allows.

Why we ask: what is not written down stays in somebody's head, or does not happen.

What helps: record how it stands, or look whether it is still necessary.

Known traps: a dossier that was closed; one in which somebody recorded that nothing
changed.
"""

from ..course import Course, Day
from ..rule import CourseRule, Severity
from ..words import Words
from .table import course


def look(matter: Course, term: int) -> tuple[Day, ...]:
    if matter.waits("recorded", term):
        return (matter.of("recorded")[-1],)
    return ()


RULE = CourseRule(
    code="EX313",
    phenomenon="standing_still",
    severity=Severity.WARNING,
    name=Words(nl="Lang niets vastgelegd", en="Nothing recorded for long"),
    question=Words(
        nl="Hoe staat het ervoor, en is de aanpak nog nodig?",
        en="How does it stand, and is the approach still necessary?",
    ),
    why=Words(
        nl="Wat niet is vastgelegd, blijft in iemands hoofd of gebeurt niet.",
        en="What is not recorded stays in somebody's head, or does not happen.",
    ),
    helps=Words(
        nl=(
            "Leg vast hoe het ervoor staat, ook als er niets veranderde. Of doe de "
            "noodzaaktoets."
        ),
        en=(
            "Record how it stands, also when nothing changed. Or do the necessity "
            "review."
        ),
    ),
    silent=Words(
        nl=(
            "We zwijgen als er onlangs iets is vastgelegd, en na het einde van de "
            "aanpak."
        ),
        en=(
            "We are silent when something was recorded lately, and after the approach"
            " has ended."
        ),
    ),
    source="Eigen regel van Expliciet",
    kinds=frozenset({"dossier"}),
    term="signal-quiet-days",
    usual=56,
    look=look,
    flags=(
        course("dossier", ("recorded", "2026-11-01")),
        course("dossier", ("recorded", "2026-11-16")),
        course("dossier", ("recorded", "2026-03-01"), ("recorded", "2026-09-01")),
    ),
    passes=(
        course("dossier", ("recorded", "2026-11-17")),
        course("dossier", ("recorded", "2026-03-01"), ("recorded", "2027-01-05")),
        course("dossier", ("recorded", "2027-01-12")),
    ),
)
