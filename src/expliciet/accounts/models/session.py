"""One sign-in on one device, for as long as it lasts."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...vault.fields import SealedTextField
from ...vault.keyring import standing
from ...vault.sealing import Place
from ..house_rules import KNOWN
from .house_rule import HouseRule
from .user import User

SESSIONS = Place(uuid.UUID("0d0c7f0b-4a5a-4c0b-8f57-6a3e5d9b2c11"), "sessions")
"""What a browser and we remember between two pages: nothing of a case."""

standing(SESSIONS)

SLACK = timedelta(seconds=5)
"""Clocks of two servers never agree to the second; more than this is a jump."""

A_WHILE = timedelta(minutes=1)
"""How often at most a sign of life is written down."""


class Limits(NamedTuple):
    """How long a session may last, and how many there may be."""

    idle: timedelta
    meeting: timedelta
    whole: timedelta
    at_once: int

    @property
    def idle_minutes(self) -> int:
        return int(self.idle.total_seconds()) // 60

    @property
    def meeting_minutes(self) -> int:
        return int(self.meeting.total_seconds()) // 60

    @classmethod
    def of(cls, houses: Iterable[uuid.UUID], today: date) -> "Limits":
        """The strictest of what these houses decided."""
        wanted = ("idle-minutes", "meeting-minutes", "session-hours")
        found: dict[str, list[int]] = {}
        holding = HouseRule.objects.holding(today).filter(
            house__in=(asked := set(houses)), name__in=(*wanted, "sessions-at-once")
        )
        said: set[tuple[uuid.UUID, str]] = set()
        for rule in holding:
            if (rule.house_id, rule.name) not in said:
                said.add((rule.house_id, rule.name))
                found.setdefault(rule.name, []).append(rule.value)

        def strictest(name: str) -> int:
            values = found.get(name, [])
            if len(values) < len(asked) or not values:
                values = [*values, KNOWN[name].default]
            return min(values)

        idle, meeting, hours = (strictest(name) for name in wanted)
        return cls(
            idle=timedelta(minutes=idle),
            meeting=timedelta(minutes=max(idle, meeting)),
            whole=timedelta(hours=hours),
            at_once=strictest("sessions-at-once"),
        )


class Over(models.TextChoices):
    """Why a session ended by itself."""

    IDLE = "idle", _("You were away for a while, so we signed you out.")
    WHOLE = "whole", _("A session lasts one working day at most. Sign in again.")
    CLOCK = "clock", _("The clock of the server was set. Sign in again.")


class SessionQuerySet(models.QuerySet["Session"]):
    def of(self, user: User, now: datetime) -> "SessionQuerySet":
        """Where somebody is signed in now, the last one first."""
        return self.filter(user=user, expires_at__gt=now).order_by("-begun_at", "id")

    def visible_to(self, user: User, now: datetime) -> "SessionQuerySet":
        """Everybody sees their own."""
        return self.of(user, now)

    def past(self, now: datetime) -> "SessionQuerySet":
        """Nothing but rows that were left."""
        return self.filter(expires_at__lte=now)


class Session(models.Model):
    """What we know of one sign-in. The key itself is only in the browser.

    `id` is a hash of that key, so whoever reads the table cannot take a session over;
    `data` is sealed. Where from and with what is kept roughly: a network, not an
    address; a kind of browser, not its version.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="sessions"
    )
    begun_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    proved_at = models.DateTimeField(null=True, blank=True)
    """When somebody last gave a password here: what steps up is asked again."""
    expires_at = models.DateTimeField(db_index=True)
    ends_on = models.DateField()
    auth_level = models.CharField(max_length=40, blank=True)
    network = models.CharField(max_length=64, blank=True)
    agent = models.CharField(max_length=40, blank=True)
    in_meeting = models.BooleanField(default=False)
    data = SealedTextField(seal="accounts.session.data")

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        indexes = [models.Index(fields=["user", "begun_at"], name="session_user")]

    def __str__(self) -> str:
        return f"session {self.id}"

    def seal_place(self) -> Place:
        return SESSIONS

    @property
    def mark(self) -> str:
        """Tells sessions apart in the trail."""
        return self.id.hex[:16]

    def over(self, now: datetime, limits: Limits) -> Over | None:
        """Why this is over by now, if it is. A clock that was set never adds time."""
        if max(self.begun_at, self.seen_at) > now + SLACK:
            return Over.CLOCK
        if now - self.begun_at >= limits.whole:
            return Over.WHOLE
        if now - self.seen_at >= (limits.meeting if self.in_meeting else limits.idle):
            return Over.IDLE
        return None

    def was_proved(self, now: datetime, within: timedelta) -> bool:
        """Whether a password was given here not long ago."""
        if self.proved_at is None:
            return False
        return -SLACK <= now - self.proved_at < within
