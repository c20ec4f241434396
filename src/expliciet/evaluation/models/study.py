"""A study: what is looked at, by whom, on whose word, and for how long."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, House, User
from ...audit.trail import Identity, Whereabouts
from ...casework.models import Level
from ...vault.fields import SealedTextField
from ...vault.keyring import unlock
from ...vault.sealing import Place

COVER = "cover"
"""What a study is about: for its researchers, and for the houses that decide on it."""
WORK = "work"
"""Codebook, memos, conversations and what is still being written: its researchers."""
OUTCOME = "outcome"
"""Findings and recommendations: researchers; each that was offered, the partners."""


class Subject(models.TextChoices):
    """The three subjects of the evaluation of the case conference."""

    INTERPRETATION = "interpretation", _("interpretation and interventions")
    SCALING = "scaling", _("stepping up and down")
    COOPERATION = "cooperation", _("the course of the cooperation")


class StudyQuerySet(models.QuerySet["Study"]):
    def going_on(self, today: date) -> "StudyQuerySet":
        """Not stopped, and not past the day on which access ends."""
        return self.filter(ended_at=None, ends_on__gte=today)

    def researched_by(self, user: User, now: datetime) -> "StudyQuerySet":
        """Studies in which this user reads, codes and writes now.

        Named in it, appointed as evaluator in one of its houses today, and the study
        still going on: with any of these gone, so is access (V8).
        """
        today = timezone.localdate(now)
        houses = StudyHouse.objects.filter(
            study=OuterRef(OuterRef("pk")), house=OuterRef("house")
        )
        appointed = (
            user.appointments.holding(today).in_role(EVALUATOR).filter(Exists(houses))
        )
        named = StudyMember.objects.filter(
            study=OuterRef("pk"), user=user, left_at=None
        )
        return self.going_on(today).filter(Exists(named), Exists(appointed))

    def decided_by(self, user: User, now: datetime) -> "StudyQuerySet":
        """Studies on which the office of this user's house has a word: the process
        director and the privacy officer. They see what it is about, never its texts."""
        return self.filter(Exists(self.houses_of(user, now, DECIDING)))

    def told_to(self, user: User, now: datetime) -> "StudyQuerySet":
        """Studies of houses where this user is appointed at tables, as far as they
        were approved: partners see what was offered to them."""
        at_tables = self.houses_of(user, now, Appointment.AT_TABLES)
        return self.filter(Exists(at_tables.filter(released_at__isnull=False)))

    def visible_to(self, user: User, now: datetime) -> "StudyQuerySet":
        """Whoever researches it, decides on it, or was offered what came of it."""
        ways = (self.researched_by, self.decided_by, self.told_to)
        mine = Q()
        for way in ways:
            mine |= Q(pk__in=way(user, now).order_by().values("pk"))
        return self.filter(mine, ends_on__gte=timezone.localdate(now))

    @staticmethod
    def houses_of(
        user: User, now: datetime, roles: Iterable[str]
    ) -> "models.QuerySet[StudyHouse]":
        appointed = (
            user.appointments.holding(timezone.localdate(now))
            .in_role(*roles)
            .filter(house=OuterRef("house"))
        )
        return StudyHouse.objects.filter(Exists(appointed), study=OuterRef("pk"))


EVALUATOR = Appointment.Role.EVALUATOR
DECIDING = (Appointment.Role.PROCESS_DIRECTOR, Appointment.Role.PRIVACY_OFFICER)
"""On whose word a study begins: both, in each house (F63)."""


class Study(models.Model):
    """An evaluation over released, masked dossiers of one or several houses.

    Dossiers are chosen by rule or by chance with a kept seed; never by origin or
    belief, which stand nowhere. It looks at process and text, never at a person.
    """

    class Choosing(models.TextChoices):
        RULE = "rule", _("all that fit")
        CHANCE = "chance", _("at random among those that fit")

    class State(models.TextChoices):
        BOTH = "both", _("running and closed dossiers")
        RUNNING = "running", _("running dossiers only")
        CLOSED = "closed", _("closed dossiers only")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = SealedTextField(_("name"), seal="evaluation.study.name", max_length=120)
    commissioner = SealedTextField(
        _("on whose behalf"), seal="evaluation.study.commissioner", max_length=200
    )
    ground = SealedTextField(
        _("legal ground"), seal="evaluation.study.ground", max_length=2_000
    )
    asks_interpretation = SealedTextField(
        _("questions on interpretation and interventions"),
        seal="evaluation.study.asks_interpretation",
        max_length=4_000,
        blank=True,
    )
    asks_scaling = SealedTextField(
        _("questions on stepping up and down"),
        seal="evaluation.study.asks_scaling",
        max_length=4_000,
        blank=True,
    )
    asks_cooperation = SealedTextField(
        _("questions on the course of the cooperation"),
        seal="evaluation.study.asks_cooperation",
        max_length=4_000,
        blank=True,
    )
    begins_on = models.DateField(_("looks at what happened from"))
    until = models.DateField(_("up to and including"))
    state = models.CharField(
        _("which dossiers"), max_length=10, choices=State, default=State.BOTH
    )
    level = models.ForeignKey(
        Level,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("only at this level of the approach"),
    )
    choosing = models.CharField(
        _("how they are chosen"), max_length=10, choices=Choosing, default=Choosing.RULE
    )
    most = models.PositiveSmallIntegerField(
        _("at most so many dossiers"), null=True, blank=True
    )
    seed = models.PositiveIntegerField(_("seed of the draw"))
    smallest = models.PositiveSmallIntegerField(_("smallest group that is shown"))
    follows = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name=_("measures again after"),
    )
    ends_on = models.DateField(_("access ends after"))
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = SealedTextField(
        _("why it ended"),
        seal="evaluation.study.ended_why",
        max_length=2_000,
        blank=True,
    )

    objects = StudyQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluation study")
        ordering = ["-made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("begins_on")),
                name="a_study_looks_at_a_period",
            ),
            models.CheckConstraint(
                condition=Q(smallest__gte=3), name="no_group_of_one_or_two_is_shown"
            ),
        ]

    def __str__(self) -> str:
        return f"study {self.id}"

    def seal_place(self) -> Place:
        return Place(self.id, COVER)

    def trail_place(self) -> Whereabouts:
        first = self.houses.order_by("asked_at", "id").first()
        return Whereabouts(house=first.house_id if first else None)

    @property
    def questions(self) -> list[tuple[str, list[str]]]:
        """What is asked on each subject, one question a line."""
        asked = (getattr(self, f"asks_{each}") or "" for each in Subject.values)
        lines = ([line for line in words.splitlines() if line] for words in asked)
        return list(zip((str(label) for label in Subject.labels), lines, strict=True))

    @property
    def is_released(self) -> bool:
        """Every house that was asked let it begin."""
        houses = list(self.houses.all())
        return bool(houses) and all(each.released_at for each in houses)

    def is_going_on(self, today: date) -> bool:
        return self.ended_at is None and self.ends_on >= today

    def unlock_cover(self) -> None:
        """Let this request read what the study is about."""
        unlock(self.id, [COVER])

    def unlock_work(self) -> None:
        """Let a researcher read and write what they share: not a text of a dossier."""
        unlock(self.id, [COVER, WORK, OUTCOME])

    def unlock_texts(self, dossiers: Iterable[uuid.UUID]) -> None:
        """Let a researcher read the masked texts of these dossiers; each under the
        key of its own dossier, with which it dies."""
        for dossier in dossiers:
            unlock(dossier, [texts_of(self.id)])

    def clean(self) -> None:
        if self.begins_on and self.until and self.until < self.begins_on:
            raise ValidationError({"until": _("Choose a day after the first.")})
        if self.choosing == self.Choosing.CHANCE and not self.most:
            raise ValidationError({"most": _("Say how many are drawn.")})
        if not any(getattr(self, f"asks_{each}") for each in Subject.values):
            raise ValidationError(
                _("Ask at least one question, on at least one of the subjects.")
            )


def texts_of(study: uuid.UUID) -> str:
    """The compartment, within a dossier, of what a study reads of it."""
    return f"study:{study}"


class StudyHouse(models.Model):
    """A house that a study asks to let it look: yes only when both its process
    director and its privacy officer say so, each naming the circles."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="houses")
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True, blank=True)

    ends_with = "study"

    class Meta:
        verbose_name = _("house in a study")
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["study", "house"], name="a_house_once_in_a_study"
            )
        ]

    def __str__(self) -> str:
        return f"house {self.house_id} in {self.study_id}"

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)

    @property
    def said(self) -> dict[str, "StudyApproval"]:
        """What each office says now: its last word counts."""
        return {each.office: each for each in self.approvals.all()}

    @property
    def agrees(self) -> bool:
        """Both said yes."""
        said = self.said
        return all(each in said and said[each].says for each in DECIDING)

    @property
    def circles(self) -> set[str]:
        """The circles that both let in; none before both said yes."""
        if not self.agrees:
            return set()
        said = self.said.values()
        core = all(each.with_core for each in said)
        named = all(each.with_named for each in said)
        return (
            {"table"} | ({"core"} if core else set()) | ({"named"} if named else set())
        )


def let_in(house: OuterRef | uuid.UUID, study: str = "study") -> Exists:
    """Whether this house lets the study look now; `study` leads to it."""
    return Exists(
        StudyHouse.objects.filter(
            study=OuterRef(study), house=house, released_at__isnull=False
        )
    )


class StudyApproval(models.Model):
    """The word of one office of one house: yes with its circles, or no and why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at_house = models.ForeignKey(StudyHouse, models.PROTECT, related_name="approvals")
    office = models.CharField(
        max_length=40, choices=[(each.value, each.label) for each in DECIDING]
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    says = models.BooleanField(_("lets it look"))
    with_core = models.BooleanField(_("what the core said too"), default=False)
    with_named = models.BooleanField(
        _("what was said among chosen organisations too"), default=False
    )
    why = SealedTextField(
        _("why"), seal="evaluation.study_approval.why", max_length=2_000
    )
    at = models.DateTimeField()

    ends_with = "at_house"

    class Meta:
        verbose_name = _("word of a house on a study")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"approval {self.id}"

    def seal_place(self) -> Place:
        return Place(self.at_house.study_id, COVER)

    def trail_place(self) -> Whereabouts:
        return self.at_house.trail_place()


class StudyMember(models.Model):
    """Somebody who reads and codes in a study; one or more of them lead it."""

    class Task(models.TextChoices):
        LEAD = "lead", _("leads the study")
        CODER = "coder", _("codes")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="members")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    task = models.CharField(_("task"), max_length=10, choices=Task)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    ends_with = "study"

    class Meta:
        verbose_name = _("researcher in a study")
        ordering = ["joined_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["study", "user"],
                condition=Q(left_at=None),
                name="once_a_researcher_in_a_study",
            )
        ]

    def __str__(self) -> str:
        return f"researcher {self.id}"

    def trail_place(self) -> Whereabouts:
        return self.study.trail_place()

    @property
    def leads(self) -> bool:
        return self.task == self.Task.LEAD

    def trail_identity(self) -> Identity:
        house = self.study.trail_place().house
        return Identity(user=self.user_id, role=EVALUATOR, house=house)

    def researches(self, now: datetime) -> bool:
        """Reads and writes in this study at this moment, asked of the database."""
        if self.left_at:
            return False
        mine = Study.objects.researched_by(self.user, now)
        return mine.filter(pk=self.study_id).exists()
