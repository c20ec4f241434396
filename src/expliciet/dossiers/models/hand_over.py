"""A seat that passes from one colleague to another."""

from datetime import date, datetime
from typing import ClassVar, NamedTuple

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...vault.fields import SealedTextField
from .draft import Draft
from .record import Record, RecordQuerySet
from .seat import Seat


class HandOver(Record):
    """What the one who leaves tells the one who comes (S61, I-36)."""

    KIND = "hand_over"
    INITIAL = "O"
    TEXTS = ("summary", "open_ends")
    BESIDE = ("leaving__user", "coming__user")

    leaving = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    coming = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    summary = SealedTextField(
        _("where we stand"), seal="dossiers.hand_over.summary", max_length=20_000
    )
    open_ends = SealedTextField(
        _("what is still open, and by when"),
        seal="dossiers.hand_over.open_ends",
        max_length=20_000,
    )

    objects: ClassVar[RecordQuerySet["HandOver"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("hand-over")


class StillOpen(NamedTuple):
    """What the dossier itself knows to be open for one seat (S61)."""

    drafts: list[Draft]
    """Begun and not said; a draft is its writer's alone and goes along to nobody."""
    unread: int
    """Said since this seat looked last."""
    review_on: date


def still_open(seat: Seat, now: datetime) -> StillOpen:
    """What somebody who leaves this seat should know before handing it over."""
    drafts = Draft.objects.none()
    if seat.user is not None:
        today = timezone.localdate(now)
        drafts = Draft.objects.visible_to(seat.user, today).filter(dossier=seat.dossier)
    heard = Record.objects.visible_to(seat, now)
    since = seat.last_seen_at or seat.joined_at
    return StillOpen(
        drafts=list(drafts),
        unread=heard.since(since, seat).count(),
        review_on=seat.dossier.review_on,
    )
