"""Taking back what was said."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .record import Record
from .seat import Seat


class Withdrawal(models.Model):
    """From this moment on the words are closed; that they were said stays to be seen.

    Wpg 4(4): what was wrongly shared is recalled, and everybody who could read it is
    told at once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    record = models.OneToOneField(Record, models.PROTECT, related_name="withdrawal")
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = SealedTextField(
        _("why it is withdrawn"), seal="dossiers.withdrawal.why", max_length=2_000
    )

    ends_with = "record"

    class Meta:
        verbose_name = _("withdrawal")

    def __str__(self) -> str:
        return f"withdrawal {self.id}"

    def seal_place(self) -> Place:
        return self.record.seal_place()

    def seal_under(self) -> uuid.UUID:
        return self.record_id

    def trail_place(self) -> Whereabouts:
        return self.record.trail_place()
