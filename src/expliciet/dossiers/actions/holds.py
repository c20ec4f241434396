"""Nothing is destroyed while this stands."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...accounts.terms import months_later
from ...audit import trail
from ...audit.actions import Action
from ..models import Hold
from ..models.hold import MAY_HOLD


@transaction.atomic
def put_hold(hold: Hold, *, by: Appointment, now: datetime) -> Hold:
    """By the privacy officer or the process director of the house; says no content."""
    today = timezone.localdate(now)
    require(may_hold(hold, by, today), "hold.put")
    hold.dossier.unlock_holds()
    hold.by, hold.at = by.user, now
    hold.full_clean()
    last = months_later(today, by.house.rule("hold-months", today))
    if not today < hold.review_on <= last:
        raise ValidationError(
            {
                "review_on": _("Choose a day from tomorrow up to %(last)s.")
                % {"last": last.strftime("%d-%m-%Y")}
            }
        )
    hold.save(force_insert=True)
    trail.record(Action.HELD, by=by, about=hold)
    return hold


@transaction.atomic
def lift_hold(hold: Hold, why: str, *, by: Appointment, now: datetime) -> Hold:
    """The original term counts again, not a new one (V16)."""
    require(may_hold(hold, by, timezone.localdate(now)), "hold.lift")
    hold.dossier.unlock_holds()
    if not why.strip():
        raise ValidationError({"lifted_why": _("Say why it is lifted.")})
    standing = Hold.objects.select_for_update().filter(pk=hold.pk, lifted_at=None)
    if not standing.exists():
        raise ValidationError(_("This hold was lifted already."))
    hold.lifted_at, hold.lifted_by, hold.lifted_why = now, by.user, why
    hold.clean_fields(exclude=["ground"])
    hold.save(update_fields=["lifted_at", "lifted_by", "lifted_why"])
    trail.record(Action.HOLD_LIFTED, by=by, about=hold)
    return hold


def may_hold(hold: Hold, by: Appointment, today: date) -> bool:
    """Guards terms in the house that keeps this dossier, today."""
    holding = Appointment.objects.holding(today).in_role(*MAY_HOLD)
    return hold.dossier.house_id == by.house_id and holding.filter(pk=by.pk).exists()
