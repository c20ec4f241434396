"""What a study came to, and how: findings, facts checked, advice and its answers."""

from dataclasses import dataclass
from datetime import datetime

from ..evaluation.actions.fact_checks import (
    check_facts,
    make_final,
    offer_findings,
    say_what_became,
)
from ..evaluation.actions.findings import add_evidence, write_finding
from ..evaluation.actions.recommendations import offer_recommendations, recommend
from ..evaluation.actions.responses import respond
from ..evaluation.models import (
    Coding,
    Evidence,
    FactCheck,
    Finding,
    Recommendation,
    Reconstruction,
    Response,
    Subject,
)
from ..vault.keyring import keyring
from .deeds import Elsewhere, Story, Worded
from .partners import Partner
from .playing import play
from .stage import Stage
from .studies import researching

FOR, AGAINST = Evidence.Speaks.FOR, Evidence.Speaks.AGAINST


@dataclass(frozen=True, kw_only=True)
class Finds(Elsewhere, Worded):
    """A finding, the passages and figures for it, and those against it.

    A passage is named by its mark, a figure by its name after ``cijfer:``.
    """

    study: str
    mark: str
    subject: Subject
    goes: Finding.Goes
    rests_on: tuple[str, ...]
    against: tuple[str, ...] = ()
    limits: str = ""


@dataclass(frozen=True, kw_only=True)
class OffersFindings(Elsewhere):
    study: str
    findings: tuple[str, ...]
    check_by: str


@dataclass(frozen=True, kw_only=True)
class ChecksFacts(Elsewhere, Worded):
    finding: str
    says: FactCheck.Says


@dataclass(frozen=True, kw_only=True)
class SaysWhatBecame(Elsewhere, Worded):
    """What became of the answer of this partner."""

    study: str
    finding: str
    of: Partner


@dataclass(frozen=True, kw_only=True)
class MakesFinal(Elsewhere):
    study: str
    findings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Recommends(Elsewhere, Worded):
    """Said to a partner, or to all together."""

    study: str
    mark: str
    subject: Subject
    findings: tuple[str, ...]
    reason: str
    to: Partner | None = None


@dataclass(frozen=True, kw_only=True)
class OffersAdvice(Elsewhere):
    study: str
    advice: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Answers(Elsewhere, Worded):
    """Adopt, adapt or decline; `done` is written as in `weeks`."""

    advice: str
    says: Response.Says
    done: str = ""


@play.register
def _(deed: Finds, _story: Story, stage: Stage, now: datetime) -> None:
    with researching(stage, deed.study, deed.by) as by:
        finding = Finding(
            subject=deed.subject,
            goes=deed.goes,
            words=stage.calendar.told(deed.words, now),
            limits=stage.calendar.told(deed.limits, now),
        )
        write_finding(finding, by=by, now=now)
        for speaks, marks in ((FOR, deed.rests_on), (AGAINST, deed.against)):
            for mark in marks:
                evidence = proof(mark, deed.study, stage)
                evidence.finding, evidence.speaks = finding, speaks
                add_evidence(evidence, by=by, now=now)
    stage.keep(finding, deed.mark)


def proof(mark: str, study: str, stage: Stage) -> Evidence:
    """A passage by its mark, opened with its dossier; or a figure by its name."""
    figure = mark.removeprefix("cijfer:")
    if figure != mark:
        counted = stage.kept(Reconstruction, study)
        return Evidence(reconstruction=counted, measure=figure)
    coding = Coding.objects.select_related(
        "text__study_dossier__study", "line__conversation"
    ).get(pk=stage.made[Coding, mark])
    if coding.text:
        coding.text.study_dossier.unlock()
    return Evidence(coding=coding)


@play.register
def _(deed: OffersFindings, _story: Story, stage: Stage, now: datetime) -> None:
    day = stage.calendar.day(deed.check_by)
    with researching(stage, deed.study, deed.by) as by:
        findings = [stage.kept(Finding, mark) for mark in deed.findings]
        offer_findings(findings, day, by=by, now=now)


@play.register
def _(deed: ChecksFacts, _story: Story, stage: Stage, now: datetime) -> None:
    with keyring():
        check = FactCheck(
            finding=stage.kept(Finding, deed.finding),
            says=deed.says,
            words=stage.calendar.told(deed.words, now),
        )
        check_facts(check, by=stage.appointment(deed.by), now=now)


@play.register
def _(deed: SaysWhatBecame, _story: Story, stage: Stage, now: datetime) -> None:
    with researching(stage, deed.study, deed.by) as by:
        check = FactCheck.objects.get(
            finding=stage.made[Finding, deed.finding],
            organisation=stage.partner(deed.of),
        )
        words = stage.calendar.told(deed.words, now)
        say_what_became(check, words, by=by, now=now)


@play.register
def _(deed: MakesFinal, _story: Story, stage: Stage, now: datetime) -> None:
    with researching(stage, deed.study, deed.by) as by:
        for mark in deed.findings:
            make_final(stage.kept(Finding, mark), by=by, now=now)


@play.register
def _(deed: Recommends, _story: Story, stage: Stage, now: datetime) -> None:
    told = stage.calendar.told
    with researching(stage, deed.study, deed.by) as by:
        advice = Recommendation(
            subject=deed.subject,
            house=stage.house,
            addressee=deed.to and stage.partner(deed.to),
            words=told(deed.words, now),
            why=told(deed.reason, now),
        )
        findings = [stage.kept(Finding, mark) for mark in deed.findings]
        recommend(advice, findings, by=by, now=now)
    stage.keep(advice, deed.mark)


@play.register
def _(deed: OffersAdvice, _story: Story, stage: Stage, now: datetime) -> None:
    with researching(stage, deed.study, deed.by) as by:
        advice = [stage.kept(Recommendation, mark) for mark in deed.advice]
        offer_recommendations(advice, by=by, now=now)


@play.register
def _(deed: Answers, _story: Story, stage: Stage, now: datetime) -> None:
    with keyring():
        response = Response(
            recommendation=stage.kept(Recommendation, deed.advice),
            says=deed.says,
            words=stage.calendar.told(deed.words, now),
            on=stage.calendar.day(deed.done) if deed.done else None,
        )
        respond(response, by=stage.appointment(deed.by), now=now)
