"""Leaving a line open in the open, and saying later what became of it."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.recording import next_moment, one_at_a_time, say
from ...dossiers.models import Circle, Record, Seat
from ..models import OpenPoint, Settled


@transaction.atomic
def leave_open(
    point: OpenPoint, *, by: Seat, circle: Circle, now: datetime
) -> OpenPoint:
    """Said as it was said, and openly not whole yet (N21)."""
    return say(point, by=by, circle=circle, action=Action.LEFT_OPEN, now=now)


@transaction.atomic
def settle(settled: Settled, *, by: Seat, now: datetime) -> Settled:
    """What became of it. Whoever said it does so, or who keeps the record."""
    now = one_at_a_time(by.dossier, now=now)
    point, heard = settled.about, Record.objects.visible_to(by, now)
    require(
        heard.filter(pk=point.pk).exists()
        and not by.reads_card
        and (by.records_for_others or point.organisation_id == by.organisation_id),
        "open_point.settle",
    )
    if not OpenPoint.objects.open().filter(pk=point.pk).exists():
        raise ValidationError(_("It was said already what became of this."))
    became = settled.became
    if became and not heard.filter(pk=became.pk, kind=point.becomes).exists():
        raise ValidationError({"became": _("Choose from what stands here.")})
    settled.by, settled.at = by, next_moment(by.dossier, now)
    settled.full_clean(exclude=["about"], validate_unique=False)
    try:
        with transaction.atomic():
            settled.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(_("It was said already what became of this.")) from None
    trail.record(Action.POINT_SETTLED, by=by, about=point)
    return settled
