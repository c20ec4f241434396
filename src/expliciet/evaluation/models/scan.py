"""The yearly scan: how partners find the cooperation, each answering blind (N22)."""

import uuid
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, House, Organisation, User
from ...audit.trail import Whereabouts
from ...dossiers.models import Dossier
from ...vault.fields import SealedTextField
from ...vault.keyring import unlock
from ...vault.sealing import Place


class ScanQuerySet(models.QuerySet["Scan"]):
    def visible_to(self, user: User, now: datetime) -> "ScanQuerySet":
        """Scans of the houses where this user is appointed at tables or decides."""
        roles = (*Appointment.AT_TABLES, Appointment.Role.PRIVACY_OFFICER)
        houses = user.appointments_now(timezone.localdate(now)).filter(role__in=roles)
        return self.filter(
            house__in=houses.order_by().values("house"),
            ends_on__gte=timezone.localdate(now),
        )


class Scan(models.Model):
    """Once a year the same statements; closed before anybody reads another's answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    answer_by = models.DateField(_("answer by"))
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    """When all answers were opened, at once; nobody answers any more."""
    figures = SealedTextField(
        _("process facts"), seal="evaluation.scan.figures", blank=True
    )
    dossiers: Any = models.ManyToManyField(Dossier, related_name="+")
    """Which the facts were counted over: none where they would tell of too few."""
    ends_on = models.DateField()

    objects = ScanQuerySet.as_manager()

    class Meta:
        verbose_name = _("yearly scan")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["house", "year"], name="one_scan_for_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"scan {self.id}"

    def seal_place(self) -> Place:
        return Place(self.id, "facts")

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)

    def unlock(self, organisations: "list[uuid.UUID]") -> None:
        """Let this request read the answers of these organisations, and the facts
        once the scan was opened."""
        facts = ["facts"] if self.opened_at else []
        unlock(self.id, [*facts, *map(str, organisations)])

    def is_open_for_answers(self, today: date) -> bool:
        return self.opened_at is None and today <= self.answer_by


class ScanAnswer(models.Model):
    """What one organisation says to one statement, and why."""

    class Says(models.TextChoices):
        YES = "yes", _("this is so")
        PARTLY = "partly", _("partly so")
        NO = "no", _("this is not so")
        UNKNOWN = "unknown", _("we cannot tell")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    scan = models.ForeignKey(Scan, models.PROTECT, related_name="answers")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    statement = models.CharField(_("statement"), max_length=40)
    says = SealedTextField(
        _("answer"), seal="evaluation.scan_answer.says", max_length=10
    )
    words = SealedTextField(
        _("why"), seal="evaluation.scan_answer.words", max_length=2_000, blank=True
    )
    at = models.DateTimeField()

    ends_with = "scan"

    class Meta:
        verbose_name = _("answer in a yearly scan")
        ordering = ["statement", "at"]
        constraints = [
            models.UniqueConstraint(
                fields=["scan", "organisation", "statement"],
                name="one_answer_of_an_organisation_to_a_statement",
            )
        ]

    def __str__(self) -> str:
        return f"answer {self.id}"

    def seal_place(self) -> Place:
        """Under a key for this organisation alone, until the scan is opened."""
        return Place(self.scan_id, str(self.organisation_id))

    def trail_place(self) -> Whereabouts:
        return self.scan.trail_place()

    def clean(self) -> None:
        if self.says and self.says not in self.Says.values:
            raise ValidationError({"says": _("Choose one of the answers.")})
