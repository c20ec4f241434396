"""Work that the clock does, and when it last did it."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..errands import MINUTE, Work, known

HELD = timedelta(minutes=5)
"""How long whoever does an errand may hold it; then it counts as left lying."""
SLIP = timedelta(minutes=10)
"""How far two clocks may differ; what lies further ahead is not believed."""
AFTER_TROUBLE = MINUTE
LATE = timedelta(minutes=15)


class ErrandQuerySet(models.QuerySet["Errand"]):
    def known(self) -> list["Errand"]:
        """Every errand there is, also one that was never done (and is not kept yet)."""
        done = {errand.name: errand for errand in self.filter(name__in=known())}
        return [done.get(name) or Errand(name=name) for name in known()]

    def overdue(self, now: datetime) -> list["Errand"]:
        """What should have been done by now: the clock stands still, or stumbles."""
        return [errand for errand in self.known() if errand.is_late(now)]


class Errand(models.Model):
    """One piece of scheduled work: when it began last, and whether it went well."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=60, unique=True)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    well_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=80, blank=True)
    """The kind of thing that went wrong last time; never what was in it."""
    count = models.PositiveIntegerField(default=0)
    held_until = models.DateTimeField(null=True, blank=True)

    ends_with = None
    """A clock has nothing to hide."""

    objects = ErrandQuerySet.as_manager()

    class Meta:
        verbose_name = _("errand")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def work(self) -> Work | None:
        """What is to be done; None for an errand that no longer exists."""
        return known().get(self.name)

    @property
    def label(self) -> str:
        return str(self.work.label) if self.work else self.name

    def is_held(self, now: datetime) -> bool:
        """Somebody is doing it, and may still be."""
        return self.held_until is not None and now < self.held_until < now + HELD + SLIP

    def is_due(self, now: datetime) -> bool:
        """The moment has come to do it again; after trouble somewhat sooner."""
        if self.work is None or self.is_held(now):
            return False
        if self.began_at is None or self.held_until is not None:
            return True
        pause = min(self.work.every, AFTER_TROUBLE) if self.trouble else self.work.every
        return now >= self.began_at + pause or self.began_at > now + SLIP

    def is_late(self, now: datetime) -> bool:
        """It has not gone well for longer than it should."""
        if self.work is None:
            return False
        return self.well_at is None or now > self.well_at + 2 * self.work.every + LATE
