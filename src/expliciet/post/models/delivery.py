"""One notice on its way out of the house."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .notice import Notice

GOING_FOR = timedelta(minutes=10)
"""A mail that is longer on its way was left there by somebody who fell over."""
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 480, 1440)]
MOST = len(PAUSES) + 1


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def due(self, now: datetime) -> "DeliveryQuerySet":
        """Waiting, and not put off until later."""
        return self.filter(state=Delivery.State.WAITING, next_at__lte=now)

    def left_lying(self, now: datetime) -> "DeliveryQuerySet":
        """Taken by somebody who was not heard of since; or by a clock gone wrong."""
        return self.filter(
            Q(taken_at__lt=now - GOING_FOR) | Q(taken_at__gt=now + GOING_FOR),
            state=Delivery.State.GOING,
        )

    def given_up(self) -> "DeliveryQuerySet":
        """Tried often enough; whoever keeps this running sees them."""
        return self.filter(state=Delivery.State.FAILED)


class Delivery(models.Model):
    """A mail that says that there is something, and not what."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        GOING = "going", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("given up")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    notice = models.OneToOneField(Notice, models.PROTECT, related_name="delivery")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    ends_with = "notice"

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        indexes = [models.Index(fields=["state", "next_at"], name="delivery_due")]

    def __str__(self) -> str:
        return f"delivery {self.id}"

    @property
    def is_tried_enough(self) -> bool:
        return self.attempts >= MOST

    @property
    def pause(self) -> timedelta:
        """How long to wait after the last attempt; longer every time."""
        return PAUSES[max(0, min(self.attempts, len(PAUSES)) - 1)]
