"""Going away for a while, and coming back."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...audit import trail
from ...audit.actions import Action
from ..models import Absence, Appointment, User
from ..refusal import require


@transaction.atomic
def go_away(absence: Absence, *, by: User, now: datetime) -> Absence:
    """Say when one is away, and which colleague of the same organisation takes over.

    It gives nobody anything to see: the colleague works from seats of their own.
    """
    today = timezone.localdate(now)
    absence.user, absence.said_at = by, now
    held = Appointment.objects.holding(today).in_role(*Appointment.AT_TABLES)
    shared = held.filter(
        user=absence.replacement_id,
        organisation__in=held.filter(user=by).values("organisation"),
    )
    colleague = shared.select_related("organisation").first()
    if colleague is None or absence.replacement_id == by.pk:
        raise ValidationError(
            {"replacement": _("Choose a colleague of your own organisation.")}
        )
    absence.organisation = colleague.organisation
    if absence.until and absence.until < today:
        raise ValidationError({"until": _("This day has passed.")})
    absence.full_clean()
    overlaps = Absence.objects.to_come(today).filter(
        user=by,
        organisation=absence.organisation,
        since__lte=absence.until,
        until__gte=absence.since,
    )
    if overlaps.exists():
        raise ValidationError(
            _("You are away in these days already. End that first, or choose others.")
        )
    absence.save(force_insert=True)
    trail.record(Action.ABSENCE_SAID, by=by, about=absence)
    return absence


@transaction.atomic
def come_back(absence: Absence, *, by: User, now: datetime) -> Absence:
    """Back before the last day, or not going away after all."""
    require(absence.user_id == by.pk, "absence.end")
    still = Absence.objects.to_come(timezone.localdate(now)).filter(pk=absence.pk)
    if still.update(ended_at=now):
        absence.ended_at = now
        trail.record(Action.ABSENCE_ENDED, by=by, about=absence)
    return absence
