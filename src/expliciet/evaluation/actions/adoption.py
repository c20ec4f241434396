"""A recommendation becomes a working agreement or a house rule; claimed with proof by
whoever took it up, confirmed by somebody of another organisation (N15)."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.actions.working_agreements import make_working_agreement
from ...accounts.models import Appointment, WorkingAgreement
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..models import Adoption, AdoptionStep, Recommendation, Response
from ..partners import at_tables
from .studies import DIRECTOR

Says = AdoptionStep.Says
TAKEN = (Response.Says.ADOPT, Response.Says.ADAPT)


@transaction.atomic
def adopt(
    adoption: Adoption,
    agreement: WorkingAgreement | None = None,
    *,
    by: Appointment,
    now: datetime,
) -> Adoption:
    """Propose it to the partners as a working agreement; or point to the house rule
    that was changed since. Only what was answered with adopting or adapting."""
    recommendation = adoption.recommendation
    require(may_adopt(recommendation, by, now), "adoption.make")
    adoption.by, adoption.at = by.user, now
    look_at(adoption)
    if agreement is not None:
        agreement.house = by.house
        adoption.agreement = make_working_agreement(agreement, by=by, now=now)
    elif adoption.house_rule is None:
        raise ValidationError(
            {"house_rule": _("Choose the house rule that was changed.")}
        )
    adoption.full_clean()
    adoption.save(force_insert=True)
    trail.record(Action.ADOPTED, by=by, about=adoption)
    return adoption


def look_at(adoption: Adoption) -> None:
    recommendation, house = adoption.recommendation, adoption.recommendation.house_id
    answer = recommendation.response
    if answer is None or answer.says not in TAKEN:
        raise ValidationError(
            _("This recommendation was not adopted or adapted. Answer it first.")
        )
    direction = adoption.direction
    if direction and (
        direction.recommendation_id != recommendation.pk or direction.taken_off_at
    ):
        raise ValidationError(
            {"direction": _("Choose a direction that belongs to this recommendation.")}
        )
    if adoption.owner.house_id != house or not adoption.owner.is_active:
        raise ValidationError({"owner": _("Choose who takes it up.")})
    rule = adoption.house_rule
    if rule and (rule.house_id != house or rule.set_at <= answer.at):
        raise ValidationError(
            {"house_rule": _("Choose a rule of this house that was set since.")}
        )


@transaction.atomic
def claim_adoption(
    step: AdoptionStep, *, by: Appointment, now: datetime
) -> AdoptionStep:
    """Its owner says that it is done, and what shows it."""
    adoption = held(step)
    require(
        at_tables(by, adoption.recommendation.study, now)
        and by.organisation_id == adoption.owner_id,
        "adoption.claim",
    )
    last = adoption.last
    if last and last.says == Says.CONFIRMED:
        raise ValidationError(_("This was confirmed already."))
    if last and last.says == Says.CLAIMED:
        raise ValidationError(_("This was said already; another looks at it now."))
    return said(step, Says.CLAIMED, Action.ADOPTION_CLAIMED, by, now)


@transaction.atomic
def judge_adoption(
    step: AdoptionStep, *, by: Appointment, now: datetime
) -> AdoptionStep:
    """Somebody of another organisation sees it, or does not see it yet."""
    adoption, says = held(step), Says(step.says)
    last = adoption.last
    own = last is not None and last.says == Says.CLAIMED and last.by_id == by.user_id
    require(
        at_tables(by, adoption.recommendation.study, now)
        and by.house_id == adoption.recommendation.house_id
        and by.organisation_id != adoption.owner_id
        and not own,
        "adoption.judge",
    )
    if last is None or last.says != Says.CLAIMED:
        raise ValidationError(_("Nobody said that this is done: nothing to judge."))
    if says not in (Says.CONFIRMED, Says.NOT_SEEN):
        raise ValidationError({"says": _("Choose one of the answers.")})
    return said(step, says, Action.ADOPTION_JUDGED, by, now)


@transaction.atomic
def said(
    step: AdoptionStep, says: Says, action: Action, by: Appointment, now: datetime
) -> AdoptionStep:
    step.says, step.organisation, step.by = says, by.organisation, by.user
    step.at = now
    step.full_clean()
    step.save(force_insert=True)
    trail.record(action, by=by, about=step)
    return step


def held(step: AdoptionStep) -> Adoption:
    """As it stands now; two who speak at once do so one after the other."""
    found = (
        Adoption.objects.select_for_update(of=("self",))
        .select_related("recommendation__study", "owner")
        .get(pk=step.adoption_id)
    )
    step.adoption = found
    return found


def may_adopt(recommendation: Recommendation, by: Appointment, now: datetime) -> bool:
    """The process director of its house, or whoever it was said to."""
    return (
        by.house_id == recommendation.house_id
        and recommendation.offered_at is not None
        and at_tables(by, recommendation.study, now)
        and (by.is_(DIRECTOR) or recommendation.asks(by.organisation))
    )


def may_claim(adoption: Adoption, by: Appointment) -> bool:
    last = adoption.last
    waits = last is None or last.says == Says.NOT_SEEN
    return waits and by.organisation_id == adoption.owner_id


def may_judge(adoption: Adoption, by: Appointment) -> bool:
    last = adoption.last
    return (
        last is not None
        and last.says == Says.CLAIMED
        and by.house_id == adoption.recommendation.house_id
        and by.organisation_id != adoption.owner_id
        and by.user_id != last.by_id
    )
