"""What is kept about one person under discussion."""

import uuid
from datetime import date, datetime

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import House, Organisation, User
from ...audit.trail import Whereabouts
from ...vault.keyring import unlock


class DossierQuerySet(models.QuerySet["Dossier"]):
    def visible_to(self, user: User, now: datetime) -> "DossierQuerySet":
        """Dossiers at whose table this user sits now, and nothing else.

        A dossier past its end date is nobody's to read any more, hold or no hold.
        """
        from .seat import Seat

        seats = Seat.objects.of(user).active(now).filter(dossier=OuterRef("pk"))
        return self.filter(Exists(seats), ends_on__gte=timezone.localdate(now))

    def due(self, today: date) -> "DossierQuerySet":
        """The day to look again has come; not once the approach has ended."""
        ended = (Dossier.Phase.CLOSED, Dossier.Phase.REFUSED)
        return self.filter(review_on__lte=today).exclude(phase__in=ended)

    def guarded_by(self, user: User, today: date) -> "DossierQuerySet":
        """What a house keeps, for whoever guards terms and holds there.

        Numbers, phases and dates only, for no seat was asked for; those whose end has
        come too, until they are destroyed.
        """
        from .hold import MAY_HOLD

        houses = user.appointments_now(today).filter(role__in=MAY_HOLD).order_by()
        return (
            self.filter(house__in=houses.values("house"))
            .only("house", "number", "phase", "opened_at", "ends_on")
            .order_by("ends_on", "number")
        )


class Dossier(models.Model):
    """One person (or group) around whom partners sit together, under one regime.

    What stands in the columns below `opened_at` is a cache for lists: the truth is the
    last `Heading`, a record like any other.
    """

    class Phase(models.TextChoices):
        REPORT = "report", _("report")
        WEIGHING = "weighing", _("weighing")
        CONFERENCE = "conference", _("case conference")
        MONITORING = "monitoring", _("monitoring")
        CLOSED = "closed", _("closed")
        REFUSED = "refused", _("not taken in")

    OPENED_IN = (Phase.REPORT, Phase.WEIGHING, Phase.CONFERENCE, Phase.MONITORING)
    """The phases in which a dossier can begin."""

    class Regime(models.TextChoices):
        WET_PGA = "wet-pga", _("Wet PGA")
        WGS = "wgs", _("WGS")
        OTHER = "other", _("another ground")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    house = models.ForeignKey(House, models.PROTECT, related_name="dossiers")
    number = models.CharField(max_length=12)
    opened_at = models.DateTimeField()
    working_name = models.CharField(_("working name"), max_length=60)
    phase = models.CharField(_("phase"), max_length=20, choices=Phase)
    regime = models.CharField(_("regime"), max_length=10, choices=Regime)
    controller = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("controller")
    )
    review_on = models.DateField(_("next review"))
    ends_on = models.DateField(_("kept until"))
    moved_at = models.DateTimeField()
    """When something was last said here: the moments of one dossier never go back."""

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = _("dossier")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["house", "number"], name="one_dossier_for_a_number"
            ),
            models.UniqueConstraint(
                fields=["house", "working_name"], name="one_dossier_for_a_working_name"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.working_name}"

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id, dossier=self.id)

    def unlock_holds(self) -> None:
        """Let this request read on what ground destruction waits; no case content."""
        from .hold import COMPARTMENT

        unlock(self.id, [COMPARTMENT])

    def is_due(self, today: date) -> bool:
        """The same question as `DossierQuerySet.due`, of what was fetched already."""
        ended = (self.Phase.CLOSED, self.Phase.REFUSED)
        return self.review_on <= today and self.phase not in ended

    def is_over(self, now: datetime) -> bool:
        """Past its end date."""
        return self.ends_on < timezone.localdate(now)
