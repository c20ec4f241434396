"""What a partner cannot do, what it holds back, and what is stuck."""

import uuid
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...audit.trail import Whereabouts
from ...dossiers.models import Dossier, Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .contribution import today_of


class Limit(Record):
    """What a partner will not or cannot do here, and why (S36, I-29)."""

    KIND = "limit"
    INITIAL = "L"
    TEXTS = ("text", "why", "instead")
    OWN_VOICE = True

    text = SealedTextField(
        _("what we do not do here"), seal="casework.limit.text", max_length=2_000
    )
    why = SealedTextField(_("why"), seal="casework.limit.why", max_length=2_000)
    instead = SealedTextField(
        _("what we can do"),
        seal="casework.limit.instead",
        max_length=2_000,
        blank=True,
    )

    objects: ClassVar[RecordQuerySet["Limit"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("limit")


class WithholdingQuerySet(RecordQuerySet["Withholding"]):
    def standing(self) -> "WithholdingQuerySet":
        return self.current().filter(withdrawal=None)

    def to_screen(self, dossier: Dossier) -> "WithholdingQuerySet":
        """What its author looks at before anything leaves this dossier: a package for
        the person, an export, a file for another house.

        Whoever puts a package together asks each `organisation` of these apart, and
        tells nobody else that they were asked.
        """
        return self.standing().filter(dossier=dossier).order_by("organisation", "pk")

    def due(self, today: date) -> "WithholdingQuerySet":
        """The day has come to look whether it still has to be held back."""
        return self.standing().filter(review_on__lte=today)


class Withholding(Record):
    """That information exists and is not shared, on which ground; never what (S37).

    Said in the core circle by default. Whoever does not hear it cannot tell it from
    nothing, and nothing counts it.
    """

    class Ground(models.TextChoices):
        SECRECY = "secrecy", _("professional secrecy")
        INVESTIGATION = "investigation", _("a criminal investigation")
        SOURCE = "source", _("safety of a source")
        THIRD = "third", _("rights of a third person")
        LAW = "law", _("a law that forbids it")

    KIND = "withholding"
    INITIAL = "W"
    TEXTS = ("words",)
    OWN_VOICE = True
    COUNTED = False

    ground = models.CharField(_("ground"), max_length=14, choices=Ground)
    words = SealedTextField(
        _("what the table can count on, without saying what it is"),
        seal="casework.withholding.words",
        max_length=500,
        blank=True,
    )
    review_on = models.DateField(_("look again on"))

    objects: ClassVar[WithholdingQuerySet] = WithholdingQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("withholding")

    def clean(self) -> None:
        super().clean()
        if self.review_on and self.review_on <= today_of(self):
            raise ValidationError({"review_on": _("Choose a day still to come.")})


class ImpasseQuerySet(RecordQuerySet["Impasse"]):
    def open(self) -> "ImpasseQuerySet":
        """Said, and not resolved. A correction of the text resolves nothing."""
        resolved = Resolution.objects.filter(impasse=beginning())
        return self.current().filter(~models.Exists(resolved), withdrawal=None)

    def with_stage(self) -> "ImpasseQuerySet":
        """`due_by` and `led_by`: the day and the seat of the latest stage, or those
        with which it was declared."""
        latest = Step.objects.filter(impasse=beginning()).order_by("-at")
        asked: Any = self
        found: ImpasseQuerySet = asked.annotate(
            due_by=Coalesce(Subquery(latest.values("decide_by")[:1]), F("decide_by")),
            led_by=Coalesce(
                Subquery(latest.values("breaker")[:1]),
                F("breaker"),
                output_field=models.UUIDField(),
            ),
        )
        return found

    def past(self, today: date) -> "ImpasseQuerySet":
        """Open, and the day by which somebody would decide has passed."""
        asked: Any = self.open().with_stage()
        found: ImpasseQuerySet = asked.filter(due_by__lt=today)
        return found


def beginning() -> Any:
    """The first text of the impasse that is asked about."""
    first, itself = OuterRef("begun_as"), OuterRef("pk")
    return Coalesce(first, itself, output_field=models.UUIDField())


class Impasse(Record):
    """Cooperation stuck on a question, with a day by which somebody decides (N10).

    Anybody at the table declares one. It ends only with a recorded resolution (S39):
    not with time, and not by taking it back. What is said to it (positions, stages,
    the resolution) belongs to its first text, and so to every correction of it.
    """

    KIND = "impasse"
    INITIAL = "V"
    TEXTS = ("question", "asked")
    BESIDE = (
        *("breaker__user", "breaker__organisation"),
        *("out_of", "resolution", "begun_as__resolution"),
    )

    question = SealedTextField(
        _("what are we stuck on"), seal="casework.impasse.question", max_length=1_000
    )
    asked = SealedTextField(
        _("what is needed to go on"), seal="casework.impasse.asked", max_length=2_000
    )
    since = models.DateField(_("since"))
    decide_by = models.DateField(_("decided by"))
    breaker = models.ForeignKey(
        Seat,
        models.PROTECT,
        related_name="+",
        verbose_name=_("who sees to it that it is broken"),
    )
    out_of = models.ForeignKey(
        Record, models.PROTECT, null=True, blank=True, related_name="impasses"
    )
    begun_as = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="later_texts"
    )

    objects: ClassVar[ImpasseQuerySet] = ImpasseQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("impasse")

    @property
    def beginning(self) -> "Impasse":
        """Its first text, to which everything said about it belongs."""
        return self.begun_as or self

    @property
    def ended(self) -> "Resolution | None":
        """How it was resolved, if it was."""
        return getattr(self.beginning, "resolution", None)

    @property
    def may_be_corrected(self) -> bool:
        return self.ended is None

    @property
    def may_be_withdrawn(self) -> bool:
        return False

    def clean(self) -> None:
        super().clean()
        if self.supersedes_id:
            self.look_at_what_it_corrects()
            return
        wrong: dict[str, object] = {}
        if self.since and self.since > today_of(self):
            wrong["since"] = _("This day is still to come.")
        if self.decide_by and self.decide_by <= today_of(self):
            wrong["decide_by"] = _("Choose a day still to come.")
        if wrong:
            raise ValidationError(wrong)

    def look_at_what_it_corrects(self) -> None:
        """Another text of the same impasse; its day moves only with a new stage."""
        old = Impasse.objects.get(record_ptr=self.supersedes)
        self.begun_as = old.beginning
        if Resolution.objects.filter(impasse=self.begun_as).exists():
            raise ValidationError(
                _(
                    "This was resolved, so it is not corrected any more. Stuck again? "
                    "Say so anew."
                )
            )


class Position(models.Model):
    """Where one organisation stands in an impasse, in its own words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    impasse = models.ForeignKey(Impasse, models.PROTECT, related_name="positions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey(
        Seat, models.PROTECT, null=True, blank=True, related_name="+"
    )
    words = SealedTextField(
        _("our position"), seal="casework.position.words", max_length=1_000
    )
    at = models.DateTimeField()

    ends_with = "impasse"

    class Meta:
        verbose_name = _("position")
        ordering = ["at"]

    def __str__(self) -> str:
        return f"position {self.id}"

    def seal_place(self) -> Place:
        return self.impasse.seal_place()

    def seal_under(self) -> uuid.UUID:
        record: uuid.UUID = self.impasse_id
        return record

    def trail_place(self) -> Whereabouts:
        return self.impasse.trail_place()


class Step(models.Model):
    """An impasse goes a stage further: a third eye, mediation, the next level (F62)."""

    class Stage(models.TextChoices):
        TALK = "talk", _("talk it over with the two of them")
        THIRD_EYE = "third_eye", _("a third eye looks along")
        MEDIATION = "mediation", _("mediation")
        MANAGERS = "managers", _("managers of the organisations")
        TRIANGLE = "triangle", _("the authority triangle")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    impasse = models.ForeignKey(Impasse, models.PROTECT, related_name="steps")
    stage = models.CharField(_("stage"), max_length=12, choices=Stage)
    to_whom = SealedTextField(
        _("to whom"), seal="casework.step.to_whom", max_length=200
    )
    note = SealedTextField(
        _("the note that goes along"), seal="casework.step.note", max_length=8_000
    )
    decide_by = models.DateField(_("decided by"))
    breaker = models.ForeignKey(
        Seat,
        models.PROTECT,
        related_name="+",
        verbose_name=_("who sees to it that it is broken"),
    )
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "impasse"

    class Meta:
        verbose_name = _("stage of an impasse")
        ordering = ["at"]

    def __str__(self) -> str:
        return f"step {self.id}"

    def seal_place(self) -> Place:
        return self.impasse.seal_place()

    def seal_under(self) -> uuid.UUID:
        record: uuid.UUID = self.impasse_id
        return record

    def trail_place(self) -> Whereabouts:
        return self.impasse.trail_place()


class Resolution(models.Model):
    """How an impasse ended: what was decided, by whom, and what each can live with."""

    class How(models.TextChoices):
        AGREED = "agreed", _("we agreed after all")
        DECIDED = "decided", _("somebody decided who may")
        APART = "apart", _("each goes its own way, and that is said")
        GONE = "gone", _("the question is not there any more")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    impasse = models.OneToOneField(Impasse, models.PROTECT, related_name="resolution")
    how = models.CharField(_("how it ended"), max_length=8, choices=How)
    words = SealedTextField(
        _("how it was resolved"), seal="casework.resolution.words", max_length=4_000
    )
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "impasse"

    class Meta:
        verbose_name = _("resolution")

    def __str__(self) -> str:
        return f"resolution {self.id}"

    def seal_place(self) -> Place:
        return self.impasse.seal_place()

    def seal_under(self) -> uuid.UUID:
        record: uuid.UUID = self.impasse_id
        return record

    def trail_place(self) -> Whereabouts:
        return self.impasse.trail_place()
