"""Who is away for a while, and who looks after their work meanwhile."""

import uuid
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from .organisation import Organisation
from .user import User

if TYPE_CHECKING:
    from uuid import UUID


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def holding(self, today: date) -> "AbsenceQuerySet":
        """Begun, not past its last day, and not ended before it; ends by itself."""
        return self.filter(since__lte=today, until__gte=today, ended_at=None)

    def to_come(self, today: date) -> "AbsenceQuerySet":
        """Holding now or later."""
        return self.filter(until__gte=today, ended_at=None)

    def visible_to(self, user: User, today: date) -> "AbsenceQuerySet":
        """Of whoever works in a house where one is appointed oneself: whom to turn to
        is no secret between partners."""
        mine = user.appointments_now(today).order_by()
        return self.filter(
            Q(user=user) | Q(organisation__house__in=mine.values("house"))
        )


class Absence(models.Model):
    """Away from one day up to and including another, and who takes over (S61).

    No right arises by it: whoever replaces sees and does what their own seats let
    them. `until` is the last day; after it nobody has to end anything.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="absences")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    replacement = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="replacing",
        verbose_name=_("who replaces you"),
    )
    since = models.DateField(_("away from"))
    until = models.DateField(_("up to and including"))
    said_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    ends_with = "user"

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        ordering = ["since", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")),
                name="an_absence_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=~Q(replacement=F("user")),
                name="nobody_replaces_themselves",
            ),
        ]

    def __str__(self) -> str:
        return f"absence {self.id}"

    def trail_place(self) -> Whereabouts:
        house: UUID = self.organisation.house_id
        return Whereabouts(house=house)

    def clean(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": _("This day comes before the first one.")})
