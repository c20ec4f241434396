"""Taking something of a study along: each file has a number, and leaves a line."""

from datetime import datetime

from django.db import transaction

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..models import StudyMember


@transaction.atomic
def take_out(number: str, *, by: StudyMember, now: datetime, count: int = 1) -> None:
    """By a researcher; the number stands on the file, or in its name, and here."""
    require(by.researches(now), "study.export")
    trail.record(
        Action.STUDY_EXPORTED, by=by, about=by.study, reason=number, count=max(1, count)
    )
