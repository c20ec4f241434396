"""What one organisation takes the facts to mean, written before hearing the others."""

import uuid
from datetime import datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ...dossiers.models import Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ...vault.constraints import SealedCheck
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .contribution import Statement
from .round import Round


class Theme(models.TextChoices):
    """What a reading speaks about; the rows of the difference map."""

    ANSWER = "answer", _("the question itself")
    IDEOLOGY = "ideology", _("ideology")
    VIOLENCE = "violence", _("threat of violence")
    DOMAINS = "domains", _("life domains")
    PROTECTIVE = "protective", _("what protects")
    ALTERNATIVE = "alternative", _("another explanation")


class ReadingQuerySet(RecordQuerySet["Reading"]):
    def in_by(self, moment: datetime) -> "ReadingQuerySet":
        """Said, standing and not taken back at this moment."""
        return self.current(moment).filter(
            Q(withdrawal=None) | Q(withdrawal__at__gt=moment), recorded_at__lte=moment
        )


class Reading(Record):
    """What one organisation takes the facts to mean, before hearing the others."""

    class Confidence(models.TextChoices):
        SURE = "sure", _("sure")
        FAIRLY = "fairly", _("fairly sure")
        UNSURE = "unsure", _("unsure")

    KIND = "reading"
    INITIAL = "E"
    TEXTS = ("sees", "reads", "would_change", "limits")
    BESIDE = ("of_round__reveal",)
    WITHIN = ("takes",)
    OWN_VOICE = True

    of_round = models.ForeignKey(Round, models.PROTECT, related_name="readings")
    sees = SealedTextField(
        _("what do you see"), seal="casework.reading.sees", max_length=4_000
    )
    reads = SealedTextField(
        _("how do you read it"), seal="casework.reading.reads", max_length=4_000
    )
    would_change = SealedTextField(
        _("what would change your mind"),
        seal="casework.reading.would_change",
        max_length=2_000,
    )
    confidence = models.CharField(
        _("how sure are you"), max_length=8, choices=Confidence, blank=True
    )
    limits = SealedTextField(
        _("what you cannot see from where you stand"),
        seal="casework.reading.limits",
        max_length=2_000,
        blank=True,
    )
    rests_on = models.ManyToManyField(Statement, blank=True, related_name="+")

    objects: ClassVar[ReadingQuerySet] = ReadingQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("own reading")

    def clean(self) -> None:
        super().clean()
        if self.of_round.size == Round.Size.FULL:
            lacking: dict[str, object] = {}
            if not self.confidence:
                lacking["confidence"] = _("Say how sure you are.")
            if not self.limits:
                lacking["limits"] = _("Say what you cannot see from where you stand.")
            if lacking:
                raise ValidationError(lacking)

    def may_be_corrected_by(self, seat: Seat) -> bool:
        """Its organisation; for a guest, the house that wrote it down as well."""
        wrote_it = (
            self.on_behalf_of_id is not None
            and seat.records_for_others
            and seat.organisation_id == self.seat.organisation_id
        )
        return wrote_it or super().may_be_corrected_by(seat)

    @property
    def is_blind(self) -> bool:
        """Written before the reveal, and so before hearing the others."""
        reveal = getattr(self.of_round, "reveal", None)
        return reveal is None or self.recorded_at < reveal.at

    @property
    def may_be_passed_on(self) -> bool:
        """Not before the reveal: until then nobody else hears it, asked or not."""
        return hasattr(self.of_round, "reveal")


class Take(models.Model):
    """What a reading says about one theme: a word to compare by, and the why."""

    class Says(models.TextChoices):
        YES = "yes", _("yes, I see that")
        NO = "no", _("no, I do not see that")
        UNSURE = "unsure", _("I cannot say")

    TEXTS = ("words",)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reading = models.ForeignKey(Reading, models.PROTECT, related_name="takes")
    theme = models.CharField(_("theme"), max_length=12, choices=Theme)
    says = models.CharField(_("do you see it"), max_length=8, choices=Says)
    words = SealedTextField(
        _("in your own words"), seal="casework.take.words", max_length=4_000, blank=True
    )

    ends_with = "reading"

    class Meta:
        verbose_name = _("reading of a theme")
        ordering = ["theme"]
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "theme"], name="one_take_on_a_theme"
            ),
            SealedCheck(
                condition=Q(says="unsure") | Q(words__isnull=False),
                name="a_take_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.theme} {self.id}"

    def seal_place(self) -> Place:
        return self.reading.seal_place()

    def seal_under(self) -> uuid.UUID:
        record: uuid.UUID = self.reading_id
        return record

    def trail_place(self) -> Whereabouts:
        return self.reading.trail_place()

    def clean(self) -> None:
        if self.says in (self.Says.YES, self.Says.NO) and not self.words:
            raise ValidationError(
                {"words": _("Say in your own words what you rest this on.")}
            )
