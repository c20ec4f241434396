"""What became of recommendations: agreed, done, confirmed, and measured again (N15)."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from ...accounts.models import Appointment, User, WorkingAnswer
from ...audit.actions import Action
from ...evaluation.actions.adoption import TAKEN, may_adopt, may_claim, may_judge
from ...evaluation.figured import Figure, figures_of
from ...evaluation.models import (
    Adoption,
    Evidence,
    Finding,
    Recommendation,
    Reconstruction,
    Study,
)
from ...evaluation.models.study import DECIDING, OUTCOME
from ...vault.keyring import unlock
from ..people import me
from ..reading import show
from .beside import drawing
from .studying import Concerned, concerning


class Become(NamedTuple):
    """One adoption, and what somebody may say to it now."""

    adoption: Adoption
    is_ours: bool
    """Of a house where one is a partner or decides: only they read its words."""
    answers: list[WorkingAnswer]
    may_claim: bool
    may_judge: bool


class Pair(NamedTuple):
    """One part of a figure, then and in the next study; none where it was too few."""

    name: object
    then: float | None
    now: float | None


class Again(NamedTuple):
    """A figure that a finding rested on, beside what the next study counted."""

    title: object
    then_on: datetime
    now_on: datetime
    pairs: list[Pair]

    @property
    def drawn(self) -> SafeString:
        before, now = month(self.then_on), month(self.now_on)
        return drawing(str(self.title), before, now, self.pairs)


def month(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "M Y")


class Followed(NamedTuple):
    """One recommendation: what became of it, and what was measured since."""

    recommendation: Recommendation
    adoptions: list[Become]
    again: list[Again]
    may_adopt: bool


@concerning
@require_safe
def adoption(request: HttpRequest, who: Concerned, now: datetime) -> HttpResponse:
    """To partners and offices what was offered; to researchers without the words of
    an agreement and without names."""
    rows = followed(who, me(request), now)
    return show(
        request,
        "evaluation/adopted.html",
        {
            "study": who.study,
            "became": [each for each in rows if each.adoptions or each.again],
            "waiting": [each for each in rows if not each.adoptions and not each.again],
            "member": who.member,
        },
        action=Action.RECOMMENDATIONS_READ,
        by=who.by,
        about=who.study,
        count=max(1, len(rows)),
    )


def followed(who: Concerned, user: User, now: datetime) -> list[Followed]:
    recommendations = list(
        Recommendation.objects.visible_to(user, now)
        .filter(study=who.study, offered_at__isnull=False)
        .select_related("study", "addressee", "house")
        .prefetch_related("responses__organisation")
        .order_by("number")
    )
    unlock(who.study.pk, [OUTCOME], rows=[each.pk for each in recommendations])
    adoptions = adopted(recommendations)
    measured = measures(recommendations, user, now)
    newest = latest(who.study, user, now)
    return [
        Followed(
            each,
            [become(who, one) for one in adoptions if one.recommendation_id == each.pk],
            [
                told
                for evidence in measured.get(each.pk, [])
                for later in newest
                if (told := again(evidence, later))
            ],
            may_turn(who, each, now),
        )
        for each in recommendations
    ]


def may_turn(who: Concerned, each: Recommendation, now: datetime) -> bool:
    answer = each.response
    return (
        answer is not None
        and answer.says in TAKEN
        and any(may_adopt(each, by, now) for by in who.capacities)
    )


def adopted(recommendations: Iterable[Recommendation]) -> list[Adoption]:
    return list(
        Adoption.objects.filter(recommendation__in=list(recommendations))
        .select_related(
            "recommendation__study", "owner", "agreement", "house_rule", "direction"
        )
        .prefetch_related(
            "steps__organisation",
            "steps__adoption__recommendation",
            "agreement__answers__organisation",
        )
    )


def become(who: Concerned, adoption: Adoption) -> Become:
    house = adoption.recommendation.house_id
    ours = [
        each
        for each in who.capacities
        if each.house_id == house and each.is_(*Appointment.AT_TABLES, *DECIDING)
    ]
    tables = [each for each in ours if each.is_(*Appointment.AT_TABLES)]
    said = adoption.agreement.said.values() if adoption.agreement else []
    return Become(
        adoption,
        bool(ours),
        sorted(said, key=lambda each: each.organisation.name),
        any(may_claim(adoption, each) for each in tables),
        any(may_judge(adoption, each) for each in tables),
    )


def measures(
    recommendations: Iterable[Recommendation], user: User, now: datetime
) -> dict[object, list[Evidence]]:
    """The figures that the findings beneath each recommendation rested on, as far as
    one may read those findings."""
    findings = Finding.objects.visible_to(user, now).order_by().values("pk")
    found: dict[object, list[Evidence]] = {}
    rested = (
        Evidence.objects.filter(
            finding__recommendations__in=list(recommendations),
            finding__in=findings,
            reconstruction__isnull=False,
        )
        .select_related("reconstruction__study")
        .prefetch_related("finding__recommendations")
        .distinct()
    )
    for evidence in rested:
        for each in evidence.finding.recommendations.all():
            there = found.setdefault(each.pk, [])
            if evidence.measure not in {one.measure for one in there}:
                there.append(evidence)
    return found


def latest(study: Study, user: User, now: datetime) -> list[Reconstruction]:
    """The last figures of each study that measures again, as far as one may see it."""
    there = Study.objects.visible_to(user, now).filter(follows=study)
    found: dict[object, Reconstruction] = {}
    for each in Reconstruction.objects.filter(study__in=there).order_by("-at"):
        found.setdefault(each.study_id, each)
    return list(found.values())


def again(evidence: Evidence, later: Reconstruction) -> Again | None:
    before = evidence.reconstruction
    if before is None:
        return None
    one, other = read(before, evidence.measure), read(later, evidence.measure)
    if one is None or other is None:
        return None
    since = {str(part.name): part.number for part in other.parts}
    pairs = [
        Pair(part.name, part.number, since.get(str(part.name))) for part in one.parts
    ]
    return Again(one.title, before.at, later.at, pairs)


def read(reconstruction: Reconstruction, measure: str) -> Figure | None:
    place = reconstruction.seal_place()
    unlock(place.scope, [place.compartment], rows=[reconstruction.pk])
    return figures_of(reconstruction).get(measure)
