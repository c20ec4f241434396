"""Deeds of reading apart and reading together, each done through the actions."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from ..casework.actions.interpretations import record_interpretation
from ..casework.actions.readings import record_reading
from ..casework.actions.rounds import open_round, reveal
from ..casework.actions.views import record_view
from ..casework.models import (
    Interpretation,
    Reading,
    Round,
    Statement,
    Take,
    Theme,
    View,
)
from .deeds import TABLE, Deed, Guest, Hears, Story
from .playing import play
from .stage import Stage

Rests = tuple[tuple[str, int], ...]
"""Contributions by their mark, each with the number of a line."""
YES, NO, UNSURE = Take.Says.YES, Take.Says.NO, Take.Says.UNSURE


class Says(NamedTuple):
    """What is said about one theme."""

    theme: Theme
    says: Take.Says
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class OpensRound(Deed):
    question: str
    answer_by: str
    mark: str
    size: Round.Size = Round.Size.SHORT
    hears: Hears = TABLE


@dataclass(frozen=True, kw_only=True)
class ReadsAlone(Deed):
    """The first of `themes` answers the question itself."""

    of: str
    sees: str
    reads: str
    would_change: str
    themes: tuple[Says, ...]
    confidence: str = ""
    limits: str = ""
    rests: Rests = ()
    for_guest: Guest | None = None


@dataclass(frozen=True)
class Reveals(Deed):
    of: str


@dataclass(frozen=True, kw_only=True)
class ReadTogether(Deed):
    summary: str
    violence: Interpretation.Violence
    violence_why: str
    protective: str
    alternative: str
    confidence: Reading.Confidence
    limits: str
    rests: Rests
    changed: str = ""
    after: str = ""
    hears: Hears = TABLE
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class TellsView(Deed):
    """How the person, or who stands beside them, sees it; or why that is not here."""

    voice: View.Voice
    given: View.Given
    on: str
    words: str = ""
    why_not: str = ""
    whose: str = ""
    hears: Hears = TABLE


def statements(story: Story, stage: Stage, rests: Rests) -> list[Statement]:
    return [
        Statement.objects.get(contribution=stage.record(story, mark).pk, order=number)
        for mark, number in rests
    ]


@play.register
def _(deed: OpensRound, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        asked = open_round(
            Round(
                size=deed.size,
                question=stage.calendar.told(deed.question, now),
                answer_by=stage.calendar.day(deed.answer_by),
            ),
            by=by,
            circle=stage.circle(by, deed.hears, now),
            now=now,
        )
    stage.remember(story, deed.mark, asked)


@play.register
def _(deed: ReadsAlone, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        record_reading(
            Reading(
                of_round=Round.objects.get(pk=stage.record(story, deed.of).pk),
                sees=told(deed.sees, now),
                reads=told(deed.reads, now),
                would_change=told(deed.would_change, now),
                confidence=deed.confidence,
                limits=told(deed.limits, now),
            ),
            [
                Take(theme=each.theme, says=each.says, words=told(each.words, now))
                for each in deed.themes
            ],
            statements(story, stage, deed.rests),
            by=by,
            now=now,
            on_behalf_of=deed.for_guest and stage.seat(story, deed.for_guest),
        )


@play.register
def _(deed: Reveals, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        reveal(Round.objects.get(pk=stage.record(story, deed.of).pk), by=by, now=now)


@play.register
def _(deed: ReadTogether, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        after = deed.after and stage.record(story, deed.after).pk
        read = record_interpretation(
            Interpretation(
                of_round=Round.objects.get(pk=after) if after else None,
                summary=told(deed.summary, now),
                violence=deed.violence,
                violence_why=told(deed.violence_why, now),
                protective=told(deed.protective, now),
                alternative=told(deed.alternative, now),
                confidence=deed.confidence,
                limits=told(deed.limits, now),
                changed=told(deed.changed, now),
            ),
            statements(story, stage, deed.rests),
            by=by,
            circle=stage.circle(by, deed.hears, now),
            now=now,
        )
    stage.remember(story, deed.mark, read)


@play.register
def _(deed: TellsView, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        record_view(
            View(
                voice=deed.voice,
                given=deed.given,
                given_on=stage.calendar.day(deed.on),
                words=told(deed.words, now),
                why_not=told(deed.why_not, now),
                whose=told(deed.whose, now),
            ),
            by=by,
            circle=stage.circle(by, deed.hears, now),
            now=now,
        )
