"""Deeds about what partners do not do or share, and where the work is stuck."""

from dataclasses import dataclass
from datetime import datetime

from ..casework.actions.expectations import set_limit, withhold
from ..casework.actions.impasses import (
    declare_impasse,
    resolve,
    take_further,
    take_position,
)
from ..casework.models import (
    Impasse,
    Limit,
    Position,
    Resolution,
    Step,
    Withholding,
)
from .deeds import CORE, TABLE, Deed, Guest, Hears, Story, Worded
from .partners import Colleague
from .playing import play
from .stage import Stage


@dataclass(frozen=True, kw_only=True)
class SetsLimit(Deed):
    text: str
    why: str
    instead: str = ""
    hears: Hears = TABLE


@dataclass(frozen=True, kw_only=True)
class HoldsBack(Deed):
    ground: Withholding.Ground
    review: str
    words: str = ""
    hears: Hears = CORE


@dataclass(frozen=True, kw_only=True)
class GetsStuck(Deed):
    """Declares an impasse; `mark` is a name by which later deeds find it."""

    mark: str
    question: str
    asked: str
    since: str
    decide_by: str
    breaker: Colleague
    hears: Hears = TABLE


@dataclass(frozen=True)
class Stands(Worded):
    """Says where one's organisation stands, or where that of a guest does."""

    mark: str
    for_guest: Guest | None = None


@dataclass(frozen=True, kw_only=True)
class TakesFurther(Worded):
    """`words` are the note that goes along."""

    mark: str
    stage: Step.Stage
    to_whom: str
    decide_by: str


@dataclass(frozen=True)
class Resolves(Worded):
    mark: str
    how: Resolution.How


def stuck_on(stage: Stage, story: Story, mark: str) -> Impasse:
    return Impasse.objects.get(pk=stage.record(story, mark).pk)


@play.register
def _(deed: SetsLimit, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        said = Limit(
            text=told(deed.text, now),
            why=told(deed.why, now),
            instead=told(deed.instead, now),
        )
        set_limit(said, by=by, circle=stage.circle(by, deed.hears, now), now=now)


@play.register
def _(deed: HoldsBack, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        said = Withholding(
            ground=deed.ground,
            words=stage.calendar.told(deed.words, now),
            review_on=stage.calendar.day(deed.review),
        )
        withhold(said, by=by, circle=stage.circle(by, deed.hears, now), now=now)


@play.register
def _(deed: GetsStuck, story: Story, stage: Stage, now: datetime) -> None:
    told, day = stage.calendar.told, stage.calendar.day
    with stage.sitting(story, deed.by, now) as by:
        said = Impasse(
            question=told(deed.question, now),
            asked=told(deed.asked, now),
            since=day(deed.since),
            decide_by=day(deed.decide_by),
            breaker=stage.seat(story, deed.breaker),
        )
        circle = stage.circle(by, deed.hears, now)
        declare_impasse(said, by=by, circle=circle, now=now)
    stage.remember(story, deed.mark, said)


@play.register
def _(deed: Stands, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        take_position(
            Position(
                impasse=stuck_on(stage, story, deed.mark),
                words=stage.calendar.told(deed.words, now),
            ),
            by=by,
            now=now,
            on_behalf_of=deed.for_guest and stage.seat(story, deed.for_guest),
        )


@play.register
def _(deed: TakesFurther, story: Story, stage: Stage, now: datetime) -> None:
    told, day = stage.calendar.told, stage.calendar.day
    with stage.sitting(story, deed.by, now) as by:
        step = Step(
            impasse=stuck_on(stage, story, deed.mark),
            stage=deed.stage,
            to_whom=told(deed.to_whom, now),
            note=told(deed.words, now),
            decide_by=day(deed.decide_by),
        )
        take_further(step, by=by, now=now)


@play.register
def _(deed: Resolves, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        said = Resolution(
            impasse=stuck_on(stage, story, deed.mark),
            how=deed.how,
            words=stage.calendar.told(deed.words, now),
        )
        resolve(said, by=by, now=now)
