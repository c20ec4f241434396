"""A learning session: partners turn recommendations into directions (F68)."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...accounts.models import House, Organisation, User
from ...audit.trail import Identity, Whereabouts
from ...vault.fields import SealedTextField
from ...vault.keyring import unlock
from ...vault.sealing import Place
from .recommendation import Recommendation
from .study import Study
from .written import Written


class LearningSession(Written):
    """One afternoon with one board: each on an own screen, by a code, without names.

    In it stand recommendations and a made-up case; nothing of a dossier.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="sessions")
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    held_on = models.DateField(_("held on"))
    name = SealedTextField(
        _("name"), seal="evaluation.learning_session.name", max_length=120
    )
    case = SealedTextField(
        _("de-identified case"),
        seal="evaluation.learning_session.case",
        max_length=8_000,
        blank=True,
    )
    code_hash = models.CharField(max_length=64, unique=True)
    dots = models.PositiveSmallIntegerField(_("dots for each"), default=3)
    recommendations: Any = models.ManyToManyField(
        Recommendation, related_name="sessions"
    )
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    moved_at = models.DateTimeField()
    """When something on the board last changed: what a look asks first."""

    ends_with = "study"
    written = ("held_on", "name", "case", "dots")

    class Meta:
        verbose_name = _("learning session")
        ordering = ["-held_on", "id"]

    def __str__(self) -> str:
        return f"session {self.id}"

    def beside(self) -> Iterable[object]:
        return list(self.recommendations.values_list("pk", flat=True))

    def seal_place(self) -> Place:
        return Place(self.study_id, f"session:{self.id}")

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)

    def unlock(self) -> None:
        """Let this request read the board, and the recommendations that lie on it."""
        place = self.seal_place()
        unlock(place.scope, [place.compartment])
        rows = self.recommendations.values_list("pk", flat=True)
        outcome = Recommendation(study_id=self.study_id).seal_place()
        unlock(outcome.scope, [outcome.compartment], rows)

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None


class Attendee(models.Model):
    """Somebody at the board: a function and nothing more."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(
        LearningSession, models.PROTECT, related_name="attendees"
    )
    function = models.CharField(_("from"), max_length=80)
    token_hash = models.CharField(max_length=64, unique=True)
    joined_at = models.DateTimeField()

    ends_with = "session"

    class Meta:
        verbose_name = _("participant in a learning session")
        ordering = ["joined_at", "id"]

    def __str__(self) -> str:
        return f"attendee {self.id}"

    def trail_place(self) -> Whereabouts:
        return self.session.trail_place()

    def trail_identity(self) -> Identity:
        """Somebody with a code: the trail keeps no more of them than that."""
        return Identity(role="attendee", house=self.session.house_id)


class DirectionGroup(models.Model):
    """Directions that belong together, under one name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(LearningSession, models.PROTECT, related_name="groups")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="+")
    name = SealedTextField(
        _("name"), seal="evaluation.direction_group.name", max_length=120
    )
    at = models.DateTimeField()

    ends_with = "session"

    class Meta:
        verbose_name = _("group of directions")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"group {self.id}"

    def seal_place(self) -> Place:
        return self.session.seal_place()

    def trail_place(self) -> Whereabouts:
        return self.session.trail_place()


class SolutionDirection(models.Model):
    """One way to go with a recommendation; later with owner, first step and day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(
        LearningSession, models.PROTECT, related_name="directions"
    )
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, related_name="directions"
    )
    attendee = models.ForeignKey(
        Attendee, models.PROTECT, null=True, blank=True, related_name="directions"
    )
    """Whoever wrote it on the board; none where the leader did."""
    number = models.PositiveSmallIntegerField(_("number on the board"))
    words = SealedTextField(
        _("direction"), seal="evaluation.solution_direction.words", max_length=500
    )
    group = models.ForeignKey(
        DirectionGroup,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="directions",
        verbose_name=_("belongs with"),
    )
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who takes it up"),
    )
    first_step = SealedTextField(
        _("first step"),
        seal="evaluation.solution_direction.first_step",
        max_length=1_000,
        blank=True,
    )
    first_step_on = models.DateField(_("first step on"), null=True, blank=True)
    at = models.DateTimeField()
    taken_off_at = models.DateTimeField(null=True, blank=True)

    ends_with = "session"

    class Meta:
        verbose_name = _("solution direction")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"], name="one_direction_for_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"direction {self.number} of {self.session_id}"

    def seal_place(self) -> Place:
        return self.session.seal_place()

    def trail_place(self) -> Whereabouts:
        return self.session.trail_place()


class Dot(models.Model):
    """What somebody at the board would begin with. About an idea, never a person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    direction = models.ForeignKey(
        SolutionDirection, models.PROTECT, related_name="dots"
    )
    attendee = models.ForeignKey(Attendee, models.PROTECT, related_name="dots")
    at = models.DateTimeField()

    ends_with = "direction"

    class Meta:
        verbose_name = _("dot on a board")
        constraints = [
            models.UniqueConstraint(
                fields=["direction", "attendee"], name="one_dot_for_a_direction"
            )
        ]

    def __str__(self) -> str:
        return f"dot {self.id}"

    def trail_place(self) -> Whereabouts:
        return self.direction.trail_place()
