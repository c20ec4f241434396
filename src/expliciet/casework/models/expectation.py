"""What one partner counts on from another, and what that one says to it."""

import uuid
from datetime import date, datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation, WorkingAgreement
from ...audit.trail import Whereabouts
from ...dossiers.models import Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .agreement import Agreement
from .contribution import today_of


class ExpectationQuerySet(RecordQuerySet["Expectation"]):
    def unanswered(self) -> "ExpectationQuerySet":
        """Standing, and nobody of the other side said anything yet."""
        return self.current().filter(answer=None, withdrawal=None)

    def unanswered_past(self, today: date) -> "ExpectationQuerySet":
        """Those of which the day has passed: they return on the next agenda."""
        return self.unanswered().filter(answer_by__lt=today).order_by("answer_by", "pk")


class Expectation(Record):
    """What one partner counts on from another, until it gets an answer (N3, S35)."""

    KIND = "expectation"
    INITIAL = "X"
    TEXTS = ("text", "why")
    BESIDE = (
        "of",
        "because_of",
        "withdrawal",
        "about_working__expects",
        "about_working__delivers",
        "answer__by__user",
        "answer__on_behalf_of",
        "answer__agreement",
    )

    of = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("of")
    )
    text = SealedTextField(
        _("what is expected"), seal="casework.expectation.text", max_length=2_000
    )
    why = SealedTextField(
        _("why"), seal="casework.expectation.why", max_length=2_000, blank=True
    )
    answer_by = models.DateField(_("answer by"))
    because_of = models.ForeignKey(
        Record,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="expectations",
        verbose_name=_("follows from"),
    )
    about_working = models.ForeignKey(
        WorkingAgreement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("about our working agreement"),
    )

    objects: ClassVar[ExpectationQuerySet] = ExpectationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("expectation")

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, object] = {}
        if self.of_id and self.of_id == self.organisation_id:
            wrong["of"] = _("Choose another organisation than your own.")
        if self.answer_by and self.answer_by < today_of(self):
            wrong["answer_by"] = _("Choose today or a day still to come.")
        if self.about_working and self.about_working.house_id != self.dossier.house_id:
            wrong["about_working"] = _("This belongs to another house.")
        if wrong:
            raise ValidationError(wrong)

    @property
    def texts_within(self) -> list[str]:
        """What was answered, too."""
        answer = getattr(self, "answer", None)
        return [answer.words] if answer and answer.words else []

    def answered_by(self, moment: datetime) -> "Answer | None":
        """What was said to it by then."""
        answer: Answer | None = getattr(self, "answer", None)
        return answer if answer and answer.at <= moment else None


class Answer(models.Model):
    """Yes, no, or otherwise; a yes becomes an agreement (F55, F56)."""

    class Says(models.TextChoices):
        YES = "yes", _("yes")
        NO = "no", _("no, because")
        OTHERWISE = "otherwise", _("otherwise, namely")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    expectation = models.OneToOneField(
        Expectation, models.PROTECT, related_name="answer"
    )
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey(
        Seat, models.PROTECT, null=True, blank=True, related_name="+"
    )
    says = models.CharField(_("answer"), max_length=10, choices=Says)
    words = SealedTextField(
        _("why not, or what instead"),
        seal="casework.answer.words",
        max_length=2_000,
        blank=True,
    )
    agreement = models.OneToOneField(
        Agreement, models.PROTECT, null=True, blank=True, related_name="answers"
    )
    said_on = models.DateField(_("said on"), null=True, blank=True)
    """The day on which a guest said it, to whoever wrote it down."""
    at = models.DateTimeField()

    ends_with = "expectation"

    class Meta:
        verbose_name = _("answer to an expectation")

    def __str__(self) -> str:
        return f"answer {self.id}"

    def seal_place(self) -> Place:
        return self.expectation.seal_place()

    def seal_under(self) -> uuid.UUID:
        record: uuid.UUID = self.expectation_id
        return record

    def trail_place(self) -> Whereabouts:
        return self.expectation.trail_place()

    def clean(self) -> None:
        if self.says and self.says != self.Says.YES and not self.words:
            raise ValidationError({"words": _("Say why not, or what instead.")})
