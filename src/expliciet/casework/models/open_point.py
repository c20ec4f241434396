"""What was said at the table and openly lacks something still."""

import uuid
from datetime import datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ...dossiers.models import Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from ...vault.sealing import Place


class OpenPointQuerySet(RecordQuerySet["OpenPoint"]):
    def open(self) -> "OpenPointQuerySet":
        """Of which nobody said yet what became of it."""
        return self.current().filter(settled=None, withdrawal=None)


class OpenPoint(Record):
    """A line of the meeting that is not whole yet: no owner, no day, no reason (N21).

    So that it openly lacks it, instead of seeming complete or being forgotten. It is
    settled by what it became, or by saying why it lapses; until then it returns.
    """

    class Meant(models.TextChoices):
        AGREEMENT = "agreement", _("agreement")
        EXPECTATION = "expectation", _("expectation")
        DECISION = "decision", _("decision")
        FACT = "fact", _("fact")
        HEARSAY = "hearsay", _("hearsay")
        ESTIMATE = "estimate", _("estimate")
        IDEA = "idea", _("idea")
        IMPASSE = "impasse", _("impasse")

    BECOMES: ClassVar[dict[str, str]] = {
        Meant.FACT: "contribution",
        Meant.HEARSAY: "contribution",
        Meant.ESTIMATE: "contribution",
    }
    """The kind of record it becomes, where that bears another name."""

    KIND = "open_point"
    INITIAL = "U"
    TEXTS = ("text",)
    BESIDE = ("settled__became", "withdrawal")

    meant = models.CharField(_("meant as"), max_length=12, choices=Meant)
    text = SealedTextField(
        _("as it was said"), seal="casework.open_point.text", max_length=2_000
    )

    objects: ClassVar[OpenPointQuerySet] = OpenPointQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("open point")

    @property
    def becomes(self) -> str:
        return self.BECOMES.get(self.meant, self.meant)

    def settled_by(self, moment: datetime) -> "Settled | None":
        found: Settled | None = getattr(self, "settled", None)
        return found if found and found.at <= moment else None

    @property
    def texts_within(self) -> list[str]:
        settled: Settled | None = getattr(self, "settled", None)
        return [settled.why] if settled and settled.why else []


class Settled(models.Model):
    """What became of an open point: a record, or nothing and why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    about = models.OneToOneField(OpenPoint, models.PROTECT, related_name="settled")
    became = models.ForeignKey(
        Record, models.PROTECT, null=True, blank=True, related_name="+"
    )
    why = SealedTextField(
        _("why it lapses"), seal="casework.settled.why", max_length=2_000, blank=True
    )
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "about"

    class Meta:
        verbose_name = _("settling of an open point")

    def __str__(self) -> str:
        return f"settled {self.pk}"

    def seal_place(self) -> Place:
        return self.about.seal_place()

    def seal_under(self) -> uuid.UUID:
        return self.about.pk

    def trail_place(self) -> Whereabouts:
        return self.about.trail_place()

    def clean(self) -> None:
        if not self.became_id and not self.why:
            raise ValidationError(
                {"why": _("Say what became of it, or why it lapses.")}
            )
