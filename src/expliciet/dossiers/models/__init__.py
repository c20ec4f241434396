"""The table of a dossier and everything said at it."""

from .attachment import Attachment
from .circle import Circle, CircleMember
from .dossier import Dossier
from .draft import Draft
from .hand_over import HandOver
from .heading import Heading
from .hold import Hold
from .link import Link, Shown
from .note import Note
from .opening import Opening
from .passing import Passing
from .person import Person
from .question import Question
from .record import Record
from .seat import Seat
from .withdrawal import Withdrawal

__all__ = [
    "Attachment",
    "Circle",
    "CircleMember",
    "Dossier",
    "Draft",
    "HandOver",
    "Heading",
    "Hold",
    "Link",
    "Note",
    "Opening",
    "Passing",
    "Person",
    "Question",
    "Record",
    "Seat",
    "Shown",
    "Withdrawal",
]
