"""Deeds of agreeing and expecting, and how each is done through the actions."""

from dataclasses import dataclass
from datetime import datetime

from ..casework.actions.agreements import (
    agree,
    agree_anew,
    claim,
    confirm,
    reply,
    say_not_yet,
)
from ..casework.actions.case_numbers import give_number
from ..casework.actions.expectations import answer_expectation, expect
from ..casework.models import (
    Agreement,
    Answer,
    CaseNumber,
    Claim,
    Confirmation,
    Expectation,
    NotYet,
    Reply,
)
from .deeds import TABLE, Deed, Guest, Hears, Story, Worded
from .partners import Colleague, Partner
from .playing import play
from .stage import Stage


@dataclass(frozen=True, kw_only=True)
class Promised:
    """One deed, who does it, and by which day; or after what, within how many days."""

    what: str
    owner: Colleague | Guest
    by_day: str = ""
    after: str = ""
    within: int | None = None
    done_when: str


@dataclass(frozen=True, kw_only=True)
class Agrees(Deed):
    promised: Promised
    why: str = ""
    helped_by: tuple[Partner, ...] = ()
    because_of: str = ""
    hears: Hears = TABLE
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class AgreesAnew(Deed):
    """Another day in the place of the old one, with why."""

    mark: str
    by_day: str
    why: str


@dataclass(frozen=True)
class Accepts(Deed):
    """Says yes; for a guest, on the day on which the guest said it."""

    mark: str
    for_guest: Guest | None = None
    said_on: str = ""


@dataclass(frozen=True)
class SaysDone(Worded):
    mark: str


@dataclass(frozen=True)
class SaysSo(Worded):
    mark: str


@dataclass(frozen=True)
class SaysNotYet(Worded):
    """What still lacks, to what was said to be done."""

    mark: str


@dataclass(frozen=True, kw_only=True)
class Expects(Worded):
    """`about_how_we_work`: of what this partner does in every case."""

    of: Partner
    answer_by: str
    why: str = ""
    for_guest: Guest | None = None
    about_how_we_work: bool = False
    hears: Hears = TABLE
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class AnswersWith(Worded):
    """`promised` is the agreement that a yes becomes."""

    mark: str
    says: Answer.Says
    promised: Promised | None = None
    becomes: str = ""


@dataclass(frozen=True)
class NumbersIt(Deed):
    number: str


def in_full(promised: Promised, story: Story, stage: Stage, now: datetime) -> Agreement:
    told = stage.calendar.told
    return Agreement(
        deed=told(promised.what, now),
        owner=stage.seat(story, promised.owner),
        due_on=stage.calendar.day(promised.by_day) if promised.by_day else None,
        trigger=told(promised.after, now),
        trigger_days=promised.within,
        done_when=told(promised.done_when, now),
    )


def agreement(story: Story, mark: str, stage: Stage) -> Agreement:
    return Agreement.objects.select_related("dossier", "circle").get(
        pk=stage.record(story, mark).pk
    )


@play.register
def _(deed: Agrees, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        made = in_full(deed.promised, story, stage, now)
        made.why = stage.calendar.told(deed.why, now)
        if deed.because_of:
            made.because_of = stage.record(story, deed.because_of)
        agree(
            made,
            [stage.partner(each) for each in deed.helped_by],
            by=by,
            circle=stage.circle(by, deed.hears, now),
            now=now,
        )
    stage.remember(story, deed.mark, made)


@play.register
def _(deed: AgreesAnew, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        old = agreement(story, deed.mark, stage)
        made = Agreement(
            deed=old.deed,
            owner=old.owner,
            due_on=stage.calendar.day(deed.by_day),
            done_when=old.done_when,
            why=old.why,
            because_of=old.because_of,
            why_changed=stage.calendar.told(deed.why, now),
        )
        agree_anew(made, old, old.with_others.all(), by=by, now=now)
    stage.remember(story, deed.mark, made)


@play.register
def _(deed: Accepts, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        yes = Reply(
            agreement=agreement(story, deed.mark, stage),
            says=Reply.Says.YES,
            said_on=stage.calendar.day(deed.said_on) if deed.said_on else None,
        )
        guest = deed.for_guest and stage.seat(story, deed.for_guest)
        reply(yes, by=by, now=now, on_behalf_of=guest)


@play.register
def _(deed: SaysDone, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        done = Claim(
            agreement=agreement(story, deed.mark, stage),
            done_on=stage.calendar.day(deed.when),
            words=stage.calendar.told(deed.words, now),
        )
        claim(done, by=by, now=now)


@play.register
def _(deed: SaysSo, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        said = claim_of(story, deed.mark, stage)
        words = stage.calendar.told(deed.words, now)
        confirm(Confirmation(claim=said, words=words), by=by, now=now)


@play.register
def _(deed: SaysNotYet, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        said = claim_of(story, deed.mark, stage)
        words = stage.calendar.told(deed.words, now)
        say_not_yet(NotYet(claim=said, words=words), by=by, now=now)


def claim_of(story: Story, mark: str, stage: Stage) -> Claim:
    """Where somebody says that it is done, and nobody said: not yet."""
    claims = Claim.objects.standing()
    return claims.get(agreement=stage.record(story, mark).pk)


@play.register
def _(deed: Expects, story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    of = stage.partner(deed.of)
    with stage.sitting(story, deed.by, now) as by:
        working = stage.house.working_agreements.current().filter(delivers=of)
        said = Expectation(
            of=of,
            text=told(deed.words, now),
            why=told(deed.why, now),
            answer_by=stage.calendar.day(deed.answer_by),
            about_working=working.first() if deed.about_how_we_work else None,
        )
        expect(
            said,
            by=by,
            circle=stage.circle(by, deed.hears, now),
            now=now,
            on_behalf_of=deed.for_guest and stage.seat(story, deed.for_guest),
        )
    stage.remember(story, deed.mark, said)


@play.register
def _(deed: AnswersWith, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        promised = deed.promised
        made = in_full(promised, story, stage, now) if promised else None
        pk = stage.record(story, deed.mark).pk
        given = Answer(
            expectation=Expectation.objects.get(pk=pk),
            says=deed.says,
            words=stage.calendar.told(deed.words, now),
        )
        answer_expectation(given, made, by=by, now=now)
    if made:
        stage.remember(story, deed.becomes, made)


@play.register
def _(deed: NumbersIt, story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(story, deed.by, now) as by:
        give_number(CaseNumber(number=deed.number), by=by, now=now)
