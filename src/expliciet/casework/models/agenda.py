"""What a meeting speaks of, one dossier after another; who is there; how long."""

import uuid
from datetime import datetime, timedelta
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from ...audit.trail import Whereabouts
from ...dossiers.models import Dossier, Record, Seat
from ...dossiers.models.record import RecordQuerySet
from .meeting import Meeting


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def visible_to(self, user: User, now: datetime) -> "AgendaItemQuerySet":
        """Those of dossiers at whose table this user sits now; the others show as
        shielded (afgeschermd), and tell no more than that there is one (F42)."""
        seats = (
            Seat.objects.of(user).active(now).exclude(role=Seat.Role.AFTERCARE)
        ).filter(dossier=OuterRef("dossier"))
        return self.filter(Exists(seats))

    def seen_from(self, seat: Seat, now: datetime) -> "AgendaItemQuerySet":
        """Those of the dossier of this seat."""
        if seat.reads_card:
            return self.none()
        return self.filter(seat.sits(now), dossier=seat.dossier_id)


class AgendaItem(models.Model):
    """One dossier on the roster of one meeting: its place, and its minutes (F41)."""

    class Phase(models.TextChoices):
        """The order of the talk: one never goes on without the one before (F46)."""

        WAITING = "waiting", _("not begun")
        SHARE = "share", _("sharing")
        INTERPRET = "interpret", _("interpreting")
        DECIDE = "decide", _("deciding")
        AGREE = "agree", _("agreeing")
        READ_BACK = "read_back", _("reading back")
        DONE = "done", _("done")

    TALK = (Phase.SHARE, Phase.INTERPRET, Phase.DECIDE, Phase.AGREE, Phase.READ_BACK)
    """While one of these goes on, what is said at the table is said in the meeting."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="agenda_items")
    order = models.PositiveSmallIntegerField(_("order"))
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), validators=[MinValueValidator(1), MaxValueValidator(240)]
    )
    beside = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="companions"
    )
    """The item with which it is spoken of together: of a linked dossier."""
    put_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    put_at = models.DateTimeField()
    phase = models.CharField(max_length=10, choices=Phase, default=Phase.WAITING)
    is_off_record = models.BooleanField(default=False)
    """For a moment nothing is written down (even niet vastleggen)."""

    ends_with = "dossier"

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("agenda item")
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "dossier"], name="a_dossier_once_on_a_roster"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=1), name="an_item_takes_time"
            ),
        ]

    def __str__(self) -> str:
        return f"agenda item {self.id}"

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.dossier.house_id, dossier=self.dossier_id)

    @property
    def is_going_on(self) -> bool:
        return self.phase in self.TALK

    @property
    def has_begun(self) -> bool:
        return self.phase != self.Phase.WAITING

    def windows(self, now: datetime) -> list[tuple[datetime, datetime]]:
        """From when to when it was spoken of: more than once when it was taken up
        again. Prefetch `steps` for lists."""
        found: list[tuple[datetime, datetime]] = []
        for step, until in self.spans(now):
            if step.phase == self.Phase.DONE:
                continue
            if found and found[-1][1] == step.began_at:
                found[-1] = (found[-1][0], until)
            else:
                found.append((step.began_at, until))
        return found

    def spans(self, now: datetime) -> list[tuple["AgendaStep", datetime]]:
        """Each step that was taken, and up to when it went on."""
        steps = sorted(self.steps.all(), key=lambda step: (step.began_at, step.pk))
        ends = [later.began_at for _before, later in pairwise(steps)] + [now]
        return list(zip(steps, ends, strict=False))

    def spent(self, now: datetime) -> dict[str, timedelta]:
        """How long each phase took up to now (N21)."""
        spent = dict.fromkeys(map(str, self.TALK), timedelta())
        for step, until in self.spans(now):
            if step.phase in spent:
                spent[step.phase] += until - step.began_at
        return spent

    def said_in_it(self, seat: Seat, now: datetime) -> "RecordQuerySet[Record]":
        """What was said at this table while it was spoken of, as far as this seat
        hears it; what took the place of something else, in that place."""
        when = Q(pk__in=[])
        for begin, end in self.windows(now):
            when |= Q(recorded_at__gte=begin, recorded_at__lte=end)
        return Record.objects.visible_to(seat, now).filter(when).current()


class AgendaStep(models.Model):
    """The moment at which an item went on to a phase: so the clock can be read."""

    id = models.BigAutoField(primary_key=True)
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="steps")
    phase = models.CharField(max_length=10, choices=AgendaItem.Phase)
    began_at = models.DateTimeField()
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")

    ends_with = "item"

    class Meta:
        verbose_name = _("step of an agenda item")
        ordering = ["began_at", "id"]

    def __str__(self) -> str:
        return f"{self.phase} of {self.item_id}"

    def trail_place(self) -> Whereabouts:
        return self.item.trail_place()


class Attendance(models.Model):
    """Who is asked for an item, who says to come, and who was there (F43).

    Of a seat, so with its organisation; the mandate is kept as it was at that moment,
    for the quorum of each decision.
    """

    class Says(models.TextChoices):
        ASKED = "asked", _("did not answer yet")
        COMES = "comes", _("comes")
        REPLACED = "replaced", _("is replaced")
        ABSENT = "absent", _("does not come")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="attendances")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="attendances")
    says = models.CharField(_("comes"), max_length=8, choices=Says, default=Says.ASKED)
    instead = models.ForeignKey(
        Seat,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who comes instead"),
    )
    was_there = models.BooleanField(null=True, blank=True)
    """Empty until somebody who leads the talk noted it."""
    mandate = models.CharField(max_length=10, choices=Seat.Mandate, blank=True)

    ends_with = "item"

    class Meta:
        verbose_name = _("attendance")
        ordering = ["item", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "seat"], name="asked_once_for_an_item"
            ),
        ]

    def __str__(self) -> str:
        return f"attendance {self.id}"

    def trail_place(self) -> Whereabouts:
        return self.item.trail_place()

    def clean(self) -> None:
        if self.instead and self.instead.dossier_id != self.seat.dossier_id:
            raise ValidationError(
                {"instead": _("Choose somebody who sits at this table now.")}
            )
        if self.instead and self.instead_id == self.seat_id:
            raise ValidationError({"instead": _("Choose somebody else.")})
        if (self.says == self.Says.REPLACED) != bool(self.instead_id):
            raise ValidationError(
                {"instead": _("Say who comes instead, or that nobody does.")}
            )
