"""What became of a recommendation: an agreement, claimed and confirmed (N14, N15)."""

import uuid
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...accounts.models import HouseRule, Organisation, User, WorkingAgreement
from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .learning import SolutionDirection
from .recommendation import Recommendation


class AdoptionQuerySet(models.QuerySet["Adoption"]):
    def visible_to(self, user: User, now: datetime) -> "AdoptionQuerySet":
        """With the recommendation that it follows."""
        seen = Recommendation.objects.visible_to(user, now).order_by().values("pk")
        return self.filter(recommendation__in=seen)


class Adoption(models.Model):
    """A recommendation that became a working agreement or a house rule."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, related_name="adoptions"
    )
    direction = models.ForeignKey(
        SolutionDirection,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="adoptions",
    )
    agreement = models.ForeignKey(
        WorkingAgreement, models.PROTECT, null=True, blank=True, related_name="+"
    )
    house_rule = models.ForeignKey(
        HouseRule, models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        verbose_name=_("who takes it up"),
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "recommendation"

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("adoption of a recommendation")
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreement__isnull=False, house_rule__isnull=True)
                | Q(agreement__isnull=True, house_rule__isnull=False),
                name="adopted_as_an_agreement_or_a_rule",
            )
        ]

    def __str__(self) -> str:
        return f"adoption {self.id}"

    def trail_place(self) -> Whereabouts:
        return self.recommendation.trail_place()

    @property
    def last(self) -> "AdoptionStep | None":
        return max(self.steps.all(), key=lambda each: each.at, default=None)

    @property
    def is_confirmed(self) -> bool:
        last = self.last
        return last is not None and last.says == AdoptionStep.Says.CONFIRMED


class AdoptionStep(models.Model):
    """Said to be done by its owner; confirmed, or not seen, by somebody else."""

    class Says(models.TextChoices):
        CLAIMED = "claimed", _("said to be done")
        CONFIRMED = "confirmed", _("confirmed by another")
        NOT_SEEN = "not_seen", _("not seen yet")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="steps")
    says = models.CharField(_("what is said"), max_length=10, choices=Says)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    words = SealedTextField(
        _("proof: what shows it"),
        seal="evaluation.adoption_step.words",
        max_length=2_000,
    )
    at = models.DateTimeField()

    ends_with = "adoption"

    class Meta:
        verbose_name = _("step of an adoption")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"step {self.id}"

    def seal_place(self) -> Place:
        return self.adoption.recommendation.seal_place()

    def seal_under(self) -> uuid.UUID:
        return self.adoption.recommendation_id

    def trail_place(self) -> Whereabouts:
        return self.adoption.trail_place()

    def clean(self) -> None:
        if not self.words:
            raise ValidationError({"words": _("Say what shows it.")})
