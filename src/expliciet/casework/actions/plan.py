"""Goals, interventions, and how they go."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.recording import correct, one_at_a_time, say
from ...dossiers.models import Circle, Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ..models import (
    Approval,
    Conflict,
    Decision,
    ExitCriterion,
    Factor,
    FactorList,
    Goal,
    Intervention,
    Progress,
    Result,
)


def set_goal(goal: Goal, *, by: Seat, circle: Circle, now: datetime) -> Goal:
    """Where somebody should get to."""
    return say(goal, by=by, circle=circle, action=Action.GOAL_SET, now=now)


@transaction.atomic
def plan_intervention(
    intervention: Intervention,
    factors: Iterable[Factor],
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
    decision: Decision | None = None,
) -> Intervention:
    """Plan something on factors or a threat of violence, towards a goal (S30).

    Exit criteria come before the first intervention (S42). What a provisional decision
    started cannot be an intrusive measure yet (S24).
    """
    now = one_at_a_time(by.dossier, now=now)
    intervention.decided_in = decision or intervention.decided_in
    works_on = list(factors)
    look_at_plan(intervention, works_on, by=by, circle=circle, now=now)
    say(
        intervention,
        by=by,
        circle=circle,
        action=Action.INTERVENTION_PLANNED,
        now=now,
    )
    intervention.factors.set(works_on)
    return intervention


@transaction.atomic
def correct_intervention(
    intervention: Intervention,
    factors: Iterable[Factor],
    old: Intervention,
    *,
    by: Seat,
    now: datetime,
) -> Intervention:
    """The whole intervention anew; an earlier day stays to be seen (S33).

    What was approved was the old text: an intrusive measure is approved again.
    """
    now = one_at_a_time(by.dossier, now=now)
    works_on = list(factors)
    look_at_plan(intervention, works_on, by=by, circle=old.circle, now=now)
    correct(intervention, old, by=by, now=now)
    intervention.factors.set(works_on)
    return intervention


def look_at_plan(
    intervention: Intervention,
    works_on: Sequence[Factor],
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
) -> None:
    seen = Record.objects.visible_to(by, now)
    require(seen.filter(pk=intervention.towards_id).exists(), "intervention.plan")
    look_at_goal(intervention.towards, circle)
    if not works_on and not intervention.on_violence:
        raise ValidationError(
            {
                "factors": _(
                    "Say on which factors, or on which threat of violence, this works."
                )
            }
        )
    if not exit_criteria(by, now).exists():
        raise ValidationError(
            _(
                "First agree what must be so for this approach to end: the exit "
                "criteria come before the first intervention."
            ),
            code="exit",
        )
    decision = intervention.decided_in
    if decision is not None:
        require(seen.filter(pk=decision.pk).exists(), "intervention.plan")
        look_at_decision(intervention, decision)
    owner = Seat.objects.filter(dossier=by.dossier_id, pk=intervention.owner_id)
    if not owner.taken(now).exists():
        raise ValidationError(
            {"owner": _("Choose somebody who sits at this table now.")}
        )
    active = FactorList.objects.active_in(by.dossier.house).values_list("pk", flat=True)
    if any(factor.list_id not in active for factor in works_on):
        raise ValidationError(_("This house does not use this list of factors."))


def exit_criteria(seat: Seat, now: datetime) -> RecordQuerySet[ExitCriterion]:
    """What must be so for the approach to end, as far as this seat hears it (S42)."""
    seen = ExitCriterion.objects.visible_to(seat, now)
    return seen.current().filter(withdrawal=None)


def look_at_goal(goal: Goal, circle: Circle) -> None:
    """Whoever hears what is done hears to which end."""
    if goal.is_withdrawn or goal.is_superseded:
        raise ValidationError(
            {"towards": _("This goal changed since. Choose one that stands now.")}
        )
    hearing = goal.circle.member_ids() | goal.passed_on_to()
    if not circle.member_ids() <= hearing:
        raise ValidationError(
            {
                "hears": _(
                    "Not everybody you choose here hears the goal. Choose a smaller "
                    "circle, or pass the goal on first."
                )
            }
        )


def look_at_decision(intervention: Intervention, decision: Decision) -> None:
    """What was decided stands; and what intrudes waits for quorum and answer."""
    if decision.is_withdrawn or decision.is_superseded:
        raise ValidationError(
            {"decided_in": _("This decision changed since. Choose what stands now.")}
        )
    if not intervention.is_intrusive:
        return
    if decision.is_provisional:
        raise ValidationError(
            _(
                "The decision it rests on is provisional: an intrusive measure waits "
                "until the quorum confirmed it."
            ),
            code="provisional",
        )
    if decision.is_advice and not decision.is_answered:
        raise ValidationError(
            _(
                "The decision it rests on is an advice: an intrusive measure waits "
                "until the other body answered."
            ),
            code="advice",
        )


@transaction.atomic
def approve_intervention(
    intervention: Intervention, *, by: Seat, now: datetime
) -> Approval:
    """A second person, of another organisation, who may decide or commit (F31)."""
    now = one_at_a_time(by.dossier, now=now)
    require(
        Record.objects.visible_to(by, now).filter(pk=intervention.pk).exists()
        and intervention.may_be_approved_by(by),
        "intervention.approve",
    )
    look_at_standing(intervention)
    if not intervention.is_intrusive:
        raise ValidationError(_("Voluntary support asks for no approval."))
    approval = Approval(intervention=intervention, by=by, at=now)
    try:
        with transaction.atomic():
            approval.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(_("This was approved already.")) from None
    trail.record(Action.INTERVENTION_APPROVED, by=by, about=intervention)
    return approval


def look_at_standing(intervention: Intervention) -> None:
    if intervention.is_withdrawn:
        raise ValidationError(_("This intervention was withdrawn."))
    if Record.objects.filter(supersedes=intervention.pk).exists():
        raise ValidationError(
            _("This intervention changed since. Look at the text that stands now.")
        )


@transaction.atomic
def record_conflict(
    conflict: Conflict, *, by: Seat, circle: Circle, now: datetime
) -> Conflict:
    """Two interventions that clash; seen on the agenda until it is settled (S32)."""
    seen = Intervention.objects.visible_to(by, now)
    require(
        seen.filter(pk=conflict.one_id).exists()
        and seen.filter(pk=conflict.other_id).exists(),
        "conflict.record",
    )
    for intervention in (conflict.one, conflict.other):
        look_at_standing(intervention)
    return say(conflict, by=by, circle=circle, action=Action.CONFLICT_RECORDED, now=now)


@transaction.atomic
def record_progress(progress: Progress, *, by: Seat, now: datetime) -> Progress:
    """How it goes: assumed, said by the doer, or confirmed by another (N4)."""
    require(
        Record.objects.visible_to(by, now)
        .filter(pk=progress.of_intervention_id)
        .exists(),
        "progress.record",
    )
    look_at_standing(progress.of_intervention)
    if progress.known == Progress.Known.CLAIMED:
        require(
            by.organisation_id == progress.of_intervention.owner.organisation_id,
            "progress.claim",
        )
    needs = by.dossier.house.rule("approval-of-intrusive", timezone.localdate(now))
    if (
        needs == "yes"
        and progress.of_intervention.is_intrusive
        and not progress.of_intervention.is_approved
    ):
        raise ValidationError(
            _("An intrusive measure does not start before a second person approved it.")
        )
    return say(
        progress,
        by=by,
        circle=progress.of_intervention.circle,
        action=Action.PROGRESS_RECORDED,
        now=now,
    )


@transaction.atomic
def record_result(result: Result, *, by: Seat, now: datetime) -> Result:
    """What came of it; the owner says so, or whoever chairs (S31)."""
    intervention = result.of_intervention
    require(
        Record.objects.visible_to(by, now).filter(pk=intervention.pk).exists()
        and (by.chairs or by.organisation_id == intervention.owner.organisation_id),
        "result.record",
    )
    look_at_standing(intervention)
    return say(
        result,
        by=by,
        circle=intervention.circle,
        action=Action.RESULT_RECORDED,
        now=now,
    )
