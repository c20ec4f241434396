"""Why somebody looks into a dossier today."""

import uuid
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .seat import Seat


class OpeningQuerySet(models.QuerySet["Opening"]):
    def on(self, day: date) -> "OpeningQuerySet":
        return self.filter(day=day)


class Opening(models.Model):
    """The purpose with which one seat opens its dossier on one day (V13)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="openings")
    day = models.DateField()
    purpose = models.CharField(_("purpose"), max_length=80)
    words = SealedTextField(
        _("explanation"), seal="dossiers.opening.words", max_length=500, blank=True
    )
    at = models.DateTimeField()

    ends_with = "seat"

    objects = OpeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(fields=["seat", "day"], name="one_purpose_a_day")
        ]

    def __str__(self) -> str:
        return f"opening {self.id}"

    def seal_place(self) -> Place:
        return self.seat.seal_place()

    def trail_place(self) -> Whereabouts:
        return self.seat.trail_place()
