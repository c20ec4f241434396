"""A codebook, the passages that researchers code with it, and where they differ."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from ...vault.trouble import Destroyed
from .conversation import ConversationLine
from .study import WORK, Study, StudyMember, Subject
from .study_text import StudyDossier, StudyText
from .written import Written


class Code(Written):
    """One word of the codebook: what it stands for, and an example (F63)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="codes")
    guid = models.UUIDField(default=uuid.uuid4, editable=False)
    """By which other programs know it; kept from the file that it came from."""
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("under"),
    )
    subject = models.CharField(_("subject"), max_length=20, choices=Subject, blank=True)
    name = SealedTextField(_("name"), seal="evaluation.code.name", max_length=80)
    definition = SealedTextField(
        _("what it stands for"), seal="evaluation.code.definition", max_length=2_000
    )
    example = SealedTextField(
        _("example (made up)"),
        seal="evaluation.code.example",
        max_length=2_000,
        blank=True,
    )
    counter_example = SealedTextField(
        _("when not"),
        seal="evaluation.code.counter_example",
        max_length=2_000,
        blank=True,
    )
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    ends_with = "study"
    written = (
        *("parent_id", "subject", "name"),
        *("definition", "example", "counter_example"),
    )

    class Meta:
        verbose_name = _("code")
        ordering = ["made_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["study", "guid"], name="a_code_once_in_a_study"
            )
        ]

    def __str__(self) -> str:
        return f"code {self.id}"

    def seal_place(self) -> Place:
        return Place(self.study_id, WORK)

    def trail_place(self) -> Whereabouts:
        return self.study.trail_place()

    def clean(self) -> None:
        above = self.parent
        while above is not None:
            if above.study_id != self.study_id:
                raise ValidationError(_("This code belongs to another study."))
            if above.pk == self.pk:
                raise ValidationError(
                    {"parent": _("A code cannot stand under itself.")}
                )
            above = above.parent


class CodingQuerySet(models.QuerySet["Coding"]):
    def visible_to(self, member: StudyMember) -> "CodingQuerySet":
        """A coder sees the codings of others only where both are done with that
        dossier: until then each codes blind (F64). In a conversation it is once the two
        were compared in this study; or where no dossier was coded by both, so that
        there is nothing to compare."""
        done = Coded.objects.filter(
            study_dossier=models.OuterRef("text__study_dossier")
        )
        mine = done.filter(member=member)
        both = Q(models.Exists(mine)) & Q(text__isnull=False)
        theirs = models.Exists(done.filter(member=models.OuterRef("coder")))
        compared = Comparison.objects.of_two(member, models.OuterRef("coder"))
        alike = Coding.objects.coded_by_both(member, models.OuterRef("coder"))
        nothing_left = Q(models.Exists(compared)) | ~Q(models.Exists(alike))
        said = Q(line__isnull=False) & nothing_left
        return self.filter(
            Q(coder=member) | (both & Q(theirs)) | said,
            code__study=member.study_id,
        )

    def standing(self) -> "CodingQuerySet":
        return self.filter(taken_off_at=None)

    def coded_by_both(
        self, one: StudyMember, other: StudyMember | models.OuterRef
    ) -> "CodingQuerySet":
        """What one coded in a dossier in which the other coded as well."""
        if isinstance(other, models.OuterRef):
            other = models.OuterRef(other)
        theirs = self.model.objects.filter(
            coder=other, text__study_dossier=models.OuterRef("text__study_dossier")
        )
        return self.filter(models.Exists(theirs), coder=one, text__isnull=False)


class Coding(models.Model):
    """One passage under one code: of a masked text, or of a conversation.

    Bound to its place in the text; the words are read from there, so that nothing of
    a dossier stands anywhere else.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.ForeignKey(Code, models.PROTECT, related_name="codings")
    coder = models.ForeignKey(StudyMember, models.PROTECT, related_name="codings")
    text = models.ForeignKey(
        StudyText, models.PROTECT, null=True, blank=True, related_name="codings"
    )
    line = models.ForeignKey(
        ConversationLine, models.PROTECT, null=True, blank=True, related_name="codings"
    )
    begins = models.PositiveIntegerField()
    ends = models.PositiveIntegerField()
    memo = SealedTextField(
        _("memo"), seal="evaluation.coding.memo", max_length=2_000, blank=True
    )
    at = models.DateTimeField()
    taken_off_at = models.DateTimeField(null=True, blank=True)

    ends_with = "code"

    objects = CodingQuerySet.as_manager()

    class Meta:
        verbose_name = _("coded passage")
        ordering = ["begins", "at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("begins")), name="a_passage_has_words"
            ),
            models.CheckConstraint(
                condition=Q(text__isnull=False, line__isnull=True)
                | Q(text__isnull=True, line__isnull=False),
                name="a_passage_stands_in_one_place",
            ),
        ]

    def __str__(self) -> str:
        return f"passage {self.id}"

    def seal_place(self) -> Place:
        """With the text it is about: a memo repeats words of it."""
        return self.text.seal_place() if self.text else Place(self.code.study_id, WORK)

    def trail_place(self) -> Whereabouts:
        return self.text.trail_place() if self.text else self.code.trail_place()

    @property
    def passage(self) -> str | None:
        """The words it is about; nothing where their dossier was destroyed."""
        if self.line:
            return (self.line.words or "")[self.begins : self.ends]
        words = self.text.passage if self.text else None
        return None if words is None else words[self.begins : self.ends]

    @property
    def note(self) -> str | None:
        try:
            memo: str | None = self.memo
        except Destroyed:
            return None
        return memo


class Coded(models.Model):
    """A coder is done with a dossier; from then on what they coded there stands."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study_dossier = models.ForeignKey(
        StudyDossier, models.PROTECT, related_name="coded"
    )
    member = models.ForeignKey(StudyMember, models.PROTECT, related_name="coded")
    at = models.DateTimeField()

    ends_with = "study_dossier"

    class Meta:
        verbose_name = _("dossier that was coded")
        constraints = [
            models.UniqueConstraint(
                fields=["study_dossier", "member"], name="a_coder_is_done_once"
            )
        ]

    def __str__(self) -> str:
        return f"coded {self.id}"

    def trail_place(self) -> Whereabouts:
        return self.study_dossier.trail_place()


class Settling(models.Model):
    """Where two coders differed on a text: what it became, and why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    text = models.ForeignKey(StudyText, models.PROTECT, related_name="settled")
    code = models.ForeignKey(Code, models.PROTECT, related_name="settled")
    applies = models.BooleanField(_("the code applies"))
    why = SealedTextField(_("why"), seal="evaluation.settling.why", max_length=2_000)
    by = models.ForeignKey(StudyMember, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "code"

    class Meta:
        verbose_name = _("settled difference")
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["text", "code"], name="a_difference_is_settled_once"
            )
        ]

    def __str__(self) -> str:
        return f"settled {self.id}"

    def seal_place(self) -> Place:
        return self.text.seal_place()

    def trail_place(self) -> Whereabouts:
        return self.text.trail_place()


class ComparisonQuerySet(models.QuerySet["Comparison"]):
    def of_two(
        self, one: StudyMember, other: StudyMember | models.OuterRef
    ) -> "ComparisonQuerySet":
        """In which these two were laid side by side."""
        return self.filter(Q(first=one, second=other) | Q(first=other, second=one))


class Comparison(models.Model):
    """How far two coders agreed, at one moment, before anything was settled."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="comparisons")
    first = models.ForeignKey(StudyMember, models.PROTECT, related_name="+")
    second = models.ForeignKey(StudyMember, models.PROTECT, related_name="+")
    figures = SealedTextField(_("figures"), seal="evaluation.comparison.figures")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "study"

    objects = ComparisonQuerySet.as_manager()

    class Meta:
        verbose_name = _("comparison of two coders")
        ordering = ["-at", "id"]

    def __str__(self) -> str:
        return f"comparison {self.id}"

    def seal_place(self) -> Place:
        return Place(self.study_id, WORK)

    def trail_place(self) -> Whereabouts:
        return self.study.trail_place()
