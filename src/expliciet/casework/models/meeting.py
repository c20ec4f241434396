"""When people meet, and in which order they speak of what; nothing of a case."""

import uuid
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, House, User
from ...accounts.models.house import SHARED
from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, user: User, now: datetime) -> "MeetingQuerySet":
        """Whoever called, chairs or records it, and whoever sits at a table that is on
        its roster; everybody as long as they are appointed in its house."""
        from .agenda import AgendaItem

        today = timezone.localdate(now)
        appointed = Appointment.objects.holding(today).filter(
            user=user.pk, house=OuterRef("house")
        )
        items = AgendaItem.objects.visible_to(user, now).filter(meeting=OuterRef("pk"))
        leads = Q(called_by=user.pk) | Q(chair=user.pk) | Q(recorder=user.pk)
        return self.filter(Exists(appointed), leads | Exists(items), ends_on__gte=today)

    def ahead(self, now: datetime) -> "MeetingQuerySet":
        """Not over, not called off, and of today or later; the first one first."""
        since = now - timedelta(hours=12)
        return self.filter(
            ended_at=None, called_off_at=None, begins_at__gte=since
        ).order_by("begins_at", "pk")


class Meeting(models.Model):
    """One time and place at which one or more dossiers are spoken of (F40).

    It knows nothing of a case: what is said belongs to the dossier of its agenda item.
    """

    class Kind(models.TextChoices):
        REGULAR = "regular", _("regular meeting")
        URGENT = "urgent", _("urgent meeting")
        BILATERAL = "bilateral", _("talk of two organisations")
        PHONE = "phone", _("by telephone")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    house = models.ForeignKey(House, models.PROTECT, related_name="meetings")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    begins_at = models.DateTimeField(_("begins"))
    place = SealedTextField(
        _("place"), seal="casework.meeting.place", max_length=200, blank=True
    )
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    """The meeting before this one, that is laid beside it."""
    called_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    called_at = models.DateTimeField()
    chair = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("chair")
    )
    recorder = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("keeps the record")
    )
    called_off_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ends_on = models.DateField()

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        ordering = ["-begins_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(called_off_at=None) | Q(ended_at=None),
                name="a_meeting_ended_or_was_called_off",
            ),
        ]

    def __str__(self) -> str:
        return f"meeting {self.id}"

    def seal_place(self) -> Place:
        return Place(self.house_id, SHARED)

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)

    @property
    def day(self) -> date:
        return timezone.localdate(self.begins_at)

    @property
    def is_over(self) -> bool:
        """Ended, or called off: nothing is put on its roster any more."""
        return self.ended_at is not None or self.called_off_at is not None

    def is_led_by(self, user: User) -> bool:
        """Chairs it or keeps its record, and arranges its roster; nothing of a case
        opens to anybody by it."""
        return user.pk in {self.chair_id, self.recorder_id}

    def clean(self) -> None:
        if self.follows and self.follows.house_id != self.house_id:
            raise ValidationError(_("This belongs to another house."))
