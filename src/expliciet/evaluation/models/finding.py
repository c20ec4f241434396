"""What a study found, what that rests on, and what partners say of the facts."""

import uuid
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation, User
from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .coding import Coding
from .figures import Reconstruction
from .study import OUTCOME, WORK, Study, StudyMember, Subject
from .written import Written


class FindingQuerySet(models.QuerySet["Finding"]):
    def visible_to(self, user: User, now: datetime) -> "FindingQuerySet":
        """All of them to researchers; to partners and offices what was offered."""
        mine = Study.objects.researched_by(user, now).order_by().values("pk")
        return self.filter(Q(study__in=mine) | Q(pk__in=self.offered_to(user, now)))

    def offered_to(self, user: User, now: datetime) -> "FindingQuerySet":
        told = Study.objects.told_to(user, now).order_by().values("pk")
        decided = Study.objects.decided_by(user, now).order_by().values("pk")
        offered = Finding.objects.filter(offered_at__lte=now)
        return offered.filter(Q(study__in=told) | Q(study__in=decided)).order_by()

    def current(self) -> "FindingQuerySet":
        return self.filter(superseded_by=None)


class Finding(Written):
    """Something that goes well, or can be better; resting on what was read and heard.

    Offered to partners to check the facts before it is final. After that a change is
    a new finding in its place, with why.
    """

    class Goes(models.TextChoices):
        WELL = "well", _("goes well")
        BETTER = "better", _("can be better")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField(_("number in the study"))
    subject = models.CharField(_("subject"), max_length=20, choices=Subject)
    goes = models.CharField(_("goes"), max_length=10, choices=Goes)
    words = SealedTextField(
        _("finding"), seal="evaluation.finding.words", max_length=4_000
    )
    limits = SealedTextField(
        _("what it does not say"),
        seal="evaluation.finding.limits",
        max_length=2_000,
        blank=True,
    )
    by = models.ForeignKey(StudyMember, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    offered_at = models.DateTimeField(null=True, blank=True)
    check_by = models.DateField(_("facts checked by"), null=True, blank=True)
    final_at = models.DateTimeField(null=True, blank=True)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    why_changed = SealedTextField(
        _("why it is changed"),
        seal="evaluation.finding.why_changed",
        max_length=2_000,
        blank=True,
    )

    ends_with = "study"
    written = ("subject", "goes", "words", "limits")

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        ordering = ["subject", "number", "at"]

    def __str__(self) -> str:
        return f"finding {self.number} of {self.study_id}"

    def seal_place(self) -> Place:
        return Place(self.study_id, OUTCOME)

    def trail_place(self) -> Whereabouts:
        return self.study.trail_place()

    @property
    def is_final(self) -> bool:
        return self.final_at is not None


class Evidence(models.Model):
    """What a finding rests on, or what speaks against it: a passage or a figure."""

    class Speaks(models.TextChoices):
        FOR = "for", _("for it")
        AGAINST = "against", _("against it")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="evidence")
    speaks = models.CharField(_("speaks"), max_length=10, choices=Speaks)
    coding = models.ForeignKey(
        Coding, models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    reconstruction = models.ForeignKey(
        Reconstruction, models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    measure = models.CharField(_("figure"), max_length=60, blank=True)
    note = SealedTextField(
        _("note"), seal="evaluation.evidence.note", max_length=2_000, blank=True
    )
    by = models.ForeignKey(StudyMember, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "finding"

    class Meta:
        verbose_name = _("evidence of a finding")
        ordering = ["speaks", "at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(coding__isnull=False, reconstruction__isnull=True)
                | Q(coding__isnull=True, reconstruction__isnull=False),
                name="evidence_is_a_passage_or_a_figure",
            )
        ]

    def __str__(self) -> str:
        return f"evidence {self.id}"

    def seal_place(self) -> Place:
        """A note may repeat a passage: it goes with the dossier of that passage."""
        if self.coding:
            return self.coding.seal_place()
        return Place(self.finding.study_id, WORK)

    def trail_place(self) -> Whereabouts:
        return self.finding.trail_place()

    def clean(self) -> None:
        if self.reconstruction_id and not self.measure:
            raise ValidationError({"measure": _("Say which figure.")})


class FactCheck(models.Model):
    """What one organisation says of the facts in a finding, and what became of it."""

    class Says(models.TextChoices):
        RIGHT = "right", _("the facts are right")
        OTHERWISE = "otherwise", _("it was otherwise")
        UNKNOWN = "unknown", _("we cannot tell")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="fact_checks")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    says = models.CharField(_("answer"), max_length=10, choices=Says)
    words = SealedTextField(
        _("what was otherwise"),
        seal="evaluation.fact_check.words",
        max_length=4_000,
        blank=True,
    )
    at = models.DateTimeField()
    became = SealedTextField(
        _("what became of it"),
        seal="evaluation.fact_check.became",
        max_length=2_000,
        blank=True,
    )
    became_at = models.DateTimeField(null=True, blank=True)

    ends_with = "finding"

    class Meta:
        verbose_name = _("check of the facts")
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "organisation"], name="one_check_for_an_organisation"
            )
        ]

    def __str__(self) -> str:
        return f"check {self.id}"

    def seal_place(self) -> Place:
        return self.finding.seal_place()

    def seal_under(self) -> uuid.UUID:
        return self.finding_id

    def trail_place(self) -> Whereabouts:
        return self.finding.trail_place()

    def clean(self) -> None:
        if self.says == self.Says.OTHERWISE and not self.words:
            raise ValidationError({"words": _("Say what was otherwise.")})
