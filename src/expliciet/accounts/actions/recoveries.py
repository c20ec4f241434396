"""Letting somebody in anew: one person asks, another confirms, a code goes by hand."""

import secrets
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...audit import trail
from ...audit.actions import Action
from ..models import Appointment, Recovery, User
from ..models.recovery import LASTS, may_vouch
from ..refusal import require
from .factors import lock, remove_factors
from .sessions import end_sessions

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LONG = 16
"""Sixteen of thirty-two signs: nobody guesses that within a day."""


@transaction.atomic
def begin_recovery(user: User, *, by: Appointment, now: datetime) -> Recovery:
    """Ask that somebody be let in anew; by itself this changes nothing for them."""
    lock(user)
    require(may_vouch(user, by, timezone.localdate(now)), "recovery.begin")
    if user.recoveries.open(now).exists():
        raise ValidationError(
            _("Somebody already asked this. Another colleague can confirm it."),
            code="overtaken",
        )
    recovery = Recovery(
        user=user,
        house=by.house,
        asked_by=by.user,
        asked_at=now,
        expires_at=now + LASTS,
    )
    recovery.full_clean()
    recovery.save(force_insert=True)
    trail.record(Action.RECOVERY_BEGUN, by=by, about=recovery, on_behalf_of=user.id)
    return recovery


@transaction.atomic
def confirm_recovery(recovery: Recovery, *, by: Appointment, now: datetime) -> str:
    """A second person vouches too, and gets the code to hand over; shown this once."""
    lock(recovery.user)
    require(by.user_id != recovery.asked_by_id, "recovery.confirm.twice")
    require(by.house_id == recovery.house_id, "recovery.confirm")
    require(may_vouch(recovery.user, by, timezone.localdate(now)), "recovery.confirm")
    code = "".join(secrets.choice(SIGNS) for _sign in range(LONG))
    waiting = Recovery.objects.open(now).filter(pk=recovery.pk, confirmed_by=None)
    if not waiting.update(
        confirmed_by=by.user, confirmed_at=now, code_hash=recovery.hashed(code)
    ):
        raise ValidationError(
            _("This was confirmed, stopped or left too long. Ask it anew."),
            code="overtaken",
        )
    recovery.refresh_from_db()
    trail.record(
        Action.RECOVERY_CONFIRMED, by=by, about=recovery, on_behalf_of=recovery.user_id
    )
    return code


@transaction.atomic
def stop_recovery(recovery: Recovery, *, by: User, now: datetime) -> Recovery:
    """Whoever it is about says that they did not ask for it."""
    require(recovery.user_id == by.id, "recovery.stop")
    if not Recovery.objects.open(now).filter(pk=recovery.pk).update(stopped_at=now):
        raise ValidationError(_("This is over already."), code="overtaken")
    recovery.refresh_from_db()
    trail.record(Action.RECOVERY_STOPPED, by=by, about=recovery)
    return recovery


@transaction.atomic
def use_recovery(user: User, code: str, *, now: datetime) -> Recovery | None:
    """The code by hand: everything that let somebody in ends, and they begin anew.

    None when the code is not theirs, or not any more.
    """
    lock(user)
    recovery = user.recoveries.open(now).exclude(confirmed_by=None).first()
    if recovery is None or not user.is_active or not recovery.fits(as_meant(code)):
        return None
    recovery.used_at = now
    recovery.save(update_fields=["used_at"])
    user.set_unusable_password()
    user.save(update_fields=["password"])
    trail.record(Action.RECOVERY_USED, by=user, about=recovery)
    remove_factors(user, now=now, rule="recovery")
    end_sessions(user, keep=None, now=now, rule="recovery")
    return recovery


def as_meant(code: str) -> str:
    """Small letters, spaces and dashes aside."""
    return "".join(sign for sign in code.upper() if sign.isalnum())


def in_groups(code: str) -> str:
    """As one reads it out."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
