"""Writing in progress: nothing typed is lost, and nothing half-said is a record."""

import hashlib
import json
import uuid
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ...accounts.models import House, User
from ...accounts.terms import end_of
from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .dossier import Dossier
from .seat import Seat


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, user: User, today: date) -> "DraftQuerySet":
        """A draft is its writer's alone, until its end; what was begun at a table only
        as long as its writer sits there."""
        seats = Seat.objects.of(user).active(end_of(today))
        return self.filter(
            Q(dossier=None) | Exists(seats.filter(dossier=OuterRef("dossier"))),
            user=user,
            ends_on__gte=today,
        )

    def ended(self, today: date) -> "DraftQuerySet":
        """Past the last day on which they are kept."""
        return self.filter(ends_on__lt=today)


class Draft(models.Model):
    """What somebody typed into one form, not yet said. Sealed for its writer alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="drafts")
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    dossier = models.ForeignKey(
        Dossier, models.PROTECT, null=True, blank=True, related_name="drafts"
    )
    form = models.CharField(max_length=80)
    about = models.UUIDField(null=True, blank=True)
    """What the form is about, such as the record that is being corrected."""
    key = models.CharField(max_length=64, unique=True)
    """Which form of whom, so that there is one draft for it."""
    body = SealedTextField(seal="dossiers.draft.body", max_length=1_000_000)
    kept_at = models.DateTimeField()
    ends_on = models.DateField()

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft")
        ordering = ["-kept_at"]

    def __str__(self) -> str:
        return f"draft {self.id}"

    def seal_place(self) -> Place:
        return place_of_drafts(self.dossier_id or self.house_id, self.user_id)

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id, dossier=self.dossier_id)

    @property
    def fields(self) -> dict[str, Any]:
        """What was typed, by field."""
        return dict(json.loads(self.body or "{}"))

    @fields.setter
    def fields(self, typed: dict[str, Any]) -> None:
        self.body = json.dumps(typed, ensure_ascii=False)


def key_of(
    user: uuid.UUID,
    form: str,
    dossier: uuid.UUID | None = None,
    about: uuid.UUID | None = None,
) -> str:
    """Tells forms apart: which one, of whom, in which dossier, about what."""
    told = f"{user}|{form}|{dossier or ''}|{about or ''}"
    return hashlib.sha256(told.encode()).hexdigest()


def place_of_drafts(scope: uuid.UUID, user: uuid.UUID | None) -> Place:
    """Drafts die with the dossier they are about, and open to their writer alone."""
    return Place(scope, f"drafts:{user}")
