"""How heavy the approach is, when to look again, and how it ends."""

import uuid
from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ...accounts.models import House, User
from ...audit.trail import Whereabouts
from ...dossiers.models import Record
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .contribution import Statement, today_of


class LevelQuerySet(models.QuerySet["Level"]):
    def holding(self, house: House, today: date) -> "LevelQuerySet":
        """The levels of a house as they hold on this day, lightest first."""
        begun = self.filter(house=house, valid_from__lte=today)
        newest = begun.filter(code=models.OuterRef("code")).order_by(
            "-valid_from", "-set_at"
        )
        return begun.filter(pk=models.Subquery(newest.values("pk")[:1])).order_by(
            "order"
        )


class Level(models.Model):
    """A level of the approach (never of a person), as a house rule (S40).

    With criteria to step up to it and to step down from it, who decides, and after how
    long it is looked at again. Superseded by a newer row from its day on.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    house = models.ForeignKey(House, models.PROTECT, related_name="levels")
    code = models.CharField(max_length=20)
    order = models.PositiveSmallIntegerField(_("place in the ladder"))
    name = models.CharField(_("name"), max_length=80)
    meaning = models.CharField(_("what it means"), max_length=400)
    criteria = models.JSONField(_("criteria"), default=list)
    decider = models.CharField(_("who decides"), max_length=120)
    review_days = models.PositiveSmallIntegerField(_("looked at again within (days)"))
    source = models.CharField(_("source"), max_length=200)
    source_date = models.DateField(_("date of the source"))
    valid_from = models.DateField(_("holds from"))
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )

    ends_with = None
    """A rule of a house says nothing about a person."""

    objects = LevelQuerySet.as_manager()

    class Meta:
        verbose_name = _("level of the approach")
        ordering = ["house", "order", "-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(source=""), name="a_level_has_a_source"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)


class Scaling(Record):
    """A decision to move the approach up or down, or to stay, on criteria (S41)."""

    class Direction(models.TextChoices):
        UP = "up", _("step up")
        DOWN = "down", _("step down")
        STAY = "stay", _("stay")

    KIND = "scaling"
    INITIAL = "Q"
    TEXTS = ("reason",)
    BESIDE = ("level",)
    WITHIN = ("criteria",)

    level = models.ForeignKey(Level, models.PROTECT, related_name="+")
    direction = models.CharField(_("direction"), max_length=6, choices=Direction)
    reason = SealedTextField(
        _("why now"), seal="casework.scaling.reason", max_length=4_000
    )
    review_on = models.DateField(_("look again on"))

    objects: ClassVar[RecordQuerySet["Scaling"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("stepping up or down")


class Met(models.Model):
    """One criterion of a level: met, not met or unknown, and in what that is seen."""

    class Is(models.TextChoices):
        MET = "met", _("met")
        NOT_MET = "not_met", _("not met")
        UNKNOWN = "unknown", _("unknown")

    TEXTS = ("evidence",)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    scaling = models.ForeignKey(Scaling, models.PROTECT, related_name="criteria")
    criterion = models.CharField(max_length=400)
    met = models.CharField(_("criterion"), max_length=8, choices=Is)
    evidence = SealedTextField(
        _("in what we see that"), seal="casework.met.evidence", max_length=2_000
    )
    rests_on = models.ManyToManyField(Statement, blank=True, related_name="+")

    ends_with = "scaling"

    class Meta:
        verbose_name = _("criterion of a level")

    def __str__(self) -> str:
        return f"criterion {self.id}"

    def seal_place(self) -> Place:
        return self.scaling.seal_place()

    def seal_under(self) -> uuid.UUID:
        record: uuid.UUID = self.scaling_id
        return record

    def trail_place(self) -> Whereabouts:
        return self.scaling.trail_place()


class Review(Record):
    """Is discussing this person still necessary? (S43)"""

    class Outcome(models.TextChoices):
        CONTINUE = "continue", _("continue")
        CHANGE = "change", _("adjust")
        CLOSE = "close", _("close")

    KIND = "review"
    INITIAL = "N"
    TEXTS = ("necessary", "lighter")

    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    necessary = SealedTextField(
        _("why it is still necessary, or no longer"),
        seal="casework.review.necessary",
        max_length=4_000,
    )
    lighter = SealedTextField(
        _("would less do"), seal="casework.review.lighter", max_length=2_000
    )
    next_on = models.DateField(_("next review"), null=True, blank=True)

    objects: ClassVar[RecordQuerySet["Review"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("necessity review")

    def clean(self) -> None:
        super().clean()
        if self.outcome and self.outcome != self.Outcome.CLOSE and not self.next_on:
            raise ValidationError(
                {"next_on": _("Say when the table looks at this again.")}
            )
        if self.supersedes_id:
            return  # another wording, of what was decided then
        if self.next_on and self.next_on <= today_of(self):
            raise ValidationError({"next_on": _("Choose a day still to come.")})


class ExitCriterion(Record):
    """What must be so for the approach to end; agreed before the first intervention
    (S42, I-27)."""

    KIND = "exit_criterion"
    INITIAL = "C"
    TEXTS = ("text", "seen_by")

    text = SealedTextField(
        _("what must be so"), seal="casework.exit_criterion.text", max_length=1_000
    )
    seen_by = SealedTextField(
        _("how we will see it"),
        seal="casework.exit_criterion.seen_by",
        max_length=1_000,
    )

    objects: ClassVar[RecordQuerySet["ExitCriterion"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("exit criterion")
