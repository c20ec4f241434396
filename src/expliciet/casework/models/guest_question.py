"""One question to a guest without an account: a link, and a code by telephone (N28)."""

import hashlib
import hmac
import uuid
from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ...dossiers.models import Record, Seat

MOST_TRIES = 5
"""After so many wrong codes a link is dead: nobody guesses eight figures in five."""


class GuestQuestionQuerySet(models.QuerySet["GuestQuestion"]):
    def visible_to(self, seat: Seat, now: datetime) -> "GuestQuestionQuerySet":
        """Whoever hears what is asked about, sees that a guest was asked."""
        heard = Record.objects.visible_to(seat, now).order_by().values("pk")
        return self.filter(about__in=heard)

    def unanswered(self) -> "GuestQuestionQuerySet":
        """Neither answered nor ended by anybody."""
        return self.filter(answered_at=None, ended_at=None)

    def open(self, now: datetime) -> "GuestQuestionQuerySet":
        """Those that still open something: in time, tried little, and both whoever
        made it and the guest still at the table. What it is about stands as it was.
        """
        made = Seat.objects.active(now).order_by().values("pk")
        guests = Seat.objects.taken(now).order_by().values("pk")
        return self.unanswered().filter(
            expires_at__gt=now,
            tries__lt=MOST_TRIES,
            made_by__in=made,
            guest__in=guests,
            about__ends_on__gte=timezone.localdate(now),
            about__superseded_by=None,
            about__withdrawal=None,
        )

    def of_link(self, word: str) -> "GuestQuestionQuerySet":
        return self.filter(link_hash=hashed(word))


class GuestQuestion(models.Model):
    """One thing asked of a guest seat, answered once, by whoever has both halves.

    Neither half is kept: of the link a hash, of the code a hash that cannot even be
    tried without the link.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    about = models.ForeignKey(
        Record,
        models.PROTECT,
        related_name="guest_questions",
        verbose_name=_("what is asked"),
    )
    guest = models.ForeignKey(Seat, models.PROTECT, related_name="guest_questions")
    made_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    link_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.ForeignKey(
        Record, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Seat, models.PROTECT, null=True, blank=True, related_name="+"
    )

    ends_with = "about"

    objects = GuestQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question to a guest")
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")),
                name="a_link_ends_after_it_was_made",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(ended_at=None),
                name="answered_or_ended",
            ),
        ]

    def __str__(self) -> str:
        return f"question to a guest {self.id}"

    def trail_place(self) -> Whereabouts:
        return self.about.trail_place()

    def fits(self, word: str, code: str) -> bool:
        """Whether both halves are those of this question; takes as long either way."""
        return hmac.compare_digest(code_hash(word, code), self.code_hash)

    def lives(self, now: datetime) -> bool:
        """Asked of the database, not of what this request read before."""
        return GuestQuestion.objects.open(now).filter(pk=self.pk).exists()


def hashed(word: str) -> str:
    """What is kept of a link: enough to know it again, not enough to use it."""
    return hashlib.sha256(word.encode()).hexdigest()


def code_hash(word: str, code: str) -> str:
    """What is kept of a code: bound to its link, without which it cannot be tried."""
    return hmac.new(word.encode(), code.encode(), hashlib.sha256).hexdigest()
