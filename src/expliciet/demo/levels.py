"""Deeds about level, necessity, telling and ending; and the ladder of the house."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from ..casework.actions.levels import (
    close_dossier,
    record_informing,
    review_necessity,
    scale,
    set_level,
)
from ..casework.models import Closure, Informing, Level, Met, Review, Scaling
from .deeds import TABLE, Deed, Hears, Story
from .partners import Colleague
from .playing import play
from .stage import Stage


class Rung(NamedTuple):
    """One level of the ladder, as the process director sets it."""

    when: str
    by: Colleague
    code: str
    name: str
    order: int
    meaning: str
    criteria: tuple[str, ...]
    decider: str
    review_days: int
    source: str


def set_ladder(ladder: Iterable[Rung], stage: Stage) -> None:
    for rung in ladder:
        day = stage.calendar.day(rung.when)
        level = Level(
            house=stage.house,
            code=rung.code,
            name=rung.name,
            order=rung.order,
            meaning=rung.meaning,
            criteria=list(rung.criteria),
            decider=rung.decider,
            review_days=rung.review_days,
            source=rung.source.format(year=day.year),
            source_date=day,
            valid_from=day,
        )
        now = stage.calendar.moment(rung.when)
        set_level(level, by=stage.appointment(rung.by), now=now)


@dataclass(frozen=True, kw_only=True)
class Scales(Deed):
    """`answers` are met, not met or unknown with the evidence, in the level's order."""

    level: str
    direction: Scaling.Direction
    reason: str
    review: str
    answers: tuple[tuple[Met.Is, str], ...]
    hears: Hears = TABLE


@dataclass(frozen=True, kw_only=True)
class Reviews(Deed):
    outcome: Review.Outcome
    necessary: str
    lighter: str
    next: str = ""


@dataclass(frozen=True, kw_only=True)
class Informs(Deed):
    """Told on the day of the deed; or a ground, and when that is looked at again."""

    whom: str
    words: str
    state: Informing.State = Informing.State.INFORMED
    ground: str = ""
    review: str = ""


@dataclass(frozen=True, kw_only=True)
class Closes(Deed):
    outcome: Closure.Outcome
    why: str
    criteria: str
    remaining: str
    keeper: Colleague
    aftercare: str
    look: str
    signs: str
    call: str
    person_told: str
    reporter_told: str
    named: tuple[Colleague, ...] = ()


@play.register
def _(deed: Scales, story: Story, stage: Stage, now: datetime) -> None:
    told, day = stage.calendar.told, stage.calendar.day
    levels = Level.objects.holding(stage.house, day(deed.when))
    level = levels.get(code=deed.level)
    scaling = Scaling(
        level=level,
        direction=deed.direction,
        reason=told(deed.reason, now),
        review_on=day(deed.review),
    )
    answers = [
        Met(criterion=criterion, met=met, evidence=told(evidence, now))
        for criterion, (met, evidence) in zip(level.criteria, deed.answers, strict=True)
    ]
    with stage.sitting(story, deed.by, now) as by:
        circle = stage.circle(by, deed.hears, now)
        scale(scaling, answers, by=by, circle=circle, now=now)


@play.register
def _(deed: Reviews, story: Story, stage: Stage, now: datetime) -> None:
    told, day = stage.calendar.told, stage.calendar.day
    with stage.sitting(story, deed.by, now) as by:
        review_necessity(
            Review(
                outcome=deed.outcome,
                necessary=told(deed.necessary, now),
                lighter=told(deed.lighter, now),
                next_on=day(deed.next) if deed.next else None,
            ),
            by=by,
            circle=stage.circle(by, TABLE, now),
            now=now,
        )


@play.register
def _(deed: Informs, story: Story, stage: Stage, now: datetime) -> None:
    told, day = stage.calendar.told, stage.calendar.day
    is_told = deed.state == Informing.State.INFORMED
    with stage.sitting(story, deed.by, now) as by:
        record_informing(
            Informing(
                state=deed.state,
                whom=told(deed.whom, now),
                words=told(deed.words, now),
                told_on=day(deed.when) if is_told else None,
                ground=deed.ground,
                review_on=day(deed.review) if deed.review else None,
            ),
            by=by,
            circle=stage.circle(by, TABLE, now),
            now=now,
        )


@play.register
def _(deed: Closes, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    texts = {
        name: told(getattr(deed, name), now)
        for name in (
            *("why", "criteria", "remaining", "aftercare", "signs", "call"),
            *("person_told", "reporter_told"),
        )
    }
    with stage.sitting(story, deed.by, now) as by:
        closure = Closure(
            outcome=deed.outcome,
            look_on=stage.calendar.day(deed.look),
            aftercare_by=stage.seat(story, deed.keeper),
            **texts,
        )
        named = [stage.seat(story, who) for who in deed.named]
        close_dossier(closure, named, by=by, now=now)
