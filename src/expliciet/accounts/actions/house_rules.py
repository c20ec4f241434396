"""What a house decides for itself."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...audit import trail
from ...audit.actions import Action
from ...audit.trail import TERMINAL
from ..models import Appointment, HouseRule
from ..refusal import require


@transaction.atomic
def set_house_rule(
    rule: HouseRule, *, by: Appointment | None, now: datetime
) -> HouseRule:
    """A new value from a day on; what held before stays to be seen.

    It may not begin in the past: decisions already taken keep the rule they had. At
    the founding (`by` is None) it may begin today at the earliest too.
    """
    require(
        by is None
        or (
            by.house_id == rule.house_id
            and by.is_(
                Appointment.Role.PROCESS_DIRECTOR, Appointment.Role.PRIVACY_OFFICER
            )
        ),
        "house_rule.set",
    )
    rule.set_at = now
    rule.set_by = by.user if by else None
    rule.full_clean()
    if rule.valid_from < timezone.localdate(now):
        raise ValidationError(
            {
                "valid_from": _(
                    "A rule holds from today on, or later: what was decided before "
                    "keeps the rule of that day."
                )
            }
        )
    rule.save(force_insert=True)
    trail.record(Action.HOUSE_RULE_SET, by=by or TERMINAL, about=rule, rule=rule.name)
    return rule
