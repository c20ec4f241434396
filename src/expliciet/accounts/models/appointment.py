"""Who does what for which organisation in which house."""

import uuid
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Identity, Whereabouts
from .house import House
from .organisation import Organisation
from .user import User


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def holding(self, today: date) -> "AppointmentQuerySet":
        """Begun, not ended, and of somebody whose account is open.

        `until` is the last day on which it holds.
        """
        return self.filter(
            Q(until=None) | Q(until__gte=today),
            since__lte=today,
            user__is_active=True,
        )

    def in_role(self, *roles: str) -> "AppointmentQuerySet":
        return self.filter(role__in=roles)

    def at_tables(self, house: House, today: date) -> "AppointmentQuerySet":
        """Whoever can be given a seat in this house today."""
        taking_part = self.filter(house=house, organisation__is_active=True)
        return taking_part.holding(today).in_role(*Appointment.AT_TABLES)


class Appointment(models.Model):
    """A person acting for an organisation in a house, in one role, for a time."""

    class Role(models.TextChoices):
        PROCESS_DIRECTOR = "process_director", _("process director")
        SECRETARY = "secretary", _("secretary")
        CASE_DIRECTOR = "case_director", _("case director")
        PARTNER = "partner", _("partner")
        EVALUATOR = "evaluator", _("evaluator")
        PRIVACY_OFFICER = "privacy_officer", _("privacy officer")
        DATA_PROTECTION_OFFICER = (
            "data_protection_officer",
            _("data protection officer"),
        )
        LOG_REVIEWER = "log_reviewer", _("log reviewer")
        ADMINISTRATOR = "administrator", _("administrator")

    AT_TABLES = (
        Role.PROCESS_DIRECTOR,
        Role.SECRETARY,
        Role.CASE_DIRECTOR,
        Role.PARTNER,
    )
    """Roles that can be given a seat; the others never see a dossier by their role."""
    OF_THE_OFFICE = (Role.PROCESS_DIRECTOR, Role.SECRETARY)
    """Roles from which a table is chaired."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="appointments")
    house = models.ForeignKey(House, models.PROTECT, related_name="appointments")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="appointments"
    )
    role = models.CharField(_("role"), max_length=40, choices=Role)
    since = models.DateField(_("from"))
    until = models.DateField(_("up to and including"), null=True, blank=True)

    ends_with = "user"

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        ordering = ["house", "organisation", "role"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="an_appointment_ends_after_it_began",
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.id}"

    def trail_identity(self) -> Identity:
        return Identity(
            user=self.user_id,
            organisation=self.organisation_id,
            role=self.role,
            house=self.house_id,
        )

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)

    def is_(self, *roles: str) -> bool:
        return self.role in roles

    def clean(self) -> None:
        if self.organisation_id and self.organisation.house_id != self.house_id:
            raise ValidationError(
                {"organisation": _("This organisation belongs to another house.")}
            )
