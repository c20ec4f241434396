"""What stands at the head of a dossier, from a moment on."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...vault.fields import SealedTextField
from .dossier import Dossier
from .record import Record, RecordQuerySet


class Heading(Record):
    """Phase, regime, controller, working name and review, and the ground they rest on.

    The first one opens the dossier; each change is a new one that supersedes it.
    `running_since` is filled when a dossier was already running elsewhere: its past is
    named by a date and not made up.
    """

    KIND = "heading"
    INITIAL = "K"
    TEXTS = ("ground",)
    BESIDE = ("controller",)

    working_name = models.CharField(_("working name"), max_length=60)
    phase = models.CharField(_("phase"), max_length=20, choices=Dossier.Phase)
    regime = models.CharField(_("regime"), max_length=10, choices=Dossier.Regime)
    controller = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        verbose_name=_("answers for the processing"),
    )
    review_on = models.DateField(_("next review"))
    ground = SealedTextField(
        _("on which ground"), seal="dossiers.heading.ground", max_length=4_000
    )
    grounded_on = models.DateField(_("date of the ground"))
    running_since = models.DateField(_("running since"), null=True, blank=True)

    objects: ClassVar[RecordQuerySet["Heading"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("heading")

    def clean(self) -> None:
        super().clean()
        if self.controller_id and self.controller.house_id != self.dossier.house_id:
            raise ValidationError(
                {"controller": _("This organisation belongs to another house.")}
            )
