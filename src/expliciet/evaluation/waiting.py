"""What studies ask of somebody, for their own page: which kind, of which study, and by
when; never a word of it."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import TruncDate
from django.utils import timezone

from ..accounts.models import Appointment, Organisation
from .models import FactCheck, Finding, Recommendation, Response, StudyHouse

CHECKS, ANSWERS = "checks", "answers"


class Waits(NamedTuple):
    """Findings to check, or recommendations to answer, of one study."""

    kind: str
    study: uuid.UUID
    day: date
    """By which day the facts are checked; since when a recommendation waits."""


def waiting(capacities: Iterable[Appointment], now: datetime) -> list[Waits]:
    """In one question, for whoever is appointed at tables; the first day of each."""
    speaking = [each for each in capacities if each.is_(*Appointment.AT_TABLES)]
    if not speaking:
        return []
    found = checks(speaking, now).union(answers(speaking, now), all=True)
    earliest: dict[tuple[str, uuid.UUID], date] = {}
    for kind, study, day in found:
        known = earliest.get((kind, study))
        earliest[kind, study] = min(known, day) if known else day
    return sorted(
        (Waits(kind, study, day) for (kind, study), day in earliest.items()),
        key=lambda each: (each.day, str(each.study), each.kind),
    )


def checks(
    speaking: Iterable[Appointment], now: datetime
) -> "QuerySet[Finding, tuple[str, uuid.UUID, date]]":
    """Findings of which their organisation did not say whether the facts are right."""
    owed = Q()
    for house, organisation in {(by.house_id, by.organisation_id) for by in speaking}:
        let_in = StudyHouse.objects.filter(
            study=OuterRef("study"), house=house, released_at__isnull=False
        )
        said = FactCheck.objects.filter(
            finding=OuterRef("pk"), organisation=organisation
        )
        owed |= Q(Exists(let_in)) & ~Q(Exists(said))
    return (
        Finding.objects.filter(
            owed,
            offered_at__lte=now,
            final_at=None,
            superseded_by=None,
            study__ends_on__gte=timezone.localdate(now),
        )
        .order_by()
        .values_list(Value(CHECKS, CharField()), "study", "check_by")
    )


def answers(
    speaking: Iterable[Appointment], now: datetime
) -> "QuerySet[Recommendation, tuple[str, uuid.UUID, date]]":
    """Recommendations said to their organisation, or to their house where they are of
    its office, that nobody answered yet."""
    office = {
        by.house_id
        for by in speaking
        if by.organisation.function == Organisation.OFFICE
    }
    let_in = StudyHouse.objects.filter(
        study=OuterRef("study"), house=OuterRef("house"), released_at__isnull=False
    )
    said = Response.objects.filter(recommendation=OuterRef("pk"))
    return (
        Recommendation.objects.filter(
            Q(addressee__in={by.organisation_id for by in speaking})
            | Q(addressee=None, house__in=office),
            Exists(let_in),
            ~Exists(said),
            offered_at__lte=now,
            study__ends_on__gte=timezone.localdate(now),
        )
        .order_by()
        .values_list(Value(ANSWERS, CharField()), F("study"), TruncDate("offered_at"))
    )
