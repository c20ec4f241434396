"""What records alone show of the process, frozen when it was asked (F58)."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .study import OUTCOME, Study
from .study_text import StudyDossier


class Reconstruction(models.Model):
    """The course of the process over the dossiers of a study: figures with small
    groups left out, as they were when somebody asked. They stand, also when a dossier
    is destroyed later: nobody learns about one dossier from the difference."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="reconstructions")
    dossiers: Any = models.ManyToManyField(StudyDossier, related_name="+")
    figures = SealedTextField(
        _("figures"), seal="evaluation.reconstruction.figures", max_length=1_000_000
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "study"

    class Meta:
        verbose_name = _("reconstruction of the process")
        ordering = ["-at", "id"]

    def __str__(self) -> str:
        return f"reconstruction {self.id}"

    def seal_place(self) -> Place:
        return Place(self.study_id, OUTCOME)

    def trail_place(self) -> Whereabouts:
        return self.study.trail_place()
