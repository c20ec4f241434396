"""What a study consists of."""

from .adoption import Adoption, AdoptionStep
from .coding import Code, Coded, Coding, Comparison, Settling
from .conversation import Conversation, ConversationLine, Participant
from .figures import Reconstruction
from .finding import Evidence, FactCheck, Finding
from .learning import (
    Attendee,
    DirectionGroup,
    Dot,
    LearningSession,
    SolutionDirection,
)
from .recommendation import Recommendation, Response
from .scan import Scan, ScanAnswer
from .study import Study, StudyApproval, StudyHouse, StudyMember, Subject
from .study_text import HandMask, Memo, StudyDossier, StudyText

__all__ = [
    "Adoption",
    "AdoptionStep",
    "Attendee",
    "Code",
    "Coded",
    "Coding",
    "Comparison",
    "Conversation",
    "ConversationLine",
    "DirectionGroup",
    "Dot",
    "Evidence",
    "FactCheck",
    "Finding",
    "HandMask",
    "LearningSession",
    "Memo",
    "Participant",
    "Recommendation",
    "Reconstruction",
    "Response",
    "Scan",
    "ScanAnswer",
    "Settling",
    "SolutionDirection",
    "Study",
    "StudyApproval",
    "StudyDossier",
    "StudyHouse",
    "StudyMember",
    "StudyText",
    "Subject",
]
