"""A person with an account."""

import unicodedata
import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Identity
from ...vault.fields import SealedTextField
from ...vault.keyring import standing
from ...vault.sealing import Place
from ..rhythm import Rhythm

if TYPE_CHECKING:
    from .appointment import Appointment

NAMES = Place(uuid.UUID("7a6d8f5e-6f1c-4d0a-9a53-2f6c1b7f3e01"), "names")
"""Names of professionals: sealed against a stolen disk, open to every request."""

standing(NAMES)


class UserManager(BaseUserManager["User"]):
    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """The same in capitals, and in either way of writing an accent."""
        return unicodedata.normalize("NFKC", (email or "").strip()).lower()

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email=self.normalize_email(email))

    def create_user(self, email: str, password: str | None, **details: Any) -> "User":
        """Unsaved rules of passwords aside: actions and the sign-in check those."""
        user = self.model(email=self.normalize_email(email), **details)
        user.set_password(password)
        user.save(force_insert=True)
        return user


class User(AbstractBaseUser):
    """Somebody who can sign in. What they may see follows from appointments and seats.

    There is no superuser: nobody sees a dossier but from a seat at its table.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail address"), max_length=254, unique=True)
    name = SealedTextField(_("name"), seal="accounts.user.name", max_length=120)
    is_active = models.BooleanField(_("can sign in"), default=True)
    joined_at = models.DateTimeField()
    ends_on = models.DateField(_("details kept until"))
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default="nl"
    )
    mail_rhythm = models.CharField(
        _("how often we write"), max_length=8, choices=Rhythm, blank=True
    )
    """Empty for whoever leaves it to the rule of the house."""

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = _("user")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_user_for_an_address")
        ]

    def __str__(self) -> str:
        return f"user {self.id}"

    def seal_place(self) -> Place:
        return NAMES

    def trail_identity(self) -> Identity:
        return Identity(user=self.id)

    def appointments_now(self, today: date) -> "models.QuerySet[Appointment]":
        """What this person is appointed to today; nothing for a closed account."""
        from .appointment import Appointment

        if not self.is_active:
            return Appointment.objects.none()
        return (
            self.appointments.holding(today)
            .select_related("house", "organisation")
            .order_by("house__name", "role")
        )

    def unlock(self, now: datetime) -> None:
        """Let this request read what the houses of this person share."""
        from django.utils import timezone

        for appointment in self.appointments_now(timezone.localdate(now)):
            appointment.house.unlock()
