"""What a row of the archive says: a closed dossier in a few plain sentences."""

from typing import NamedTuple

from ..casework.models import Answer, Resolution, Take
from .partners import Colleague, Partner
from .weeks import SHORT

SEEN, TOLD, LATE, NOT = "seen", "told", "late", "not"
"""Kept and confirmed; kept by its owner's word; done late; never said to be done."""
AGREED, DECIDED = Resolution.How.AGREED, Resolution.How.DECIDED
ANSWERS_YES, ANSWERS_NO = Answer.Says.YES, Answer.Says.NO
OTHERWISE, SILENT = Answer.Says.OTHERWISE, None


class Kept(NamedTuple):
    owner: Colleague
    what: str
    done_when: str
    came: str


class Asked(NamedTuple):
    """What one partner counts on from another; no answer where that stayed away."""

    of: Partner
    by: Colleague
    text: str
    says: Answer.Says | None
    answer: str = ""


class Stuck(NamedTuple):
    question: str
    how: Resolution.How
    end: str


class Past(NamedTuple):
    """A closed dossier: of whom, since which week, and who sat along."""

    name: str
    about: str
    chair: Colleague
    begun: int
    beside: Colleague
    ground: str
    question: str
    chosen: str
    dropped: str
    why: str
    kept: tuple[Kept, ...]
    asked: tuple[Asked, ...]
    dissent: str = ""
    stuck: Stuck | None = None
    reads: tuple[Take.Says, ...] = ()
    """What police and municipality said to the question of a round, each apart."""
    closed: int = -9
    """In which week; the later ones after the study let go of them."""


def week(past: Past, later: int) -> str:
    """So many weeks after it began, as `weeks` writes it."""
    return str(past.begun + later)


def day_of(past: Past) -> str:
    """Some working day: not everything happens on a Monday."""
    return SHORT[past.begun % 5]
