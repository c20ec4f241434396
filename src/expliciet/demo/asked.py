"""What the checker asked about a record of a story, and what came of it."""

from dataclasses import dataclass
from datetime import datetime

from ..dossiers.actions.questions import keep_questions
from ..dossiers.models import Question
from .deeds import Elsewhere, Story
from .playing import play
from .stage import Stage

ANSWERED, STAYS = Question.Outcome.ANSWERED, Question.Outcome.STAYS

Asks = tuple[str, str, Question.Outcome]
"""The rule, the field, and whether the text answered it."""


@dataclass(frozen=True, kw_only=True)
class WasAsked(Elsewhere):
    """Kept with the record of that mark by who just recorded it, and so is inside."""

    mark: str
    asks: tuple[Asks, ...]


@play.register
def _(deed: WasAsked, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now):
        keep_questions(
            [
                Question(rule=rule, place=place, outcome=outcome)
                for rule, place, outcome in deed.asks
            ],
            stage.record(story, deed.mark),
        )
