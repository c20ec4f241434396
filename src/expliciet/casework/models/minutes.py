"""What was said in a meeting, as the table says it was: read back and confirmed."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ...audit.trail import Whereabouts
from ...dossiers.models import Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .agenda import AgendaItem


class MinutesQuerySet(RecordQuerySet["Minutes"]):
    def open(self) -> "MinutesQuerySet":
        """Standing, and not established yet."""
        return self.current().filter(established=None, withdrawal=None)

    def unanswered_by(self, seat: Seat) -> "MinutesQuerySet":
        """Open, and this seat neither confirmed nor asked a change (N16)."""
        said = Receipt.objects.filter(minutes=models.OuterRef("pk"), seat=seat)
        return self.open().filter(~models.Exists(said))


class Minutes(Record):
    """What was said of one dossier in one meeting, within one circle (F44, F45, N16).

    It holds the records themselves, and retells none of them. Whoever hears several
    circles has minutes of each; nobody can tell that there are others.
    """

    KIND = "minutes"
    INITIAL = "T"
    TEXTS = ("text",)
    BESIDE = ("item__meeting", "withdrawal", "established__by__user")
    WITHIN = (
        "receipts__seat__organisation",
        "receipts__seat__user",
        "receipts__amendment",
    )

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="minutes_made")
    lines = models.ManyToManyField(Record, related_name="minuted_in")
    """What was recorded while it was spoken of, in this circle."""
    text = SealedTextField(
        _("what more was said"),
        seal="casework.minutes.text",
        max_length=20_000,
        blank=True,
    )

    objects: ClassVar[MinutesQuerySet] = MinutesQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = pgettext_lazy("of a meeting", "minutes")

    @property
    def is_established(self) -> bool:
        return hasattr(self, "established")

    @property
    def may_be_passed_on(self) -> bool:
        """What they hold was said in one circle; each record is passed on by itself."""
        return False

    @property
    def may_be_corrected(self) -> bool:
        """By whoever leads the talk, on a page of their own."""
        return False

    @property
    def may_be_withdrawn(self) -> bool:
        """Minutes are corrected, and both stay to be seen."""
        return False

    @property
    def texts_within(self) -> list[str]:
        """What was asked to be changed, and what became of it."""
        said = list(self.receipts.all())
        became = [getattr(each, "amendment", None) for each in said]
        words = [each.words for each in said] + [each.why for each in became if each]
        return [each for each in words if each]

    def silent(self, seats: Iterable[Seat]) -> list[Seat]:
        """Those of these seats that said nothing to it, as silence shows (N16)."""
        said = {each.seat_id for each in self.receipts.all()}
        return [seat for seat in seats if seat.pk not in said]

    def unruled(self) -> "list[Receipt]":
        """Changes that were asked, and of which nobody said what became of them."""
        return [
            each
            for each in self.receipts.all()
            if each.says == Receipt.Says.OTHERWISE and not hasattr(each, "amendment")
        ]


class Beside(models.Model):
    """What is said to minutes: sealed with them, and as long as they are kept."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"

    @property
    def about(self) -> Minutes:
        raise NotImplementedError

    def seal_place(self) -> Place:
        return self.about.seal_place()

    def seal_under(self) -> uuid.UUID:
        return self.about.pk

    def trail_place(self) -> Whereabouts:
        return self.about.trail_place()


class Receipt(Beside):
    """What one seat says to the minutes: it is so, or it was otherwise (N16, N23).

    At the table, when they are read back; or afterwards, from one's own place. Who is
    silent is shown as silent, and never as agreeing.
    """

    class Says(models.TextChoices):
        SO = "so", _("it is so")
        OTHERWISE = "otherwise", _("it was otherwise")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="receipts")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    """Who wrote it down: oneself, or who keeps the record, of somebody at the table."""
    says = models.CharField(_("is it so?"), max_length=9, choices=Says)
    words = SealedTextField(
        _("what was otherwise"),
        seal="casework.receipt.words",
        max_length=4_000,
        blank=True,
    )
    at_table = models.BooleanField(default=False)
    at = models.DateTimeField()

    ends_with = "minutes"

    class Meta:
        verbose_name = _("answer to minutes")
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "seat"], name="one_answer_to_minutes"
            )
        ]

    @property
    def about(self) -> Minutes:
        return self.minutes

    def clean(self) -> None:
        if self.says == self.Says.OTHERWISE and not self.words:
            raise ValidationError(
                {"words": _("Say what was otherwise: then it can be changed.")}
            )


class Amendment(Beside):
    """What became of a change that somebody asked: taken over, or not and why (F45)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    receipt = models.OneToOneField(Receipt, models.PROTECT, related_name="amendment")
    is_taken = models.BooleanField(_("taken over"))
    why = SealedTextField(
        _("why"), seal="casework.amendment.why", max_length=2_000, blank=True
    )
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "receipt"

    class Meta:
        verbose_name = _("amendment")

    @property
    def about(self) -> Minutes:
        return self.receipt.minutes

    def clean(self) -> None:
        if not self.is_taken and not self.why:
            raise ValidationError({"why": _("Say why it stays as it is.")})


class Established(models.Model):
    """From now on the minutes stand; a correction takes their place in the open."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    minutes = models.OneToOneField(Minutes, models.PROTECT, related_name="established")
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "minutes"

    class Meta:
        verbose_name = _("establishing of minutes")

    def __str__(self) -> str:
        return f"established {self.pk}"

    def trail_place(self) -> Whereabouts:
        return self.minutes.trail_place()

    def was_so(self, moment: datetime) -> bool:
        return self.at <= moment
