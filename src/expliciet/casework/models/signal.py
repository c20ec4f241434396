"""A stall signal that is left as it is for now, and who was told of one."""

import uuid
from datetime import date, datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from ...audit.trail import Whereabouts
from ...dossiers.models import Dossier, Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from .contribution import today_of


class LeftSoQuerySet(RecordQuerySet["LeftSo"]):
    def holding(self, today: date) -> "LeftSoQuerySet":
        """Said, not taken back, and the day to look again has not passed."""
        return self.current().filter(withdrawal=None, until__gte=today)


class LeftSo(Record):
    """We leave this stall signal as it is, because, until (N9).

    Said where the thing is said that stands still, so whoever hears that hears this
    too. The signal is silent for them until the day has passed; then it speaks again.
    """

    KIND = "left_so"
    INITIAL = "P"
    TEXTS = ("why",)
    BESIDE = ("about",)

    mark = models.UUIDField(_("signal"))
    """Which signal: its rule, what it is about, and the days that made it speak."""
    rule = models.CharField(_("question"), max_length=6)
    about = models.ForeignKey(
        Record,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="left_so",
        verbose_name=_("about"),
    )
    """What stands still; nothing for a signal about the dossier as a whole."""
    why = SealedTextField(
        _("why we leave this so"), seal="casework.left_so.why", max_length=2_000
    )
    until = models.DateField(_("until"))

    objects: ClassVar[LeftSoQuerySet] = LeftSoQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("leaving a stall signal so")
        indexes = [models.Index(fields=["mark"], name="left_so_mark")]

    def clean(self) -> None:
        super().clean()
        if self.supersedes_id:
            return  # another wording, of what was said then
        if self.until and self.until <= today_of(self):
            raise ValidationError({"until": _("Choose a day still to come.")})


class SignalToldQuerySet(models.QuerySet["SignalTold"]):
    def visible_to(self, user: User, now: datetime) -> "SignalToldQuerySet":
        """One's own, at the tables where one sits now."""
        seats = Seat.objects.of(user).active(now)
        return self.filter(
            user=user,
            dossier__in=seats.values("dossier"),
            dossier__ends_on__gte=timezone.localdate(now),
        )


class SignalTold(models.Model):
    """Somebody was told once that there is this stall signal; nothing of what it is.

    Goes when the signal is silent, so that they are told again when it comes back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+")
    mark = models.UUIDField()
    at = models.DateTimeField()

    ends_with = "dossier"

    objects = SignalToldQuerySet.as_manager()

    class Meta:
        verbose_name = _("stall signal that was told")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "mark"], name="a_signal_is_told_once"
            )
        ]

    def __str__(self) -> str:
        return f"told {self.id}"

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.dossier.house_id, dossier=self.dossier_id)
