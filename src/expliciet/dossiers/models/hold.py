"""Nothing of this may be destroyed for now."""

import uuid
from datetime import date, datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, User
from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .dossier import Dossier

COMPARTMENT = "holds"
MAY_HOLD = (Appointment.Role.PROCESS_DIRECTOR, Appointment.Role.PRIVACY_OFFICER)


class HoldQuerySet(models.QuerySet["Hold"]):
    def visible_to(self, user: User, today: date) -> "HoldQuerySet":
        """Whoever may put a hold sees those of the house; it tells no content."""
        houses = (
            user.appointments_now(today)
            .filter(role__in=MAY_HOLD)
            .order_by()
            .values("house")
        )
        return self.filter(dossier__house__in=houses)

    def holding(self, now: datetime) -> "HoldQuerySet":
        """Put on, and not lifted."""
        return self.filter(Q(lifted_at=None) | Q(lifted_at__gt=now), at__lte=now)


class Hold(models.Model):
    """Blocks destruction, with a ground and a day to look again; never extends use."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="holds")
    ground = SealedTextField(_("ground"), seal="dossiers.hold.ground", max_length=2_000)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    review_on = models.DateField(_("look again on"))
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_why = SealedTextField(
        _("why it is lifted"),
        seal="dossiers.hold.lifted_why",
        max_length=2_000,
        blank=True,
    )

    ends_with = "dossier"

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("hold")
        ordering = ["at"]

    def __str__(self) -> str:
        return f"hold {self.id}"

    def seal_place(self) -> Place:
        return Place(self.dossier_id, COMPARTMENT)

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.dossier.house_id, dossier=self.dossier_id)
