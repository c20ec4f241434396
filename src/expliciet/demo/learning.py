"""What partners do with advice, and how: a learning session, and adopting."""

from dataclasses import dataclass
from datetime import datetime

from ..accounts.actions.working_agreements import answer_working_agreement
from ..accounts.models import WorkingAgreement, WorkingAnswer
from ..evaluation.actions.adoption import adopt, claim_adoption, judge_adoption
from ..evaluation.actions.board import (
    add_direction,
    group_directions,
    name_owner,
    put_dot,
)
from ..evaluation.actions.learning import (
    call_session,
    close_session,
    join,
    open_session,
)
from ..evaluation.models import (
    Adoption,
    AdoptionStep,
    Attendee,
    DirectionGroup,
    LearningSession,
    Recommendation,
    SolutionDirection,
    Study,
)
from ..evaluation.models.study import OUTCOME
from ..vault.keyring import keyring, unlock
from .deeds import Elsewhere, Story, Worded
from .partners import Partner
from .playing import play
from .stage import Stage


@dataclass(frozen=True, kw_only=True)
class CallsSession(Elsewhere):
    study: str
    session: str
    held: str
    name: str
    case: str
    advice: tuple[str, ...]
    dots: int = 3


@dataclass(frozen=True)
class OpensBoard(Elsewhere):
    session: str


@dataclass(frozen=True)
class ClosesBoard(Elsewhere):
    session: str


@dataclass(frozen=True, kw_only=True)
class SitsDown(Elsewhere):
    """Somebody of this function joins and adds lines: advice, a mark, and the words.

    `by` is whoever leads the board; who joins leaves no name.
    """

    session: str
    of: Partner
    adds: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, kw_only=True)
class PutsDots(Elsewhere):
    """The one of this function puts dots at the lines of these marks."""

    session: str
    of: Partner
    at: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Groups(Elsewhere):
    session: str
    advice: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TakesUp(Elsewhere):
    """Who takes a line up, with which first step, and by when."""

    line: str
    owner: Partner
    step: str
    on: str


@dataclass(frozen=True, kw_only=True)
class Adopts(Elsewhere, Worded):
    """A line of the board becomes a working agreement, with these words."""

    advice: str
    line: str
    owner: Partner
    subject: WorkingAgreement.Subject
    review: str


@dataclass(frozen=True, kw_only=True)
class Claims(Elsewhere, Worded):
    """Says that it is done; what shows it is in the words."""

    advice: str


@dataclass(frozen=True, kw_only=True)
class Judges(Elsewhere, Worded):
    advice: str
    says: AdoptionStep.Says = AdoptionStep.Says.CONFIRMED


@dataclass(frozen=True, kw_only=True)
class SaysToAgreement(Elsewhere, Worded):
    """What a partner says to the working agreement that the advice became."""

    advice: str
    says: WorkingAnswer.Says


@play.register
def _(deed: CallsSession, _story: Story, stage: Stage, now: datetime) -> None:
    with keyring():
        session = LearningSession(
            study=stage.kept(Study, deed.study),
            held_on=stage.calendar.day(deed.held),
            name=deed.name,
            case=stage.calendar.told(deed.case, now),
            dots=deed.dots,
        )
        place = session.seal_place()
        unlock(place.scope, [place.compartment])
        advice = [stage.kept(Recommendation, mark) for mark in deed.advice]
        call_session(session, advice, by=stage.appointment(deed.by), now=now)
    stage.keep(session, deed.session)


@play.register
def _(deed: OpensBoard, _story: Story, stage: Stage, now: datetime) -> None:
    session = stage.kept(LearningSession, deed.session)
    open_session(session, by=stage.appointment(deed.by), now=now)


@play.register
def _(deed: ClosesBoard, _story: Story, stage: Stage, now: datetime) -> None:
    session = stage.kept(LearningSession, deed.session)
    close_session(session, by=stage.appointment(deed.by), now=now)


@play.register
def _(deed: SitsDown, _story: Story, stage: Stage, now: datetime) -> None:
    session = stage.kept(LearningSession, deed.session)
    attendee = join(session, stage.partner(deed.of).function_name, now=now).attendee
    stage.keep(attendee, deed.of.name)
    with keyring():
        session.unlock()
        for advice, mark, words in deed.adds:
            direction = SolutionDirection(
                session=session,
                recommendation=stage.kept(Recommendation, advice),
                words=words,
            )
            stage.keep(add_direction(direction, by=attendee, now=now), mark)


@play.register
def _(deed: PutsDots, _story: Story, stage: Stage, now: datetime) -> None:
    by = stage.kept(Attendee, deed.of.name)
    for mark in deed.at:
        put_dot(stage.kept(SolutionDirection, mark), by=by, now=now)


@play.register
def _(deed: Groups, _story: Story, stage: Stage, now: datetime) -> None:
    session = stage.kept(LearningSession, deed.session)
    with keyring():
        session.unlock()
        group = DirectionGroup(
            session=session,
            recommendation=stage.kept(Recommendation, deed.advice),
            name=deed.name,
        )
        numbers = [stage.kept(SolutionDirection, each).number for each in deed.lines]
        group_directions(group, numbers, by=stage.appointment(deed.by), now=now)


@play.register
def _(deed: TakesUp, _story: Story, stage: Stage, now: datetime) -> None:
    direction = stage.kept(SolutionDirection, deed.line)
    with keyring():
        direction.session.unlock()
        direction.owner = stage.partner(deed.owner)
        direction.first_step = stage.calendar.told(deed.step, now)
        direction.first_step_on = stage.calendar.day(deed.on)
        name_owner(direction, by=stage.appointment(deed.by), now=now)


@play.register
def _(deed: Adopts, _story: Story, stage: Stage, now: datetime) -> None:
    with keyring():
        stage.house.unlock()
        agreement = WorkingAgreement(
            subject=deed.subject,
            text=stage.calendar.told(deed.words, now),
            review_on=stage.calendar.day(deed.review),
        )
        adoption = Adoption(
            recommendation=stage.kept(Recommendation, deed.advice),
            direction=stage.kept(SolutionDirection, deed.line),
            owner=stage.partner(deed.owner),
        )
        adopt(adoption, agreement, by=stage.appointment(deed.by), now=now)
    stage.keep(adoption, deed.advice)
    stage.keep(agreement, deed.advice)


@play.register
def _(deed: SaysToAgreement, _story: Story, stage: Stage, now: datetime) -> None:
    with keyring():
        stage.house.unlock()
        answer = WorkingAnswer(
            agreement=stage.kept(WorkingAgreement, deed.advice),
            says=deed.says,
            words=stage.calendar.told(deed.words, now),
        )
        answer_working_agreement(answer, by=stage.appointment(deed.by), now=now)


@play.register
def _(deed: Claims, _story: Story, stage: Stage, now: datetime) -> None:
    with keyring():
        step = step_of(deed.advice, stage.calendar.told(deed.words, now), stage)
        claim_adoption(step, by=stage.appointment(deed.by), now=now)


@play.register
def _(deed: Judges, _story: Story, stage: Stage, now: datetime) -> None:
    with keyring():
        step = step_of(deed.advice, stage.calendar.told(deed.words, now), stage)
        step.says = deed.says
        judge_adoption(step, by=stage.appointment(deed.by), now=now)


def step_of(advice: str, words: str, stage: Stage) -> AdoptionStep:
    recommendation = stage.kept(Recommendation, advice)
    unlock(recommendation.study_id, [OUTCOME], rows=[recommendation.pk])
    return AdoptionStep(adoption=stage.kept(Adoption, advice), words=words)
