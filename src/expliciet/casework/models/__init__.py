"""Everything that is said in the work on a case, each kind with its own fields."""

from .agenda import AgendaItem, AgendaStep, Attendance
from .agreement import Agreement, Claim, Confirmation, NotYet, Reply
from .case_number import CaseNumber
from .closure import Closure
from .contribution import Contribution, OtherUse, Statement
from .decision import (
    Act,
    Advice,
    Consideration,
    Decider,
    Decision,
    Idea,
    Option,
    Reached,
)
from .expectation import Answer, Expectation
from .factor import Assessment, Confirmed, Factor, FactorList, FactorReading
from .guest_question import GuestQuestion
from .impasse import Impasse, Limit, Position, Resolution, Step, Withholding
from .informing import Informing
from .interpretation import Dissent, Interpretation
from .level import ExitCriterion, Level, Met, Review, Scaling
from .meeting import Meeting
from .minutes import Amendment, Established, Minutes, Receipt
from .open_point import OpenPoint, Settled
from .plan import Approval, Conflict, Goal, Intervention, Progress, Result
from .reading import Reading, Take, Theme
from .round import Reveal, Round
from .signal import LeftSo, SignalTold
from .view import View

__all__ = [
    "Act",
    "Advice",
    "AgendaItem",
    "AgendaStep",
    "Agreement",
    "Amendment",
    "Answer",
    "Approval",
    "Assessment",
    "Attendance",
    "CaseNumber",
    "Claim",
    "Closure",
    "Confirmation",
    "Confirmed",
    "Conflict",
    "Consideration",
    "Contribution",
    "Decider",
    "Decision",
    "Dissent",
    "Established",
    "ExitCriterion",
    "Expectation",
    "Factor",
    "FactorList",
    "FactorReading",
    "Goal",
    "GuestQuestion",
    "Idea",
    "Impasse",
    "Informing",
    "Interpretation",
    "Intervention",
    "LeftSo",
    "Level",
    "Limit",
    "Meeting",
    "Met",
    "Minutes",
    "NotYet",
    "OpenPoint",
    "Option",
    "OtherUse",
    "Position",
    "Progress",
    "Reached",
    "Reading",
    "Receipt",
    "Reply",
    "Resolution",
    "Result",
    "Reveal",
    "Review",
    "Round",
    "Scaling",
    "Settled",
    "SignalTold",
    "Statement",
    "Step",
    "Take",
    "Theme",
    "View",
    "Withholding",
]
