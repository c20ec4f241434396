"""How often somebody is written to: at once, daily, weekly, or not."""

from datetime import date, datetime, time, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .terms import AMSTERDAM

MORNING = time(7, 0)
"""A collected mail lies there when people begin."""
MONDAY = 0


class Rhythm(models.TextChoices):
    """Each mail says that there is something, and nothing else."""

    AT_ONCE = "at_once", _("at once")
    DAILY = "daily", _("once a day, in the morning")
    WEEKLY = "weekly", _("once a week, on Monday morning")
    NEVER = "never", _("no mail")


def next_mail(rhythm: str, now: datetime) -> datetime | None:
    """When something that happens now may go out; None when it may not."""
    if rhythm == Rhythm.NEVER:
        return None
    if rhythm == Rhythm.AT_ONCE:
        return now
    today = timezone.localdate(now, AMSTERDAM)
    day = today if now < morning_of(today) else today + timedelta(days=1)
    if rhythm == Rhythm.WEEKLY:
        day += timedelta(days=(MONDAY - day.weekday()) % 7)
    return morning_of(day)


def morning_of(day: date) -> datetime:
    return datetime.combine(day, MORNING, tzinfo=AMSTERDAM)
