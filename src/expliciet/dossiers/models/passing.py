"""Letting a later comer hear one record that was said before (N26)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...audit.trail import Whereabouts
from .record import Record
from .seat import Seat


class Passing(models.Model):
    """From this moment on, this organisation hears this record too."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    record = models.ForeignKey(Record, models.PROTECT, related_name="passings")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "record"

    class Meta:
        verbose_name = _("passing on")
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "organisation"], name="passed_on_once"
            )
        ]

    def __str__(self) -> str:
        return f"passing {self.id}"

    def trail_place(self) -> Whereabouts:
        return self.record.trail_place()
