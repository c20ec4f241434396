"""What a study reads of a dossier: masked, and sealed under that dossier's own key."""

import json
import uuid
from datetime import datetime
from typing import NamedTuple

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from ...audit.trail import Whereabouts
from ...dossiers.models import Circle, Dossier, Record
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from ...vault.trouble import Destroyed
from .among import said_among
from .study import (
    DECIDING,
    Study,
    StudyApproval,
    StudyMember,
    let_in,
    texts_of,
)


class StudyDossierQuerySet(models.QuerySet["StudyDossier"]):
    def visible_to(self, user: User, now: datetime) -> "StudyDossierQuerySet":
        """Released and not taken back, for whoever researches the study; not after
        the dossier itself has ended, nor once its house said no."""
        mine = Study.objects.researched_by(user, now).order_by().values("pk")
        return self.filter(
            let_in(OuterRef("dossier__house")),
            study__in=mine,
            released_at__isnull=False,
            taken_back_at=None,
            dossier__ends_on__gte=timezone.localdate(now),
        )


class StudyDossier(models.Model):
    """A dossier in a study, under a number of its own that says nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="dossiers")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("number in the study"))
    chosen_at = models.DateTimeField()
    masked_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)

    ends_with = "study"

    objects = StudyDossierQuerySet.as_manager()

    class Meta:
        verbose_name = _("dossier in a study")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["study", "dossier"], name="a_dossier_once_in_a_study"
            ),
            models.UniqueConstraint(
                fields=["study", "number"], name="one_dossier_for_a_study_number"
            ),
        ]

    def __str__(self) -> str:
        return f"dossier {self.number} in {self.study_id}"

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.dossier.house_id, dossier=self.dossier_id)

    def unlock(self) -> None:
        """Let a researcher, or whoever masks, read the masked texts of it."""
        self.study.unlock_texts([self.dossier_id])

    def place(self) -> Place:
        return Place(self.dossier_id, texts_of(self.study_id))


class Hearer(NamedTuple):
    """Who heard something, as a role, and since when."""

    role: str
    since: datetime


class StudyTextQuerySet(models.QuerySet["StudyText"]):
    def visible_to(self, user: User, now: datetime) -> "StudyTextQuerySet":
        """The texts of the dossiers that this researcher may read now."""
        dossiers = StudyDossier.objects.visible_to(user, now).order_by().values("pk")
        return self.filter(study_dossier__in=dossiers).open()

    def open(self) -> "StudyTextQuerySet":
        """What a study may still read: not withdrawn since by whoever said it, and
        said among those that both offices of the house let in now (V8)."""
        let_in = said_among(Circle.Kind.TABLE, "record__")
        for kind, circle in (
            (Circle.Kind.CORE, "with_core"),
            (Circle.Kind.NAMED, "with_named"),
        ):
            let_in |= said_among(kind, "record__") & both_let_in(circle)
        return self.filter(let_in, record__withdrawal=None)

    def as_of(self, moment: datetime) -> "StudyTextQuerySet":
        """What had been said by then, and stood (F69)."""
        standing = Q(stands_until=None) | Q(stands_until__gt=moment)
        return self.filter(standing, recorded_at__lte=moment)


def both_let_in(circle: str) -> Q:
    """The last word of each office of the house is that this circle is included."""
    words = StudyApproval.objects.filter(
        at_house__study=OuterRef("study_dossier__study"),
        at_house__house=OuterRef("study_dossier__dossier__house"),
    ).order_by("-at", "-id")
    last = (words.filter(office=office).values(circle)[:1] for office in DECIDING)
    return Q(*(Subquery(each) for each in last))


class StudyText(models.Model):
    """One record as a study may read it: roles for names, nothing that points back.

    It dies with its dossier: the key is that of the dossier, and destroying that
    dossier leaves nothing of it to read (V18).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study_dossier = models.ForeignKey(
        StudyDossier, models.PROTECT, related_name="study_texts"
    )
    record = models.ForeignKey(Record, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("number in the dossier"))
    kind = models.CharField(max_length=30, editable=False)
    recorded_at = models.DateTimeField()
    stands_until = models.DateTimeField(null=True, blank=True)
    """When another took its place."""
    voice = SealedTextField(
        _("said by"), seal="evaluation.study_text.voice", max_length=200
    )
    words = SealedTextField(_("text"), seal="evaluation.study_text.words")
    heard = SealedTextField(
        _("heard by"), seal="evaluation.study_text.heard", max_length=20_000
    )

    ends_with = "study_dossier"

    objects = StudyTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("masked text in a study")
        ordering = ["recorded_at", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["study_dossier", "record"], name="a_record_once_in_a_study"
            ),
            models.UniqueConstraint(
                fields=["study_dossier", "number"], name="one_text_for_a_number"
            ),
        ]

    def __str__(self) -> str:
        return f"text {self.number} of {self.study_dossier_id}"

    def seal_place(self) -> Place:
        return self.study_dossier.place()

    def trail_place(self) -> Whereabouts:
        return self.study_dossier.trail_place()

    @property
    def passage(self) -> str | None:
        """Its words, or nothing where the dossier was destroyed."""
        try:
            return self.words or ""
        except Destroyed:
            return None

    @property
    def hearers(self) -> list[Hearer]:
        """Which roles heard it, each from its own moment (N13)."""
        told = json.loads(self.heard or "[]")
        return [Hearer(role, datetime.fromisoformat(since)) for role, since in told]

    def is_known_to(self, role: str, moment: datetime) -> bool:
        return any(each.role == role and each.since <= moment for each in self.hearers)


class HandMask(models.Model):
    """Words that somebody masked by hand, in all texts of one dossier in a study."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study_dossier = models.ForeignKey(
        StudyDossier, models.PROTECT, related_name="hand_masks"
    )
    hides = SealedTextField(
        _("words to hide"), seal="evaluation.hand_mask.hides", max_length=200
    )
    shown_as = SealedTextField(
        _("shown as"), seal="evaluation.hand_mask.shown_as", max_length=80
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "study_dossier"

    class Meta:
        verbose_name = _("words masked by hand")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"mask {self.id}"

    def seal_place(self) -> Place:
        """Apart from what researchers read: it holds what they may not."""
        return Place(self.study_dossier.dossier_id, hidden_of(self.study_dossier))

    def trail_place(self) -> Whereabouts:
        return self.study_dossier.trail_place()


def hidden_of(chosen: StudyDossier) -> str:
    """The compartment of what was hidden: for whoever masks, never for a study."""
    return f"hidden:{chosen.study_id}"


class Memo(models.Model):
    """What a researcher noted while reading a dossier; for that study alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study_dossier = models.ForeignKey(
        StudyDossier, models.PROTECT, related_name="memos"
    )
    by = models.ForeignKey(StudyMember, models.PROTECT, related_name="+")
    words = SealedTextField(_("memo"), seal="evaluation.memo.words", max_length=8_000)
    at = models.DateTimeField()

    ends_with = "study_dossier"

    class Meta:
        verbose_name = _("memo of a researcher")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"memo {self.id}"

    def seal_place(self) -> Place:
        return self.study_dossier.place()

    def trail_place(self) -> Whereabouts:
        return self.study_dossier.trail_place()
