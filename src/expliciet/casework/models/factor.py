"""Factors: words to read facts with. Never scored, never counted, no grid to fill."""

import uuid
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ...accounts.models import House, User
from ...audit.trail import Whereabouts
from ...dossiers.models import Record
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from .contribution import Statement


class FactorListQuerySet(models.QuerySet["FactorList"]):
    def active_in(self, house: House) -> "FactorListQuerySet":
        """Lists whose source and licence this house confirmed (S21), and our own."""
        confirmed = Confirmed.objects.filter(list=OuterRef("pk"), house=house)
        return self.filter(Q(is_ours=True) | Exists(confirmed))


class FactorList(models.Model):
    """A list of factors with its source, licence and version.

    Licensed instruments are not lists: of those only name, date, assessor, conclusion
    and limits are recorded (`Assessment`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120)
    version = models.CharField(_("version"), max_length=40)
    source = models.CharField(_("source"), max_length=300)
    licence = models.CharField(_("licence"), max_length=120)
    is_ours = models.BooleanField(default=False)
    loaded_at = models.DateTimeField()

    ends_with = None
    """Reference data: it says nothing about anybody."""

    objects = FactorListQuerySet.as_manager()

    class Meta:
        verbose_name = _("factor list")
        ordering = ["name", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "version"], name="one_list_for_a_version"
            ),
            models.CheckConstraint(
                condition=~Q(source="") & ~Q(licence=""),
                name="a_list_has_source_and_licence",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


class Confirmed(models.Model):
    """A house looked at source and licence of a list, and uses it from then on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    list = models.ForeignKey(FactorList, models.PROTECT, related_name="confirmed")
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = None
    """A decision of a house about reference data."""

    class Meta:
        verbose_name = _("confirmed factor list")
        constraints = [
            models.UniqueConstraint(
                fields=["list", "house"], name="a_list_is_confirmed_once"
            )
        ]

    def __str__(self) -> str:
        return f"confirmed {self.id}"

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)


class Factor(models.Model):
    """One factor of a list: something that may be read in facts, or not."""

    class Theme(models.TextChoices):
        IDEOLOGY = "ideology", _("ideas and motive")
        VIOLENCE = "violence", _("threat of violence")
        ABILITY = "ability", _("means and ability")
        CONTEXT = "context", _("circumstances")
        PROTECTIVE = "protective", _("protective")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    list = models.ForeignKey(FactorList, models.PROTECT, related_name="factors")
    code = models.CharField(max_length=20)
    theme = models.CharField(_("theme"), max_length=12, choices=Theme)
    name_nl = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160)
    meaning_nl = models.CharField(max_length=400, blank=True)
    meaning_en = models.CharField(max_length=400, blank=True)

    ends_with = None
    """Reference data."""

    class Meta:
        verbose_name = _("factor")
        ordering = ["list", "theme", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["list", "code"], name="one_factor_for_a_code"
            )
        ]

    def __str__(self) -> str:
        return self.code

    def name(self, language: str) -> str:
        return self.name_en if language.startswith("en") else self.name_nl

    def meaning(self, language: str) -> str:
        return self.meaning_en if language.startswith("en") else self.meaning_nl

    @property
    def is_protective(self) -> bool:
        return self.theme == self.Theme.PROTECTIVE


class FactorReading(Record):
    """What one partner reads of one factor in the facts, and why (S14).

    Observed, not observed or unknown, with an argument; no number, no weight. A later
    reading of the same factor supersedes the earlier one, so that change is seen in
    words and dates.
    """

    class Read(models.TextChoices):
        OBSERVED = "observed", _("observed")
        NOT_OBSERVED = "not_observed", _("not observed")
        UNKNOWN = "unknown", _("unknown")

    KIND = "factor_reading"
    INITIAL = "L"
    TEXTS = ("argument",)
    BESIDE = ("factor__list",)
    OWN_VOICE = True

    factor = models.ForeignKey(Factor, models.PROTECT, related_name="+")
    read = models.CharField(_("what we read"), max_length=14, choices=Read)
    argument = SealedTextField(
        _("in what we read it"),
        seal="casework.factor_reading.argument",
        max_length=4_000,
    )
    rests_on = models.ManyToManyField(Statement, blank=True, related_name="+")

    objects: ClassVar[RecordQuerySet["FactorReading"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("factor reading")


class Assessment(Record):
    """That a licensed instrument was used elsewhere: name, date, assessor, conclusion,
    limits, and nothing of its contents (S20)."""

    KIND = "assessment"
    INITIAL = "T"
    TEXTS = ("assessor", "conclusion", "limits")

    instrument = models.CharField(_("name of the instrument"), max_length=80)
    assessed_on = models.DateField(_("date"))
    assessor = SealedTextField(
        _("assessor and function"), seal="casework.assessment.assessor", max_length=200
    )
    conclusion = SealedTextField(
        _("conclusion"), seal="casework.assessment.conclusion", max_length=4_000
    )
    limits = SealedTextField(
        _("limits of it"), seal="casework.assessment.limits", max_length=2_000
    )

    objects: ClassVar[RecordQuerySet["Assessment"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("assessment")

    def clean(self) -> None:
        super().clean()
        from .contribution import today_of

        if self.assessed_on and self.assessed_on > today_of(self):
            raise ValidationError({"assessed_on": _("This day is still to come.")})
