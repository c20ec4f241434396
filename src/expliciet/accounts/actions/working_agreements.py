"""How we work: agreed, answered, looked at again."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...audit import trail
from ...audit.actions import Action
from ..models import Appointment, WorkingAgreement, WorkingAnswer
from ..refusal import require
from ..terms import months_later


@transaction.atomic
def make_working_agreement(
    agreement: WorkingAgreement, *, by: Appointment, now: datetime
) -> WorkingAgreement:
    """Propose how we work, or put a new text in the place of an old one.

    Everybody at tables may propose for their own organisation; for all partners only
    the process director. Whoever may propose a text may put another in its place.
    """
    require(may_propose(agreement, by), "working_agreement.make")
    require(
        agreement.supersedes is None or may_propose(agreement.supersedes, by),
        "working_agreement.supersede",
    )
    today = timezone.localdate(now)
    agreement.made_at = now
    agreement.made_by = by.user
    agreement.ends_on = months_later(
        max(today, agreement.review_on), by.house.rule("account-months", today)
    )
    agreement.full_clean(exclude=["supersedes"])
    if agreement.review_on <= today:
        raise ValidationError({"review_on": _("Choose a day still to come.")})
    try:
        with transaction.atomic():
            agreement.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(
            _(
                "Somebody else already put another text in its place. Your text still "
                "stands here: read theirs first, and propose yours in its place."
            ),
            code="overtaken",
        ) from None
    trail.record(Action.WORKING_AGREEMENT_MADE, by=by, about=agreement)
    return agreement


@transaction.atomic
def answer_working_agreement(
    answer: WorkingAnswer, *, by: Appointment, now: datetime
) -> WorkingAnswer:
    """Yes, no or otherwise, on behalf of one's own organisation."""
    require(
        by.house_id == answer.agreement.house_id and by.is_(*Appointment.AT_TABLES),
        "working_agreement.answer",
    )
    answer.organisation = by.organisation
    answer.by = by.user
    answer.at = now
    answer.full_clean()
    if hasattr(answer.agreement, "superseded_by"):
        raise ValidationError(_("Another text took its place. Answer that one."))
    answer.save(force_insert=True)
    trail.record(Action.WORKING_AGREEMENT_ANSWERED, by=by, about=answer)
    return answer


def may_propose(agreement: WorkingAgreement, by: Appointment) -> bool:
    if by.house_id != agreement.house_id or not by.is_(*Appointment.AT_TABLES):
        return False
    if by.is_(Appointment.Role.PROCESS_DIRECTOR):
        return True
    return agreement.expects_id == by.organisation_id
