"""Letting somebody in anew who lost a password or a second factor."""

import hashlib
import hmac
import uuid
from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from .appointment import Appointment
from .house import House
from .user import User

LASTS = timedelta(hours=24)


class RecoveryQuerySet(models.QuerySet["Recovery"]):
    def open(self, now: datetime) -> "RecoveryQuerySet":
        """Neither used, nor stopped, nor too old."""
        return self.filter(used_at=None, stopped_at=None, expires_at__gt=now)

    def visible_to(self, user: User, now: datetime) -> "RecoveryQuerySet":
        """One's own, and those in whose house one may help."""
        mine = user.appointments_now(timezone.localdate(now)).order_by()
        return self.filter(Q(user=user) | Q(house__in=mine.values("house")))


class Recovery(models.Model):
    """Two people besides the one who is locked out vouch for them; never a mail.

    One asks, another confirms and hands over a code in person. The code works once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="recoveries")
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    code_hash = models.CharField(max_length=64, blank=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)

    ends_with = "user"

    objects = RecoveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("recovery")
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(asked_by=F("user"))
                & (Q(confirmed_by=None) | ~Q(confirmed_by=F("user")))
                & (Q(confirmed_by=None) | ~Q(confirmed_by=F("asked_by"))),
                name="two_others_let_somebody_in",
            )
        ]

    def __str__(self) -> str:
        return f"recovery {self.id}"

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)

    def hashed(self, code: str) -> str:
        """What is kept of a code: enough to know it again, not enough to use it."""
        return hashlib.sha256(self.id.bytes + code.encode()).hexdigest()

    def fits(self, code: str) -> bool:
        return bool(self.code_hash) and hmac.compare_digest(
            self.hashed(code), self.code_hash
        )


def may_vouch(for_whom: User, by: Appointment, today: date) -> bool:
    """A colleague of the same organisation, or an administrator of the house.

    Never for oneself, and only while both are appointed there.
    """
    if for_whom.id == by.user_id or not for_whom.is_active:
        return False
    if not Appointment.objects.holding(today).filter(pk=by.pk).exists():
        return False
    theirs = for_whom.appointments_now(today).filter(house=by.house_id)
    if by.is_(Appointment.Role.ADMINISTRATOR):
        return theirs.exists()
    return theirs.filter(organisation=by.organisation_id).exists()
