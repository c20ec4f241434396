"""Turning a recommendation into an agreement or a rule; saying that it is done."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...accounts.terms import months_later
from ...audit.actions import Action
from ...evaluation.actions.adoption import (
    adopt,
    claim_adoption,
    judge_adoption,
    may_adopt,
    may_claim,
    may_judge,
)
from ...evaluation.models import (
    Adoption,
    AdoptionStep,
    Recommendation,
    SolutionDirection,
)
from ...evaluation.models.study import OUTCOME
from ...vault.keyring import unlock
from ..dossiers.deeds import REFUSED
from ..forms import begin
from ..people import me, route_name
from ..reading import show
from .adopting_forms import AdoptForm, ClaimForm, JudgeForm
from .studying import Concerned, concerning


@concerning
def make(
    request: HttpRequest, who: Concerned, now: datetime, number: int
) -> HttpResponse:
    """From a recommendation that was adopted or adapted, and perhaps a direction."""
    found = recommendation_or_404(request, who, number, now)
    by = next((each for each in who.capacities if may_adopt(found, each, now)), None)
    require(by is not None, "adoption.make")
    by = cast("Appointment", by)
    today = timezone.localdate(now)
    direction = asked_direction(request, found)
    form = begin(
        request,
        AdoptForm,
        house=by.house,
        about=who.study.pk,
        name=f"evaluation:adopt/{number}",
        of=found,
        by=by,
        now=now,
        initial={
            "direction": direction,
            "owner": direction.owner_id if direction else found.addressee_id,
            "text": direction.words if direction else found.words,
            "review_on": months_later(
                today, by.house.rule("working-agreement-months", today)
            ),
        },
    )

    def done() -> Adoption:
        said, agreement = form.cleaned_data, form.agreement()
        fresh = Adoption(
            recommendation=found,
            direction=said.get("direction"),
            owner=said["owner"],
            house_rule=None if agreement else said["house_rule"],
        )
        if agreement and not by.is_(Appointment.Role.PROCESS_DIRECTOR):
            agreement.expects = by.organisation
        return adopt(fresh, agreement, by=by, now=now)

    if request.method == "POST" and form.carries_out(done):
        messages.success(request, _("It stands. Partners can answer it now."))
        return redirect("evaluation:adoption", who.study.pk)
    return show(
        request,
        "evaluation/adopt.html",
        {"study": who.study, "form": form, "recommendation": found},
        action=Action.RECOMMENDATIONS_READ,
        by=by,
        about=found,
        status=REFUSED if form.is_bound else 200,
    )


def recommendation_or_404(
    request: HttpRequest, who: Concerned, number: int, now: datetime
) -> Recommendation:
    found = (
        Recommendation.objects.offered_to(me(request), now)
        .filter(study=who.study, number=number)
        .select_related("study", "house", "addressee")
        .first()
    )
    if found is None:
        raise Http404
    unlock(who.study.pk, [OUTCOME], rows=[found.pk])
    for session in found.sessions.filter(
        house__in={each.house_id for each in who.capacities}
    ):
        session.unlock()
    return found


def asked_direction(
    request: HttpRequest, of: Recommendation
) -> SolutionDirection | None:
    asked = request.GET.get("richting", "")
    return next(
        (
            each
            for each in of.directions.filter(taken_off_at=None)
            if str(each.pk) == asked
        ),
        None,
    )


@concerning
def claim(
    request: HttpRequest, who: Concerned, now: datetime, adoption: UUID
) -> HttpResponse:
    """By its owner, with what shows it."""
    found = adoption_or_404(request, who, adoption, now)
    by = next((each for each in who.capacities if may_claim(found, each)), who.by)
    require(by.organisation_id == found.owner_id, "adoption.claim")
    return said(request, who, now, found, by, ClaimForm)


@concerning
def judge(
    request: HttpRequest, who: Concerned, now: datetime, adoption: UUID
) -> HttpResponse:
    """By somebody of another organisation."""
    found = adoption_or_404(request, who, adoption, now)
    by = next((each for each in who.capacities if may_judge(found, each)), None)
    require(by is not None, "adoption.judge")
    return said(request, who, now, found, cast("Appointment", by), JudgeForm)


def said(
    request: HttpRequest,
    who: Concerned,
    now: datetime,
    found: Adoption,
    by: Appointment,
    kind: Any,
) -> HttpResponse:
    step = AdoptionStep(adoption=found)
    form = begin(
        request,
        kind,
        house=by.house,
        about=who.study.pk,
        name=f"{route_name(request)}/{found.pk}",
        instance=step,
    )
    act: Any = claim_adoption if kind is ClaimForm else judge_adoption
    if request.method == "POST" and form.carries_out(lambda: act(step, by=by, now=now)):
        messages.success(request, _("It stands with what became of it."))
        return redirect("evaluation:adoption", who.study.pk)
    return show(
        request,
        "evaluation/adoption_step.html",
        {
            "study": who.study,
            "adoption": found,
            "form": form,
            "claims": kind is ClaimForm,
        },
        action=Action.RECOMMENDATIONS_READ,
        by=by,
        about=found,
        status=REFUSED if form.is_bound else 200,
    )


def adoption_or_404(
    request: HttpRequest, who: Concerned, pk: UUID, now: datetime
) -> Adoption:
    """Of a recommendation that was offered, in a house where one is a partner."""
    offered = Recommendation.objects.offered_to(me(request), now)
    houses = {
        each.house_id for each in who.capacities if each.is_(*Appointment.AT_TABLES)
    }
    found = (
        Adoption.objects.filter(
            pk=pk,
            recommendation__in=offered.values("pk"),
            recommendation__study=who.study,
            recommendation__house__in=houses,
        )
        .select_related("recommendation__study", "owner", "agreement")
        .prefetch_related("steps")
        .first()
    )
    if found is None:
        raise Http404
    unlock(who.study.pk, [OUTCOME], rows=[found.recommendation_id])
    return found
