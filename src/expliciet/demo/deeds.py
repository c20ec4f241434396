"""What can happen in a story: each deed is one action of the rooms below.

A story is a list of these, in the order in which they were done; `playing` does them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Self

from ..dossiers.models import Circle, Dossier, Link, Seat
from .partners import Colleague, Partner
from .weeks import SHORT

OWN, CORE, TABLE = Circle.Kind.OWN, Circle.Kind.CORE, Circle.Kind.TABLE
SPEAK, COMMIT, DECIDE = Seat.Mandate.SPEAK, Seat.Mandate.COMMIT, Seat.Mandate.DECIDE

Hears = Circle.Kind | tuple[Partner, ...]
"""A circle: own, core or table; or the partners with whom something is shared."""


class Guest(NamedTuple):
    """Somebody who sits at a table without an account."""

    name: str
    partner: Partner


@dataclass(frozen=True)
class Deed:
    """`when` is written as in `weeks`; `by` is who does it."""

    when: str
    by: Colleague


class Elsewhere(Deed):
    """Done away from any table: nobody opens a dossier for it."""


@dataclass(frozen=True, kw_only=True)
class Opens(Deed):
    """`by` chairs, `deputy` takes over when needed; `since` is filled when the dossier
    was already running elsewhere."""

    deputy: Colleague
    regime: Dossier.Regime
    controller: Partner
    ground: str
    grounded: str
    review: str
    since: str = ""
    phase: Dossier.Phase = Dossier.Phase.CONFERENCE
    why: str = "Leidt deze tafel vanuit het Veiligheidshuis, of vervangt wie dat doet."


@dataclass(frozen=True)
class Invites(Deed):
    who: Colleague | Guest
    why: str
    mandate: Seat.Mandate = SPEAK
    role: Seat.Role = Seat.Role.PARTICIPANT


@dataclass(frozen=True, kw_only=True)
class Describes(Deed):
    """Writes down who somebody is. `age` and `birthday` make a date of birth."""

    role: str
    name: str
    age: int = 0
    birthday: str = ""
    contact: str = ""
    close_link: str = ""
    necessity: str = ""
    representative: str = ""
    custody: str = ""
    youth_protection: str = ""
    hears: Hears = TABLE
    mark: str = ""
    instead_of: str = ""
    why: str = ""


@dataclass(frozen=True)
class Worded(Deed):
    """A deed with words of some length, which stand below it: ``Says(…)(words)``."""

    words: str = field(default="", kw_only=True)

    def __call__(self, words: str) -> Self:
        return replace(self, words=words)


@dataclass(frozen=True)
class Says(Worded):
    """Records a note. `mark` is a name by which a later deed can find it."""

    hears: Hears = TABLE
    mark: str = ""
    for_guest: Guest | None = None


@dataclass(frozen=True)
class Corrects(Worded):
    mark: str
    why: str


@dataclass(frozen=True)
class Withdraws(Deed):
    mark: str
    why: str


@dataclass(frozen=True)
class PassesOn(Deed):
    marks: tuple[str, ...]
    to: Partner


@dataclass(frozen=True)
class Files(Worded):
    """Brings a file with these words, a pdf or a txt as its name says."""

    name: str
    what: str
    hears: Hears = TABLE
    mark: str = ""


@dataclass(frozen=True)
class Reads(Deed):
    """Opens the dossier with a purpose of the house's list."""

    purpose: str
    words: str = ""


@dataclass(frozen=True)
class Leaves(Deed):
    who: Colleague | Guest
    why: str


@dataclass(frozen=True)
class HandsOver(Deed):
    to: Colleague
    why: str
    summary: str
    open_ends: str


@dataclass(frozen=True, kw_only=True)
class Changes(Deed):
    """A new heading: what is not named stays as it was."""

    review: str
    why: str
    ground: str
    grounded: str
    phase: Dossier.Phase | None = None


@dataclass(frozen=True)
class Holds(Deed):
    ground: str
    review: str


@dataclass(frozen=True)
class Links(Deed):
    """Ties this dossier to another story, and shows these records there."""

    other: str
    kind: Link.Kind
    why: str
    shows: tuple[str, ...] = ()


def in_time(deeds: Iterable[Deed]) -> tuple[Deed, ...]:
    """The strands of one story, laid together in the order in which they happened."""
    return tuple(sorted(deeds, key=lambda deed: place_in_time(deed.when)))


def place_in_time(when: str) -> tuple[int, int, str]:
    week, name, clock = when.split()
    return int(week), SHORT.index(name), clock


class Story(NamedTuple):
    """One dossier: its working name, and what happened."""

    name: str
    deeds: tuple[Deed, ...]
