"""Whether the person was told that they are discussed."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ...dossiers.models import Record
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from .contribution import today_of


class Informing(Record):
    """Whether the person was told: informed, postponed or refused; blank is no answer
    (S54, Wpg 24b)."""

    class State(models.TextChoices):
        INFORMED = "informed", _("informed")
        POSTPONED = "postponed", _("postponed")
        REFUSED = "refused", _("not informed")

    class Ground(models.TextChoices):
        INVESTIGATION = "investigation", _("a criminal investigation")
        SAFETY = "safety", _("public safety")
        OTHERS = "others", _("rights of others")
        STATE = "state", _("national security")

    KIND = "informing"
    INITIAL = "J"
    TEXTS = ("whom", "words")

    state = models.CharField(_("the person is"), max_length=10, choices=State)
    whom = SealedTextField(
        _("who was told, or will be"), seal="casework.informing.whom", max_length=200
    )
    told_on = models.DateField(_("told on"), null=True, blank=True)
    ground = models.CharField(
        _("ground for not telling"), max_length=14, choices=Ground, blank=True
    )
    words = SealedTextField(
        _("how it was told, or why not"),
        seal="casework.informing.words",
        max_length=4_000,
    )
    review_on = models.DateField(_("look again on"), null=True, blank=True)

    objects: ClassVar[RecordQuerySet["Informing"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("informing the person")

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, object] = {}
        if self.state == self.State.INFORMED:
            if not self.told_on:
                wrong["told_on"] = _("Say when they were told.")
            elif self.told_on > today_of(self):
                wrong["told_on"] = _("This day is still to come.")
        elif self.state:
            if not self.ground:
                wrong["ground"] = _("Choose the ground on which telling waits.")
            is_new = not self.supersedes_id
            lies_ahead = self.review_on and self.review_on > today_of(self)
            if not self.review_on or (is_new and not lies_ahead):
                wrong["review_on"] = _("Say when the table looks at this again.")
        if wrong:
            raise ValidationError(wrong)
