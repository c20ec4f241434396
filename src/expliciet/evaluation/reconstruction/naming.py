"""What is counted: every measure by name, what it tells and what it does not."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...casework.models import Decision, Step, Theme
from .themes import OTHER, THEMES

Words = str | Promise


class Counted(NamedTuple):
    """One thing that is counted: its parts, and the other division of its rows."""

    name: str
    title: Words
    tells: Words
    """What it tells, and what it does not."""
    parts: dict[str, Words]
    by: Words | None = None
    """What the rows other than years and half-years are, if there are any."""
    others: tuple[str, ...] = ()
    """Those rows, whether or not there is anything in them; none of functions, which
    are those of the houses."""
    by_organisations: bool = False
    """Shown only where enough organisations spoke, too."""


class Timed(NamedTuple):
    """How long something took, of what a measure counts in these parts."""

    name: str
    title: Words
    tells: Words
    measure: str
    of: tuple[str, ...]


FUNCTION = _("function of the organisation")
THEME = _("theme")

MEASURES = (
    Counted(
        "reports",
        _("Reports, and whether they were weighed"),
        _(
            "Tells how many dossiers that began here with a report came to weighing; "
            "not whether the report was right."
        ),
        {"weighed": _("came to weighing"), "not_weighed": _("not weighed yet")},
    ),
    Counted(
        "weighings",
        _("Weighings, and whether something was done since"),
        _(
            "Tells after how many weighings a deed was recorded; what was done and "
            "never recorded is not in it."
        ),
        {"deed": _("something was done"), "no_deed": _("nothing recorded as done yet")},
    ),
    Counted(
        "decisions",
        _("Decisions, with and without dissent, and whether a deed followed"),
        _(
            "Tells whether anything was recorded as done after a decision on the case; "
            "not that the decision brought it about, nor that it was a good one."
        ),
        {
            "together_followed": _("without dissent, a deed followed"),
            "together_waiting": _("without dissent, no deed yet"),
            "dissent_followed": _("with dissent, a deed followed"),
            "dissent_waiting": _("with dissent, no deed yet"),
        },
        _("way of deciding"),
        tuple(map(str, Decision.Way.values)),
    ),
    Counted(
        "scalings",
        _("Changes of level, with and without all criteria met"),
        _(
            "Tells whether the criteria of the new level were all noted as met; not "
            "whether the step was wise."
        ),
        {
            "up_met": _("up, all criteria met"),
            "up_not_met": _("up, not all criteria met"),
            "down_met": _("down, all criteria met"),
            "down_not_met": _("down, not all criteria met"),
        },
    ),
    Counted(
        "expectations",
        _("Expectations, and what was answered"),
        _(
            "Tells which expectations got an answer, and how long others wait; an "
            "answer given by telephone and not recorded counts as none."
        ),
        {
            "yes": _("yes"),
            "no": _("no, because"),
            "otherwise": _("otherwise, namely"),
            "not_yet_due": _("no answer, its day is still to come"),
            "month": _("no answer, up to a month past its day"),
            "quarter": _("no answer, up to three months past its day"),
            "longer": _("no answer, longer past its day"),
        },
        FUNCTION,
    ),
    Counted(
        "agreements",
        _("Agreements, and how far they came"),
        _(
            "Tells what was said to be done by the first day promised, and whether "
            "another organisation confirmed it; not how much work it was."
        ),
        {
            "kept_confirmed": _("done in time, confirmed by another"),
            "kept_claimed": _("done in time, by its owner's word"),
            "late_confirmed": _("done late, confirmed by another"),
            "late_claimed": _("done late, by its owner's word"),
            "not_kept": _("its day passed, not said to be done"),
            "not_accepted": _("not accepted by its owner"),
            "open": _("open, its day is still to come"),
        },
        FUNCTION,
    ),
    Counted(
        "interventions",
        _("Interventions, and how the table knows how they go"),
        _(
            "Tells on what the last word about an intervention rests; not whether the "
            "intervention works."
        ),
        {
            "confirmed": _("confirmed by another"),
            "claimed": _("said by who does it"),
            "assumed": _("assumed"),
            "untold": _("nothing said yet"),
        },
        FUNCTION,
    ),
    Counted(
        "impasses",
        _("Impasses, and what ended them"),
        _(
            "Tells how impasses that were declared ended; where people got stuck and "
            "nobody said so, it is silent."
        ),
        {
            "agreed": _("agreed after all"),
            "decided": _("somebody decided who may"),
            "apart": _("each goes its own way"),
            "gone": _("the question is gone"),
            "open": _("not ended yet"),
        },
        _("furthest stage"),
        ("none", *map(str, Step.Stage.values)),
    ),
    Counted(
        "readings",
        _("Readings that differed when a round opened"),
        _(
            "Tells of the themes of a round whether partners said yes, no or cannot "
            "say alike; what they wrote is sealed and not in it."
        ),
        {
            "same": _("the same"),
            "differs": _("differs"),
            "open": _("nobody can say"),
            "one": _("read by one"),
        },
        THEME,
        tuple(map(str, Theme.values)),
    ),
    Counted(
        "explicitness",
        _("Explicitness: what was asked at recording, and answered in the text"),
        _(
            "Tells which share of the checker's questions the text answered when it "
            "was recorded; about texts, never about a person, and never a target."
        ),
        {"answered": _("answered in the text"), "stays": _("left as it was")},
        THEME,
        (*THEMES, OTHER),
        by_organisations=True,
    ),
)

BESIDE_EXPLICITNESS = ("agreements", "impasses")
"""What is always shown beside the explicitness measure: it means nothing without."""

DURATIONS = (
    Timed(
        "report_to_weighing",
        _("From report to weighing, in days"),
        _("Tells how long a report waited; not why."),
        "reports",
        ("weighed",),
    ),
    Timed(
        "weighing_to_deed",
        _("From weighing to the first deed, in days"),
        _("Tells when the first deed was recorded; not what it brought."),
        "weighings",
        ("deed",),
    ),
    Timed(
        "decision_to_deed",
        _("From decision to the first deed after it, in days"),
        _(
            "Tells the striking power: how soon words became deeds, where they did; a "
            "deed on the same day counts as no days."
        ),
        "decisions",
        ("together_followed", "dissent_followed"),
    ),
    Timed(
        "impasse_lasting",
        _("How long an impasse lasted, in days"),
        _("Tells of those that ended only; the longest may still go on."),
        "impasses",
        ("agreed", "decided", "apart", "gone"),
    ),
)


def counted(name: str) -> Counted:
    return next(each for each in MEASURES if each.name == name)
