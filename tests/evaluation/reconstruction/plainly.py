"""The same figures once more: record by record, with what each model says of itself.

Slow and written out, so that a reader can follow it with a finger; it shares no code
with what it checks but the names of things.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from statistics import median
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from expliciet.casework.differences import difference_map
from expliciet.casework.models import (
    Act,
    Agreement,
    Decision,
    Dissent,
    Expectation,
    Impasse,
    Intervention,
    Progress,
    Reading,
    Round,
    Scaling,
    Step,
)
from expliciet.dossiers.models import Heading, Question, Record
from expliciet.evaluation.reconstruction.figures import ALL, TOTAL, Figures
from expliciet.rules.catalogue import catalogue

ASKS_ABOUT = {
    "actor_missing": "owner",
    "actor_group": "owner",
    "time_missing": "date",
    "time_vague": "date",
    "end_missing": "date",
    "deferred_item": "date",
    "reason_missing": "reason",
    "reason_formulaic": "reason",
    "suppression_unexplained": "reason",
    "escalation_no_criterion": "criterion",
    "hearsay": "source",
    "interpretation_as_fact": "source",
    "action_vague": "done_when",
    "quantity_vague": "done_when",
    "status_vague": "done_when",
    "expectation_unaccepted": "reply",
    "weak_commitment": "reply",
    "consensus_unverified": "difference",
    "dissent_unresolved": "difference",
    "abbreviation_undefined": "wording",
    "condition_open": "wording",
    "double_agreement": "wording",
    "hedge": "wording",
    "reference_unresolved": "wording",
    "standing_still": "course",
}


class Fact(NamedTuple):
    """One thing that is counted, and of which dossier it is."""

    measure: str
    dossier: UUID
    day: date
    part: str
    other: str = ""
    took: int | None = None


def local(moment: datetime) -> date:
    return timezone.localdate(moment)


def last_text(record: Record, now: datetime) -> Record | None:
    """The text in its place at this moment; nothing when it was taken back by then."""
    later = type(record).objects.filter(supersedes=record.pk, recorded_at__lte=now)
    for each in later:
        return last_text(each, now)
    if record.is_withdrawn and record.withdrawal.at <= now:
        return None
    return record


def begun(kind: type[Record], dossier: UUID, now: datetime) -> list[Record]:
    found = kind.objects.filter(dossier=dossier, supersedes=None, recorded_at__lte=now)
    return [each for each in found if last_text(each, now)]


def texts(record: Record) -> list[Record]:
    found = [record]
    while later := type(record).objects.filter(supersedes=found[-1].pk).first():
        found.append(later)
    return found


def facts(dossier: UUID, now: datetime) -> Iterator[Fact]:
    yield from beginnings(dossier, now)
    yield from decisions(dossier, now)
    yield from scalings(dossier, now)
    yield from expectations(dossier, now)
    yield from agreements(dossier, now)
    yield from interventions(dossier, now)
    yield from impasses(dossier, now)
    yield from readings(dossier, now)
    for asked in Question.objects.filter(
        record__dossier=dossier, record__recorded_at__lte=now
    ):
        rule = next(each for each in catalogue() if each.code == asked.rule)
        day = local(asked.record.recorded_at)
        theme = ASKS_ABOUT[rule.phenomenon]
        yield Fact("explicitness", dossier, day, asked.outcome, theme)


def done(dossier: UUID, now: datetime) -> list[tuple[datetime, date]]:
    found = [
        (act.recorded_at, last_text(act, now).done_on)
        for act in begun(Act, dossier, now)
    ]
    for agreement in begun(Agreement, dossier, now):
        for text in texts(agreement):
            for claim, lacks in text.claims_until(now):
                if lacks is None:
                    found.append((claim.at, claim.done_on))
    for intervention in begun(Intervention, dossier, now):
        starts = last_text(intervention, now).starts_on
        if starts <= local(now):
            found.append((intervention.recorded_at, starts))
    return found + [
        (progress.recorded_at, last_text(progress, now).seen_on)
        for progress in begun(Progress, dossier, now)
    ]


def deed_after(dossier: UUID, said: datetime, day: date, now: datetime) -> date | None:
    days = [on for at, on in done(dossier, now) if at > said and on >= day]
    return min(days, default=None)


def beginnings(dossier: UUID, now: datetime) -> Iterator[Fact]:
    said = list(
        Heading.objects.filter(dossier=dossier, recorded_at__lte=now).order_by(
            "recorded_at"
        )
    )
    if not said or [each for each in said if each.running_since]:
        return
    weighed = [each for each in said if each.phase == "weighing"]
    at = weighed[0].recorded_at if weighed else None
    day = local(said[0].recorded_at)
    if said[0].phase == "report":
        if at:
            took = (local(at) - day).days
            yield Fact("reports", dossier, day, "weighed", took=took)
        else:
            yield Fact("reports", dossier, day, "not_weighed")
    if at:
        deed = deed_after(dossier, at, local(at), now)
        if deed:
            took = (deed - local(at)).days
            yield Fact("weighings", dossier, local(at), "deed", took=took)
        else:
            yield Fact("weighings", dossier, local(at), "no_deed")


def decisions(dossier: UUID, now: datetime) -> Iterator[Fact]:
    for first in begun(Decision, dossier, now):
        told = last_text(first, now)
        if told.is_procedural:
            continue
        otherwise = [
            each
            for text in texts(first)
            for each in Dissent.objects.filter(beside=text.pk, recorded_at__lte=now)
            if last_text(each, now)
        ]
        deed = deed_after(dossier, first.recorded_at, told.decided_on, now)
        part = "dissent_" if otherwise else "together_"
        part += "followed" if deed else "waiting"
        took = (deed - told.decided_on).days if deed else None
        yield Fact("decisions", dossier, told.decided_on, part, told.way, took)


def scalings(dossier: UUID, now: datetime) -> Iterator[Fact]:
    for first in begun(Scaling, dossier, now):
        told = last_text(first, now)
        if told.direction != "stay":
            met = [each.met == "met" for each in told.criteria.all()]
            part = told.direction + ("_met" if met and all(met) else "_not_met")
            yield Fact("scalings", dossier, local(first.recorded_at), part)


def expectations(dossier: UUID, now: datetime) -> Iterator[Fact]:
    for first in begun(Expectation, dossier, now):
        told = last_text(first, now)
        answer = told.answered_by(now)
        if answer:
            part = answer.says
        elif told.answer_by >= local(now):
            part = "not_yet_due"
        elif told.answer_by >= local(now) - timedelta(days=30):
            part = "month"
        elif told.answer_by >= local(now) - timedelta(days=90):
            part = "quarter"
        else:
            part = "longer"
        day = local(first.recorded_at)
        yield Fact("expectations", dossier, day, part, told.of.function)


def agreements(dossier: UUID, now: datetime) -> Iterator[Fact]:
    for first in begun(Agreement, dossier, now):
        told = last_text(first, now)
        stands, due = told.stands(now), first.due_on
        if stands in (Agreement.Stands.DONE, Agreement.Stands.CLAIMED):
            on = told.claimed_by(now).done_on
            part = "late_" if due and on > due else "kept_"
            part += "confirmed" if stands == Agreement.Stands.DONE else "claimed"
        elif stands == Agreement.Stands.REFUSED:
            part = "not_accepted"
        elif due and due < local(now):
            part = "not_kept"
        else:
            part = "open"
        function = told.owner_organisation.function
        yield Fact("agreements", dossier, local(first.recorded_at), part, function)


def interventions(dossier: UUID, now: datetime) -> Iterator[Fact]:
    for first in begun(Intervention, dossier, now):
        told = last_text(first, now)
        of_it = [each.pk for each in texts(first)]
        said = [
            last_text(each, now)
            for each in begun(Progress, dossier, now)
            if last_text(each, now).of_intervention_id in of_it
        ]
        said.sort(key=lambda each: (each.seen_on, each.recorded_at))
        part = said[-1].known if said else "untold"
        function = told.owner.organisation.function
        yield Fact("interventions", dossier, local(first.recorded_at), part, function)


def impasses(dossier: UUID, now: datetime) -> Iterator[Fact]:
    far = list(Step.Stage.values)
    for first in begun(Impasse, dossier, now):
        stages = [each.stage for each in first.steps.filter(at__lte=now)]
        furthest = max(stages, key=far.index, default="none")
        day, ended = local(first.recorded_at), first.ended
        if ended and ended.at <= now:
            took = (local(ended.at) - first.since).days
            yield Fact("impasses", dossier, day, ended.how, furthest, took)
        else:
            yield Fact("impasses", dossier, day, "open", furthest)


def readings(dossier: UUID, now: datetime) -> Iterator[Fact]:
    for first in begun(Round, dossier, now):
        for text in texts(first):
            reveal = text.revealed_by(now)
            if reveal:
                read = Reading.objects.in_by(reveal.at).filter(of_round=text.pk)
                for row in difference_map(read):
                    yield Fact(
                        "readings", dossier, local(reveal.at), row.how, row.theme
                    )


def differences(figures: Figures, told: list[Fact]) -> list[str]:
    """Where the figures say something else than these facts, in words."""
    told = [each for each in told if figures.begin <= each.day <= figures.end]
    found = []
    for measure in figures.measures:
        for row, cells in measure.cells.items():
            for part, cell in cells.items():
                here = [
                    each
                    for each in told
                    if each.measure == measure.name
                    and stands_in(each, row)
                    and part in (each.part, TOTAL)
                ]
                meant = (len(here), len({each.dossier for each in here}))
                if (cell.number, cell.dossiers) != meant:
                    found.append(f"{measure.name} {row} {part}: {cell} {meant}")
    for duration in figures.durations:
        for row, span in duration.spans.items():
            here = [
                each
                for each in told
                if each.measure == duration.measure
                and stands_in(each, row)
                and each.took is not None
            ]
            days = sorted(each.took for each in here if each.took is not None)
            meant = (len(days), len({each.dossier for each in here}))
            if (span.n, span.dossiers) != meant:
                found.append(f"{duration.name} {row}: {span} {meant}")
            if days and (span.low, span.median, span.high) != quarters(days):
                found.append(f"{duration.name} {row}: {span} {quarters(days)}")
    return found


def stands_in(fact: Fact, row: str) -> bool:
    half = f"{fact.day.year}-{1 if fact.day.month < 7 else 2}"
    return row in (ALL, str(fact.day.year), half, f"by {fact.other}")


def quarters(days: list[int]) -> tuple[float, float, float]:
    """The values a quarter, half and three quarters along the row, by weight."""

    def along(share: float) -> float:
        place = share * (len(days) - 1)
        below = int(place)
        above = min(below + 1, len(days) - 1)
        return days[below] + (place - below) * (days[above] - days[below])

    assert along(0.5) == median(days)
    return along(0.25), along(0.5), along(0.75)
