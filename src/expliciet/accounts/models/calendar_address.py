"""The secret address under which somebody's own deadlines can be taken."""

import hashlib
import secrets
import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .user import User

LONG = 32
"""Bytes of chance in an address: nobody comes upon one by trying."""


def hashed(secret: str) -> str:
    """What is kept of an address: enough to know it again, not enough to use it."""
    return hashlib.sha256(f"calendar {secret}".encode()).hexdigest()


def fresh_secret() -> str:
    return secrets.token_urlsafe(LONG)


class CalendarAddressQuerySet(models.QuerySet["CalendarAddress"]):
    def open(self) -> "CalendarAddressQuerySet":
        """Made, and not ended since."""
        return self.filter(ended_at=None, user__is_active=True)

    def known_by(self, secret: str) -> "CalendarAddress | None":
        """The one behind this address. Looked for by a hash of something that nobody
        can guess, so that the time it takes tells nothing."""
        found = self.open().filter(secret_hash=hashed(secret))
        return found.select_related("user").first()


class CalendarAddress(models.Model):
    """One address at a time for each person; a new one ends the one before it.

    The address itself is shown once, and only a hash of it is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="calendar_addresses")
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    ends_with = "user"

    objects = CalendarAddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar address")
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(ended_at=None),
                name="one_open_calendar_address",
            )
        ]

    def __str__(self) -> str:
        return f"calendar address {self.id}"
