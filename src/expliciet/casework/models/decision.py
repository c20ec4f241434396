"""What was decided, between which options, why, by whom, and how."""

import uuid
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...audit.trail import Whereabouts
from ...dossiers.models import Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .contribution import Statement, today_of


class Decision(Record):
    """One question answered by the table (S24-S27, N5, I-01..I-05).

    Recording asks for options and reasons; a procedural decision (who chairs next
    time) is excepted, and says that it is. Without the quorum of the house it is
    provisional. What belongs to another body is advice until that body answered.
    """

    class Way(models.TextChoices):
        CONSENSUS = "consensus", _("everybody agreed")
        NO_OBJECTION = "no_objection", _("nobody objected")
        MAJORITY = "majority", _("most agreed")
        CHAIR = "chair", _("the chair decided after hearing everybody")
        ONE = "one", _("the organisation whose power it is decided")

    class Where(models.TextChoices):
        MEETING = "meeting", _("in a meeting")
        OUTSIDE = "outside", _("outside a meeting")

    KIND = "decision"
    INITIAL = "B"
    TEXTS = ("question", "outcome", "why", "advice_to")
    WITHIN = ("options", "considerations", "deciders", "reacheds")

    question = SealedTextField(
        _("question"), seal="casework.decision.question", max_length=1_000
    )
    outcome = SealedTextField(
        _("outcome"), seal="casework.decision.outcome", max_length=4_000
    )
    why = SealedTextField(
        _("what tipped the balance"),
        seal="casework.decision.why",
        max_length=8_000,
        blank=True,
    )
    is_procedural = models.BooleanField(_("only about how we work"), default=False)
    way = models.CharField(_("how it was decided"), max_length=14, choices=Way)
    where = models.CharField(
        _("where"), max_length=8, choices=Where, default=Where.MEETING
    )
    decided_on = models.DateField(_("decided on"))
    review_on = models.DateField(_("look again on"), null=True, blank=True)
    is_provisional = models.BooleanField(_("provisional"), default=False)
    advice_to = SealedTextField(
        _("advice to"),
        seal="casework.decision.advice_to",
        max_length=200,
        blank=True,
        help_text=_(
            "Fill in when another body decides, such as the authority triangle."
        ),
    )
    rests_on = models.ManyToManyField(Statement, blank=True, related_name="+")

    objects: ClassVar[RecordQuerySet["Decision"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("decision")

    @property
    def is_advice(self) -> bool:
        """Waits for the answer of another body, or got it."""
        return bool(self.advice_to)

    @property
    def is_answered(self) -> bool:
        """The other body answered this advice, or the text that stood before it."""
        told: Decision | None = self
        while told is not None:
            if told.answers.filter(withdrawal=None).exists():
                return True
            before = told.supersedes_id
            told = Decision.objects.filter(pk=before).first() if before else None
        return False

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, object] = {}
        if not self.is_procedural and not self.why:
            wrong["why"] = _("Say what tipped the balance.")
        if self.decided_on and self.decided_on > today_of(self):
            wrong["decided_on"] = _("This day is still to come.")
        if self.review_on and self.review_on <= today_of(self):
            wrong["review_on"] = _("Choose a day still to come.")
        if not self.is_procedural and not self.review_on:
            wrong["review_on"] = _("Say when the table looks at this again.")
        if wrong:
            raise ValidationError(wrong)


class Part(models.Model):
    """What the parts of a decision share: they are sealed, and end, with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="%(class)ss")

    ends_with = "decision"
    TEXTS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.id}"

    def seal_place(self) -> Place:
        return self.decision.seal_place()

    def seal_under(self) -> uuid.UUID:
        record: uuid.UUID = self.decision_id
        return record

    def trail_place(self) -> Whereabouts:
        return self.decision.trail_place()


class Option(Part):
    """One of the ways to go; chosen, or dropped and why (F57)."""

    TEXTS = ("text", "why_dropped")

    order = models.PositiveSmallIntegerField()
    text = SealedTextField(_("option"), seal="casework.option.text", max_length=2_000)
    is_chosen = models.BooleanField(_("chosen"), default=False)
    why_dropped = SealedTextField(
        _("why not"), seal="casework.option.why_dropped", max_length=2_000, blank=True
    )

    class Meta:
        verbose_name = _("option")
        ordering = ["order"]

    def clean(self) -> None:
        if not self.is_chosen and not self.why_dropped:
            raise ValidationError({"why_dropped": _("Say why this way was not taken.")})


class Consideration(Part):
    """An argument for or against, of one organisation, on facts (I-11)."""

    class Side(models.TextChoices):
        FOR = "for", _("for")
        AGAINST = "against", _("against")

    TEXTS = ("text",)

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    side = models.CharField(_("for or against"), max_length=8, choices=Side)
    text = SealedTextField(
        _("consideration"), seal="casework.consideration.text", max_length=2_000
    )
    rests_on = models.ManyToManyField(Statement, blank=True, related_name="+")

    class Meta:
        verbose_name = _("consideration")
        ordering = ["side", "id"]


class Decider(Part):
    """A seat that decided along, with the mandate it had at that moment (I-02)."""

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    mandate = models.CharField(max_length=10, choices=Seat.Mandate)

    class Meta:
        verbose_name = _("decider")
        constraints = [
            models.UniqueConstraint(fields=["decision", "seat"], name="decides_once")
        ]


class Reached(Part):
    """Who was reached outside a meeting, how, and what they said (N29)."""

    class How(models.TextChoices):
        PHONE = "phone", _("by telephone")
        VIDEO = "video", _("by video")
        MAIL = "mail", _("by secure mail")
        PERSON = "person", _("in person")
        NOT = "not", _("not reached")

    TEXTS = ("said",)

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    how = models.CharField(_("how"), max_length=8, choices=How)
    said = SealedTextField(
        _("what they said"), seal="casework.reached.said", max_length=2_000, blank=True
    )

    class Meta:
        verbose_name = _("reached")

    def clean(self) -> None:
        if self.how and self.how != self.How.NOT and not self.said:
            raise ValidationError({"said": _("Write down what they said.")})


class Advice(Record):
    """The answer of another body to what this table advised (S26)."""

    class Answer(models.TextChoices):
        FOLLOWED = "followed", _("followed")
        PARTLY = "partly", _("partly followed")
        NOT_FOLLOWED = "not_followed", _("not followed")

    KIND = "advice"
    INITIAL = "V"
    TEXTS = ("body", "words")
    BESIDE = ("answers_to",)

    answers_to = models.ForeignKey(Decision, models.PROTECT, related_name="answers")
    body = SealedTextField(_("by"), seal="casework.advice.body", max_length=200)
    answer = models.CharField(_("answer"), max_length=14, choices=Answer)
    answered_on = models.DateField(_("date"))
    words = SealedTextField(
        _("in their words"), seal="casework.advice.words", max_length=4_000, blank=True
    )

    objects: ClassVar[RecordQuerySet["Advice"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("answer to an advice")

    def clean(self) -> None:
        super().clean()
        if self.answered_on and self.answered_on > today_of(self):
            raise ValidationError({"answered_on": _("This day is still to come.")})


class Act(Record):
    """What an organisation already did on its own power, with its reasons (S24)."""

    KIND = "act"
    INITIAL = "H"
    TEXTS = ("deed", "power", "why")

    deed = SealedTextField(
        _("what was done"), seal="casework.act.deed", max_length=4_000
    )
    done_on = models.DateField(_("done on"))
    power = SealedTextField(
        _("on which power"), seal="casework.act.power", max_length=500
    )
    why = SealedTextField(
        _("why it could not wait"),
        seal="casework.act.why",
        max_length=4_000,
        blank=True,
    )
    why_by = models.DateField(_("reasons follow by"), null=True, blank=True)

    objects: ClassVar[RecordQuerySet["Act"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("deed already done")

    @property
    def owes_reasons(self) -> bool:
        """Why it could not wait is still to be said."""
        return not self.why

    def clean(self) -> None:
        super().clean()
        if self.done_on and self.done_on > today_of(self):
            raise ValidationError({"done_on": _("This day is still to come.")})
        if not self.why and not self.why_by:
            raise ValidationError(
                {"why": _("Say why it could not wait, or by when the reasons follow.")}
            )


class Idea(Record):
    """An option that nobody tried yet, parked where it is found again."""

    KIND = "idea"
    INITIAL = "Y"
    TEXTS = ("text", "when")

    text = SealedTextField(_("idea"), seal="casework.idea.text", max_length=2_000)
    when = SealedTextField(
        _("when it could be of use"),
        seal="casework.idea.when",
        max_length=1_000,
        blank=True,
    )

    objects: ClassVar[RecordQuerySet["Idea"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("idea")
