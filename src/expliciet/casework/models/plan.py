"""Goals, what is done to reach them, and how it goes."""

import uuid
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ...dossiers.models import Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from ..life_domains import LifeDomain
from .contribution import today_of
from .decision import Decision
from .factor import Factor


class Goal(Record):
    """Where somebody should get to, phrased positively (I-18, F30)."""

    KIND = "goal"
    INITIAL = "G"
    TEXTS = ("text", "seen_by")

    domain = models.CharField(_("life domain"), max_length=10, choices=LifeDomain)
    text = SealedTextField(
        _("goal"),
        seal="casework.goal.text",
        max_length=1_000,
        help_text=_("What there will be, not what must stop."),
    )
    seen_by = SealedTextField(
        _("how we will see it"), seal="casework.goal.seen_by", max_length=1_000
    )

    objects: ClassVar[RecordQuerySet["Goal"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("goal")


class Intervention(Record):
    """What is done, on which factor or threat, to which end, by whom, until when (S30).

    Voluntary support is asked little. What intrudes on somebody's life is asked which
    power it uses, why it is in proportion and why nothing lighter will do, and what
    harm it may do.
    """

    class Weight(models.TextChoices):
        VOLUNTARY = "voluntary", _("voluntary support")
        INTRUSIVE = "intrusive", _("intrusive measure")

    KIND = "intervention"
    INITIAL = "M"
    TEXTS = (
        "deed",
        "effect",
        "seen_by",
        "on_violence",
        "power",
        "proportionate",
        "lighter",
        "harm",
        "offered",
    )
    BESIDE = (
        "towards",
        "owner__user",
        "owner__organisation",
        "approval__by__organisation",
        "decided_in",
    )

    towards = models.ForeignKey(Goal, models.PROTECT, related_name="interventions")
    weight = models.CharField(_("kind"), max_length=10, choices=Weight)
    deed = SealedTextField(
        _("what is done"), seal="casework.intervention.deed", max_length=2_000
    )
    owner = models.ForeignKey(
        Seat, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    factors = models.ManyToManyField(Factor, blank=True, related_name="+")
    on_violence = SealedTextField(
        _("on which threat of violence it works"),
        seal="casework.intervention.on_violence",
        max_length=1_000,
        blank=True,
    )
    starts_on = models.DateField(_("from"))
    review_on = models.DateField(_("look at the result on"))
    effect = SealedTextField(
        _("what we expect of it"),
        seal="casework.intervention.effect",
        max_length=2_000,
    )
    seen_by = SealedTextField(
        _("how we will see it"), seal="casework.intervention.seen_by", max_length=1_000
    )
    power = SealedTextField(
        _("on which power"),
        seal="casework.intervention.power",
        max_length=500,
        blank=True,
    )
    proportionate = SealedTextField(
        _("why it is in proportion"),
        seal="casework.intervention.proportionate",
        max_length=2_000,
        blank=True,
    )
    lighter = SealedTextField(
        _("which lighter ways were looked at"),
        seal="casework.intervention.lighter",
        max_length=2_000,
        blank=True,
    )
    harm = SealedTextField(
        _("what harm it may do"),
        seal="casework.intervention.harm",
        max_length=2_000,
        blank=True,
    )
    offered = SealedTextField(
        _("does the person know, and what did they say"),
        seal="casework.intervention.offered",
        max_length=2_000,
    )
    decided_in = models.ForeignKey(
        Decision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="started",
        verbose_name=_("decision it carries out"),
    )

    objects: ClassVar[RecordQuerySet["Intervention"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("intervention")

    @property
    def is_intrusive(self) -> bool:
        return self.weight == self.Weight.INTRUSIVE

    @property
    def is_approved(self) -> bool:
        return hasattr(self, "approval")

    def may_be_approved_by(self, seat: Seat) -> bool:
        """By another organisation than the doer's, and not by who planned it."""
        return (
            seat.organisation_id != self.owner.organisation_id
            and seat.pk != self.seat_id
            and seat.mandate != Seat.Mandate.SPEAK
        )

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, object] = {}
        if self.is_intrusive:
            for name in ("power", "proportionate", "lighter", "harm"):
                if not getattr(self, name):
                    wrong[name] = _("Asked of whatever intrudes on somebody's life.")
        if self.starts_on and self.review_on and self.review_on <= self.starts_on:
            wrong["review_on"] = _("Look at the result after it began.")
        if self.review_on and not wrong and self.review_on <= today_of(self):
            wrong["review_on"] = _("Choose a day still to come.")
        if wrong:
            raise ValidationError(wrong)


class Approval(models.Model):
    """A second person of another organisation stands behind an intrusive measure.

    Asked for where the house says so (F31); until then the measure does not start.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    intervention = models.OneToOneField(
        Intervention, models.PROTECT, related_name="approval"
    )
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "intervention"

    class Meta:
        verbose_name = _("approval")

    def __str__(self) -> str:
        return f"approval {self.id}"

    def trail_place(self) -> Whereabouts:
        return self.intervention.trail_place()


class Conflict(Record):
    """Two interventions that work against each other (S32, I-24)."""

    KIND = "conflict"
    INITIAL = "X"
    TEXTS = ("why", "settled")
    BESIDE = ("one", "other")

    one = models.ForeignKey(Intervention, models.PROTECT, related_name="+")
    other = models.ForeignKey(Intervention, models.PROTECT, related_name="+")
    why = SealedTextField(
        _("how they clash"), seal="casework.conflict.why", max_length=2_000
    )
    settled = SealedTextField(
        _("how it was settled"),
        seal="casework.conflict.settled",
        max_length=2_000,
        blank=True,
    )

    objects: ClassVar[RecordQuerySet["Conflict"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("conflict between interventions")

    def clean(self) -> None:
        super().clean()
        if self.one_id == self.other_id:
            raise ValidationError({"other": _("Choose another intervention.")})


class Progress(Record):
    """How an intervention goes, and how we know: assumed, claimed, confirmed (N4).

    Confirmed by somebody of another organisation than the one that does it (F33).
    """

    class Known(models.TextChoices):
        ASSUMED = "assumed", _("assumed")
        CLAIMED = "claimed", _("said by who does it")
        CONFIRMED = "confirmed", _("confirmed by another")

    KIND = "progress"
    INITIAL = "W"
    TEXTS = ("words",)
    BESIDE = ("of_intervention",)

    of_intervention = models.ForeignKey(
        Intervention, models.PROTECT, related_name="progress"
    )
    known = models.CharField(_("how we know"), max_length=10, choices=Known)
    seen_on = models.DateField(_("as of"))
    words = SealedTextField(
        _("how it goes"), seal="casework.progress.words", max_length=4_000
    )

    objects: ClassVar[RecordQuerySet["Progress"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("progress")

    def clean(self) -> None:
        super().clean()
        if self.known == self.Known.CONFIRMED and (
            self.organisation_id == self.of_intervention.owner.organisation_id
        ):
            raise ValidationError(
                {"known": _("Confirming is for another organisation than the doer.")}
            )
        if self.seen_on and self.seen_on > today_of(self):
            raise ValidationError({"seen_on": _("This day is still to come.")})


class Result(Record):
    """What came of an intervention, at its review (S31, I-22)."""

    class Came(models.TextChoices):
        REACHED = "reached", _("reached")
        PARTLY = "partly", _("partly")
        NONE = "none", _("no effect")
        HARMFUL = "harmful", _("harmful")
        NOT_DONE = "not_done", _("not carried out")

    KIND = "result"
    INITIAL = "Z"
    TEXTS = ("why",)
    BESIDE = ("of_intervention",)

    of_intervention = models.ForeignKey(
        Intervention, models.PROTECT, related_name="results"
    )
    came = models.CharField(_("what came of it"), max_length=10, choices=Came)
    why = SealedTextField(
        _("in what we see it, and why"), seal="casework.result.why", max_length=4_000
    )

    objects: ClassVar[RecordQuerySet["Result"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("result")
