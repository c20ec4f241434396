"""What the partners together take the facts to mean, and who sees it otherwise."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...dossiers.models import Record
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from .contribution import Statement
from .reading import Reading
from .round import Round


class Interpretation(Record):
    """What the partners together take the facts to mean, and where they differ.

    Rests on facts (S13); says how sure, within which limits (S17), which other
    explanation was looked at or why none (S18), and what changed since the last (S19).
    """

    KIND = "interpretation"
    INITIAL = "I"
    TEXTS = (
        "summary",
        "violence_why",
        "protective",
        "alternative",
        "limits",
        "changed",
    )

    class Violence(models.TextChoices):
        SEEN = "seen", _("we see a threat of violence")
        NOT_SEEN = "not_seen", _("we do not see a threat of violence")
        UNKNOWN = "unknown", _("we cannot say")

    BESIDE = ("of_round",)

    of_round = models.ForeignKey(
        Round, models.PROTECT, null=True, blank=True, related_name="interpretations"
    )
    summary = SealedTextField(
        _("how we read it together"),
        seal="casework.interpretation.summary",
        max_length=8_000,
    )
    violence = models.CharField(
        _("threat of violence"), max_length=10, choices=Violence
    )
    violence_why = SealedTextField(
        _("what that rests on"),
        seal="casework.interpretation.violence_why",
        max_length=4_000,
    )
    protective = SealedTextField(
        _("what protects"),
        seal="casework.interpretation.protective",
        max_length=4_000,
    )
    alternative = SealedTextField(
        _("which other explanation we looked at, or why none"),
        seal="casework.interpretation.alternative",
        max_length=4_000,
    )
    confidence = models.CharField(
        _("how sure are we"), max_length=8, choices=Reading.Confidence
    )
    limits = SealedTextField(
        _("what we do not know"),
        seal="casework.interpretation.limits",
        max_length=4_000,
    )
    changed = SealedTextField(
        _("what changed since the last one"),
        seal="casework.interpretation.changed",
        max_length=4_000,
        blank=True,
    )
    rests_on = models.ManyToManyField(Statement, related_name="+")

    objects: ClassVar[RecordQuerySet["Interpretation"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("shared interpretation")


class Dissent(Record):
    """A view that stands beside an interpretation or a decision, of an organisation.

    Outside the trail it bears the organisation, not a person's name. How the table
    dealt with it is part of it.
    """

    KIND = "dissent"
    INITIAL = "A"
    TEXTS = ("sees", "handled")
    BESIDE = ("beside",)
    OWN_VOICE = True

    beside = models.ForeignKey(Record, models.PROTECT, related_name="dissents")
    sees = SealedTextField(
        _("what you see otherwise, and why"),
        seal="casework.dissent.sees",
        max_length=4_000,
    )
    handled = SealedTextField(
        _("how the table deals with it"),
        seal="casework.dissent.handled",
        max_length=2_000,
        blank=True,
    )

    objects: ClassVar[RecordQuerySet["Dissent"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("dissent")
