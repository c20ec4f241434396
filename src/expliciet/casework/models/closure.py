"""The end of the approach, and the card that stays."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ...dossiers.models import Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from .contribution import today_of


class Closure(Record):
    """The end of the approach, and the promise that somebody looks again (S44, N20)."""

    class Outcome(models.TextChoices):
        GONE = "gone", _("the concern is gone")
        REGULAR = "regular", _("taken over by regular care")
        MOVED = "moved", _("moved away, handed over")
        CRIMINAL = "criminal", _("criminal track only")
        DIED = "died", _("deceased")
        UNJUSTIFIED = "unjustified", _("taking in was not justified")

    ENDS = (Outcome.DIED, Outcome.UNJUSTIFIED)
    """With these nobody looks again, and no exit criteria need have been met."""

    KIND = "closure"
    INITIAL = "Z"
    BESIDE = ("aftercare_by__user", "aftercare_by__organisation")
    TEXTS = (
        "why",
        "remaining",
        "criteria",
        "aftercare",
        "signs",
        "call",
        "person_told",
        "reporter_told",
    )

    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome)
    why = SealedTextField(_("why"), seal="casework.closure.why", max_length=4_000)
    criteria = SealedTextField(
        _("how the exit criteria were met"),
        seal="casework.closure.criteria",
        max_length=4_000,
    )
    remaining = SealedTextField(
        _("which concerns remain"),
        seal="casework.closure.remaining",
        max_length=4_000,
    )
    aftercare_by = models.ForeignKey(
        Seat,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("after-care by"),
    )
    aftercare = SealedTextField(
        _("what after-care, or why none"),
        seal="casework.closure.aftercare",
        max_length=4_000,
    )
    look_on = models.DateField(_("somebody looks again on"), null=True, blank=True)
    signs = SealedTextField(
        _("signs that would reopen this"),
        seal="casework.closure.signs",
        max_length=2_000,
    )
    call = SealedTextField(
        _("whom to call"), seal="casework.closure.call", max_length=500
    )
    person_told = SealedTextField(
        _("how the person is told, or why not"),
        seal="casework.closure.person_told",
        max_length=2_000,
    )
    reporter_told = SealedTextField(
        _("how the reporter is told, or why not"),
        seal="casework.closure.reporter_told",
        max_length=2_000,
    )
    named = models.ManyToManyField(Seat, related_name="+")
    """The seats that keep reading the after-care card, and nothing else."""

    objects: ClassVar[RecordQuerySet["Closure"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("closure")

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, object] = {}
        if self.outcome and self.outcome not in self.ENDS:
            if not self.look_on:
                wrong["look_on"] = _("Promise a day on which somebody looks again.")
            if not self.aftercare_by_id:
                wrong["aftercare_by"] = _("Say who looks again on that day.")
        if self.look_on and self.look_on <= today_of(self):
            wrong["look_on"] = _("Choose a day still to come.")
        if wrong:
            raise ValidationError(wrong)
