"""A study as tables to work on elsewhere: numbers and codes, never a passage.

A dossier is its number in the study, a coder “codeur-1”, a passage where it begins and
ends. Who has the file and not the reading room can count, and read nobody's words.
"""

from datetime import datetime

from ..models import StudyMember
from ..tabular import Table
from .coded import agreement, codebook, codings
from .counted import durations, figures
from .found import findings, recommendations

__all__ = ["tables_of"]


def tables_of(member: StudyMember, now: datetime) -> list[Table]:
    """What this researcher may see of it now; a coder who is not done stays blind."""
    study = member.study
    return [
        codebook(study),
        codings(member, now),
        agreement(member),
        figures(study),
        durations(study),
        findings(member),
        recommendations(member),
    ]
