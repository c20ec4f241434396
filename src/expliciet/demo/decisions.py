"""Deeds of deciding and planning, and how each is done through the actions."""

from dataclasses import dataclass
from datetime import datetime

from ..casework.actions.decisions import park_idea, record_act, record_decision
from ..casework.actions.interpretations import record_dissent
from ..casework.actions.levels import agree_exit
from ..casework.actions.plan import (
    approve_intervention,
    plan_intervention,
    record_progress,
    record_result,
    set_goal,
)
from ..casework.models import (
    Act,
    Consideration,
    Decision,
    Dissent,
    ExitCriterion,
    Factor,
    Goal,
    Idea,
    Intervention,
    Option,
    Progress,
    Result,
)
from .deeds import TABLE, Deed, Hears, Story
from .partners import Colleague, Partner
from .playing import play
from .stage import Stage

Argument = tuple[Partner, str, str]
"""Whose, ``for`` or ``against``, and the words."""


@dataclass(frozen=True, kw_only=True)
class Decides(Deed):
    """The first option is the one that was chosen; the others say why not."""

    question: str
    outcome: str
    why: str
    options: tuple[tuple[str, str], ...]
    deciders: tuple[Colleague, ...]
    review: str
    arguments: tuple[Argument, ...] = ()
    way: Decision.Way = Decision.Way.CONSENSUS
    hears: Hears = TABLE
    mark: str = ""


@dataclass(frozen=True)
class Differs(Deed):
    """A dissent beside a decision."""

    mark: str
    sees: str
    handled: str = ""


@dataclass(frozen=True)
class AgreesExit(Deed):
    text: str
    seen_by: str


@dataclass(frozen=True)
class Aims(Deed):
    domain: str
    text: str
    seen_by: str
    mark: str


@dataclass(frozen=True, kw_only=True)
class Plans(Deed):
    """`power` and what follows is filled for what intrudes on somebody's life."""

    towards: str
    deed: str
    owner: Colleague
    factors: tuple[str, ...]
    start: str
    review: str
    effect: str
    seen_by: str
    offered: str
    power: str = ""
    proportionate: str = ""
    lighter: str = ""
    harm: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Approves(Deed):
    mark: str


@dataclass(frozen=True)
class Goes(Deed):
    """How an intervention goes, and how one knows."""

    mark: str
    known: Progress.Known
    told: str


@dataclass(frozen=True)
class Came(Deed):
    mark: str
    came: Result.Came
    why: str


@dataclass(frozen=True)
class Did(Deed):
    """Something already done on one's own power."""

    deed: str
    power: str
    why: str


@dataclass(frozen=True)
class Parks(Deed):
    idea: str
    use: str


@play.register
def _(deed: Decides, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        decision = record_decision(
            Decision(
                question=told(deed.question, now),
                outcome=told(deed.outcome, now),
                why=told(deed.why, now),
                way=deed.way,
                decided_on=stage.calendar.day(deed.when),
                review_on=stage.calendar.day(deed.review),
            ),
            options=[
                Option(text=text, is_chosen=not number, why_dropped=dropped)
                for number, (text, dropped) in enumerate(deed.options)
            ],
            considerations=[
                Consideration(organisation=stage.partner(whose), side=side, text=words)
                for whose, side, words in deed.arguments
            ],
            deciders=[stage.seat(story, each) for each in deed.deciders],
            by=by,
            circle=stage.circle(by, deed.hears, now),
            now=now,
        )
    stage.remember(story, deed.mark, decision)


@play.register
def _(deed: Differs, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        dissent = Dissent(
            beside=stage.record(story, deed.mark),
            sees=stage.calendar.told(deed.sees, now),
            handled=stage.calendar.told(deed.handled, now),
        )
        record_dissent(dissent, by=by, now=now)


@play.register
def _(deed: AgreesExit, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        criterion = ExitCriterion(text=deed.text, seen_by=deed.seen_by)
        agree_exit(criterion, by=by, circle=stage.circle(by, TABLE, now), now=now)


@play.register
def _(deed: Aims, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        goal = Goal(domain=deed.domain, text=deed.text, seen_by=deed.seen_by)
        set_goal(goal, by=by, circle=stage.circle(by, TABLE, now), now=now)
    stage.remember(story, deed.mark, goal)


@play.register
def _(deed: Plans, story: Story, stage: Stage, now: datetime) -> None:
    day = stage.calendar.day
    weight = Intervention.Weight.INTRUSIVE if deed.power else "voluntary"
    with stage.sitting(story, deed.by, now) as by:
        intervention = plan_intervention(
            Intervention(
                towards=Goal.objects.get(pk=stage.record(story, deed.towards).pk),
                weight=weight,
                deed=deed.deed,
                owner=stage.seat(story, deed.owner),
                starts_on=day(deed.start),
                review_on=day(deed.review),
                effect=deed.effect,
                seen_by=deed.seen_by,
                offered=deed.offered,
                power=deed.power,
                proportionate=deed.proportionate,
                lighter=deed.lighter,
                harm=deed.harm,
            ),
            Factor.objects.filter(list__is_ours=True, code__in=deed.factors),
            by=by,
            circle=stage.circle(by, TABLE, now),
            now=now,
        )
    stage.remember(story, deed.mark, intervention)


def planned(stage: Stage, story: Story, mark: str) -> Intervention:
    found = Intervention.objects.select_related("owner", "circle", "dossier")
    return found.get(pk=stage.record(story, mark).pk)


@play.register
def _(deed: Approves, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        approve_intervention(planned(stage, story, deed.mark), by=by, now=now)


@play.register
def _(deed: Goes, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        progress = Progress(
            of_intervention=planned(stage, story, deed.mark),
            known=deed.known,
            seen_on=stage.calendar.day(deed.when),
            words=stage.calendar.told(deed.told, now),
        )
        record_progress(progress, by=by, now=now)


@play.register
def _(deed: Came, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        result = Result(
            of_intervention=planned(stage, story, deed.mark),
            came=deed.came,
            why=stage.calendar.told(deed.why, now),
        )
        record_result(result, by=by, now=now)


@play.register
def _(deed: Did, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with stage.sitting(story, deed.by, now) as by:
        act = Act(
            deed=told(deed.deed, now),
            done_on=stage.calendar.day(deed.when),
            power=deed.power,
            why=told(deed.why, now),
        )
        record_act(act, by=by, circle=stage.circle(by, TABLE, now), now=now)


@play.register
def _(deed: Parks, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        idea = Idea(text=deed.idea, when=deed.use)
        park_idea(idea, by=by, circle=stage.circle(by, TABLE, now), now=now)
