"""The house rules that exist: a catalogue with type, default and meaning.

A house rule is a parameter that a Safety House sets itself, with its source and the
day from which it holds. What the law decides has no default here: as long as the house
did not say what holds and where that stands, whatever needs it is refused.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .rhythm import Rhythm

Words = str | Promise


def whole(least: int, most: int) -> Callable[[Any], int]:
    """A whole number within bounds."""

    def look(value: Any) -> int:
        try:
            number = int(str(value).strip())
        except ValueError:
            raise ValidationError(_("Give a whole number."), code="number") from None
        if not least <= number <= most:
            raise ValidationError(
                _("Give a number from %(least)d up to %(most)d."),
                code="bounds",
                params={"least": least, "most": most},
            )
        return number

    return look


def lines(value: Any) -> list[str]:
    """A list: one thing a line, each once, none empty."""
    said = value.splitlines() if isinstance(value, str) else list(value)
    found = list(dict.fromkeys(" ".join(str(line).split()) for line in said))
    found = [line for line in found if line]
    if not found:
        raise ValidationError(_("Give at least one line."), code="empty")
    if any(len(line) > 80 for line in found):
        raise ValidationError(_("Keep each line under 80 characters."), code="long")
    return found


def functions(value: Any) -> list[str]:
    """Functions that organisations have, by the words that tell them apart."""
    return lines(value)


def rhythm(value: Any) -> str:
    """How often people are written to, in either language."""
    said = str(value).strip().lower()
    found = {"meteen": "at_once", "dagelijks": "daily", "wekelijks": "weekly"}.get(said)
    found = found or {"nooit": "never", "at once": "at_once"}.get(said, said)
    if found not in Rhythm.values:
        raise ValidationError(
            _("Choose at once, daily, weekly or never."), code="rhythm"
        )
    return found


def yes_or_no(value: Any) -> str:
    """Yes or no, in either language."""
    said = str(value).strip().lower()
    if said in ("yes", "ja"):
        return "yes"
    if said in ("no", "nee"):
        return "no"
    raise ValidationError(_("Answer yes or no."), code="yes_or_no")


class Known(NamedTuple):
    """One house rule that exists."""

    name: str
    label: Words
    meaning: Words
    unit: Words
    look: Callable[[Any], Any]
    """Makes a value of what was typed, or says what is wrong with it."""
    default: Any
    """What holds until the house says otherwise; None where only the house may say."""

    @property
    def is_legal(self) -> bool:
        """A term that rests on law or covenant: no default, no guess."""
        return self.default is None


MONTHS = _("months")
DAYS = _("days")
MINUTES = _("minutes")
A_LINE = _("one a line")
STAGE = _("Give 0 where this house does not go this way: it is then not offered.")

SIGNAL = _("After it a stall signal asks: about dates, never about a person.")


def signal(name: str, label: Words, usual: int) -> Known:
    """For how many days something may stand still before a signal speaks of it."""
    return Known(f"signal-{name}-days", label, SIGNAL, DAYS, whole(0, 365), usual)


_SIGNALS = (
    signal("answer", _("How long an expectation may wait after its day"), 14),
    Known(
        "signal-times",
        _("How often something may get another day"),
        _("Moved this often, an agreement or expectation is asked about."),
        _("times"),
        whole(1, 10),
        2,
    ),
    signal(
        "dissent", _("How long it may be open how the table deals with a dissent"), 42
    ),
    signal("clash", _("How long two interventions may clash"), 14),
    signal("review", _("How long a necessity review may be late"), 14),
    signal("progress", _("How long nobody else confirms how an intervention goes"), 42),
    signal("seat", _("How long the chair of a core partner may be empty"), 14),
    signal("advice", _("How long an advice may wait for an answer"), 42),
    signal("level", _("How long a decision on the level may be late"), 14),
    signal("round", _("How long a round may stay closed after its day"), 14),
    signal("together", _("How long after a reveal the table reads together"), 28),
    signal("impasse", _("How long an impasse may go on after its day"), 0),
    signal("quiet", _("How long nothing may be recorded in a dossier"), 56),
    Known(
        "signal-left-days",
        _("How long a stall signal may be left as it is"),
        _("Whoever leaves it so chooses a day; no later than this."),
        DAYS,
        whole(1, 365),
        60,
    ),
)

_RULES = (
    Known(
        "dossier-months",
        _("How long a dossier is kept"),
        _("Counted from the day it is opened. After it nobody can read the dossier."),
        MONTHS,
        whole(1, 240),
        None,
    ),
    Known(
        "trail-months",
        _("How long lines of the trail are kept"),
        _("Counted from the day a line is written."),
        MONTHS,
        whole(6, 240),
        None,
    ),
    Known(
        "account-months",
        _("How long somebody's details are kept after their last appointment"),
        _("Lines of the trail keep an identifier; the name behind it goes."),
        MONTHS,
        whole(1, 240),
        None,
    ),
    Known(
        "purposes",
        _("Purposes for which a dossier may be opened"),
        _("The closed list from the register of processing activities."),
        A_LINE,
        lines,
        None,
    ),
    Known(
        "functions",
        _("Functions that organisations may have"),
        _("Besides municipality, police and public prosecution service."),
        A_LINE,
        lines,
        [
            "GGZ",
            "reclassering",
            "jeugdbescherming",
            "Raad voor de Kinderbescherming",
            "onderwijs",
            "jeugdwerk",
            "woningcorporatie",
            "wijkteam",
        ],
    ),
    Known(
        "quorum",
        _("Who decides along before a decision is no longer provisional"),
        _("Functions; a decision without one of them waits for it."),
        A_LINE,
        functions,
        ["municipality", "police", "prosecution"],
    ),
    Known(
        "approval-of-intrusive",
        _("Whether an intrusive measure waits for the approval of a second person"),
        _("Of another organisation than the one that carries it out."),
        _("yes or no"),
        yes_or_no,
        "yes",
    ),
    Known(
        "act-reasons-days",
        _("Within how long reasons follow for what was already done"),
        _("An organisation that acts on its own power may give its reasons later."),
        DAYS,
        whole(1, 60),
        14,
    ),
    Known(
        "impasse-talk-days",
        _("Within how long those who are stuck talk it over"),
        _("Proposed when somebody declares an impasse; another day may be chosen."),
        DAYS,
        whole(1, 90),
        14,
    ),
    Known(
        "impasse-third-eye-days",
        _("Within how long a third eye looks along in an impasse"),
        STAGE,
        DAYS,
        whole(0, 90),
        14,
    ),
    Known(
        "impasse-mediation-days",
        _("Within how long mediation in an impasse is done"),
        STAGE,
        DAYS,
        whole(0, 90),
        30,
    ),
    Known(
        "impasse-managers-days",
        _("Within how long the managers of the organisations decide in an impasse"),
        STAGE,
        DAYS,
        whole(0, 90),
        14,
    ),
    Known(
        "impasse-triangle-days",
        _("Within how long the authority triangle decides in an impasse"),
        STAGE,
        DAYS,
        whole(0, 90),
        14,
    ),
    Known(
        "hold-months",
        _("How long a hold may last at most before it is looked at again"),
        _("A hold stops destruction; it never gives anybody more to read."),
        MONTHS,
        whole(1, 6),
        6,
    ),
    Known(
        "draft-days",
        _("How long a draft is kept"),
        _("Counted from the last time somebody typed in it."),
        DAYS,
        whole(1, 90),
        30,
    ),
    Known(
        "idle-minutes",
        _("After how long without a sign of life a session ends"),
        _("Somebody who walks away leaves nothing open."),
        MINUTES,
        whole(5, 60),
        15,
    ),
    Known(
        "meeting-minutes",
        _("After how long without a sign of life a session ends in meeting mode"),
        _("While a meeting goes on the screen may lie still for longer."),
        MINUTES,
        whole(15, 120),
        60,
    ),
    Known(
        "session-hours",
        _("After how long a session ends in any case"),
        _("Whoever goes on after that signs in anew."),
        _("hours"),
        whole(1, 12),
        8,
    ),
    Known(
        "sessions-at-once",
        _("How many sessions somebody may have at once"),
        _("A third one ends the oldest."),
        _("sessions"),
        whole(1, 5),
        2,
    ),
    Known(
        "mail-rhythm",
        _("How often people are written to, unless they choose otherwise"),
        _("A mail says that there is something, and never what."),
        _("at_once, daily, weekly or never"),
        rhythm,
        "at_once",
    ),
    Known(
        "working-agreement-months",
        _("After how long a working agreement is looked at again"),
        _("Proposed when an agreement is made; another day may be chosen."),
        MONTHS,
        whole(1, 36),
        12,
    ),
    Known(
        "meetings-months",
        _("How long the times and places of meetings are kept"),
        _("What was said belongs to the dossier, and ends with it."),
        MONTHS,
        whole(1, 60),
        12,
    ),
    Known(
        "minutes-days",
        _("Within how long whoever was absent answers the minutes"),
        _("After it whoever chairs may establish them; silence shows as silence."),
        DAYS,
        whole(1, 60),
        7,
    ),
    Known(
        "smallest-group",
        _("How small a group of dossiers may be to show a figure of it"),
        _("Smaller groups are left out, so that no figure is about one person."),
        _("dossiers"),
        whole(3, 50),
        5,
    ),
    Known(
        "study-months",
        _("How long researchers may read in an evaluation study at most"),
        _("After it nobody reads its masked dossiers any more."),
        MONTHS,
        whole(1, 60),
        18,
    ),
    Known(
        "recommendation-days",
        _("Within how long whoever a recommendation is said to answers it"),
        _("Counted from the day it is offered. After it, it shows as taking long."),
        DAYS,
        whole(1, 180),
        30,
    ),
    Known(
        "meaning-months",
        _("After how long the meaning of a loaded word is looked at again"),
        _("Proposed when somebody says what they mean; another day may be chosen."),
        MONTHS,
        whole(1, 36),
        12,
    ),
    Known(
        "guest-link-days",
        _("How long a guest may answer through a link"),
        _("After it the link opens nothing any more; a new one can be made."),
        DAYS,
        whole(1, 30),
        7,
    ),
)

KNOWN: Mapping[str, Known] = {rule.name: rule for rule in (*_RULES, *_SIGNALS)}


class RuleLacking(ValidationError):
    """A rule that only the house may set has not been set, or not yet begun."""

    def __init__(self, known: Known) -> None:
        super().__init__(
            _(
                "The house rule ‘%(label)s’ has no value with a source and a date yet. "
                "Nothing was recorded, and what you typed still stands here. Ask the "
                "process director to set it under Beheer."
            ),
            code="rule_lacking",
            params={"label": known.label},
        )
