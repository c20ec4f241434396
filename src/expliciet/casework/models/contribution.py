"""What a partner brings to the table: a header, and statements under it."""

import uuid
from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ...dossiers.models import Record
from ...dossiers.models.record import RecordQuerySet
from ...vault.constraints import SealedCheck
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from ..life_domains import LifeDomain


class Contribution(Record):
    """Facts, hearsay and estimates of one source, said once for all lines beneath.

    Wpg 3(5) and 4(1) ask for origin, way of obtaining, date and reliability of what is
    shared; Wpg 4(3) for facts apart from judgement. Here that is asked of everybody.
    """

    class Reliability(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed by a second source")
        DIRECT = "direct", _("seen or heard by ourselves")
        LIKELY = "likely", _("likely, not confirmed")
        UNSURE = "unsure", _("cannot be judged")

    class Use(models.TextChoices):
        TABLE = "table", _("for this table only")
        CARE = "care", _("for help and care only")
        ORDER = "order", _("for public order measures too")
        ANY = "any", _("for criminal proceedings too")

    class Ground(models.TextChoices):
        LAW = "law", _("the law that this table works under")
        CONSENT = "consent", _("with consent")
        DUTY = "duty", _("secrecy broken: legal duty to speak")
        CONFLICT = "conflict", _("secrecy broken: conflict of duties")
        PRESUMED = "presumed", _("secrecy broken: consent may be presumed")
        INTEREST = "interest", _("secrecy broken: weighty interest of another")
        OTHER = "other", _("another ground")

    KIND = "contribution"
    INITIAL = "F"
    TEXTS = ("source", "obtained", "ground_words", "necessity")
    WITHIN = ("statements",)
    SPEAKS = (Ground.DUTY, Ground.CONFLICT, Ground.PRESUMED, Ground.INTEREST)
    """The four grounds on which a professional may break secrecy."""

    source = SealedTextField(
        _("source"), seal="casework.contribution.source", max_length=300
    )
    obtained = SealedTextField(
        _("how it was obtained"), seal="casework.contribution.obtained", max_length=500
    )
    seen_on = models.DateField(_("as of"))
    reliability = models.CharField(_("reliability"), max_length=12, choices=Reliability)
    use = models.CharField(
        _("may be used"), max_length=8, choices=Use, default=Use.TABLE
    )
    ground = models.CharField(
        _("ground for sharing"), max_length=10, choices=Ground, default=Ground.LAW
    )
    ground_words = SealedTextField(
        _("why secrecy gives way here"),
        seal="casework.contribution.ground_words",
        max_length=2_000,
        blank=True,
    )
    necessity = SealedTextField(
        _("why belief or opinion must be recorded"),
        seal="casework.contribution.necessity",
        max_length=2_000,
        blank=True,
    )

    objects: ClassVar[RecordQuerySet["Contribution"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("contribution")
        constraints = [
            SealedCheck(
                condition=Q(ground__in=["law", "consent"])
                | Q(ground_words__isnull=False),
                name="breaking_secrecy_says_why",
            )
        ]

    @property
    def breaks_secrecy(self) -> bool:
        """Rests on one of the four grounds on which a professional may speak."""
        return self.ground in self.SPEAKS

    @property
    def is_limited(self) -> bool:
        """Not to be used for just anything: said at copying, printing and export."""
        return self.use != self.Use.ANY

    @property
    def closed_to(self) -> list[Promise]:
        """What it may not be used for, without a new decision of whoever said it."""
        return CLOSED_TO.get(self.use, [])

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, object] = {}
        today = timezone.localdate(self.recorded_at or timezone.now())
        if self.seen_on and self.seen_on > today:
            wrong["seen_on"] = _("What is told here was seen today at the latest.")
        if (
            self.breaks_secrecy or self.ground == self.Ground.OTHER
        ) and not self.ground_words:
            wrong["ground_words"] = _(
                "Say why secrecy gives way here, and what was weighed."
            )
        if wrong:
            raise ValidationError(wrong)


CLOSED_TO: dict[str, list[Promise]] = {
    Contribution.Use.TABLE: [
        _("help and care outside this table"),
        _("public order measures"),
        _("criminal proceedings"),
    ],
    Contribution.Use.CARE: [_("public order measures"), _("criminal proceedings")],
    Contribution.Use.ORDER: [_("criminal proceedings")],
}


class Statement(models.Model):
    """One line of a contribution: a fact, hearsay, or an estimate; never untyped."""

    class Kind(models.TextChoices):
        FACT = "fact", _("fact")
        HEARSAY = "hearsay", _("hearsay")
        ESTIMATE = "estimate", _("estimate")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(
        Contribution, models.PROTECT, related_name="statements"
    )
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(
        _("what it is"),
        max_length=10,
        choices=Kind,
        error_messages={
            "blank": _("Say whether this is a fact, hearsay or an estimate.")
        },
    )
    domain = models.CharField(
        _("life domain"),
        max_length=10,
        choices=LifeDomain,
        error_messages={"blank": _("Choose the life domain that this is about.")},
    )
    text = SealedTextField(
        _("statement"), seal="casework.statement.text", max_length=4_000
    )
    heard_from = SealedTextField(
        _("heard from whom"),
        seal="casework.statement.heard_from",
        max_length=300,
        blank=True,
    )

    TEXTS = ("text", "heard_from")
    ends_with = "contribution"

    class Meta:
        verbose_name = _("statement")
        ordering = ["contribution", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "order"], name="one_statement_for_a_line"
            ),
            SealedCheck(
                condition=~Q(kind="hearsay") | Q(heard_from__isnull=False),
                name="hearsay_says_from_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"statement {self.id}"

    def seal_place(self) -> Place:
        return self.contribution.seal_place()

    def seal_under(self) -> uuid.UUID:
        record: uuid.UUID = self.contribution_id
        return record

    def trail_place(self) -> Whereabouts:
        return self.contribution.trail_place()

    @property
    def is_about_belief(self) -> bool:
        """Where belief or opinion may come in, which the law guards in particular."""
        return self.domain in (LifeDomain.IDEAS, LifeDomain.MEANING)

    @property
    def reference(self) -> str:
        """The reference of its contribution, and which line: ``F-7KQ.2``."""
        return f"{self.contribution.reference}.{self.order}"

    def clean(self) -> None:
        if self.kind == self.Kind.HEARSAY and not self.heard_from:
            raise ValidationError(
                {"heard_from": _("Hearsay says from whom it was heard.")}
            )


class OtherUse(Record):
    """The contributor allows another use of what they brought in (S48, F71)."""

    KIND = "other_use"
    INITIAL = "U"
    TEXTS = ("asked_by", "why")
    BESIDE = ("of_contribution",)

    of_contribution = models.ForeignKey(
        Contribution, models.PROTECT, related_name="other_uses"
    )
    use = models.CharField(_("may be used"), max_length=8, choices=Contribution.Use)
    asked_by = SealedTextField(
        _("asked by"), seal="casework.other_use.asked_by", max_length=300
    )
    why = SealedTextField(
        _("why this is allowed"), seal="casework.other_use.why", max_length=2_000
    )

    objects: ClassVar[RecordQuerySet["OtherUse"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("other use")


def today_of(record: Record) -> date:
    return timezone.localdate(record.recorded_at or timezone.now())
