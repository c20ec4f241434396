"""Who there is, what they are appointed to, and what a house agreed for itself."""

from .absence import Absence
from .appointment import Appointment
from .calendar_address import CalendarAddress
from .house import House
from .house_rule import HouseRule
from .house_template import HouseTemplate
from .loaded_word import LoadedWord, Meaning
from .organisation import Organisation
from .recovery import Recovery
from .session import Session
from .user import User
from .working_agreement import WorkingAgreement, WorkingAnswer

__all__ = [
    "Absence",
    "Appointment",
    "CalendarAddress",
    "House",
    "HouseRule",
    "HouseTemplate",
    "LoadedWord",
    "Meaning",
    "Organisation",
    "Recovery",
    "Session",
    "User",
    "WorkingAgreement",
    "WorkingAnswer",
]
