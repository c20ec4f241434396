"""What a study recommends to whom, and what they say to it (F66)."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.house_rules import KNOWN
from ...accounts.models import Appointment, House, HouseRule, Organisation, User
from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .finding import Finding
from .study import DECIDING, OUTCOME, Study, StudyHouse, StudyMember, Subject
from .written import Written

TERM = "recommendation-days"


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def visible_to(self, user: User, now: datetime) -> "RecommendationQuerySet":
        """All of them to researchers; to partners and offices what was offered."""
        mine = Study.objects.researched_by(user, now).order_by().values("pk")
        return self.filter(Q(study__in=mine) | Q(pk__in=self.offered_to(user, now)))

    def offered_to(self, user: User, now: datetime) -> "RecommendationQuerySet":
        """In one's own house alone: what is said to another house is theirs."""
        today = timezone.localdate(now)
        ours = user.appointments.holding(today).filter(house=OuterRef("house"))
        at_tables = Exists(ours.in_role(*Appointment.AT_TABLES))
        deciding = Exists(ours.in_role(*DECIDING))
        houses = StudyHouse.objects.filter(
            deciding | Q(at_tables, released_at__isnull=False),
            study=OuterRef("study"),
            house=OuterRef("house"),
        )
        return Recommendation.objects.filter(
            Exists(houses), offered_at__lte=now
        ).order_by()

    def with_term(self) -> "RecommendationQuerySet":
        """How many days there are for an answer: by the rule of the house it is said
        to, as that stood on the day it was offered."""
        held = (
            HouseRule.objects.filter(
                house=OuterRef("house"),
                name=TERM,
                valid_from__lte=OuterRef("offered_on"),
            )
            .order_by("-valid_from", "-set_at")
            .values_list(Cast("value", IntegerField()))[:1]
        )
        return self.annotate(
            offered_on=TruncDate("offered_at"),
            days_to_answer=Coalesce(Subquery(held), KNOWN[TERM].default),
        )


class Recommendation(Written):
    """One thing to do better, to whom it is said, why, and on which findings."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="recommendations")
    number = models.PositiveSmallIntegerField(_("number in the study"))
    subject = models.CharField(_("subject"), max_length=20, choices=Subject)
    house = models.ForeignKey(
        House, models.PROTECT, related_name="+", verbose_name=_("in this house")
    )
    addressee = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("said to"),
        help_text=_("Leave empty where it is for all partners together."),
    )
    words = SealedTextField(
        _("recommendation"), seal="evaluation.recommendation.words", max_length=4_000
    )
    why = SealedTextField(
        _("why"), seal="evaluation.recommendation.why", max_length=4_000
    )
    findings: Any = models.ManyToManyField(Finding, related_name="recommendations")
    by = models.ForeignKey(StudyMember, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    offered_at = models.DateTimeField(null=True, blank=True)

    ends_with = "study"
    written = ("subject", "house_id", "addressee_id", "words", "why")

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommendation")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["study", "number"], name="one_recommendation_for_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"recommendation {self.number} of {self.study_id}"

    def beside(self) -> Iterable[object]:
        return list(self.findings.values_list("number", flat=True))

    def seal_place(self) -> Place:
        return Place(self.study_id, OUTCOME)

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)

    def asks(self, organisation: Organisation) -> bool:
        """Whether the answer of this organisation is waited for: the addressee's, or
        the office's where it is for all together."""
        if organisation.house_id != self.house_id:
            return False
        if self.addressee_id:
            return organisation.pk == self.addressee_id
        return organisation.function == Organisation.OFFICE

    @property
    def answer_by(self) -> date | None:
        """The day by which an answer is asked, of those that were found `with_term`;
        before it is offered there is none."""
        if self.offered_at is None:
            return None
        days: int = self.days_to_answer  # type: ignore[attr-defined]
        return timezone.localdate(self.offered_at) + timedelta(days=days)

    @property
    def response(self) -> "Response | None":
        """The last word of whoever it was said to."""
        return max(self.responses.all(), key=lambda each: each.at, default=None)

    def clean(self) -> None:
        if self.addressee and self.addressee.house_id != self.house_id:
            raise ValidationError(
                {"addressee": _("This organisation belongs to another house.")}
            )


class Response(models.Model):
    """Adopt, adapt or decline, with why, and from which day."""

    class Says(models.TextChoices):
        ADOPT = "adopt", _("we adopt it")
        ADAPT = "adapt", _("we adapt it")
        DECLINE = "decline", _("we decline it")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, related_name="responses"
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    says = models.CharField(_("answer"), max_length=10, choices=Says)
    words = SealedTextField(
        _("why, or how"), seal="evaluation.response.words", max_length=4_000, blank=True
    )
    on = models.DateField(_("done by"), null=True, blank=True)
    at = models.DateTimeField()

    ends_with = "recommendation"

    class Meta:
        verbose_name = _("answer to a recommendation")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"response {self.id}"

    def seal_place(self) -> Place:
        return self.recommendation.seal_place()

    def seal_under(self) -> uuid.UUID:
        return self.recommendation_id

    def trail_place(self) -> Whereabouts:
        return self.recommendation.trail_place()

    def clean(self) -> None:
        if self.says != self.Says.ADOPT and not self.words:
            raise ValidationError(
                {"words": _("Say why not, or how you adapt it: others learn from it.")}
            )
        if self.says != self.Says.DECLINE and not self.on:
            raise ValidationError({"on": _("Say by which day.")})
