"""What the addressee says to a recommendation: adopt, adapt or decline (F66)."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...vault.keyring import unlock
from ..models import Recommendation, Response
from ..models.study import OUTCOME
from ..partners import at_tables


@transaction.atomic
def respond(response: Response, *, by: Appointment, now: datetime) -> Response:
    """On behalf of the organisation it was said to. A later answer counts, and the
    earlier one stays to be read."""
    recommendation = response.recommendation
    require(
        at_tables(by, recommendation.study, now)
        and recommendation.asks(by.organisation)
        and Recommendation.objects.offered_to(by.user, now)
        .filter(pk=recommendation.pk)
        .exists(),
        "study.respond",
    )
    unlock(recommendation.study_id, [OUTCOME], rows=[recommendation.pk])
    response.organisation, response.by, response.at = by.organisation, by.user, now
    if response.says == Response.Says.DECLINE:
        response.on = None
    response.full_clean()
    if response.on and response.on < timezone.localdate(now):
        raise ValidationError({"on": _("Choose a day still to come.")})
    response.save(force_insert=True)
    trail.record(Action.RECOMMENDATION_ANSWERED, by=by, about=response)
    return response
