"""Deeds of bringing in and reading factors, each done through the actions."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from ..casework.actions.contributions import allow_other_use, record_contribution
from ..casework.actions.factors import read_factor, record_assessment
from ..casework.life_domains import LifeDomain
from ..casework.models import (
    Assessment,
    Contribution,
    Factor,
    FactorReading,
    OtherUse,
    Statement,
)
from .deeds import TABLE, Deed, Guest, Hears, Story
from .playing import play
from .stage import Stage

FACT, HEARSAY = Statement.Kind.FACT, Statement.Kind.HEARSAY
ESTIMATE = Statement.Kind.ESTIMATE


class Line(NamedTuple):
    """One statement; `who` is from whom hearsay was heard."""

    kind: Statement.Kind
    domain: LifeDomain
    text: str
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class Brings(Deed):
    """One header, and the lines beneath it."""

    source: str
    obtained: str
    seen: str
    reliability: Contribution.Reliability
    lines: tuple[Line, ...]
    use: Contribution.Use = Contribution.Use.TABLE
    ground: Contribution.Ground = Contribution.Ground.LAW
    ground_words: str = ""
    necessity: str = ""
    hears: Hears = TABLE
    mark: str = ""
    for_guest: Guest | None = None


@dataclass(frozen=True)
class AllowsUse(Deed):
    """Another use of what one brought in."""

    mark: str
    use: Contribution.Use
    asked_by: str
    why: str


@dataclass(frozen=True, kw_only=True)
class ReadsFactor(Deed):
    """`rests` names contributions, each with the number of a line."""

    factor: str
    read: FactorReading.Read
    argument: str
    rests: tuple[tuple[str, int], ...] = ()
    why: str = ""
    hears: Hears = TABLE


@dataclass(frozen=True, kw_only=True)
class Assesses(Deed):
    """That an instrument was used elsewhere; nothing of its contents."""

    instrument: str
    on: str
    assessor: str
    conclusion: str
    limits: str
    hears: Hears = TABLE


@play.register
def _(deed: Brings, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        brought = record_contribution(
            Contribution(
                source=told(deed.source, now),
                obtained=told(deed.obtained, now),
                seen_on=stage.calendar.day(deed.seen),
                reliability=deed.reliability,
                use=deed.use,
                ground=deed.ground,
                ground_words=told(deed.ground_words, now),
                necessity=told(deed.necessity, now),
            ),
            [
                Statement(
                    kind=line.kind,
                    domain=line.domain,
                    text=told(line.text, now),
                    heard_from=line.who,
                )
                for line in deed.lines
            ],
            by=by,
            circle=stage.circle(by, deed.hears, now),
            now=now,
            on_behalf_of=deed.for_guest and stage.seat(story, deed.for_guest),
        )
    stage.remember(story, deed.mark, brought)


@play.register
def _(deed: AllowsUse, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        pk = stage.record(story, deed.mark).pk
        allow_other_use(
            OtherUse(
                of_contribution=Contribution.objects.get(pk=pk),
                use=deed.use,
                asked_by=told(deed.asked_by, now),
                why=told(deed.why, now),
            ),
            by=by,
            now=now,
        )


@play.register
def _(deed: ReadsFactor, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        read_factor(
            FactorReading(
                factor=Factor.objects.get(list__is_ours=True, code=deed.factor),
                read=deed.read,
                argument=told(deed.argument, now),
                why_changed=told(deed.why, now),
            ),
            [
                Statement.objects.get(
                    contribution=stage.record(story, mark).pk, order=number
                )
                for mark, number in deed.rests
            ],
            by=by,
            circle=stage.circle(by, deed.hears, now),
            now=now,
        )


@play.register
def _(deed: Assesses, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        record_assessment(
            Assessment(
                instrument=deed.instrument,
                assessed_on=stage.calendar.day(deed.on),
                assessor=told(deed.assessor, now),
                conclusion=told(deed.conclusion, now),
                limits=told(deed.limits, now),
            ),
            by=by,
            circle=stage.circle(by, deed.hears, now),
            now=now,
        )
