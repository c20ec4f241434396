"""What studies and scans ask of somebody, for their own page: which kind, about which
of them, and by when; never a word of it."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.utils import timezone

from ..accounts.models import Appointment, Organisation
from .models import (
    FactCheck,
    Finding,
    Recommendation,
    Response,
    Scan,
    ScanAnswer,
)
from .models.study import DECIDING, let_in
from .waiting_after import claims, judges
from .waiting_to_begin import masks, words

CHECKS, ANSWERS, SCANS = "checks", "answers", "scans"

Asked = tuple[str, uuid.UUID, date, int]
"""Of which kind, about what, from which day, and how many days there are."""


class Waits(NamedTuple):
    """A word, masking, findings to check, recommendations to answer, or what became of
    them to do or to see, of one study; or a scan."""

    kind: str
    about: uuid.UUID
    day: date
    """By which day it is asked for; since when, where there is no such day."""


def waiting(capacities: Iterable[Appointment], now: datetime) -> list[Waits]:
    """In one question, for whoever decides or is appointed at tables; the first day of
    each."""
    held = list(capacities)
    speaking = [each for each in held if each.is_(*Appointment.AT_TABLES)]
    deciding = [each for each in held if each.is_(*DECIDING)]
    asked: list[QuerySet[Any, Any]] = []
    if speaking:
        asked += [checks(speaking, now), answers(speaking, now), scans(speaking, now)]
        asked += [claims(speaking, now), judges(speaking, now)]
    if deciding:
        asked += [words(deciding, now), masks(deciding[0].user, now)]
    if not asked:
        return []
    found = asked[0].union(*asked[1:], all=True)
    earliest: dict[tuple[str, uuid.UUID], date] = {}
    for kind, about, begins, days in found:
        day = begins + timedelta(days=days)
        known = earliest.get((kind, about))
        earliest[kind, about] = min(known, day) if known else day
    return sorted(
        (Waits(kind, about, day) for (kind, about), day in earliest.items()),
        key=lambda each: (each.day, str(each.about), each.kind),
    )


def checks(
    speaking: Iterable[Appointment], now: datetime
) -> "QuerySet[Finding, Asked]":
    """Findings of which their organisation did not say whether the facts are right."""
    owed = Q()
    for house, organisation in {(by.house_id, by.organisation_id) for by in speaking}:
        said = FactCheck.objects.filter(
            finding=OuterRef("pk"), organisation=organisation
        )
        owed |= Q(let_in(house)) & ~Q(Exists(said))
    return (
        Finding.objects.filter(
            owed,
            offered_at__lte=now,
            final_at=None,
            superseded_by=None,
            study__ended_at=None,
            study__ends_on__gte=timezone.localdate(now),
        )
        .order_by()
        .values_list(Value(CHECKS, CharField()), "study", "check_by", Value(0))
    )


def answers(
    speaking: Iterable[Appointment], now: datetime
) -> "QuerySet[Recommendation, Asked]":
    """Recommendations said to their organisation, or to their house where they are of
    its office, that nobody answered yet."""
    office = {
        by.house_id
        for by in speaking
        if by.organisation.function == Organisation.OFFICE
    }
    said = Response.objects.filter(recommendation=OuterRef("pk"))
    return (
        Recommendation.objects.filter(
            Q(addressee__in={by.organisation_id for by in speaking})
            | Q(addressee=None, house__in=office),
            let_in(OuterRef("house")),
            ~Exists(said),
            offered_at__lte=now,
            study__ends_on__gte=timezone.localdate(now),
        )
        .with_term()
        .order_by()
        .values_list(
            Value(ANSWERS, CharField()), F("study"), "offered_on", "days_to_answer"
        )
    )


def scans(speaking: Iterable[Appointment], now: datetime) -> "QuerySet[Scan, Asked]":
    """Scans of their house that still take answers, and have none of theirs."""
    today = timezone.localdate(now)
    owed = Q(pk__in=[])
    for by in speaking:
        said = ScanAnswer.objects.filter(
            scan=OuterRef("pk"), organisation=by.organisation_id
        )
        if by.organisation.is_active:
            owed |= Q(house=by.house_id) & ~Q(Exists(said))
    return (
        Scan.objects.filter(
            owed, opened_at=None, answer_by__gte=today, ends_on__gte=today
        )
        .order_by()
        .values_list(Value(SCANS, CharField()), "pk", "answer_by", Value(0))
    )
