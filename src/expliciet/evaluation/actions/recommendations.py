"""What a study recommends, to whom, and on which findings (F66)."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..models import Finding, Recommendation, StudyMember
from ..partners import addressed, tell
from .fact_checks import listed
from .numbering import next_number


@transaction.atomic
def recommend(
    recommendation: Recommendation,
    findings: Iterable[Finding],
    *,
    by: StudyMember,
    now: datetime,
) -> Recommendation:
    """One thing to do better; any number of them, each on its own findings."""
    require(by.researches(now), "study.recommend")
    recommendation.study, recommendation.by, recommendation.at = by.study, by, now
    recommendation.number = next_number(Recommendation, by.study_id)
    look_at(recommendation, by)
    recommendation.full_clean()
    recommendation.save(force_insert=True)
    rest_on(recommendation, findings)
    trail.record(Action.RECOMMENDED, by=by, about=recommendation)
    return recommendation


@transaction.atomic
def change_recommendation(
    recommendation: Recommendation,
    findings: Iterable[Finding],
    *,
    read: str,
    by: StudyMember,
    now: datetime,
) -> Recommendation:
    """Write it better, as long as nobody was asked to answer it."""
    before = held(recommendation, by, now, "study.recommend")
    if before.offered_at:
        raise ValidationError(
            _("This was offered already and stands. Write another one beside it.")
        )
    before.require_read(read)
    look_at(recommendation, by)
    recommendation.full_clean()
    recommendation.save()
    rest_on(recommendation, findings)
    trail.record(Action.RECOMMENDATION_CHANGED, by=by, about=recommendation)
    return recommendation


@transaction.atomic
def offer_recommendations(
    recommendations: Iterable[Recommendation], *, by: StudyMember, now: datetime
) -> list[Recommendation]:
    """Ask whoever each is said to for an answer; from here on the house reads it."""
    require(by.leads and by.researches(now), "study.offer_recommendations")
    chosen = [
        held(each, by, now, "study.offer_recommendations") for each in recommendations
    ]
    if not chosen:
        raise ValidationError(
            {"recommendations": _("Choose at least one recommendation.")}
        )
    look_at_offering(chosen)
    today = timezone.localdate(now)
    for each in chosen:
        each.offered_at = now
        each.save(update_fields=["offered_at"])
        trail.record(Action.RECOMMENDATIONS_OFFERED, by=by, about=each)
    told = Appointment.objects.none()
    for each in chosen:
        told |= addressed(each, today)
    tell(by.study, told, now)
    return chosen


def held(
    recommendation: Recommendation, by: StudyMember, now: datetime, deed: str
) -> Recommendation:
    """By a researcher of this study; as it stands in the database, and locked."""
    require(by.researches(now) and recommendation.study_id == by.study_id, deed)
    found = Recommendation.objects.select_for_update(of=["self"])
    return found.get(pk=recommendation.pk)


def look_at(recommendation: Recommendation, by: StudyMember) -> None:
    """Said to a house of this study, and to nobody else."""
    houses = by.study.houses.filter(house=recommendation.house_id)
    if not houses.exists():
        raise ValidationError({"said_to": _("Say to whom it is said.")})


def rest_on(recommendation: Recommendation, findings: Iterable[Finding]) -> None:
    found = [each for each in findings if each.study_id == recommendation.study_id]
    recommendation.findings.set(found)


def look_at_offering(recommendations: Iterable[Recommendation]) -> None:
    """Each rests on at least one final finding."""
    offered = [each.number for each in recommendations if each.offered_at]
    loose = [
        each.number
        for each in recommendations
        if not each.findings.filter(final_at__isnull=False).exists()
    ]
    for numbers, said in (
        (offered, _("Number %(numbers)s was offered already.")),
        (loose, _("Number %(numbers)s rests on no final finding yet.")),
    ):
        if numbers:
            told = said % {"numbers": listed(numbers)}
            raise ValidationError({"recommendations": told})
